import { actOn } from '../src/kernel/documents/actions.ts'
import { createDocument } from '../src/kernel/documents/documents.ts'
import { purchaseReceipt } from '../src/domains/purchasing/index.ts'
import { cycle, openCycle, plenty } from './kit/cycle.ts'
import { floorPost } from './kit/floor.ts'
import type { Bench } from './kit/product.ts'
import { drive, together } from './kit/rate.ts'
import type { Rate } from './kit/rate.ts'
import type { Result } from './kit/result.ts'

/** P3: the cycle in this process, with one client and with sixteen, against the floor. */
export const cycleInProcess = async (bench: Bench): Promise<Result[]> => {
  const company = await bench.company('P3')
  await company.work(async (work) =>
    actOn(work, purchaseReceipt, await createDocument(work, purchaseReceipt, plenty), 'post', {}),
  )
  const openWriter = () => ({
    n: 0,
    next: openCycle((kind, body) =>
      company.work(async (work) => {
        const made = await createDocument(work, kind.definition, body)
        const { header, tables } = await actOn(work, kind.definition, made, 'post', {})
        return { id: String(header['id']), lines: (tables['lines'] ?? []).map((line) => String(line['id'])) }
      }),
    ),
  })
  const writers = Array.from({ length: 16 }, openWriter)
  const post = async (client: number) => {
    const writer = writers[client]
    if (writer === undefined) return
    await writer.next(writer.n)
    writer.n += 1
  }
  for (let n = 0; n < 3 * cycle.length; n += 1) await post(0)
  // As the server does by itself within seconds: tables that were empty are counted anew.
  await bench.product.database.owner.query('analyze')
  const results: Result[] = []
  for (const clients of [1, 16]) {
    const ours: Rate[] = []
    const floors: Rate[] = []
    await drive(clients, post, 3)
    await drive(clients, () => floorPost(bench), 1)
    for (let slice = 0; slice < 3; slice += 1) {
      ours.push(await drive(clients, post))
      floors.push(await drive(clients, () => floorPost(bench)))
    }
    const floor = together(floors).perSecond
    results.push({
      id: 'P3',
      what: `posting in process, ${clients} at once`,
      unit: 'documents/s',
      ours: together(ours).perSecond,
      floor,
      target: 0.4 * floor,
    })
  }
  return results
}
