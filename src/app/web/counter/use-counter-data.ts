import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { api, type ListPage } from '../../../ui/api/client.ts'
import type { JsonRow } from '../../../ui/derive/values.ts'
import { rowText } from '../catalogue/row-text.ts'
import { useSession } from '../session/session.ts'
import type { CounterItem } from './counter-state.ts'

export type CounterAccount = { readonly id: string; readonly name: string; readonly kind: string }
export type CounterPlace = { readonly id: string; readonly name: string }

export type CounterData = {
  readonly ready: boolean
  readonly error: Error | null
  readonly accounts: readonly CounterAccount[]
  readonly warehouses: readonly CounterPlace[]
  readonly priceIncludesTax: boolean
  /** An item known here by its barcode or code: found without asking anyone. */
  readonly known: (code: string) => CounterItem | undefined
  readonly byId: (id: string) => CounterItem | undefined
  /** Items by any part of their text, asked of the server. */
  readonly search: (text: string, signal?: AbortSignal) => Promise<readonly CounterItem[]>
}

/** So many items are kept at the counter; a shop with more finds the rest by asking. */
const mostPages = 20

const keep = { staleTime: 5 * 60_000, refetchOnWindowFocus: false } as const

async function allRows(type: string, signal: AbortSignal): Promise<readonly ListPage<JsonRow>[]> {
  const pages: ListPage<JsonRow>[] = []
  let cursor: string | undefined
  do {
    const page = await api.list<JsonRow>(type, { limit: 500, cursor }, signal)
    pages.push(page)
    cursor = page.next ?? undefined
  } while (cursor !== undefined && pages.length < mostPages)
  return pages
}

function itemOf(row: JsonRow, page: ListPage<JsonRow>, rates: ReadonlyMap<string, string>): CounterItem {
  const unit = rowText(row, 'unit')
  return {
    id: rowText(row, 'id'),
    code: rowText(row, 'code'),
    name: rowText(row, 'name'),
    spec: rowText(row, 'spec'),
    barcode: rowText(row, 'barcode'),
    unit,
    unitName: page.references?.['unit']?.[unit]?.name ?? '',
    price: rowText(row, 'salePrice'),
    taxRate: rates.get(rowText(row, 'taxRate')) ?? '0',
  }
}

const isInUse = (row: JsonRow): boolean => row['disabled'] !== true

/** Everything the counter needs to sell without asking: items, accounts, shops, rates, how prices are meant. */
export function useCounterData(): CounterData {
  const session = useSession()
  const list = (type: string) => ({
    queryKey: ['counter', type],
    queryFn: ({ signal }: { signal: AbortSignal }) => allRows(type, signal),
    ...keep,
  })
  const items = useQuery(list('item'))
  const accounts = useQuery(list('cash-account'))
  const warehouses = useQuery(list('warehouse'))
  const rates = useQuery(list('tax-rate'))
  const company = useQuery({
    queryKey: ['counter', 'company'],
    queryFn: ({ signal }) => api.read<JsonRow>('company', session.company?.id ?? '', signal),
    ...keep,
  })
  const rateOf = useMemo(
    () =>
      new Map(
        (rates.data ?? []).flatMap((page) =>
          page.rows.map((row) => [rowText(row, 'id'), rowText(row, 'rate')] as const),
        ),
      ),
    [rates.data],
  )
  const byCode = useMemo(() => {
    const found = new Map<string, CounterItem>()
    for (const page of items.data ?? []) {
      for (const row of page.rows.filter(isInUse)) {
        const item = itemOf(row, page, rateOf)
        found.set(item.code.toLowerCase(), item)
        if (item.barcode !== '') found.set(item.barcode.toLowerCase(), item)
      }
    }
    return found
  }, [items.data, rateOf])
  const ids = useMemo(() => new Map([...byCode.values()].map((item) => [item.id, item])), [byCode])
  const search = useCallback(
    async (text: string, signal?: AbortSignal) => {
      const page = await api.list<JsonRow>('item', { q: text, limit: 8 }, signal)
      return page.rows.filter(isInUse).map((row) => itemOf(row, page, rateOf))
    },
    [rateOf],
  )
  const named = (pages: readonly ListPage<JsonRow>[] | undefined) =>
    (pages ?? []).flatMap((page) => page.rows).filter(isInUse)
  return {
    ready: [items, accounts, warehouses, rates, company].every((query) => query.data !== undefined),
    error: [items, accounts, warehouses, rates, company].find((query) => query.error !== null)?.error ?? null,
    accounts: named(accounts.data)
      .map((row) => ({ id: rowText(row, 'id'), name: rowText(row, 'name'), kind: rowText(row, 'kind') }))
      .toSorted((a, b) => Number(b.kind === 'cash') - Number(a.kind === 'cash')),
    warehouses: named(warehouses.data).map((row) => ({ id: rowText(row, 'id'), name: rowText(row, 'name') })),
    priceIncludesTax: company.data?.['priceIncludesTax'] !== false,
    known: (code) => byCode.get(code.toLowerCase()),
    byId: (id) => ids.get(id),
    search,
  }
}
