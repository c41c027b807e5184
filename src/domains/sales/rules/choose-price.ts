import type { Decimal } from '../../../base/decimal.ts'

/** Where a price comes from, in the trade's usual order. */
export const priceSources = {
  customer: '客户专价',
  last: '最近售价',
  level: '等级价',
  promotion: '促销价',
  wholesale: '批发价',
  retail: '零售价',
} as const
export type PriceSource = keyof typeof priceSources

export interface PriceCandidate {
  readonly source: PriceSource
  /** In the line's unit, with or without tax as the document's prices are. */
  readonly price: Decimal
  /** From how many base units on it holds. */
  readonly from: Decimal
  /** The day since when it holds; the later of two wins. */
  readonly since: string
  /** What it is called: the list's code, the document's number. */
  readonly name: string
}

const isSource = (name: string): name is PriceSource => Object.hasOwn(priceSources, name)

/** The order of a setting such as `customer,last,retail`; undefined when it names something else or one twice. */
export const readPriceOrder = (text: string): readonly PriceSource[] | undefined => {
  const names = text.split(/[,，\s]+/).filter((name) => name !== '')
  const known = names.filter(isSource)
  return names.length === 0 || known.length !== names.length || new Set(known).size !== names.length ? undefined : known
}

/** 价格跟踪: the first source of the order that has a price for the quantity; of one source the highest break, then the latest. */
export const choosePrice = (
  candidates: readonly PriceCandidate[],
  order: readonly PriceSource[],
  quantity: Decimal,
): PriceCandidate | undefined => {
  const reached = candidates.filter((one) => one.from.lte(quantity))
  for (const source of order) {
    const [best] = reached
      .filter((one) => one.source === source)
      .toSorted((a, b) => b.from.cmp(a.from) || (a.since < b.since ? 1 : a.since > b.since ? -1 : 0))
    if (best !== undefined) return best
  }
  return undefined
}

/** 客户专价 JG001 满 100 起: which source a price was taken from, and why that one. */
export const explainPrice = ({ source, name, from }: PriceCandidate): string =>
  [priceSources[source], name, from.isZero() ? '' : `满 ${from.toString()}`].filter((part) => part !== '').join(' ')
