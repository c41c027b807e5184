import type { Cents, Micros, UnitCost } from './cost-method.ts'

/** What a pool has at the beginning of the month. */
export interface OpeningPool {
  readonly pool: string
  /** Negative when goods are short; the amount is then minus their provisional cost. */
  readonly quantity: Micros
  readonly amount: Cents
  /** The unit cost of the month before, or what else is known (rule 16). */
  readonly lastUnit?: UnitCost
}

/**
 * At a given cost: receipts, returns of earlier months' sales at the cost of that month, and, both figures negative,
 * purchase returns. A quantity of zero is value alone.
 */
export interface GivenMovement {
  readonly kind: 'given'
  readonly pool: string
  readonly entry: string
  readonly quantity: Micros
  readonly amount: Cents
}

/** At the month's unit cost: goods out and, negative, the return in the same month of what went out in it. */
export interface IssueMovement {
  readonly kind: 'issue'
  readonly pool: string
  readonly entry: string
  readonly quantity: Micros
}

/** Goods of one pool, in a conversion. */
export interface PoolLine {
  readonly pool: string
  readonly entry: string
  readonly quantity: Micros
}

/** Goods that come of a conversion, with their weight in its cost; when all weigh zero they share alike. */
export interface ProductLine extends PoolLine {
  readonly share: bigint
}

/**
 * Goods become other goods at their cost: a transfer between pools (one to one), an assembly (many to one), a disassembly
 * (one to many), a rework. What is added is cost from elsewhere, such as labour.
 */
export interface ConversionMovement {
  readonly kind: 'conversion'
  readonly from: readonly PoolLine[]
  readonly to: readonly ProductLine[]
  readonly added: Cents
}

/** What happened in a month, for the carry at its end. */
export type MonthMovement = GivenMovement | IssueMovement | ConversionMovement

/** A conversion under way: what its lines cost, as far as it is known. */
export interface Conversion {
  readonly movement: ConversionMovement
  readonly costs: Map<PoolLine, Cents>
}

/** A line of a conversion, with the conversion. */
export interface ConversionLine<Line extends PoolLine = PoolLine> {
  readonly line: Line
  readonly conversion: Conversion
}

/** All that happened to a pool in the month. */
export interface PoolMonth {
  readonly opening: OpeningPool
  readonly given: { quantity: Micros; amount: Cents }
  readonly issues: IssueMovement[]
  readonly outs: ConversionLine[]
  readonly ins: ConversionLine<ProductLine>[]
}

/** Sorts the month's movements by pool. Throws a RangeError for a pool without opening, or a conversion without goods. */
export function monthFlows(
  openings: readonly OpeningPool[],
  movements: readonly MonthMovement[],
): ReadonlyMap<string, PoolMonth> {
  const months = new Map<string, PoolMonth>()
  for (const opening of openings) {
    months.set(opening.pool, { opening, given: { quantity: 0n, amount: 0n }, issues: [], outs: [], ins: [] })
  }
  for (const movement of movements) {
    if (movement.kind === 'conversion') {
      addConversion(months, movement)
      continue
    }
    const month = monthOfPool(months, movement.pool)
    if (movement.kind === 'issue') month.issues.push(movement)
    else {
      month.given.quantity += movement.quantity
      month.given.amount += movement.amount
    }
  }
  return months
}

function addConversion(months: ReadonlyMap<string, PoolMonth>, movement: ConversionMovement): void {
  const lines = [...movement.from, ...movement.to]
  if (movement.from.length === 0 || movement.to.length === 0 || lines.some((line) => line.quantity <= 0n)) {
    throw new RangeError('a conversion takes goods and gives goods')
  }
  const conversion: Conversion = { movement: withShares(movement), costs: new Map() }
  for (const line of conversion.movement.from) monthOfPool(months, line.pool).outs.push({ line, conversion })
  for (const line of conversion.movement.to) monthOfPool(months, line.pool).ins.push({ line, conversion })
}

function withShares(movement: ConversionMovement): ConversionMovement {
  if (movement.to.some((line) => line.share !== 0n)) return movement
  return { ...movement, to: movement.to.map((line) => ({ ...line, share: 1n })) }
}

/** The month of a pool. Throws a RangeError when it was not given. */
export function monthOfPool(months: ReadonlyMap<string, PoolMonth>, pool: string): PoolMonth {
  const month = months.get(pool)
  if (month === undefined) throw new RangeError(`cost pool ${pool} has no opening`)
  return month
}

function totalQuantity(lines: readonly ConversionLine[]): Micros {
  return lines.reduce((total, { line }) => total + line.quantity, 0n)
}

/** What the month's unit cost is spread over: what was there and what came in. What was short is an issue of this month. */
export function quantityToCost({ opening, given, ins }: PoolMonth): Micros {
  return (opening.quantity > 0n ? opening.quantity : 0n) + given.quantity + totalQuantity(ins)
}

/** What is there at the end. */
export function closingQuantity({ opening, given, ins, issues, outs }: PoolMonth): Micros {
  const issued = issues.reduce((total, issue) => total + issue.quantity, 0n)
  return opening.quantity + given.quantity + totalQuantity(ins) - issued - totalQuantity(outs)
}
