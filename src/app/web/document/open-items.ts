import { decimal, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'

/** What is still open of a party's item, as a settlement takes it up. Amounts are positive decimals as text. */
export type OpenItem = {
  readonly id: string
  readonly kind: string
  readonly documentNumber: string
  readonly date: string
  readonly dueOn: string | null
  readonly open: string
}

export type Settled = { readonly item: OpenItem; readonly amount: string }

const age = (item: OpenItem): string => `${item.dueOn ?? item.date} ${item.date} ${item.documentNumber}`

/**
 * Shares money over open items, the longest due first. Without money each item is settled whole. Items for which nothing
 * is left are left out.
 */
export function allocateOldestFirst(items: readonly OpenItem[], money: string | null): readonly Settled[] {
  const sorted = items.toSorted((a, b) => age(a).localeCompare(age(b)))
  if (money === null) return sorted.map((item) => ({ item, amount: item.open }))
  let left: Decimal = decimal(money)
  return sorted.flatMap((item) => {
    const open = decimal(item.open)
    const amount = left.lt(open) ? left : open
    if (amount.lte(zero)) return []
    left = left.minus(amount)
    return [{ item, amount: amount.toString() }]
  })
}
