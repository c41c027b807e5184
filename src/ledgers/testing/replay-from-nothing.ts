import type { CalendarDate } from '../../base/calendar-date.ts'
import { centsText, microsText, toCents, toMicros } from '../../base/fixed-point.ts'
import type { Json } from '../../base/json.ts'
import type { Work } from '../../kernel/posting/work.ts'
import { loadRange, loadMovements } from '../stock/chain.ts'
import type { CostMethodName } from '../stock/costing/cost-method.ts'
import { firstMethod } from '../stock/fold-chain.ts'
import { stepOf } from '../stock/fold-movement.ts'
import { walkMonths } from '../stock/pools.ts'
import { readStandards } from '../stock/standards.ts'

interface PoolRow {
  readonly pool: string
  readonly item: string
  readonly method: CostMethodName
  readonly quantity: string
  readonly amount: string
  readonly state: Json
}

const sameState = (a: Json, b: Json): boolean => JSON.stringify(ordered(a)) === JSON.stringify(ordered(b))

const ordered = (json: Json): Json => {
  if (Array.isArray(json)) return json.map(ordered)
  if (typeof json !== 'object' || json === null) return json
  return Object.fromEntries(
    Object.entries(json)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => [key, ordered(value)]),
  )
}

const replayPool = async (work: Work, row: PoolRow): Promise<string[]> => {
  const chain = await loadRange(work, [row.pool], '0001-01-01' as CalendarDate, '9999-12-31' as CalendarDate)
  const own = new Set(chain.map((m) => m.entry))
  const elsewhere = chain.flatMap((m) => (m.source !== null && !own.has(m.source) ? [m.source] : []))
  const sources = new Map((await loadMovements(work, elsewhere)).map((m) => [m.entry, m.slices]))
  const standards = (await readStandards(work, [row.item])).get(row.item) ?? []
  const walker = walkMonths({ pool: row.pool, standards }, firstMethod(chain) ?? row.method, null, null)
  const faults: string[] = []
  for (const m of chain) {
    const step = stepOf(walker, m, (entry) => sources.get(entry))
    sources.set(m.entry, step.slices)
    const markup = step.markup ?? 0n
    if (markup !== m.markup) {
      const what = `${m.document.type} ${m.kind} ${m.date} ${microsText(m.quantity)}`
      faults.push(`${what}: mark-up stored ${centsText(m.markup)}, replayed ${centsText(markup)}`)
    }
    if (step.amount !== m.stored) {
      const what = `${m.document.type} ${m.kind} ${m.date} ${microsText(m.quantity)}`
      faults.push(`${what}: stored ${centsText(m.stored)}, replayed ${centsText(step.amount)}`)
    }
  }
  const { costing } = walker
  if (costing.quantity() !== toMicros(row.quantity) || costing.amount() !== toCents(row.amount)) {
    const ends = `${microsText(costing.quantity())} worth ${centsText(costing.amount())}`
    faults.push(`the pool is stored with ${row.quantity} worth ${row.amount}, replayed ${ends}`)
  }
  if (row.state !== null && !sameState(row.state, costing.freeze())) {
    faults.push(`the state is ${JSON.stringify(row.state)}, replayed ${JSON.stringify(costing.freeze())}`)
  }
  return faults.slice(0, 3).map((fault) => `replay from nothing, pool ${row.pool}: ${fault}`)
}

/** Folds every pool again from nothing and compares each movement's cost, to the cent, and the pool's end. */
export const replayDifferences = async (work: Work): Promise<string[]> => {
  const rows = await work.tx.rows<PoolRow>(
    `select pool, item, method, quantity, amount, state from cost_pool where company_id = $1 order by pool`,
    [work.company],
  )
  const faults: string[] = []
  for (const row of rows) faults.push(...(await replayPool(work, row)))
  return faults
}
