import { zero } from '../../../base/decimal.ts'
import { definePosting, within } from '../../../kernel/posting/proposal.ts'
import { owedIn } from '../../../ledgers/document-currency.ts'
import { general } from '../../../ledgers/general/general.ts'
import { party } from '../../../ledgers/party/party.ts'
import { stock } from '../../../ledgers/stock/stock.ts'
import { inputTaxRole } from '../rules/deductible-tax.ts'
import { landedCost } from './landed-cost.ts'
import { purchaseReceipt } from './purchase-receipt.ts'

/**
 * The charge is owed with its tax; each line's share of it is cost of the goods since the day they came. What has left of
 * them since follows by the chain (rule 15); between the two days the share stands as an estimate.
 */
export const postLandedCost = definePosting(landedCost, function* ({ header, lines, charges, source, lookup }) {
  for (const line of charges) {
    const deductible = line.gross.minus(line.cost ?? line.gross)
    if (!line.gross.isZero())
      yield party.owe({
        line,
        party: header.supplier,
        ...owedIn(header, lookup, line.gross, line.currencyGross),
        due: header.dueOn,
        against: within,
      })
    if (!deductible.isZero()) yield general.debit({ line, role: inputTaxRole(line.pendingTax), amount: deductible })
  }
  for (const line of lines) {
    const receipt = source(purchaseReceipt, line)
    const amount = line.share ?? zero
    if (receipt === undefined || amount.isZero()) continue
    const { warehouse, date } = receipt.header
    yield stock.revalue({ line, item: line.item, warehouse, amount, follows: receipt.line.id, against: within })
    yield party.carry({ line, party: header.supplier, kind: 'estimate', amount, since: date })
  }
})
