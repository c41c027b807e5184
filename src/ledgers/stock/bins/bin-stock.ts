import { decimal, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { Id } from '../../../base/id.ts'
import type { Work } from '../../../kernel/posting/work.ts'

/** Goods in a place of a warehouse, of one lot where they have one. */
export interface BinGoods {
  readonly item: string
  readonly warehouse: string
  readonly place: string
  readonly lot?: string | null | undefined
}

interface InBin {
  readonly bin: Id<'bin'>
  readonly quantity: Decimal
}

/** What lies in the bins of a warehouse and beside them, as it is used up. */
export interface BinStock {
  /** 未上架: what lies in no bin. */
  loose(goods: BinGoods): Decimal
  /** What lies in bins, in the order in which they are picked from. */
  inBins(goods: BinGoods): readonly InBin[]
  /** Notes that goods were moved. */
  move(goods: BinGoods & { readonly bin?: Id<'bin'> | null; readonly quantity: Decimal }): void
}

interface Row extends BinGoods {
  readonly bin: Id<'bin'> | null
  readonly lot: string
  readonly quantity: string
}

const keyOf = (goods: BinGoods) => `${goods.item}/${goods.warehouse}/${goods.place}/${goods.lot ?? ''}`

const sumOf = (parts: readonly InBin[]) => parts.reduce((sum, one) => sum.plus(one.quantity), zero)

/** Storage comes before what has just arrived and what stands ready to leave; then the way through the warehouse. */
const pickingOrder = `case b.kind when 'receiving' then 1 when 'shipping' then 2 else 0 end, b.pick_order nulls last, b.code`

const readRows = (work: Work, goods: readonly BinGoods[]): Promise<Row[]> =>
  work.tx.rows(
    `with asked as (select distinct * from unnest($2::uuid[], $3::uuid[], $4::text[]) as a(item, warehouse, place))
     select s.item, s.warehouse, s.place, s.bin, s.lot, s.quantity from asked a
     join stock_bin_balance s on s.company_id = $1 and s.item = a.item and s.warehouse = a.warehouse and s.place = a.place and s.quantity <> 0
     join bin b on b.company_id = $1 and b.id = s.bin
     union all
     select t.item, t.warehouse, t.place, null, coalesce(t.lot, ''), t.quantity from asked a
     join stock_lot_balance t on t.company_id = $1 and t.item = a.item and t.warehouse = a.warehouse and t.place = a.place
     union all
     select t.item, t.warehouse, t.place, null, '', t.quantity - coalesce((select sum(l.quantity) from stock_lot_balance l
       where l.company_id = $1 and l.item = t.item and l.warehouse = t.warehouse and l.place = t.place), 0) from asked a
     join stock_balance t on t.company_id = $1 and t.item = a.item and t.warehouse = a.warehouse and t.place = a.place`,
    [work.company, goods.map((one) => one.item), goods.map((one) => one.warehouse), goods.map((one) => one.place)],
  )

const orderOf = async (work: Work, bins: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  const rows = await work.tx.rows<{ id: string }>(
    `select b.id from bin b where b.company_id = $1 and b.id = any($2::uuid[]) order by ${pickingOrder}`,
    [work.company, bins],
  )
  return new Map(rows.map((row, index) => [row.id, index]))
}

/** Reads what lies in bins, and beside them, of goods in their warehouses. */
export const readBinStock = async (work: Work, goods: readonly BinGoods[]): Promise<BinStock> => {
  const rows = await readRows(work, goods)
  const order = await orderOf(work, [...new Set(rows.flatMap((row) => row.bin ?? []))])
  const bins = new Map<string, InBin[]>()
  const whole = new Map<string, Decimal>()
  for (const row of rows) {
    const key = keyOf(row)
    const quantity = decimal(row.quantity)
    if (row.bin === null) whole.set(key, (whole.get(key) ?? zero).plus(quantity))
    else bins.set(key, [...(bins.get(key) ?? []), { bin: row.bin, quantity }])
  }
  for (const parts of bins.values()) parts.sort((a, b) => (order.get(a.bin) ?? 0) - (order.get(b.bin) ?? 0))
  const inBins = (of: BinGoods) => bins.get(keyOf(of)) ?? []
  return {
    loose: (of) => (whole.get(keyOf(of)) ?? zero).minus(sumOf(inBins(of))),
    inBins,
    move: ({ bin, quantity, ...of }) => {
      const key = keyOf(of)
      whole.set(key, (whole.get(key) ?? zero).plus(quantity))
      if (bin === null || bin === undefined) return
      const others = inBins(of)
      const known = others.find((one) => one.bin === bin)
      bins.set(
        key,
        known === undefined
          ? [...others, { bin, quantity }]
          : others.map((one) => (one === known ? { bin, quantity: one.quantity.plus(quantity) } : one)),
      )
    },
  }
}
