import { definePosting, within } from '../../../kernel/posting/proposal.ts'
import { asset } from '../../../ledgers/asset/asset.ts'
import { cash } from '../../../ledgers/cash/cash.ts'
import { general } from '../../../ledgers/general/general.ts'
import { party } from '../../../ledgers/party/party.ts'
import { inputTaxRole } from '../../purchasing/index.ts'
import { cardIn, termsOfCard } from '../rules/terms-of-card.ts'
import { assetAcquisition } from './asset-acquisition.ts'

/** What an asset that was not bought stands against. */
const originRole = {
  purchase: null,
  construction: 'constructionInProgress',
  investment: 'paidInCapital',
  countGain: 'pendingPropertyGainLoss',
} as const

/** Cost without the tax that may be deducted; paid, owed, or out of what it was before. */
export const postAssetAcquisition = definePosting(assetAcquisition, function* ({ header, lines, lookup }) {
  for (const line of lines) {
    const found = cardIn({ lookup }, line.asset)
    if (found === undefined) continue
    const { card, category } = found
    const of = { line, asset: line.asset, sort: category.kind }
    const cost = line.value ?? line.gross
    const role = originRole[header.origin]
    if (role !== null) {
      yield asset.value({ ...of, amount: cost, quantity: line.quantity, against: role })
    } else {
      yield asset.value({ ...of, amount: cost, quantity: line.quantity })
      const tax = line.gross.minus(cost)
      if (!tax.isZero()) yield general.debit({ line, role: inputTaxRole(line.pendingTax), amount: tax })
      if (header.cashAccount !== null)
        yield cash.pay({ line, account: header.cashAccount, amount: line.gross, field: 'cashAccount' })
      else if (header.supplier !== null) {
        const owed = { line, party: header.supplier, kind: 'payable' as const, amount: line.gross }
        yield party.owe({ ...owed, due: header.dueOn, against: within })
      }
    }
    yield asset.terms({ ...of, terms: termsOfCard(card, category, header.date) })
  }
})
