import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { decimal, zero } from '../../../base/decimal.ts'
import { api } from '../../../ui/api/client.ts'
import type { JsonRow } from '../../../ui/derive/values.ts'
import type { OpenItem } from './open-items.ts'
import { useSession } from '../session/session.ts'

/** A row of a report as it travels. */
type Row = Readonly<Record<string, string | number | boolean | null>>
type ReportAnswer = { readonly rows: readonly Row[] }

const text = (value: Row[string] | undefined): string => (value === null || value === undefined ? '' : String(value))
const amount = (value: Row[string] | undefined): string => (text(value) === '' ? '0' : text(value))

/** Asks a report. Where it fails, figures beside the document are missing and the document goes on. */
async function rowsOf(
  report: string,
  query: Readonly<Record<string, string | boolean>>,
  signal?: AbortSignal,
): Promise<readonly Row[]> {
  try {
    return (await api.report<ReportAnswer>(report, query, signal)).rows
  } catch (error) {
    if (signal?.aborted) throw error
    return []
  }
}

export type Side = 'sale' | 'purchase'

/** A record that a document refers to, for figures beside it. Not asked for who may not read it. */
export function useRow(address: 'item' | 'customer' | 'supplier', id: string | undefined): JsonRow | undefined {
  const { may } = useSession()
  const reads = may(`${address}.read`) || (address !== 'item' && may('party.read'))
  const { data } = useQuery({
    queryKey: ['record', address, id],
    queryFn: ({ signal }) => api.read<JsonRow>(address, id ?? '', signal),
    enabled: reads && id !== undefined,
    staleTime: 60_000,
  })
  return data
}

/**
 * What a party owes or is owed, item by item; amounts are positive where they stand on their usual side. Not asked, and
 * without an answer, for who may not see it.
 */
export function useOpenItems(party: string | undefined, side: Side) {
  const may = useSession().may('report.openItems')
  return useQuery({
    queryKey: ['report', 'open-items', party, side],
    queryFn: ({ signal }) => fetchOpenItems(party ?? '', side, signal),
    enabled: may && party !== undefined,
    staleTime: 5_000,
  })
}

export type DatedItem = OpenItem & {
  readonly overdueDays: number
  readonly currency: string
  /** What is open, as the books have it. */
  readonly inBooks: string
}

export async function fetchOpenItems(party: string, side: Side, signal?: AbortSignal): Promise<readonly DatedItem[]> {
  const rows = await rowsOf('open-items', { party, side: side === 'sale' ? 'receivable' : 'payable' }, signal)
  return rows.map((row) => ({
    id: text(row.openItem),
    kind: text(row.kind),
    documentNumber: text(row.documentNumber),
    date: text(row.date),
    dueOn: row.dueOn === null ? null : text(row.dueOn),
    open: amount(row.open),
    currency: text(row.currency),
    // Where everything is in the book currency there is no such column.
    inBooks: amount(row.openBook ?? row.open),
    overdueDays: Number(amount(row.overdueDays)),
  }))
}

/** All that is open with a party on both sides, each as the positive amount that can be set off. */
export async function fetchBothSides(party: string, signal?: AbortSignal): Promise<readonly DatedItem[]> {
  const sides = await Promise.all([fetchOpenItems(party, 'sale', signal), fetchOpenItems(party, 'purchase', signal)])
  return sides.flat().map((item) => ({ ...item, open: decimal(item.open).abs().toString() }))
}

export type Credit = { readonly owed: string; readonly overdue: string; readonly overdueDays: number }

export function creditOf(items: readonly DatedItem[]): Credit {
  const late = items.filter((item) => item.overdueDays > 0 && decimal(item.inBooks).gt(zero))
  return {
    owed: items.reduce((sum, item) => sum.plus(decimal(item.inBooks)), zero).toString(),
    overdue: late.reduce((sum, item) => sum.plus(decimal(item.inBooks)), zero).toString(),
    overdueDays: late.reduce((most, item) => Math.max(most, item.overdueDays), 0),
  }
}

export type Deal = {
  readonly itemId: string
  readonly date: string
  readonly number: string
  readonly quantity: string
  readonly price: string
  readonly unit: string
  readonly partyName: string
}

const deal = (row: Row): Deal => ({
  itemId: text(row.itemId),
  date: text(row.date),
  number: text(row.number),
  quantity: amount(row.quantity),
  price: amount(row.price),
  unit: text(row.unit),
  partyName: text(row.partyName),
})

/** The last five deals of an item with a party. */
export function useDeals(item: string | undefined, party: string | undefined, side: Side) {
  const may = useSession().may('report.lastPrices')
  return useQuery({
    queryKey: ['report', 'last-prices', item, party, side],
    queryFn: async ({ signal }) =>
      (await rowsOf('last-prices', { item: item ?? '', side, ...(party === undefined ? {} : { party }) }, signal)).map(
        deal,
      ),
    enabled: may && item !== undefined && party !== undefined,
    staleTime: 30_000,
  })
}

/** The last five deals of an item with anyone. */
export function useAllDeals(item: string | undefined, side: Side) {
  const may = useSession().may('report.lastPrices')
  return useQuery({
    queryKey: ['report', 'last-prices', item, 'all', side],
    queryFn: async ({ signal }) => (await rowsOf('last-prices', { item: item ?? '', side }, signal)).map(deal),
    enabled: may && item !== undefined,
    staleTime: 30_000,
  })
}

/** The last price of every item of a party, by item. */
export async function fetchLastPrices(party: string, side: Side): Promise<ReadonlyMap<string, Deal>> {
  const rows = await rowsOf('last-prices', { party, side })
  return new Map(rows.map(deal).map((one) => [one.itemId, one]))
}

export type StockRow = {
  readonly itemId: string
  readonly warehouseId: string
  readonly warehouse: string
  readonly quantity: string
  readonly demand: string
  readonly supply: string
  readonly available: string
  readonly held: string
  /** Missing for who may not see costs. */
  readonly unitCost: string | null
}

const stockRow = (row: Row): StockRow => ({
  itemId: text(row.itemId),
  warehouseId: text(row.warehouseId),
  warehouse: text(row.warehouse),
  quantity: amount(row.quantity),
  demand: amount(row.demand),
  supply: amount(row.supply),
  available: amount(row.available),
  held: amount(row.held),
  unitCost: text(row.unitCost) === '' ? null : text(row.unitCost),
})

const blockSize = 150

/** Stock of some items: over all warehouses, or by warehouse. */
export async function fetchStock(
  items: readonly string[],
  options: { warehouse?: string; byWarehouse?: boolean },
  signal?: AbortSignal,
): Promise<readonly StockRow[]> {
  // An address holds only so many items.
  const blocks = Array.from({ length: Math.ceil(items.length / blockSize) }, (_, index) =>
    items.slice(index * blockSize, (index + 1) * blockSize),
  )
  const answers = await Promise.all(
    blocks.map((block) =>
      rowsOf(
        'stock-on-hand',
        {
          items: block.join(','),
          withZero: true,
          ...(options.warehouse === undefined ? {} : { warehouse: options.warehouse }),
          ...(options.byWarehouse === true ? { byWarehouse: true } : {}),
        },
        signal,
      ),
    ),
  )
  return answers.flat().map(stockRow)
}

/** What lies of an item in a bin, and how much of that is free. */
export type BinStock = { readonly quantity: string; readonly available: string }

/** What lies of an item in the bins of a warehouse, by bin. */
export async function fetchBinStock(
  item: string,
  warehouse: string,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, BinStock>> {
  const rows = await rowsOf('stock-position', { item, warehouse }, signal)
  return new Map(
    rows.map((row) => [text(row.binId), { quantity: amount(row.quantity), available: amount(row.available) }]),
  )
}

/** One item in all its quantities, and by warehouse. */
export function useItemStock(item: string | undefined) {
  const may = useSession().may('report.stockOnHand')
  return useQuery({
    queryKey: ['report', 'stock-on-hand', item],
    queryFn: async ({ signal }) => {
      const items = [item ?? '']
      const [whole, places] = await Promise.all([
        fetchStock(items, {}, signal),
        fetchStock(items, { byWarehouse: true }, signal),
      ])
      return { whole: whole[0], places: places.filter((row) => !decimal(row.quantity).isZero()) }
    },
    enabled: may && item !== undefined,
    staleTime: 10_000,
  })
}

/** What the lines' items have in stock, in the warehouse if one is chosen. Asked in blocks as items are added. */
export function useLineStock(items: readonly string[], warehouse: string | undefined) {
  const may = useSession().may('report.stockOnHand')
  const sorted = useMemo(() => [...new Set(items)].sort(), [items])
  const answer = useQuery({
    queryKey: ['report', 'stock-on-hand', 'lines', warehouse, sorted],
    queryFn: ({ signal }) => fetchStock(sorted, warehouse === undefined ? {} : { warehouse }, signal),
    enabled: may && sorted.length > 0,
    placeholderData: (was) => was,
    staleTime: 10_000,
  })
  const { data } = answer
  return useMemo(() => new Map((data ?? []).map((row) => [row.itemId, row])), [data])
}
