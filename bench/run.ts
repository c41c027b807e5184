import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import { makeFloor } from './kit/floor.ts'
import { openBench } from './kit/product.ts'
import type { Bench } from './kit/product.ts'
import { isReached, tableOf } from './kit/result.ts'
import type { Result } from './kit/result.ts'
import { costAYear } from './c1.ts'
import { backdatedReceipt } from './c2.ts'
import { importOfItems } from './i1.ts'
import { closeOfMonth } from './m1.ts'
import { cycleOverHttp } from './p1-p2.ts'
import { cycleInProcess } from './p3.ts'
import { waitsOfDocuments } from './p5.ts'
import { cycleOnFullBooks } from './p6.ts'
import { stockOnHand } from './r1.ts'
import { stockOnDay } from './r2.ts'
import { trialBalance } from './r3.ts'
import { agedReceivables } from './r4.ts'
import { longLists } from './r5.ts'
import { stockReports } from './r6.ts'
import { tracedGoods } from './t1.ts'

const workloads: Readonly<Record<string, (bench: Bench) => Promise<readonly Result[]>>> = {
  P1: async (bench) => [await cycleOverHttp(bench, 'P1', 1, { stated: 609, target: 100 })],
  P2: async (bench) => [await cycleOverHttp(bench, 'P2', 16, { stated: 988, target: 250 })],
  P3: cycleInProcess,
  P5: waitsOfDocuments,
  P6: cycleOnFullBooks,
  R1: stockOnHand,
  R2: stockOnDay,
  R3: trialBalance,
  R4: agedReceivables,
  R5: longLists,
  R6: stockReports,
  C1: costAYear,
  C2: backdatedReceipt,
  I1: importOfItems,
  M1: closeOfMonth,
  T1: tracedGoods,
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((id) => !Object.hasOwn(workloads, id))
if (unknown.length > 0)
  throw new Error(`no workload ${unknown.join(', ')}; there are ${Object.keys(workloads).join(', ')}`)

const bench = await openBench()
const results: Result[] = []
const failed: string[] = []
try {
  await makeFloor(bench)
  for (const [id, run] of Object.entries(workloads)) {
    if (wanted.length > 0 && !wanted.includes(id)) continue
    const begun = performance.now()
    try {
      const measured = await run(bench)
      results.push(...measured)
      console.log(tableOf(measured))
    } catch (error) {
      failed.push(id)
      console.error(`${id} failed: ${error instanceof Error ? error.stack : String(error)}`)
    }
    console.log(`${id} took ${((performance.now() - begun) / 1000).toFixed(0)} s`)
  }
} finally {
  await bench.close()
}
const load = loadavg().map((one) => one.toFixed(1))
console.log(
  `\n${availableParallelism()} processors, load ${load.join(' ')}, Node ${process.version}\n\n${tableOf(results)}`,
)
const folder = join(import.meta.dirname, 'results')
mkdirSync(folder, { recursive: true })
const at = new Date().toISOString()
const report = results.map((one) => ({ ...one, reached: isReached(one) }))
writeFileSync(
  join(folder, `${at.replaceAll(':', '-')}.json`),
  JSON.stringify({ at, load, processors: availableParallelism(), results: report }, null, 2),
)
if (failed.length > 0) process.exitCode = 1
