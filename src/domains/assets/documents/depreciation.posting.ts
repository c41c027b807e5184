import { period as periodOf } from '../../../base/period.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { Id } from '../../../base/id.ts'
import type { Period } from '../../../base/period.ts'
import type { LineBase } from '../../../kernel/definition/record.ts'
import { definePosting } from '../../../kernel/posting/proposal.ts'
import type { Proposal } from '../../../kernel/posting/proposal.ts'
import { asset } from '../../../ledgers/asset/asset.ts'
import { general } from '../../../ledgers/general/general.ts'
import { sortOf } from '../rules/terms-of-card.ts'
import type { Finding } from '../rules/terms-of-card.ts'
import { amortization, depreciation } from './depreciation.ts'

interface Charge extends LineBase {
  readonly asset: Id<'assetCard'>
  readonly department: Id<'department'> | null
  readonly account: Id<'account'> | null
  readonly amount: Decimal
}

/** The expense of whoever bears it, against what the card has lost of its value. */
export function* chargeCards(finding: Finding, charges: readonly Charge[], period: Period): Generator<Proposal> {
  for (const line of charges) {
    const { amount, department } = line
    const sort = sortOf(finding, line.asset)
    yield asset.depreciation({ line, asset: line.asset, sort, amount, period, department })
    const expense = { line, amount, dimensions: { department } }
    if (line.account !== null) yield general.debit({ ...expense, account: line.account })
    else if (sort === 'fixed') yield general.debit({ ...expense, role: 'depreciationExpense' })
    else yield general.debit({ ...expense, role: 'amortizationExpense' })
  }
}

export const postDepreciation = definePosting(depreciation, function* ({ header, lines, lookup }) {
  yield* chargeCards({ lookup }, lines, periodOf(header.period))
})

export const postAmortization = definePosting(amortization, function* ({ header, lines, lookup }) {
  yield* chargeCards({ lookup }, lines, periodOf(header.period))
})
