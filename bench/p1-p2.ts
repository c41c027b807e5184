import { cycle, deliveredOf, openCycle, plenty } from './kit/cycle.ts'
import { floorPost } from './kit/floor.ts'
import type { Bench } from './kit/product.ts'
import { drive, together } from './kit/rate.ts'
import type { Rate } from './kit/rate.ts'
import { percentile } from './kit/result.ts'
import type { Result } from './kit/result.ts'

const warmSeconds = 4

/** P1, P2: the cycle over HTTP with one or sixteen clients, in slices between slices of the floor. */
export const cycleOverHttp = async (
  bench: Bench,
  id: string,
  clients: number,
  { stated, target }: { stated: number; target: number },
): Promise<Result> => {
  const company = await bench.company(id)
  const ask = await bench.signIn(company.id)
  await ask('/api/purchase-receipt?then=post', plenty)
  const failures: string[] = []
  const writers = Array.from({ length: clients }, () => ({
    n: 0,
    next: openCycle(async (kind, body) => deliveredOf(await ask(`${kind.path}?then=post`, body))),
  }))
  const post = async (client: number) => {
    const writer = writers[client]
    if (writer === undefined) return
    await writer.next(writer.n).catch((error: unknown) => failures.push(String(error)))
    writer.n += 1
  }
  for (let n = 0; n < 3 * cycle.length; n += 1) await post(0)
  // As the server does by itself within seconds: tables that were empty are counted anew.
  await bench.product.database.owner.query('analyze')
  // A server runs for days: what it compiles, plans and connects first is not measured, of ours or of the floor.
  await drive(clients, post, warmSeconds)
  await drive(clients, () => floorPost(bench), 1)
  const ours: Rate[] = []
  const floors: Rate[] = []
  let cpu = 0
  let databaseCpu = 0
  for (let slice = 0; slice < 3; slice += 1) {
    const before = [bench.serverCpu(), bench.databaseCpu()] as const
    ours.push(await drive(clients, post))
    cpu += bench.serverCpu() - before[0]
    databaseCpu += bench.databaseCpu() - before[1]
    floors.push(await drive(clients, () => floorPost(bench)))
  }
  const all = together(ours)
  const floor = together(floors).perSecond
  if (failures.length > 0) console.log(`${id}: ${failures.length} failed, first: ${failures[0]}`)
  return {
    id,
    what: `cycle over HTTP, ${clients} client${clients === 1 ? '' : 's'}`,
    unit: 'documents/s',
    ours: all.perSecond,
    floor,
    target: (target * floor) / stated,
    cpu: cpu / all.count,
    databaseCpu: databaseCpu / all.count,
    note: `p95 ${percentile(all.took, 0.95).toFixed(0)} ms, ${failures.length} of ${all.count} failed`,
  }
}
