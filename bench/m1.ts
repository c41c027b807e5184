import { actOn } from '../src/kernel/documents/actions.ts'
import { createDocument } from '../src/kernel/documents/documents.ts'
import { purchaseReceipt } from '../src/domains/purchasing/index.ts'
import { openCycle, plenty } from './kit/cycle.ts'
import type { Bench } from './kit/product.ts'
import { scaled } from './kit/result.ts'
import type { Result } from './kit/result.ts'

const month = new Date().toISOString().slice(0, 7)

/**
 * M1: 月末结账 of a month of ten thousand documents with five lines each, posted through the product: every voucher reviewed and
 * booked, profit carried forward, all checks green, costs frozen, in one go.
 */
export const closeOfMonth = async (bench: Bench): Promise<Result[]> => {
  const company = await bench.company('M1')
  await company.work(async (work) =>
    actOn(work, purchaseReceipt, await createDocument(work, purchaseReceipt, plenty), 'post', {}),
  )
  const openWriter = () =>
    openCycle((kind, body) =>
      company.work(async (work) => {
        const made = await createDocument(work, kind.definition, body)
        const { header, tables } = await actOn(work, kind.definition, made, 'post', {})
        return { id: String(header['id']), lines: (tables['lines'] ?? []).map((line) => String(line['id'])) }
      }),
    )
  const documents = scaled(10_000)
  const writers = 8
  await Promise.all(
    Array.from({ length: writers }, async () => {
      const next = openWriter()
      for (let n = 0; n < documents / writers; n += 1) await next(n)
    }),
  )
  await bench.product.context.followUps.settle(company.id)
  await bench.product.database.owner.query('analyze')
  const close = bench.product.context.installed.processes.get('closePeriod')
  if (close === undefined) throw new Error('no process closes a month')
  const progress = { report: async () => {}, cancelled: async () => false }
  const begun = performance.now()
  await close.run({ period: month, bookAll: true }, (step) => company.work(step), progress)
  const ours = performance.now() - begun
  const [booked] = await company.work((work) =>
    work.tx.rows<{ vouchers: number }>(
      `select count(*)::integer as vouchers from voucher_booking where company_id = $1`,
      [work.company],
    ),
  )
  return [
    {
      id: 'M1',
      what: `close of a month of ${documents} documents`,
      unit: 'ms',
      ours,
      target: 60_000,
      note: `${booked?.vouchers ?? 0} vouchers reviewed and booked`,
    },
  ]
}
