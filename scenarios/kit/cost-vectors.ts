import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A movement of a vector: in at a unit cost, or out. */
export interface VectorMove {
  readonly day: number
  readonly quantity: string
  /** Undefined for goods out. */
  readonly unitCost?: string
}

/** Movements with the answers that are known for them. */
export interface CostVector {
  readonly name: string
  readonly method: 'movingAverage' | 'fifo' | 'monthlyAverage'
  readonly moves: readonly VectorMove[]
  /** The cost of each issue in order of its day; of the monthly average their sum may be all that was published. */
  readonly issues: readonly string[]
  readonly closing: { readonly quantity: string; readonly amount: string }
  readonly negativeStock?: 'allow'
}

const caseA: readonly VectorMove[] = [
  { day: 1, quantity: '100', unitCost: '10' },
  { day: 5, quantity: '60' },
  { day: 10, quantity: '100', unitCost: '12' },
  { day: 20, quantity: '80' },
]
const caseB: readonly VectorMove[] = [...caseA, { day: 3, quantity: '50', unitCost: '9' }]

const vector = (
  name: string,
  method: CostVector['method'],
  moves: readonly VectorMove[],
  issues: readonly string[],
  quantity: string,
  amount: string,
): CostVector => ({ name, method, moves, issues, closing: { quantity, amount } })

/** The product's own vectors: case B is case A with a receipt that is typed last and dated before. */
const own: readonly CostVector[] = [
  vector('case A', 'movingAverage', caseA, ['600.00', '914.29'], '60', '685.71'),
  vector('case B', 'movingAverage', caseB, ['580.00', '871.58'], '110', '1198.42'),
  vector('case A', 'fifo', caseA, ['600.00', '880.00'], '60', '720.00'),
  vector('case B', 'fifo', caseB, ['600.00', '760.00'], '110', '1290.00'),
  vector('case A', 'monthlyAverage', caseA, ['660.00', '880.00'], '60', '660.00'),
  vector('case B', 'monthlyAverage', caseB, ['636.00', '848.00'], '110', '1166.00'),
]

interface Published {
  readonly id: string
  readonly method?: string
  readonly moves: readonly (readonly [way: string, quantity: number, unitCost?: string])[]
  readonly expect: {
    readonly issue_cost?: readonly string[]
    readonly closing_qty?: string
    readonly closing_value?: string
    readonly fifo?: {
      readonly issue_cost: readonly string[]
      readonly closing_qty: string
      readonly closing_value: string
    }
    readonly moving_average?: { readonly issue_cost: readonly string[]; readonly closing_value: string }
    readonly month_weighted_average?: { readonly issue_total: string; readonly closing_value: string }
  }
}

const methodOf = { fifo: 'fifo', moving_average: 'movingAverage' } as const

const movesOf = ({ moves }: Published): VectorMove[] =>
  moves.map(([, quantity, unitCost], index) => ({
    day: index + 1,
    quantity: String(quantity),
    ...(unitCost === undefined ? {} : { unitCost }),
  }))

const published = (one: Published): CostVector[] => {
  const moves = movesOf(one)
  const { expect } = one
  const { fifo, moving_average: average, month_weighted_average: month } = expect
  if (fifo !== undefined && average !== undefined && month !== undefined) {
    return [
      vector(one.id, 'fifo', moves, fifo.issue_cost, fifo.closing_qty, fifo.closing_value),
      vector(one.id, 'movingAverage', moves, average.issue_cost, fifo.closing_qty, average.closing_value),
      vector(one.id, 'monthlyAverage', moves, [month.issue_total], fifo.closing_qty, month.closing_value),
    ]
  }
  const method = Object.entries(methodOf).find(([name]) => name === one.method)?.[1]
  if (method === undefined || expect.issue_cost === undefined) return []
  const closing = { quantity: expect.closing_qty ?? '', amount: expect.closing_value ?? '' }
  const isShort = closing.quantity.startsWith('-')
  return [
    { name: one.id, method, moves, issues: expect.issue_cost, closing, ...(isShort ? { negativeStock: 'allow' } : {}) },
  ]
}

const file = join(process.env['SUANPAN_DATA'] ?? '../shared/data', 'costing', 'inventory-scenarios.json')

/** All vectors; says aloud when the published ones are missing. */
export const costVectors = (): readonly CostVector[] => {
  if (!existsSync(file)) {
    console.warn(`left out: the published cost scenarios, ${file} is missing`)
    return own
  }
  const found = JSON.parse(readFileSync(file, 'utf8')) as readonly Published[]
  return [...own, ...found.flatMap(published)]
}
