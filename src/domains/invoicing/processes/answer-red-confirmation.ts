import { defineCall } from '../../../kernel/definition/call.ts'
import { choice, text } from '../../../kernel/definition/field.ts'

/** 红字确认单: the seller agrees to what the buyer entered, denies it, or withdraws what was entered here. */
export const answerRedConfirmation = defineCall({
  name: 'answerRedConfirmation',
  label: '答复红字确认单',
  english: 'Answer a red confirmation',
  right: 'digitalInvoice.post',
  parameters: {
    invoice: text({ label: '数电票', english: 'Invoice', required: true, maxLength: 40 }),
    answer: choice({
      label: '答复',
      english: 'Answer',
      options: { agree: '同意', deny: '不同意', withdraw: '撤销' },
      required: true,
    }),
  },
})
