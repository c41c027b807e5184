import { zero } from '../../base/decimal.ts'
import type { Decimal } from '../../base/decimal.ts'
import type { Id } from '../../base/id.ts'
import type { Period } from '../../base/period.ts'
import { choice, json, money, quantity, ref, text } from '../../kernel/definition/field.ts'
import { defineLedger } from '../../kernel/definition/ledger.ts'
import type { LineBase } from '../../kernel/definition/record.ts'
import { within } from '../../kernel/posting/proposal.ts'
import type { Against, Proposal } from '../../kernel/posting/proposal.ts'
import type { AccountRoleName } from '../account-roles.ts'
import { assetCard } from '../dimensions/asset.ts'
import type { AssetKind } from '../dimensions/asset.ts'
import { department } from '../dimensions/people.ts'
import type { AssetTerms } from './asset-terms.ts'

/** What an entry of the asset ledger says of its card. */
export const assetEntryKinds = {
  value: '原值',
  depreciation: '累计折旧',
  impairment: '减值准备',
  usage: '工作量',
  terms: '折旧条件',
} as const
export type AssetEntryKind = keyof typeof assetEntryKinds

/** 资产账: what each card cost, what of it was depreciated, and the terms it is depreciated on. Debit is positive. */
export const assetLedger = defineLedger({
  name: 'asset',
  label: '资产账',
  entry: {
    asset: ref(assetCard, { label: '资产', required: true }),
    kind: choice({ label: '款项', options: assetEntryKinds, required: true }),
    amount: money({ label: '金额', required: true }),
    /** How many there are of the card (value), or units of use (usage). */
    quantity: quantity({ label: '数量', required: true }),
    /** The month that a charge is of; openings and disposals move depreciation without one. */
    period: text({ label: '所属月份', english: 'Month', maxLength: 7 }),
    department: ref(department, { label: '部门' }),
    terms: json({ label: '折旧条件' }),
  },
  balance: { key: ['asset', 'kind'], sums: ['amount', 'quantity'] },
  indexes: [['asset', 'date']],
})

export interface AssetProposal extends Proposal {
  readonly ledger: 'asset'
  readonly asset: Id<'assetCard'>
  readonly sort: AssetKind
  readonly kind: AssetEntryKind
  readonly amount: Decimal
  readonly quantity: Decimal
  readonly period: Period | null
  readonly department: string | null
  readonly terms: AssetTerms | null
  readonly against: Against
}

interface Entered {
  readonly line: LineBase | null
  readonly asset: Id<'assetCard'>
  readonly sort: AssetKind
}

const entry = (
  { line, asset, sort }: Entered,
  kind: AssetEntryKind,
  more: Partial<Omit<AssetProposal, 'kind'>>,
): AssetProposal => ({
  ledger: 'asset',
  line,
  asset,
  sort,
  amount: zero,
  quantity: zero,
  period: null,
  department: null,
  terms: null,
  against: within,
  ...more,
  kind,
})

interface Amount extends Entered {
  /** Of value positive for more of it; of depreciation and impairment positive for more of that. */
  readonly amount: Decimal
  readonly against?: Against
}

const value = (given: Amount & { readonly quantity?: Decimal }): AssetProposal =>
  entry(given, 'value', {
    amount: given.amount,
    quantity: given.quantity ?? zero,
    ...(given.against === undefined ? {} : { against: given.against }),
  })

const depreciation = (
  given: Amount & { readonly period?: Period; readonly department?: string | null },
): AssetProposal =>
  entry(given, 'depreciation', {
    amount: given.amount.neg(),
    period: given.period ?? null,
    department: given.department ?? null,
    ...(given.against === undefined ? {} : { against: given.against }),
  })

const impairment = (given: Amount): AssetProposal =>
  entry(given, 'impairment', {
    amount: given.amount.neg(),
    ...(given.against === undefined ? {} : { against: given.against }),
  })

const usage = (given: Entered & { readonly quantity: Decimal }): AssetProposal =>
  entry(given, 'usage', { quantity: given.quantity })

const terms = (given: Entered & { readonly terms: AssetTerms | null }): AssetProposal =>
  entry(given, 'terms', { terms: given.terms })

/** What documents ask of the asset ledger. */
export const asset = { value, depreciation, impairment, usage, terms }

const depreciationRole = {
  fixed: 'accumulatedDepreciation',
  intangible: 'accumulatedAmortization',
  deferred: 'deferredExpense',
} as const satisfies Record<AssetKind, AccountRoleName>

const valueRole = {
  fixed: 'fixedAsset',
  intangible: 'intangible',
  deferred: 'deferredExpense',
} as const satisfies Record<AssetKind, AccountRoleName>

/** The control account's role of an entry; deferred expenses are written off their own account. Usage and terms have none. */
export const assetRole = (sort: AssetKind, kind: AssetEntryKind): AccountRoleName | null => {
  if (kind === 'value') return valueRole[sort]
  if (kind === 'depreciation') return depreciationRole[sort]
  if (kind !== 'impairment') return null
  return sort === 'fixed' ? 'assetImpairment' : 'intangibleImpairment'
}
