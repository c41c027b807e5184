import { defineCall } from '../../../kernel/definition/call.ts'
import { text } from '../../../kernel/definition/field.ts'

/** 扫码收票: enters an invoice by the square code on it; what the code does not say is told and filled in by hand. */
export const receiveInvoiceCode = defineCall({
  name: 'receiveInvoiceCode',
  label: '扫码收票',
  english: 'Receive an invoice by its code',
  right: 'incomingInvoice.create',
  parameters: {
    code: text({
      label: '二维码内容',
      english: 'Code',
      required: true,
      maxLength: 400,
      help: '发票左上角二维码的文字，如 01,31,,26332000000000000001,1130.00,20260105,,9A2F',
    }),
  },
})
