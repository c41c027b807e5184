import { fieldProblem } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import { defineCheck } from '../../../kernel/documents/installed.ts'
import type { PostingInput } from '../../../kernel/posting/proposal.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { purchaseAllowance } from './purchase-allowance.ts'
import { purchaseInvoice } from './purchase-invoice.ts'
import { purchaseReceipt } from './purchase-receipt.ts'

/** An allowance is on what was invoiced and has come; goods still on the way are credited by a red invoice instead. */
export const notAllowed = ({
  header,
  lines,
  lookup,
  origin,
  source,
}: PostingInput<typeof purchaseAllowance>): FieldProblem[] =>
  lines.flatMap((line, index) => {
    const at = `lines.${index}.source`
    const invoice = source(purchaseInvoice, line)
    if (invoice === undefined) return [fieldProblem(at, '请从采购发票下推折让', 'comes from its invoice')]
    if (invoice.header.supplier !== header.supplier)
      return [fieldProblem('supplier', '与发票的供应商不同', 'is not who sent the invoice')]
    if (invoice.header.isRed) return [fieldProblem(at, '红字发票不能折让', 'a red invoice has no allowance')]
    if (invoice.header.date > header.date)
      return [
        fieldProblem('date', `不能早于发票日期 ${invoice.header.date}`, `must not be before ${invoice.header.date}`),
      ]
    return lookup(item, line.item)?.isService || origin(purchaseReceipt, line) !== undefined
      ? []
      : [fieldProblem(at, '货物尚未由入库单开票，请用红字发票', 'was invoiced before it came; use a red invoice')]
  })

export const checkPurchaseAllowance = defineCheck(purchaseAllowance, async (input) => notAllowed(input))
