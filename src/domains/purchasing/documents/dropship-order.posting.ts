import { zero } from '../../../base/decimal.ts'
import { definePosting } from '../../../kernel/posting/proposal.ts'
import { owedOf } from '../../../ledgers/document-currency.ts'
import { party } from '../../../ledgers/party/party.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { dropshipOrder } from './dropship-order.ts'

/**
 * The customer owes the price, and VAT is due as the goods are delivered; the supplier is owed an estimate until their
 * invoice comes. What the one costs is the cost of what the other pays: no stock of ours moves.
 */
export const postDropshipOrder = definePosting(dropshipOrder, function* ({ header, lines, settings, lookup }) {
  const role = settingsOf(settings).taxpayer === 'smallScale' ? 'simpleVat' : 'outputVat'
  for (const line of lines) {
    const net = line.net ?? zero
    const tax = line.tax ?? zero
    const amount = net.plus(tax)
    if (!amount.isZero()) {
      const against = { revenue: net, [role]: tax }
      const owed = owedOf(header, lookup, line, amount)
      yield party.charge({ line, party: header.customer, ...owed, due: header.dueOn, against })
    }
    const cost = line.cost ?? zero
    if (cost.isZero()) continue
    yield party.owe({ line, party: header.supplier, kind: 'estimate', amount: cost, against: { costOfSales: cost } })
  }
})
