import { kebab } from '../../../kernel/definition/define.ts'
import { api } from '../../../ui/api/client.ts'
import type { SourceOf } from '../../../ui/derive/form-field.ts'
import { labelOf } from '../../../ui/derive/label.ts'
import type { JsonRow } from '../../../ui/derive/values.ts'
import type { PickerColumn, Reference, ReferenceSource } from '../../../ui/field/field.ts'
import { currentLanguage, t } from '../../../ui/language.ts'
import { formatDecimalText } from '../../../ui/number/decimal-text.ts'
import { fetchBinStock, fetchStock, type BinStock, type Deal } from './rail-data.ts'

/** What a picker of items tells beside their names; read when a search is made, so that the sources stay the same. */
export type PickerFigures = {
  readonly warehouse: () => string | undefined
  readonly warehouseName: () => string | undefined
  /** Where goods go to, in documents that move them. */
  readonly into: () => string | undefined
  /** The item of the line that is written. */
  readonly item: () => string | undefined
  /** The last price of each item for the party of the document. */
  readonly lastPrices: () => Promise<ReadonlyMap<string, Deal>>
  readonly showsStock: boolean
  readonly showsBins: boolean
  readonly showsPrices: boolean
}

const text = (value: JsonRow[string] | undefined): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

const enabled = { field: 'disabled', op: 'eq', value: false } as const

const plainReference = (row: JsonRow, details?: Readonly<Record<string, string>>): Reference => ({
  id: text(row['id']),
  code: text(row['code']),
  name: text(row['name']),
  ...(details === undefined ? {} : { details }),
})

async function rowsWhere(address: string, field: string, values: readonly string[]): Promise<readonly JsonRow[]> {
  const blocks = Array.from({ length: Math.ceil(values.length / 100) }, (_, index) =>
    values.slice(index * 100, (index + 1) * 100),
  )
  const pages = await Promise.all(
    blocks.map((block) =>
      api.list<JsonRow>(address, { filter: JSON.stringify([{ field, op: 'in', value: block }, enabled]), limit: 500 }),
    ),
  )
  return pages.flatMap((page) => page.rows)
}

/** One record for a text that only the search itself finds: a name, initials, the barcode of another unit. */
async function onlyMatch(address: string, query: string): Promise<Reference | null> {
  const { rows } = await api.list<JsonRow>(address, { q: query, limit: 3, filter: JSON.stringify([enabled]) })
  const exact = rows.find((row) => text(row['name']) === query || text(row['code']) === query)
  const found = exact ?? (rows.length === 1 ? rows[0] : undefined)
  return found === undefined ? null : plainReference(found)
}

/** Finds many at once: by code, then by barcode, and the few that are left one by one. */
async function resolveAll(
  address: string,
  texts: readonly string[],
  fields: readonly string[],
): Promise<readonly (Reference | null)[]> {
  const found = new Map<string, Reference>()
  for (const field of fields) {
    const missing = [...new Set(texts)].filter((one) => !found.has(one))
    if (missing.length === 0) break
    const rows = await rowsWhere(address, field, missing)
    for (const row of rows) found.set(text(row[field]), plainReference(row))
  }
  const rest = [...new Set(texts)].filter((one) => !found.has(one)).slice(0, 30)
  const searched = await Promise.all(rest.map(async (one) => [one, await onlyMatch(address, one)] as const))
  for (const [one, reference] of searched) if (reference !== null) found.set(one, reference)
  return texts.map((one) => found.get(one) ?? null)
}

const codeAndName = (): PickerColumn[] => [
  { key: 'code', label: currentLanguage() === 'en' ? 'Code' : '编码' },
  { key: 'name', label: currentLanguage() === 'en' ? 'Name' : '名称' },
]

/** Records by code and name. */
function plainSource(address: string, label: string): ReferenceSource {
  const isParty = ['customer', 'supplier', 'party'].includes(address)
  const columns: PickerColumn[] = isParty
    ? [
        ...codeAndName(),
        { key: 'contact', label: currentLanguage() === 'en' ? 'Contact' : '联系人', tone: 'faint' },
        { key: 'phone', label: currentLanguage() === 'en' ? 'Phone' : '电话', tone: 'faint' },
      ]
    : codeAndName()
  return {
    key: address,
    label,
    columns,
    search: async (query, signal) => {
      const page = await api.list<JsonRow>(address, { q: query, limit: 20, filter: JSON.stringify([enabled]) }, signal)
      return {
        rows: page.rows.map((row) =>
          plainReference(row, isParty ? { contact: text(row['contact']), phone: text(row['phone']) } : undefined),
        ),
      }
    },
    resolve: (texts) => resolveAll(address, texts, ['code']),
  }
}

/** The bins of a warehouse, with what lies in each of the item of the line. */
function binSource(label: string, figures: PickerFigures, warehouse: () => string | undefined): ReferenceSource {
  const stockColumns: PickerColumn[] = figures.showsBins
    ? [
        { key: 'stock', label: t('document.stock'), align: 'end', format: {} },
        { key: 'available', label: t('rail.available'), align: 'end', format: {} },
      ]
    : []
  return {
    key: 'bin',
    label,
    columns: [...codeAndName(), ...stockColumns],
    search: async (query, signal) => {
      const [place, item] = [warehouse(), figures.item()]
      const within = place === undefined ? [enabled] : [enabled, { field: 'warehouse', op: 'eq', value: place }]
      const [page, there] = await Promise.all([
        api.list<JsonRow>('bin', { q: query, limit: 20, filter: JSON.stringify(within) }, signal),
        figures.showsBins && item !== undefined && place !== undefined
          ? fetchBinStock(item, place, signal)
          : new Map<string, BinStock>(),
      ])
      return {
        rows: page.rows.map((row) => {
          const held = there.get(text(row['id']))
          return plainReference(row, { stock: held?.quantity ?? '', available: held?.available ?? '' })
        }),
      }
    },
    resolve: (texts) => resolveAll('bin', texts, ['code']),
  }
}

function itemSource(label: string, figures: PickerFigures): ReferenceSource {
  const english = currentLanguage() === 'en'
  const priceColumns: PickerColumn[] = figures.showsPrices
    ? [
        { key: 'price', label: t('rail.lastPrice'), align: 'end', format: { min: 2, max: 6 } },
        { key: 'date', label: t('rail.date'), align: 'end', tone: 'faint' },
      ]
    : []
  const stockColumns: PickerColumn[] = figures.showsStock
    ? [
        { key: 'stock', label: t('document.stock'), align: 'end', format: {} },
        { key: 'available', label: t('rail.available'), align: 'end', format: {} },
      ]
    : []
  return {
    key: 'item',
    label,
    columns: [
      ...codeAndName(),
      { key: 'spec', label: english ? 'Specification' : '规格' },
      ...stockColumns,
      ...priceColumns,
    ],
    search: async (query, signal) => {
      const page = await api.list<JsonRow>('item', { q: query, limit: 20, filter: JSON.stringify([enabled]) }, signal)
      const warehouse = figures.warehouse()
      const [stock, prices] = await Promise.all([
        figures.showsStock
          ? fetchStock(
              page.rows.map((row) => text(row['id'])),
              warehouse === undefined ? {} : { warehouse },
              signal,
            )
          : [],
        figures.showsPrices ? figures.lastPrices() : new Map<string, Deal>(),
      ])
      const held = new Map(stock.map((row) => [row.itemId, row]))
      const note = figures.warehouseName()
      return {
        rows: page.rows.map((row) => {
          const id = text(row['id'])
          const last = prices.get(id)
          const isService = row['isService'] === true
          return plainReference(row, {
            spec: text(row['spec']),
            stock: isService ? '' : (held.get(id)?.quantity ?? '0'),
            available: isService ? '' : (held.get(id)?.available ?? '0'),
            price: last?.price ?? text(row['salePrice']),
            date: last?.date.slice(5) ?? (text(row['salePrice']) === '' ? '' : english ? 'list' : '零售价'),
          })
        }),
        ...(note === undefined ? {} : { note }),
      }
    },
    resolve: (texts) => resolveAll('item', texts, ['code', 'barcode']),
  }
}

const sourceOfAddress = (address: string, label: string, name: string, figures: PickerFigures): ReferenceSource => {
  if (address === 'item') return itemSource(label, figures)
  if (address === 'bin') return binSource(label, figures, name === 'toBin' ? figures.into : figures.warehouse)
  return plainSource(address, label)
}

/** Where the references of a document are found. One source an address, the same for as long as the page is open. */
export function documentSources(figures: PickerFigures): SourceOf {
  const made = new Map<string, ReferenceSource>()
  return (name, field) => {
    const target = field.facet ?? field.target?.name
    if (target === undefined || target === 'partyEntry') return undefined
    const address = kebab(target)
    const label = labelOf(field, name)
    const key = `${address}/${label}`
    const known = made.get(key)
    if (known !== undefined) return known
    const source = sourceOfAddress(address, label, name, figures)
    made.set(key, source)
    return source
  }
}

/** A quantity for a sentence. */
export const quantityText = (value: string): string => formatDecimalText(value, { max: 6 })
