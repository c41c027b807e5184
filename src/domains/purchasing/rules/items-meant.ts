import type { Decimal } from '../../../base/decimal.ts'
import type { InvoicedLine, MatchTolerances, ReceivedLine } from './compared-lines.ts'
import { differsInNumbers, nameLikeness } from './name-likeness.ts'

/** Less like than this is something else; and two names this near to each other are not told apart by name. */
const enough = 0.62
const near = 0.07

const likenessOf = (line: InvoicedLine, names: readonly string[]): number => {
  const whole = `${line.name} ${line.spec ?? ''}`
  if (differsInNumbers(whole, names.join(' '))) return 0
  const written = [line.name, whole]
  return Math.max(...written.flatMap((one) => names.map((name) => nameLikeness(one, name))))
}

const unitNet = (net: Decimal, quantity: Decimal): number => net.div(quantity).toNumber()

/** How far the price is from what we know it to be; a name that two goods share is told apart by it. */
const priceDistance = (line: InvoicedLine, open: readonly ReceivedLine[]): number => {
  const { quantity } = line
  if (quantity === null || quantity.isZero()) return Number.POSITIVE_INFINITY
  const price = unitNet(line.net, quantity)
  const distances = open.flatMap((each) =>
    [each.quantity, each.baseQuantity].map((count) => Math.abs(price / unitNet(each.net, count) - 1)),
  )
  return Math.min(...distances)
}

/**
 * Our items that a supplier's line may mean: the one that somebody named, else those whose name is most like it. Of several
 * that are as like, the one whose price fits, if it is the only one.
 */
export const itemsMeant = (
  line: InvoicedLine,
  received: readonly ReceivedLine[],
  { pricePercent }: MatchTolerances,
): readonly string[] => {
  if (line.item !== null) return [line.item]
  const byItem = Map.groupBy(received, (each) => each.item)
  const liked = [...byItem]
    .map(([item, open]) => ({ item, open, likeness: likenessOf(line, open[0]?.names ?? []) }))
    .filter((each) => each.likeness >= enough)
  const best = Math.max(...liked.map((each) => each.likeness))
  const alike = liked.filter((each) => each.likeness >= best - near)
  if (alike.length <= 1) return alike.map((each) => each.item)
  const close = pricePercent.div(100).toNumber() + 0.0005
  const fitting = alike.filter((each) => priceDistance(line, each.open) <= close)
  return (fitting.length === 1 ? fitting : alike).map((each) => each.item)
}
