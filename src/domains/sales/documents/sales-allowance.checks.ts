import { fieldProblem } from '../../../kernel/definition/problem.ts'
import { defineCheck } from '../../../kernel/documents/installed.ts'
import { salesAllowance } from './sales-allowance.ts'
import { salesInvoice } from './sales-invoice.ts'

/** What is allowed was invoiced, to this customer; that it is not more than the invoice, the flow says. */
export const checkSalesAllowance = defineCheck(salesAllowance, async ({ header, lines, source }) =>
  lines.flatMap((line, index) => {
    if (line.gross === null || line.gross.isZero()) {
      return [fieldProblem(`lines.${index}.gross`, '请填写折让金额（价税合计）', 'needs the amount allowed')]
    }
    const invoiced = source(salesInvoice, line)?.header
    const path = `lines.${index}.source`
    if (invoiced === undefined) return [fieldProblem(path, '请从销售发票下推折让', 'an allowance begins at an invoice')]
    if (invoiced.isRed === true) return [fieldProblem(path, '红字发票不能折让', 'a red invoice takes no allowance')]
    return invoiced.customer === header.customer
      ? []
      : [fieldProblem(path, '发票是另一客户的', 'was invoiced to another customer')]
  }),
)
