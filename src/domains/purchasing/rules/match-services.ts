import type { Decimal } from '../../../base/decimal.ts'
import { decimal, zero } from '../../../base/decimal.ts'
import type { InvoicedLine, MatchTolerances } from './compared-lines.ts'
import type { MatchFinding, MatchReason } from './match-invoice.ts'
import { plainName } from './name-likeness.ts'

/** A service that we buy, by our own name for it. */
export interface KnownService {
  readonly item: string
  readonly name: string
}

/** What is open of an order's line of a service; it moves no stock, and is invoiced from the order itself. */
export interface OrderedService {
  readonly order: string
  readonly line: string
  readonly item: string
  readonly unit: string
  /** Open, in the line's unit. */
  readonly quantity: Decimal
  /** The net of what is open. */
  readonly net: Decimal
  readonly taxRate: Decimal
}

/** A line of our invoice for a service; without an order it is an expense by its role, for a person to confirm. */
export interface ServiceDraw {
  readonly from: string
  readonly item: string
  readonly unit: string | null
  readonly quantity: Decimal
  readonly net: Decimal
  readonly tax: Decimal
  readonly taxRate: Decimal
  readonly ordered: Pick<OrderedService, 'order' | 'line'> | null
}

export interface ServicesQuestion {
  readonly lines: readonly InvoicedLine[]
  readonly services: readonly KnownService[]
  readonly ordered: readonly OrderedService[]
  readonly tolerances: MatchTolerances
}

export interface ServicesOutcome {
  readonly draws: readonly ServiceDraw[]
  readonly findings: readonly MatchFinding[]
  /** The lines that are no service. */
  readonly rest: readonly InvoicedLine[]
}

/** Which service a line is, where its item or its very name says so. */
const serviceOf = (line: InvoicedLine, services: readonly KnownService[]): string | undefined => {
  const name = plainName(line.name)
  const [found, ...others] = services.filter((each) =>
    line.item === null ? plainName(each.name) === name : each.item === line.item,
  )
  return others.length === 0 ? found?.item : undefined
}

const isWithin = (net: Decimal, expected: Decimal, { pricePercent, amount }: MatchTolerances): boolean => {
  const percent = expected.abs().times(pricePercent).div(100)
  return net
    .minus(expected)
    .abs()
    .lte(percent.gt(amount) ? percent : amount)
}

const refusal = (line: InvoicedLine, reason: MatchReason, open: OrderedService): MatchFinding => ({
  reason,
  lines: [line.id],
  item: open.item,
  near: [],
  expectedQuantity: open.quantity,
  expectedNet: open.net,
})

type Matched = { readonly draw: ServiceDraw } | { readonly finding: MatchFinding }

const matched = (
  line: InvoicedLine,
  item: string,
  open: readonly OrderedService[],
  asked: ServicesQuestion,
): Matched => {
  const { net, tax, taxRate } = line
  const drawn = { from: line.id, item, net, tax, taxRate }
  const [oldest] = open
  if (oldest === undefined) {
    return { draw: { ...drawn, unit: null, quantity: line.quantity ?? decimal(1), ordered: null } }
  }
  // A service billed without a quantity is all of it.
  const enough = open.filter((each) => line.quantity === null || line.quantity.lte(each.quantity))
  const [near = oldest] = enough
  const expected = (each: OrderedService) => each.net.times(line.quantity ?? each.quantity).div(each.quantity)
  const fits = enough.filter((each) => each.taxRate.eq(taxRate) && isWithin(net, expected(each), asked.tolerances))
  const [chosen] = fits
  if (chosen !== undefined) {
    const quantity = line.quantity ?? chosen.quantity
    return { draw: { ...drawn, unit: chosen.unit, quantity, ordered: { order: chosen.order, line: chosen.line } } }
  }
  if (enough.length === 0) return { finding: refusal(line, 'quantity', oldest) }
  return { finding: refusal(line, near.taxRate.eq(taxRate) ? 'price' : 'tax', near) }
}

/**
 * Parts the services of a supplier's invoice from its goods: those that were ordered are of the oldest order that they fit,
 * the others an expense of their own.
 */
export const matchServices = (question: ServicesQuestion): ServicesOutcome => {
  const taken = new Map<string, Decimal>()
  const draws: ServiceDraw[] = []
  const findings: MatchFinding[] = []
  const rest: InvoicedLine[] = []
  for (const line of question.lines) {
    const item = serviceOf(line, question.services)
    if (item === undefined) {
      rest.push(line)
      continue
    }
    const open = question.ordered.flatMap((each) => {
      const left = each.quantity.minus(taken.get(each.line) ?? zero)
      if (each.item !== item || !left.isPositive() || left.isZero()) return []
      return [{ ...each, quantity: left, net: each.net.times(left).div(each.quantity) }]
    })
    const outcome = matched(line, item, open, question)
    if ('finding' in outcome) findings.push(outcome.finding)
    else {
      draws.push(outcome.draw)
      const { ordered, quantity } = outcome.draw
      if (ordered !== null) taken.set(ordered.line, (taken.get(ordered.line) ?? zero).plus(quantity))
    }
  }
  return { draws, findings, rest }
}
