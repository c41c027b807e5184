import { microPlaces, shortText, toMicros } from '../../../base/fixed-point.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { pooledPlacesSql } from '../../../ledgers/dimensions/place.ts'
import { noStock } from '../../../ledgers/stock/five-quantities.ts'
import type { StockParts } from '../../../ledgers/stock/five-quantities.ts'
import { partsBesideStock } from '../../../ledgers/stock/stock-parts.ts'
import { stockPosition } from './stock-position.ts'

interface Asked {
  readonly item?: string | null
  readonly warehouse?: string | null
}

/** What lies in a warehouse or in one of its bins, by state; of what is free, how much is of a frozen lot. */
interface States {
  readonly onHand: bigint
  readonly inspection: bigint
  readonly rejected: bigint
  readonly frozen: bigint
}

interface Place {
  readonly item: string
  readonly warehouse: string
  readonly bin: string | null
  readonly states: States
}

interface StateRow {
  readonly item: string
  readonly warehouse: string
  readonly bin: string | null
  readonly on_hand: string
  readonly inspection: string
  readonly rejected: string
  readonly frozen: string
}

const states = `sum(b.quantity) filter (where b.place = 'onHand') as on_hand,
  sum(b.quantity) filter (where b.place = 'inspection') as inspection,
  sum(b.quantity) filter (where b.place = 'rejected') as rejected`

const asked = `b.company_id = $1 and b.place in (${pooledPlacesSql}) and b.quantity <> 0
  and ($2::uuid is null or b.item = $2) and ($3::uuid is null or b.warehouse = $3)`

const placeOf = (row: StateRow): Place => ({
  item: row.item,
  warehouse: row.warehouse,
  bin: row.bin,
  states: {
    onHand: toMicros(row.on_hand ?? '0'),
    inspection: toMicros(row.inspection ?? '0'),
    rejected: toMicros(row.rejected ?? '0'),
    frozen: toMicros(row.frozen ?? '0'),
  },
})

const readPlaces = async (work: Work, { item, warehouse }: Asked): Promise<Place[]> => {
  const rows = await work.tx.rows<StateRow>(
    `select b.item, b.warehouse, null as bin, ${states}, null as frozen from stock_balance b where ${asked} group by 1, 2
     union all
     select b.item, b.warehouse, b.bin, ${states}, sum(b.quantity) filter (where b.place = 'onHand' and l.state <> 'normal')
     from stock_bin_balance b left join lot l on l.company_id = $1 and l.item = b.item and l.number = b.lot
     where ${asked} group by 1, 2, 3`,
    [work.company, item ?? null, warehouse ?? null],
    { named: false },
  )
  return rows.map(placeOf)
}

const minus = (whole: States, parts: readonly States[]): States => {
  const rest = (pick: (of: States) => bigint) => parts.reduce((left, one) => left - pick(one), pick(whole))
  return {
    onHand: rest((of) => of.onHand),
    inspection: rest((of) => of.inspection),
    rejected: rest((of) => of.rejected),
    frozen: rest((of) => of.frozen),
  }
}

const nothing: States = { onHand: 0n, inspection: 0n, rejected: 0n, frozen: 0n }

const isEmpty = (of: States): boolean => Object.values(of).every((quantity: bigint) => quantity === 0n)

const cellsOf = (of: States, { toDeliver, onWay }: StockParts) => {
  const text = (micros: bigint) => shortText(micros, microPlaces)
  return {
    quantity: text(of.onHand + of.inspection + of.rejected),
    available: text(of.onHand - of.frozen - toDeliver),
    demand: text(toDeliver),
    supply: text(onWay),
    inspection: text(of.inspection),
    held: text(of.frozen),
    rejected: text(of.rejected),
  }
}

interface Names {
  readonly items: ReadonlyMap<string, { readonly code: string; readonly name: string; readonly unit: string }>
  readonly warehouses: ReadonlyMap<string, { readonly name: string; readonly keeps: boolean | null }>
  readonly bins: ReadonlyMap<string, { readonly name: string; readonly zone: string | null; readonly place: number }>
}

const readNames = async (work: Work, items: readonly string[]): Promise<Names> => {
  const [named, warehouses, bins] = await Promise.all([
    work.tx.rows<{ id: string; code: string; name: string; unit: string }>(
      `select i.id, i.code, i.name, coalesce(u.name, '') as unit from item i left join unit u on u.company_id = $1 and u.id = i.unit
       where i.company_id = $1 and i.id = any($2::uuid[]) order by i.code`,
      [work.company, items],
    ),
    work.tx.rows<{ id: string; name: string; keeps: boolean | null }>(
      `select id, name, keeps_bins as keeps from warehouse where company_id = $1 order by code`,
      [work.company],
    ),
    work.tx.rows<{ id: string; name: string; zone: string | null }>(
      `select id, name, zone from bin where company_id = $1 order by zone nulls first, pick_order nulls last, code`,
      [work.company],
    ),
  ])
  return {
    items: new Map(named.map((row) => [row.id, row])),
    warehouses: new Map(warehouses.map((row) => [row.id, row])),
    bins: new Map(bins.map((row, place) => [row.id, { ...row, place }])),
  }
}

/** What is promised falls on goods that are free, first on what is not put away, then bin by bin; what nothing covers stays with the first. */
const promisedOf = (free: readonly bigint[], promised: bigint): bigint[] => {
  let left = promised
  const parts = free.map((quantity) => {
    const part = quantity <= 0n ? 0n : quantity < left ? quantity : left
    left -= part
    return part
  })
  return parts.map((part, index) => (index === 0 ? part + left : part))
}

/** The rows of an item in a warehouse: what is not put away with what is awaited, then bin by bin. */
const rowsOf = (
  item: string,
  warehouse: string,
  places: readonly Place[],
  beside: StockParts,
  { items, warehouses, bins }: Names,
): ReportRow[] => {
  const whole = places.find((one) => one.bin === null)?.states ?? nothing
  const inBins = places
    .flatMap((one) => (one.bin === null ? [] : [{ bin: one.bin, states: one.states }]))
    .toSorted((a, b) => (bins.get(a.bin)?.place ?? 0) - (bins.get(b.bin)?.place ?? 0))
  const loose = minus(
    { ...whole, frozen: beside.frozen },
    inBins.map((one) => one.states),
  )
  const hasBins = warehouses.get(warehouse)?.keeps === true
  const named = items.get(item)
  const head = {
    itemId: item,
    code: named?.code ?? '',
    name: named?.name ?? '',
    unit: named?.unit ?? '',
    warehouseId: warehouse || null,
    warehouse: warehouses.get(warehouse)?.name ?? '（未定仓库）',
  }
  const parts = [{ bin: null, states: loose }, ...inBins]
  const promised = promisedOf(
    parts.map(({ states }) => states.onHand - states.frozen),
    beside.toDeliver,
  )
  return parts.flatMap(({ bin, states }, index): ReportRow[] => {
    const own = { ...noStock, toDeliver: promised[index] ?? 0n, onWay: bin === null ? beside.onWay : 0n }
    if (bin === null && isEmpty(states) && own.toDeliver === 0n && own.onWay === 0n) return []
    const found = bins.get(bin ?? '')
    const name = bin === null && hasBins ? '未上架' : (found?.name ?? '')
    return [{ ...head, binId: bin, zone: found?.zone ?? '', bin: name, ...cellsOf(states, own) }]
  })
}

export const runStockPosition = defineReportRun(stockPosition, async (parameters, work) => {
  const { item, warehouse, bin } = parameters
  const [places, beside] = await Promise.all([
    readPlaces(work, { item: item ?? null, warehouse: warehouse ?? null }),
    partsBesideStock(work, { items: item ? [item] : null }),
  ])
  const keyed = Map.groupBy(places, (one) => `${one.item}/${one.warehouse}`)
  for (const [of, parts] of beside) {
    for (const place of parts.keys()) {
      const isWanted = (warehouse ?? place) === place
      if (isWanted && !keyed.has(`${of}/${place}`)) keyed.set(`${of}/${place}`, [])
    }
  }
  const keys = [...keyed.keys()].map((key) => {
    const [of = '', place = ''] = key.split('/')
    return { key, of, place }
  })
  const names = await readNames(work, [...new Set(keys.map((one) => one.of))])
  const order = (map: ReadonlyMap<string, unknown>) => new Map([...map.keys()].map((id, index) => [id, index]))
  const [itemOrder, placeOrder] = [order(names.items), order(names.warehouses)]
  const rows = keys
    .toSorted(
      (a, b) =>
        (itemOrder.get(a.of) ?? 0) - (itemOrder.get(b.of) ?? 0) ||
        (placeOrder.get(a.place) ?? 0) - (placeOrder.get(b.place) ?? 0),
    )
    .flatMap(({ key, of, place }) =>
      rowsOf(of, place, keyed.get(key) ?? [], beside.get(of)?.get(place) ?? noStock, names),
    )
  return { rows: bin ? rows.filter((row) => row['binId'] === bin) : rows }
})
