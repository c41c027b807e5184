import { fieldProblem, invalid } from '../../../kernel/definition/problem.ts'
import { defineCallRun } from '../../../kernel/documents/installed.ts'
import { readInvoiceCode } from '../reading/read-invoice-code.ts'
import { enterByCode } from './enter-by-code.ts'
import { receiveInvoiceCode } from './receive-code.ts'
import { receivedJson } from './receive-invoices.ts'

export const runReceiveInvoiceCode = defineCallRun(receiveInvoiceCode, async ({ code }, work) => {
  const found = readInvoiceCode(code ?? '')
  if (found === undefined) {
    throw invalid('这不是发票二维码', 'This is no code of an invoice', [
      fieldProblem(
        'code',
        '请对准发票左上角的二维码，或上传发票文件',
        'aim at the square code of the invoice, or upload its file',
      ),
    ])
  }
  return { files: receivedJson([{ file: found.number, ...(await enterByCode(work, found, '扫码登记')) }]) }
})
