import { monthOf } from '../../../base/calendar-date.ts'
import { zero } from '../../../base/decimal.ts'
import { previous } from '../../../base/period.ts'
import type { DocumentRecord } from '../../../kernel/definition/record.ts'
import { definePosting, within } from '../../../kernel/posting/proposal.ts'
import type { Proposal } from '../../../kernel/posting/proposal.ts'
import { asset } from '../../../ledgers/asset/asset.ts'
import { cash } from '../../../ledgers/cash/cash.ts'
import type { AssetKind } from '../../../ledgers/dimensions/asset.ts'
import { general } from '../../../ledgers/general/general.ts'
import { party } from '../../../ledgers/party/party.ts'
import { sortOf } from '../rules/terms-of-card.ts'
import { assetDisposal } from './asset-disposal.ts'
import { chargeCards } from './depreciation.posting.ts'

type Disposal = DocumentRecord<typeof assetDisposal>
type Line = Disposal['lines'][number]

/** Where what is left of a card goes: 固定资产清理, 待处理财产损溢 of what is missing; the others are cleared at once. */
const clearingRole = (kind: Disposal['header']['kind'], sort: AssetKind) => {
  if (kind === 'countLoss') return 'pendingPropertyGainLoss' as const
  return sort === 'fixed' ? ('assetDisposal' as const) : null
}

/** Cost, depreciation and impairment leave the card. */
function* takeOut(line: Line, sort: AssetKind, role: ReturnType<typeof clearingRole>): Generator<Proposal> {
  const of = { line, asset: line.asset, sort, ...(role === null ? {} : { against: role }) }
  const [value, depreciation, impairment] = [line.value ?? zero, line.depreciation ?? zero, line.impairment ?? zero]
  yield asset.value({ ...of, amount: value.neg(), quantity: (line.quantity ?? zero).neg() })
  if (!depreciation.isZero()) yield asset.depreciation({ ...of, amount: depreciation.neg() })
  if (!impairment.isZero()) yield asset.impairment({ ...of, amount: impairment.neg() })
}

/** What was got for it, with its VAT, and what clearing it cost. */
function* proceeds({ header }: Pick<Disposal, 'header'>, line: Line, cleared: boolean): Generator<Proposal> {
  const [gross, tax, relief] = [line.gross ?? zero, line.tax ?? zero, line.relief ?? zero]
  const [cost, taxOut] = [line.cost ?? zero, line.taxOut ?? zero]
  if (!gross.isZero()) {
    if (header.cashAccount !== null)
      yield cash.receive({ line, account: header.cashAccount, amount: gross, field: 'cashAccount' })
    else if (header.customer !== null)
      yield party.charge({ line, party: header.customer, kind: 'otherReceivable', amount: gross, against: within })
    if (cleared) yield general.credit({ line, role: 'assetDisposal', amount: line.net ?? zero })
    const role = header.vatMethod === 'reduced' ? 'simpleVat' : 'outputVat'
    if (!tax.isZero()) yield general.credit({ line, role, amount: tax })
    if (!relief.isZero()) yield general.credit({ line, role: 'vatRelief', amount: relief })
  }
  if (!cost.isZero()) {
    if (cleared) yield general.debit({ line, role: 'assetDisposal', amount: cost })
    if (header.cashAccount !== null)
      yield cash.pay({ line, account: header.cashAccount, amount: cost, field: 'cashAccount' })
  }
  if (!taxOut.isZero()) yield general.credit({ line, role: 'inputVatTransferredOut', amount: taxOut })
}

const resultRoles = {
  sale: { gain: 'assetSaleGain', loss: 'assetSaleLoss' },
  scrap: { gain: 'assetScrapGain', loss: 'assetScrapLoss' },
} as const

/** The gain or loss that is left, out of 固定资产清理 where the card went through it. What is missing waits, without one. */
function* result({ header }: Pick<Disposal, 'header'>, line: Line, cleared: boolean): Generator<Proposal> {
  const gain = line.gain ?? zero
  if (gain.isZero() || header.kind === 'countLoss') return
  const roles = resultRoles[header.kind]
  const role = gain.isPositive() ? roles.gain : roles.loss
  // Debit positive: a gain is taken out of 固定资产清理 by a debit, a loss by a credit.
  if (cleared) yield general.debit({ line, role: 'assetDisposal', amount: gain, against: role })
  else yield general.credit({ line, role, amount: gain })
}

/** The last month's charge, then everything that stood on the card leaves; what it brought less what was left is the result. */
export const postAssetDisposal = definePosting(assetDisposal, function* ({ header, lines, charges, lookup }) {
  for (const charge of charges) {
    const month = monthOf(header.date)
    const period = sortOf({ lookup }, charge.asset) === 'intangible' ? previous(month) : month
    yield* chargeCards({ lookup }, [charge], period)
  }
  for (const line of lines) {
    const sort = sortOf({ lookup }, line.asset)
    const role = clearingRole(header.kind, sort)
    const taxOut = line.taxOut ?? zero
    yield* takeOut(line, sort, role)
    yield* proceeds({ header }, line, role === 'assetDisposal')
    if (!taxOut.isZero() && role !== null) yield general.debit({ line, role, amount: taxOut })
    yield* result({ header }, line, role === 'assetDisposal')
  }
})
