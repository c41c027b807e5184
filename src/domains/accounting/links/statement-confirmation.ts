import { choice, date } from '../../../kernel/definition/field.ts'
import { definePublicLink } from '../../../kernel/definition/public-link.ts'
import { party } from '../../../ledgers/dimensions/party.ts'

/** 往来对账: shows a party the statement of its account, which it confirms or disputes line by line. */
export const statementConfirmation = definePublicLink({
  name: 'statementConfirmation',
  label: '往来对账确认',
  english: 'Confirmation of a statement',
  subject: party,
  parameters: {
    from: date({ label: '开始日期', english: 'From', required: true }),
    to: date({ label: '结束日期', english: 'To', required: true }),
    side: choice({
      label: '方向',
      english: 'Side',
      options: { receivable: '应收', payable: '应付' },
      initial: 'receivable',
    }),
  },
  days: 30,
  help: '对方打开链接可看对账单，逐行确认或提出异议；答复记入对账回执',
})
