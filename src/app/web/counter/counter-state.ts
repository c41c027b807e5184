import { decimal, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { amountsWithTax } from '../../../base/tax-amounts.ts'

/** An item as the counter knows it; figures are text, as they travel. */
export type CounterItem = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly spec: string
  readonly barcode: string
  readonly unit: string
  readonly unitName: string
  readonly price: string
  readonly taxRate: string
}

export type CounterLine = {
  readonly item: CounterItem
  readonly quantity: string
  readonly price: string
  /** The cashier set the price; else it follows the price lists. */
  readonly isByHand?: boolean
}

/** What a line comes to by the price lists and promotions. */
export type PricedLine = {
  readonly price: string
  readonly gross: Decimal
  /** Why: the price's source and the promotions. */
  readonly note: string
}

/** A gift of a promotion, laid beside the goods. */
export type CounterGift = { readonly item: CounterItem; readonly quantity: string; readonly note: string }

/** The counter as the server prices it: line by line, with gifts. */
export type PricedCounter = { readonly lines: readonly PricedLine[]; readonly gifts: readonly CounterGift[] }

/** The customer at the counter, where they are known. */
export type CounterMember = { readonly id: string; readonly name: string; readonly phone: string }

/** What lies on the counter; the selected line is the one that keys change. */
export type Counter = {
  readonly lines: readonly CounterLine[]
  readonly selected: number
  readonly member?: CounterMember | undefined
  /** 不参加促销: the lists' prices alone. */
  readonly withoutPromotions?: boolean
}

export const emptyCounter: Counter = { lines: [], selected: -1 }

/** What was typed or scanned: a quantity before a star, and the code. `3*6901234` is three of it; `3*` waits for one. */
export function readScan(text: string): { readonly quantity: string | null; readonly code: string } {
  const found = /^(\d{1,6}(?:\.\d{1,6})?)[*×xX](.*)$/.exec(text.trim())
  return found === null
    ? { quantity: null, code: text.trim() }
    : { quantity: found[1] ?? null, code: (found[2] ?? '').trim() }
}

/** One more of an item: on its line if the price is the same, else on a new one; either is selected. */
export function addItem(counter: Counter, item: CounterItem, quantity = '1'): Counter {
  const at = counter.lines.findIndex((line) => line.item.id === item.id && line.isByHand !== true)
  if (at < 0) {
    const lines = [...counter.lines, { item, quantity, price: item.price }]
    return { ...counter, lines, selected: counter.lines.length }
  }
  const lines = counter.lines.map((line, index) =>
    index === at ? { ...line, quantity: decimal(line.quantity).plus(quantity).toString() } : line,
  )
  return { ...counter, lines, selected: at }
}

/** Changes the selected line; a quantity of nothing takes it off. */
export function changeLine(counter: Counter, change: Partial<Pick<CounterLine, 'quantity' | 'price'>>): Counter {
  const byHand = change.price === undefined ? {} : { isByHand: true }
  const lines = counter.lines.map((line, index) =>
    index === counter.selected ? { ...line, ...change, ...byHand } : line,
  )
  if (change.quantity === undefined || decimal(change.quantity).gt(zero)) return { ...counter, lines }
  return removeLine(counter)
}

/** Some more or fewer of the selected line. */
export function addQuantity(counter: Counter, more: number): Counter {
  const line = counter.lines[counter.selected]
  return line === undefined ? counter : changeLine(counter, { quantity: decimal(line.quantity).plus(more).toString() })
}

export function removeLine(counter: Counter): Counter {
  const lines = counter.lines.filter((_line, index) => index !== counter.selected)
  return { ...counter, lines, selected: Math.min(counter.selected, lines.length - 1) }
}

export function moveSelection(counter: Counter, by: 1 | -1): Counter {
  const selected = Math.min(Math.max(counter.selected + by, 0), counter.lines.length - 1)
  return { ...counter, selected }
}

type Sold = Pick<CounterLine, 'item' | 'quantity' | 'price'> & {
  /** In percent. */
  readonly discount?: string
  readonly allowance?: string
}

const figure = (text: string | undefined): Decimal => decimal(text === undefined || text === '' ? '0' : text)

/** What a line comes to with tax. */
export function lineGross(line: Sold, priceIncludesTax: boolean): Decimal {
  return amountsWithTax({
    quantity: decimal(line.quantity),
    price: figure(line.price),
    priceIncludesTax,
    taxRate: figure(line.item.taxRate),
    discountPercent: figure(line.discount),
    allowance: figure(line.allowance),
  }).gross
}

/** The counter by what the items say, before the server is heard. */
export function pricedAtOnce(counter: Counter, priceIncludesTax: boolean): PricedCounter {
  const lines = counter.lines.map((line) => ({
    price: line.price,
    gross: lineGross(line, priceIncludesTax),
    note: '',
  }))
  return { lines, gifts: [] }
}

/** What is to be paid. */
export function counterGross(priced: PricedCounter): Decimal {
  return priced.lines.reduce((sum, line) => sum.plus(line.gross), zero)
}

/** 抹零: what is given up to make the sum round to ten cents or to whole yuan. */
export function roundedOff(gross: Decimal, to: 'none' | 'dime' | 'yuan'): Decimal {
  if (to === 'none') return zero
  const unit = decimal(to === 'dime' ? '0.1' : '1')
  return gross.minus(gross.div(unit).floor().times(unit))
}

/** What is still to be paid, and what goes back of what was given. */
export function tenderState(
  due: Decimal,
  tenders: readonly string[],
): { readonly missing: Decimal; readonly change: Decimal } {
  const given = tenders.reduce((sum, text) => (text === '' ? sum : sum.plus(text)), zero)
  const left = due.minus(given)
  return left.isNegative() ? { missing: zero, change: left.neg() } : { missing: left, change: zero }
}
