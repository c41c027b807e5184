import { decimal, round, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { toBase } from '../../../base/unit-ratio.ts'
import { isUnused } from '../../../kernel/documents/shared-records.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { ratioOf } from '../../../ledgers/dimensions/item.ts'
import type { ItemRecord } from '../../../ledgers/dimensions/item.ts'
import { referencePrice } from '../../../ledgers/priced-lines.ts'
import { priceList } from '../entities/price-list.ts'
import type { PriceCandidate } from '../rules/choose-price.ts'

/** Who buys, when, and how prices are meant. */
export interface Sale {
  readonly date: string
  readonly customer: string | null
  readonly level: string | null
  readonly region: string | null
  readonly segment: string | null
  readonly includesTax: boolean
  /** In what is sold where it is not the book currency, and what one of it is worth. */
  readonly foreign: { readonly code: string; readonly rate: Decimal } | null
}

/** Goods whose price is asked for, in a unit of theirs. */
export interface Wanted {
  readonly item: ItemRecord
  readonly unit: ItemRecord['unit']
  /** In percent. */
  readonly taxRate: Decimal
}

interface ListRow {
  readonly item: string
  readonly unit: string | null
  readonly from_quantity: string | null
  readonly price: string
  readonly kind: 'customer' | 'level' | 'promotion' | 'wholesale'
  readonly code: string
  readonly includes_tax: boolean | null
  readonly since: string | null
  readonly currency: string | null
}

interface DealRow {
  readonly item: string
  readonly unit: string | null
  readonly price: string
  readonly number: string
  readonly date: string
  readonly includes_tax: boolean | null
}

/** Prices that may hold for some goods, by item: of the lists in force, and of the last deals with the customer. */
export interface KnownPrices {
  readonly lists: ReadonlyMap<string, readonly ListRow[]>
  readonly deals: ReadonlyMap<string, readonly DealRow[]>
}

/** A sale takes the prices of lists in its own currency, and those in the book currency at its rate. */
const currenciesOf = (work: Work, { foreign }: Sale): string[] => [
  String(work.settings['currency'] ?? 'CNY'),
  ...(foreign === null ? [] : [foreign.code]),
]

const inBooks = (price: Decimal, currency: string | null, { foreign }: Sale): Decimal =>
  foreign !== null && currency === foreign.code ? price.times(foreign.rate) : price

const listRows = async (work: Work, sale: Sale, items: readonly string[]): Promise<ListRow[]> =>
  isUnused(work, priceList.name) ? [] : askLists(work, sale, items)

const askLists = (work: Work, sale: Sale, items: readonly string[]) =>
  work.tx.rows<ListRow>(
    `select l.item, l.unit, l.from_quantity, l.price, p.kind, p.code, p.includes_tax, p.valid_from as since, p.currency
     from price_list p join price_list_line l on l.company_id = $1 and l.owner_id = p.id
     where p.company_id = $1 and not p.disabled and l.item = any($2::uuid[])
       and (p.valid_from is null or p.valid_from <= $3) and (p.valid_to is null or p.valid_to >= $3)
       and (p.kind <> 'customer' or p.customer = $4) and (p.kind <> 'level' or p.level = $5)
       and (p.region is null or p.region = $6) and (p.currency is null or p.currency = any($7::text[]))
     order by p.code, l.line_no`,
    [work.company, items, sale.date, sale.customer, sale.level, sale.region, currenciesOf(work, sale)],
  )

/** How far back a last price is looked for: over so many deliveries to the customer, so that asking stays quick for ever. */
const recentDeliveries = 300

// A price before any discount: what promotions took off then is not taken off again.
const dealRows = (work: Work, sale: Sale, items: readonly string[]) =>
  work.tx.rows<DealRow>(
    `select distinct on (l.item, l.unit) l.item, l.unit, l.price, h.number, h.date, h.price_includes_tax as includes_tax
     from (select id, number, date, price_includes_tax from sales_delivery
           where company_id = $1 and customer = $2 and state in ('posted', 'closed') and reverses is null and date <= $4
           order by date desc, id desc limit ${recentDeliveries}) h
     join sales_delivery_line l on l.company_id = $1 and l.owner_id = h.id
     where l.item = any($3::uuid[]) and l.price is not null and l.price <> 0
       and not exists (select 1 from sales_delivery r where r.company_id = $1 and r.reverses = h.id)
     order by l.item, l.unit, h.date desc, h.number desc, l.line_no`,
    [work.company, sale.customer, items, sale.date],
  )

/** Asks the lists and the last deals for the goods of a sale at once. */
export const knownPrices = async (
  work: Work,
  sale: Sale,
  { listed, dealt }: { readonly listed: readonly string[]; readonly dealt: readonly string[] },
): Promise<KnownPrices> => {
  const [lists, deals] = await Promise.all([
    listRows(work, sale, listed),
    sale.customer === null || dealt.length === 0 ? [] : dealRows(work, sale, dealt),
  ])
  return { lists: Map.groupBy(lists, (row) => row.item), deals: Map.groupBy(deals, (row) => row.item) }
}

/** A price in one unit and basis as one in another: by the units' ratio, with or without the tax. */
const turned = (price: Decimal, wanted: Wanted, of: { unit: ItemRecord['unit']; includesTax: boolean }, sale: Sale) => {
  const [from, to] = [ratioOf(wanted.item, of.unit), ratioOf(wanted.item, wanted.unit)]
  if (from === undefined || to === undefined) return undefined
  const inUnit = of.unit === wanted.unit ? price : price.times(toBase(decimal(1), to)).div(toBase(decimal(1), from))
  const factor = wanted.taxRate.div(100).plus(1)
  if (of.includesTax === sale.includesTax) return of.unit === wanted.unit ? price : round(inUnit, 10)
  return round(sale.includesTax ? inUnit.times(factor) : inUnit.div(factor), 6)
}

const unitOf = (wanted: Wanted, id: string | null): ItemRecord['unit'] =>
  wanted.item.units.find((other) => other.unit === id)?.unit ?? wanted.item.unit

/** Every price that goods might be sold for, in the line's unit and as the document's prices are meant. */
export const candidatesFor = (known: KnownPrices, wanted: Wanted, sale: Sale): readonly PriceCandidate[] => {
  const { item, unit } = wanted
  const lists = (known.lists.get(item.id) ?? []).flatMap((row): PriceCandidate[] => {
    const of = { unit: unitOf(wanted, row.unit), includesTax: row.includes_tax !== false }
    const price = turned(inBooks(decimal(row.price), row.currency, sale), wanted, of, sale)
    const ratio = ratioOf(item, of.unit)
    if (price === undefined || ratio === undefined) return []
    const from = row.from_quantity === null ? zero : toBase(decimal(row.from_quantity), ratio)
    return [{ source: row.kind, price, from, since: row.since ?? '', name: row.code }]
  })
  const deals = (known.deals.get(item.id) ?? []).flatMap((row): PriceCandidate[] => {
    // 同单位: the price of a box says nothing sure about the price of a piece.
    const same = (row.unit ?? item.unit) === unit && (row.includes_tax !== false) === sale.includesTax
    return same ? [{ source: 'last', price: decimal(row.price), from: zero, since: row.date, name: row.number }] : []
  })
  const retail = referencePrice(item, unit, 'salePrice')
  return [
    ...lists,
    ...deals,
    ...(retail === null ? [] : [{ source: 'retail' as const, price: retail, from: zero, since: '', name: '' }]),
  ]
}
