import { decimal, sum, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { allocate, cents } from '../../../base/money.ts'

/** A line of a sale as promotions see it. */
export interface PromotedLine {
  readonly item: string
  readonly category: string | null
  /** In the base unit. */
  readonly quantity: Decimal
  /** What it costs before promotions, in cents. */
  readonly amount: Decimal
}

/** A promotion as it is stored. What is null does not limit. */
export interface Promotion {
  readonly name: string
  readonly kind: 'reduction' | 'discount' | 'gift' | 'bundle'
  readonly validFrom: string | null
  readonly validTo: string | null
  readonly priority: number
  readonly isExclusive: boolean
  readonly customer: string | null
  readonly level: string | null
  readonly region: string | null
  readonly segment: string | null
  readonly fromAmount: Decimal | null
  readonly fromQuantity: Decimal | null
  readonly repeats: boolean
  readonly off: Decimal | null
  readonly percentOff: Decimal | null
  readonly bundlePrice: Decimal | null
  /** Empty: all goods. */
  readonly scope: readonly {
    readonly item: string | null
    readonly category: string | null
    readonly quantity: Decimal | null
  }[]
  readonly gifts: readonly { readonly item: string; readonly quantity: Decimal }[]
}

export interface PromotionContext {
  readonly date: string
  readonly customer: string | null
  readonly level: string | null
  readonly region: string | null
  readonly segment: string | null
}

export interface PromotionGift {
  readonly item: string
  readonly quantity: Decimal
  readonly promotion: string
}

/** What promotions make of the lines of a sale: money off each line and why, and the gifts that come with it. */
export interface Promoted {
  readonly off: readonly Decimal[]
  readonly notes: readonly string[]
  readonly gifts: readonly PromotionGift[]
}

const inForce = (rule: Promotion, context: PromotionContext): boolean =>
  (rule.validFrom === null || rule.validFrom <= context.date) &&
  (rule.validTo === null || context.date <= rule.validTo) &&
  (rule.customer === null || rule.customer === context.customer) &&
  (rule.level === null || rule.level === context.level) &&
  (rule.segment === null || rule.segment === '' || rule.segment === context.segment) &&
  (rule.region === null || rule.region === '' || rule.region === context.region)

const inScope = (rule: Promotion, line: PromotedLine): boolean =>
  rule.scope.length === 0 ||
  rule.scope.some(
    (one) => (one.item !== null && one.item === line.item) || (one.category !== null && one.category === line.category),
  )

interface Standing {
  readonly line: PromotedLine
  readonly index: number
  readonly left: Decimal
}

/** How often a promotion's condition is met by what it looks at; zero when it is not. */
const timesOf = (rule: Promotion, standing: readonly Standing[]): number => {
  const amount = sum(standing.map((one) => one.left))
  const quantity = sum(standing.map((one) => one.line.quantity))
  const reached = [
    { from: rule.fromAmount, value: amount },
    { from: rule.fromQuantity, value: quantity },
  ].flatMap(({ from, value }) => (from === null || from.lte(0) ? [] : [value.div(from).floor().toNumber()]))
  if (standing.length === 0 || amount.lte(0)) return 0
  const times = reached.length === 0 ? 1 : Math.min(...reached)
  return rule.repeats ? times : Math.min(times, 1)
}

const spread = (total: Decimal, weights: readonly Decimal[]): Decimal[] => {
  const whole = sum(weights)
  const most = total.gt(whole) ? whole : total
  return most.lte(0) ? weights.map(() => zero) : allocate(most, weights)
}

/** What a set of goods would cost line by line, for as many whole sets as are there. */
const bundled = (rule: Promotion, standing: readonly Standing[]): { sets: number; weights: readonly Decimal[] } => {
  const needs = rule.scope.flatMap(({ item, quantity }) =>
    item === null || quantity === null ? [] : [{ item, quantity }],
  )
  const countOf = (item: string) =>
    sum(standing.filter((one) => one.line.item === item).map((one) => one.line.quantity))
  const sets =
    needs.length === 0 ? 0 : Math.min(...needs.map((need) => countOf(need.item).div(need.quantity).floor().toNumber()))
  const weights = standing.map(({ line, left }) => {
    const need = needs.find((one) => one.item === line.item)
    if (need === undefined || sets === 0) return zero
    return cents(left.times(need.quantity.times(sets)).div(countOf(line.item)))
  })
  return { sets, weights }
}

/** Money off each of the lines it looks at. */
const offOf = (rule: Promotion, standing: readonly Standing[]): readonly Decimal[] => {
  if (rule.kind === 'bundle') {
    const { sets, weights } = bundled(rule, standing)
    const saved = sum(weights).minus((rule.bundlePrice ?? zero).times(sets))
    return sets === 0 || rule.bundlePrice === null ? standing.map(() => zero) : spread(saved, weights)
  }
  const times = timesOf(rule, standing)
  if (times === 0) return standing.map(() => zero)
  if (rule.kind === 'reduction') {
    return spread(
      (rule.off ?? zero).times(times),
      standing.map((one) => one.left),
    )
  }
  return rule.kind === 'discount'
    ? standing.map(({ left }) => cents(left.times(rule.percentOff ?? zero).div(100)))
    : standing.map(() => zero)
}

const giftsOf = (rule: Promotion, standing: readonly Standing[]): PromotionGift[] => {
  const times = rule.kind === 'gift' ? timesOf(rule, standing) : 0
  if (times === 0) return []
  return rule.gifts.map(({ item, quantity }) => ({ item, quantity: quantity.times(times), promotion: rule.name }))
}

/**
 * 促销: applies promotions in the order of their priority, each to what those before it left. One that is exclusive takes only
 * lines that no other has touched, and no other touches them after it. Money is off in cents and adds up (largest remainder).
 */
export const applyPromotions = (
  lines: readonly PromotedLine[],
  promotions: readonly Promotion[],
  context: PromotionContext,
): Promoted => {
  const off = lines.map(() => zero)
  const notes: string[][] = lines.map(() => [])
  const taken: ('free' | 'shared' | 'closed')[] = lines.map(() => 'free')
  const gifts: PromotionGift[] = []
  const rules = promotions.filter((rule) => inForce(rule, context)).toSorted((a, b) => a.priority - b.priority)
  for (const rule of rules) {
    const standing = lines
      .map((line, index) => ({ line, index, left: line.amount.minus(off[index] ?? zero) }))
      .filter(
        ({ line, index }) =>
          inScope(rule, line) && (rule.isExclusive ? taken[index] === 'free' : taken[index] !== 'closed'),
      )
    const given = giftsOf(rule, standing)
    gifts.push(...given)
    for (const [place, amount] of offOf(rule, standing).entries()) {
      const index = standing[place]?.index ?? -1
      if (amount.isZero() && given.length === 0) continue
      off[index] = (off[index] ?? zero).plus(amount)
      notes[index]?.push(amount.isZero() ? rule.name : `${rule.name} -${amount.toString()}`)
      taken[index] = rule.isExclusive ? 'closed' : 'shared'
    }
  }
  return { off, notes: notes.map((words) => words.join('；')), gifts }
}

export interface BillDiscount {
  readonly percent: Decimal | null
  readonly amount: Decimal | null
  /** 抹零: the total goes down to a whole multiple of this. */
  readonly roundDownTo: Decimal | null
}

/** 整单优惠与抹零: what comes off the whole bill, spread over the lines by what they cost, so that they add up to the total. */
export const spreadBillDiscount = (amounts: readonly Decimal[], bill: BillDiscount): readonly Decimal[] => {
  const whole = sum(amounts)
  const percent = cents(whole.times(bill.percent ?? zero).div(100))
  const left = whole.minus(percent).minus(bill.amount ?? zero)
  const rest =
    bill.roundDownTo === null || left.lte(0)
      ? zero
      : left.minus(left.div(bill.roundDownTo).floor().times(bill.roundDownTo))
  return spread(percent.plus(bill.amount ?? zero).plus(rest), amounts)
}

/** What each choice of 抹零 rounds down to: tenths, whole yuan. */
export const roundDownSteps: Readonly<Record<string, Decimal>> = { fen: decimal('0.1'), jiao: decimal('1') }
