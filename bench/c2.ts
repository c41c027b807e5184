import { otherIssue, otherReceipt, stockReason } from '../src/domains/inventory/index.ts'
import type { AnyDocument } from '../src/kernel/definition/record.ts'
import { actOn } from '../src/kernel/documents/actions.ts'
import { createDocument } from '../src/kernel/documents/documents.ts'
import type { JsonObject } from '../src/kernel/documents/draft.ts'
import { createEntity } from '../src/kernel/documents/entities.ts'
import type { Bench, BenchCompany } from './kit/product.ts'
import { scaled } from './kit/result.ts'
import type { Result } from './kit/result.ts'

const linesEach = 500
const month = new Date().toISOString().slice(0, 7)

const post = (company: BenchCompany, definition: AnyDocument, input: JsonObject) =>
  company.work(async (work) => actOn(work, definition, await createDocument(work, definition, input), 'post', {}))

/** Reads the entries after a day by their index and writes as many rows: what any way of doing it has to pay. */
const floorOf = (company: BenchCompany, itemCode: string) =>
  company.fill(async (tx) => {
    await tx.query('create temporary table written (like stock_entry including indexes) on commit drop')
    const rows = await tx.rows<{ id: string }>(
      `select e.* from stock_entry e join item i on i.company_id = $1 and i.id = e.item
       where e.company_id = $1 and i.code = $2 order by e.date, e.sequence`,
      [company.id, itemCode],
    )
    await tx.query(
      `insert into written select e.* from unnest($2::uuid[]) x(id) join stock_entry e on e.company_id = $1 and e.id = x.id`,
      [company.id, rows.map((row) => row.id)],
    )
  })

const time = async (step: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now()
  await step()
  return performance.now() - begun
}

/** C2: a receipt dated before many issues that are posted already, which changes what each of them cost. */
export const backdatedReceipt = async (bench: Bench): Promise<Result[]> => {
  const results: Result[] = []
  const sizes = [1000, 10_000, ...(process.env['SUANPAN_BENCH_LONG'] === '1' ? [100_000] : [])].map(scaled)
  for (const [index, size] of sizes.entries()) {
    const company = await bench.company(`C2${index}`)
    await company.work((work) =>
      createEntity(work, stockReason, { code: 'USE', name: '自用', direction: 'both', role: 'adminExpense' }),
    )
    const head = { warehouse: 'MAIN', reason: 'USE' }
    const receive = (date: string, quantity: number, unitCost: string) =>
      post(company, otherReceipt, { ...head, date, lines: [{ item: 'I0', quantity: String(quantity), unitCost }] })
    await receive(`${month}-01`, size * 2, '10')
    for (let done = 0; done < size; done += linesEach) {
      const count = Math.min(linesEach, size - done)
      const lines = Array.from({ length: count }, () => ({ item: 'I0', quantity: '1' }))
      await post(company, otherIssue, { ...head, date: `${month}-10`, lines })
    }
    const floors: number[] = []
    const ours: number[] = []
    // Of each the best of three: what was corrected before is read and written again, by both.
    for (const price of ['13', '14', '15']) {
      floors.push(await time(() => floorOf(company, 'I0')))
      ours.push(await time(() => receive(`${month}-05`, size, price)))
    }
    const [floor, best] = [Math.min(...floors), Math.min(...ours)]
    results.push({ id: 'C2', what: `receipt before ${size} issues`, unit: 'ms', ours: best, floor, target: 2 * floor })
  }
  return results
}
