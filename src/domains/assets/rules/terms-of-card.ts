import type { CalendarDate } from '../../../base/calendar-date.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { Id } from '../../../base/id.ts'
import type { EntityRecord } from '../../../kernel/definition/record.ts'
import { effectivePeriod } from '../../../ledgers/asset/asset-terms.ts'
import type { AssetTerms, ExpenseShare } from '../../../ledgers/asset/asset-terms.ts'
import { assetCard, assetCategory } from '../../../ledgers/dimensions/asset.ts'
import type { AssetKind } from '../../../ledgers/dimensions/asset.ts'

type Card = EntityRecord<typeof assetCard>
type Category = EntityRecord<typeof assetCategory>

/** How references are found, in the browser as on the server. */
export interface Finding {
  lookup<Def extends typeof assetCard | typeof assetCategory>(
    this: void,
    definition: Def,
    id: Id<Def['name']> | null | undefined,
  ): EntityRecord<Def> | undefined
}

/** A card with its category; undefined while either is not chosen. */
export const cardIn = ({ lookup }: Finding, id: Id<'assetCard'> | null | undefined) => {
  const card = lookup(assetCard, id)
  const category = lookup(assetCategory, card?.category)
  return card === undefined || category === undefined ? undefined : { card, category }
}

/** What the card is to the books: its category says. */
export const sortOf = (finding: Finding, id: Id<'assetCard'>): AssetKind =>
  cardIn(finding, id)?.category.kind ?? 'fixed'

interface Sharing {
  readonly department: Id<'department'>
  readonly percent: Decimal
  readonly expenseAccount: Id<'account'> | null
}

/** Who bears the expense: the shares that are given, else the department alone. */
export const expenseShares = (
  shares: readonly Sharing[],
  department: string | null,
  account: string | null,
): ExpenseShare[] =>
  shares.length === 0
    ? [{ department, account, percent: '100' }]
    : shares.map((share) => ({
        department: share.department,
        account: share.expenseAccount ?? account,
        percent: share.percent.toString(),
      }))

/** The terms of a card as it comes into the books: its own, else those of its category. */
export const termsOfCard = (card: Card, category: Category, date: CalendarDate): AssetTerms => ({
  method: card.method ?? category.method,
  life: card.lifeMonths ?? category.lifeMonths,
  residualPercent: (card.residualPercent ?? category.residualPercent)?.toString() ?? '0',
  totalUsage: card.totalUsage?.toString() ?? null,
  from: effectivePeriod(category.kind, date),
  shares: expenseShares(card.shares, card.department, card.expenseAccount ?? category.expenseAccount),
})
