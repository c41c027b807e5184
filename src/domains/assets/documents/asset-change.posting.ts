import { zero } from '../../../base/decimal.ts'
import { definePosting, within } from '../../../kernel/posting/proposal.ts'
import { asset } from '../../../ledgers/asset/asset.ts'
import { cash } from '../../../ledgers/cash/cash.ts'
import { general } from '../../../ledgers/general/general.ts'
import { party } from '../../../ledgers/party/party.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { inputTaxRole, taxToCertify } from '../../purchasing/index.ts'
import { cardIn, expenseShares, termsOfCard } from '../rules/terms-of-card.ts'
import { assetChange } from './asset-change.ts'

/** The value that came or went, with its tax, and the terms from the next month on. */
export const postAssetChange = definePosting(assetChange, function* ({ header, lines, lookup, settings }) {
  const found = cardIn({ lookup }, header.asset)
  if (found === undefined) return
  const of = { line: null, asset: header.asset, sort: found.category.kind }
  const change = header.valueChange ?? zero
  const tax = header.inputTax ?? zero
  if (!change.isZero()) {
    if (header.valueOrigin === 'construction') {
      yield asset.value({ ...of, amount: change, against: 'constructionInProgress' })
    } else {
      const gross = change.plus(tax)
      yield asset.value({ ...of, amount: change })
      const role = inputTaxRole(taxToCertify(settingsOf(settings).certifyInputVat, tax))
      if (!tax.isZero()) yield general.debit({ line: null, role, amount: tax })
      if (header.valueOrigin === 'cash' && header.cashAccount !== null)
        yield cash.pay({ line: null, account: header.cashAccount, amount: gross, field: 'cashAccount' })
      else if (header.supplier !== null) {
        const owed = { line: null, party: header.supplier, kind: 'payable' as const, amount: gross }
        yield party.owe({ ...owed, due: header.dueOn, against: within })
      }
    }
  }
  const before = termsOfCard(found.card, found.category, header.date)
  yield asset.terms({
    ...of,
    terms: {
      method: header.method ?? before.method,
      life: header.lifeMonths ?? before.life,
      residualPercent: header.residualPercent?.toString() ?? before.residualPercent,
      totalUsage: header.totalUsage?.toString() ?? before.totalUsage,
      from: before.from,
      ...(header.keepsSchedule === true ? { keeps: true } : {}),
      shares: expenseShares(lines, header.department, header.expenseAccount),
    },
  })
})
