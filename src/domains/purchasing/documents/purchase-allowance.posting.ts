import { definePosting, within } from '../../../kernel/posting/proposal.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { exchangeRemainder, owedIn } from '../../../ledgers/document-currency.ts'
import { general } from '../../../ledgers/general/general.ts'
import { party } from '../../../ledgers/party/party.ts'
import { stock } from '../../../ledgers/stock/stock.ts'
import { inputTaxRole } from '../rules/deductible-tax.ts'
import { purchaseAllowance } from './purchase-allowance.ts'
import { purchaseReceipt } from './purchase-receipt.ts'

/**
 * As an invoice for the difference, negated by the kernel: less is owed, less tax deducted, and the goods cost less since the
 * day they came, so that what has left follows by the chain (rules 9, 15).
 */
export const postPurchaseAllowance = definePosting(
  purchaseAllowance,
  function* ({ header, lines, lookup, origin }) {
    for (const line of lines) {
      const cost = line.cost ?? line.gross
      const deductible = line.gross.minus(cost)
      const owed = owedIn(header, lookup, line.gross, line.currencyGross)
      yield party.owe({ line, party: header.supplier, ...owed, against: within })
      if (!deductible.isZero()) yield general.debit({ line, role: inputTaxRole(line.pendingTax), amount: deductible })
      const receipt = origin(purchaseReceipt, line)
      if (lookup(item, line.item)?.isService || receipt === undefined) {
        const dimensions = { party: header.supplier, department: header.department, item: line.item }
        if (!cost.isZero()) yield general.debit({ line, role: 'adminExpense', amount: cost, dimensions })
        continue
      }
      if (cost.isZero()) continue
      const { warehouse, date } = receipt.header
      yield stock.revalue({ line, item: line.item, warehouse, amount: cost, follows: receipt.line.id, against: within })
      yield party.carry({ line, party: header.supplier, kind: 'estimate', amount: cost, since: date })
    }
  },
  { negated: true, looksBack: true, remainder: exchangeRemainder },
)
