import { decimal } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { isUnused, sharedReading } from '../../../kernel/documents/shared-records.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { promotion as promotionEntity } from '../entities/promotion.ts'
import type { Promotion } from '../rules/apply-promotions.ts'

interface PromotionRow extends Omit<
  Promotion,
  'fromAmount' | 'fromQuantity' | 'off' | 'percentOff' | 'bundlePrice' | 'scope' | 'gifts' | 'isExclusive' | 'repeats'
> {
  readonly is_exclusive: boolean | null
  readonly repeats: boolean | null
  readonly from_amount: string | null
  readonly from_quantity: string | null
  readonly off: string | null
  readonly percent_off: string | null
  readonly bundle_price: string | null
  readonly scope: readonly { item: string | null; category: string | null; quantity: string | null }[]
  readonly gifts: readonly { item: string; quantity: string }[]
}

const optional = (text: string | null): Decimal | null => (text === null ? null : decimal(text))

const promotionOf = (row: PromotionRow): Promotion => ({
  ...row,
  isExclusive: row.is_exclusive === true,
  repeats: row.repeats === true,
  fromAmount: optional(row.from_amount),
  fromQuantity: optional(row.from_quantity),
  off: optional(row.off),
  percentOff: optional(row.percent_off),
  bundlePrice: optional(row.bundle_price),
  scope: row.scope.map((one) => ({ ...one, quantity: optional(one.quantity) })),
  gifts: row.gifts.map((one) => ({ item: one.item, quantity: decimal(one.quantity) })),
})

/** All promotions; asked again when one is changed. */
const allPromotions = sharedReading([promotionEntity.name], async (work): Promise<readonly Promotion[]> => {
  const rows = await work.tx.rows<PromotionRow>(
    `select p.name, p.kind, p.valid_from as "validFrom", p.valid_to as "validTo", p.priority, p.is_exclusive, p.customer, p.level,
       p.region, p.segment, p.from_amount, p.from_quantity, p.repeats, p.off, p.percent_off, p.bundle_price,
       coalesce((select jsonb_agg(jsonb_build_object('item', s.item, 'category', s.category, 'quantity', s.quantity::text) order by s.line_no)
         from promotion_scope s where s.company_id = $1 and s.owner_id = p.id), '[]') as scope,
       coalesce((select jsonb_agg(jsonb_build_object('item', g.item, 'quantity', g.quantity::text) order by g.line_no)
         from promotion_gifts g where g.company_id = $1 and g.owner_id = p.id), '[]') as gifts
     from promotion p where p.company_id = $1 and not p.disabled order by p.priority, p.code`,
    [work.company],
  )
  return rows.map(promotionOf)
})

const isIn = (from: string | null, to: string | null, day: string): boolean =>
  (from === null || from <= day) && (to === null || to >= day)

/** The promotions in force on a day. */
export const promotionsOn = async (work: Work, date: string): Promise<readonly Promotion[]> => {
  if (isUnused(work, promotionEntity.name)) return []
  return (await allPromotions(work)).filter(({ validFrom, validTo }) => isIn(validFrom, validTo, date))
}
