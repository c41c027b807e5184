import { zero } from '../../../base/decimal.ts'
import { definePosting } from '../../../kernel/posting/proposal.ts'
import { general } from '../../../ledgers/general/general.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { stockReason } from '../entities/stock-reason.ts'
import { internalUse } from './internal-use.ts'
import { goodsUsed } from './used-goods.posting.ts'

/**
 * Goods out at cost against the role of the reason, with the input VAT they lose. Own-made goods for the employees are a
 * deemed sale (rule 4): revenue and output VAT against the reason's role, and their cost is cost of sales.
 */
export const postInternalUse = definePosting(internalUse, function* ({ header, lines, lookup, settings }) {
  const reason = lookup(stockReason, header.reason)
  const against = reason?.role ?? 'adminExpense'
  const outputRole = settingsOf(settings).taxpayer === 'smallScale' ? 'simpleVat' : 'outputVat'
  for (const line of lines) {
    if (reason?.tax !== 'deemedSale') {
      yield* goodsUsed(line, header.warehouse, against)
      continue
    }
    yield* goodsUsed({ ...line, transferredTax: null }, header.warehouse, 'costOfSales')
    yield general.credit({ line, role: 'revenue', amount: line.net ?? zero, against })
    if (line.tax !== null && !line.tax.isZero())
      yield general.credit({ line, role: outputRole, amount: line.tax, against })
  }
})
