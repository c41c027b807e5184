import { expect, it } from 'vitest'
import { Problem } from '../src/kernel/definition/problem.ts'
import { snake } from '../src/kernel/definition/define.ts'
import { testDatabase } from '../src/kernel/database/testing.ts'
import { brokenInvariants } from '../src/ledgers/testing/invariants.ts'
import { nextOperation } from './random/operations.ts'
import type { Operation } from './random/operation.ts'
import { openWorld } from './random/world.ts'
import type { World } from './random/world.ts'

const number = (name: string, otherwise: number) => Number(process.env[name] ?? otherwise)

const seed = number('SUANPAN_SEED', 1)
/** Operations of each company. */
const operations = number('SUANPAN_OPERATIONS', 120)
const concurrency = number('SUANPAN_CONCURRENCY', 6)
const batch = number('SUANPAN_BATCH', 40)
/** Told and checked after each operation: to find the one that broke something (with SUANPAN_CONCURRENCY=1). */
const isTold = process.env['SUANPAN_TOLD'] === '1'

const database = await testDatabase({ migrated: true })

/** Refusals in plain words are the product at work; anything else is a fault. */
const attempt = async (operation: Operation): Promise<string | undefined> => {
  try {
    await operation.run()
    if (isTold) console.log(`done    ${operation.name}`)
    return undefined
  } catch (error) {
    if (!(error instanceof Problem)) {
      return `${operation.name}\n  ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
    }
    if (isTold) console.log(`refused ${operation.name}: ${error.message}`)
    return undefined
  }
}

const inParallel = async (world: World, tasks: readonly Operation[]): Promise<string[]> => {
  const waiting = [...tasks]
  const faults: string[] = []
  const worker = async () => {
    for (let task = waiting.shift(); task !== undefined && faults.length === 0; task = waiting.shift()) {
      const fault = await attempt(task)
      if (fault !== undefined) faults.push(fault)
      if (isTold) faults.push(...(await check(world)))
    }
  }
  await Promise.all(Array.from({ length: concurrency }, worker))
  return faults
}

const check = (world: World): Promise<string[]> =>
  world.books.inWork((work) =>
    brokenInvariants(work, {
      mayRunShort: world.settings['negativeStock'] === 'allow',
      documentTables: [...world.books.installed.catalogue.documents.keys()].map(snake),
    }),
  )

const companies = [
  { costMethod: 'movingAverage' },
  { costMethod: 'fifo' },
  { costMethod: 'movingAverage', costPool: 'warehouse', receivableBasis: 'invoice' },
  { costMethod: 'fifo', costPool: 'warehouse', payableBasis: 'receipt' },
  { costMethod: 'movingAverage', negativeStock: 'allow' },
  { costMethod: 'fifo', negativeStock: 'allow', costPool: 'warehouse' },
  { costMethod: 'monthlyAverage' },
  { costMethod: 'standard', costPool: 'warehouse', negativeStock: 'allow' },
  { costMethod: 'monthlyAverage', negativeStock: 'allow', receivableBasis: 'invoice', taxpayer: 'smallScale' },
] as const

/** Companies whose items are costed in every way there is, and change it. */
const everyMethod: readonly Readonly<Record<string, string>>[] = [{ costPool: 'warehouse' }, { negativeStock: 'allow' }]

/** Companies whose main warehouse keeps bins. */
const withBins: readonly Readonly<Record<string, string>>[] = [{ costMethod: 'fifo' }, { negativeStock: 'allow' }]

const worlds = [
  ...companies.map((settings) => ({ settings, everyMethod: false, keepsBins: false })),
  ...everyMethod.map((settings) => ({ settings, everyMethod: true, keepsBins: false })),
  ...withBins.map((settings, index) => ({ settings, everyMethod: index > 0, keepsBins: true })),
]

it.each(
  worlds.map(({ settings, ...ways }, index) => ({
    settings,
    ways,
    index,
    name: [
      ...Object.values<string>(settings),
      ...(ways.everyMethod ? ['every method'] : []),
      ...(ways.keepsBins ? ['bins'] : []),
    ].join(' '),
  })),
)(
  'the books hold whatever is done to them: $name',
  { timeout: 60_000 + operations * 1000 },
  async ({ settings, ways, index }) => {
    const world = await openWorld(database, settings, seed * 100 + index, ways)
    for (let done = 0; done < operations; done += batch) {
      const tasks = Array.from({ length: Math.min(batch, operations - done) }, () => nextOperation(world))
      const faults = await inParallel(world, tasks)
      faults.push(...(await check(world)))
      expect(faults.slice(0, 6), `seed ${seed}, after ${done + tasks.length} operations`).toEqual([])
    }
  },
)
