import { decimal, round } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { toBase } from '../../../base/unit-ratio.ts'
import { loadReferences } from '../../../kernel/documents/lookup.ts'
import type { Lookup } from '../../../kernel/documents/lookup.ts'
import type { Work, WrittenDraft } from '../../../kernel/posting/work.ts'
import { item, ratePercent, ratioOf, taxRate } from '../../../ledgers/dimensions/item.ts'
import { currentUnitCosts } from '../../../ledgers/stock/unit-costs.ts'
import { priceList } from '../../sales/index.ts'
import { placesOf, stockTransfer } from './stock-transfer.ts'

type Transfer = WrittenDraft<typeof stockTransfer>
type Line = Transfer['tables']['lines'][number]

const one = decimal(1)
const hundred = decimal(100)

/** Of the list's prices for the item in the line's unit, that with the highest quantity that the line reaches; without tax. */
const listed = (header: Transfer['header'], line: Line, lookup: Lookup): Decimal | undefined => {
  const list = lookup(priceList, header.priceList)
  const record = lookup(item, line.item)
  if (list === undefined || record === undefined) return undefined
  const unit = line.unit ?? record.unit
  const [best] = list.lines
    .filter((each) => each.item === line.item && (each.unit ?? record.unit) === unit)
    .filter((each) => each.fromQuantity === null || line.quantity?.gte(each.fromQuantity) === true)
    .toSorted((a, b) => (b.fromQuantity ?? one.minus(one)).cmp(a.fromQuantity ?? one.minus(one)))
  if (best === undefined) return undefined
  const rate = ratePercent(lookup(taxRate, record.taxRate))
  return list.includesTax === false ? best.price : round(best.price.div(rate.div(hundred).plus(one)), 10)
}

/** The cost where the goods come from, in the line's unit, with so many percent on it. */
const markedUp = (
  { header, cost }: { readonly header: Transfer['header']; readonly cost: Decimal | undefined },
  line: Line,
  lookup: Lookup,
): Decimal | undefined => {
  const record = lookup(item, line.item)
  const ratio = record === undefined ? undefined : ratioOf(record, line.unit)
  if (ratio === undefined || cost === undefined || !header.markUpPercent) return undefined
  return round(cost.times(toBase(one, ratio)).times(header.markUpPercent.div(hundred).plus(one)), 10)
}

const fromOf = (header: Transfer['header'], line: Line) => placesOf(header, line)?.from ?? ''

/** What the price was found by: while it stays the same, a price changed by hand is left alone. */
const basisOf = (header: Transfer['header'], line: Line): string =>
  header.priceBy === 'priceList'
    ? `list/${header.priceList ?? ''}/${line.item ?? ''}/${line.unit ?? ''}`
    : `cost/${header.markUpPercent?.toString() ?? ''}/${line.item ?? ''}/${line.unit ?? ''}/${fromOf(header, line)}`

/** Prices by a list, or by so many percent on the cost, for transfers that ask for them. */
export const withTransferPrices = async (work: Work, drafts: readonly Transfer[]): Promise<readonly Transfer[]> => {
  const asking = drafts.filter(({ header }) => header.priceBy === 'priceList' || header.priceBy === 'markUp')
  if (asking.length === 0) return drafts
  const goods = asking.flatMap(({ header, tables }) =>
    tables.lines.flatMap((line) => (line.item ? [{ item: line.item, warehouse: fromOf(header, line) }] : [])),
  )
  const [costs, lookup] = await Promise.all([
    currentUnitCosts(work, goods),
    loadReferences(
      work,
      asking.flatMap(({ header, tables }) => [
        { fields: stockTransfer.header, values: header },
        ...tables.lines.map((values) => ({ fields: stockTransfer.tables.lines.fields, values })),
      ]),
    ),
  ])
  const priced = (header: Transfer['header'], line: Line): Line => {
    const inPriceBasis = basisOf(header, line)
    if (line.inPrice && line.inPriceBasis === inPriceBasis) return line
    const cost = costs.get(`${line.item ?? ''}/${fromOf(header, line)}`)
    const inPrice =
      header.priceBy === 'priceList' ? listed(header, line, lookup) : markedUp({ header, cost }, line, lookup)
    return inPrice === undefined ? line : { ...line, inPrice, inPriceBasis }
  }
  return drafts.map((draft) =>
    asking.includes(draft)
      ? { ...draft, tables: { lines: draft.tables.lines.map((line) => priced(draft.header, line)) } }
      : draft,
  )
}
