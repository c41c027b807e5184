import { item } from '../src/ledgers/dimensions/item.ts'
import { listSheet } from '../src/kernel/transfer/list-sheet.ts'
import { writeXlsx } from '../src/kernel/transfer/write-xlsx.ts'
import type { Bench } from './kit/product.ts'
import { scaled } from './kit/result.ts'
import type { Result } from './kit/result.ts'

/** X1: a list of a hundred thousand records as a workbook, with the longest the program answered nobody else. */
export const exportOfList = async (bench: Bench): Promise<Result[]> => {
  const company = await bench.company('X1')
  const count = scaled(100_000)
  await company.fill(async (tx) => {
    await tx.query(
      `insert into item (company_id, id, code, name, unit, created_at, created_by, updated_at, updated_by)
       select $1, gen_random_uuid(), 'X' || n, '不锈钢六角螺栓' || n, i.unit, now(), 'bench', now(), 'bench'
       from generate_series(1, $2::integer) n, item i where i.company_id = $1 and i.code = 'I0'`,
      [company.id, count],
    )
  })
  let longest = 0
  let last = performance.now()
  const watch = setInterval(() => {
    const now = performance.now()
    longest = Math.max(longest, now - last - 20)
    last = now
  }, 20)
  const memory = process.memoryUsage().rss
  let most = memory
  const begun = performance.now()
  const sheet = await company.work((work) =>
    listSheet(item, '商品', work, { sort: 'code', filters: [] }, (question) => company.work(question)),
  )
  let bytes = 0
  for await (const chunk of writeXlsx(sheet)) {
    bytes += (chunk as Buffer).length
    most = Math.max(most, process.memoryUsage().rss)
  }
  const ours = performance.now() - begun
  clearInterval(watch)
  return [
    {
      id: 'X1',
      what: `export of ${count} rows as Excel`,
      unit: 'ms',
      ours,
      target: 10_000,
      note: `${(bytes / 1e6).toFixed(1)} MB, ${((most - memory) / 1e6).toFixed(0)} MB more memory at most, nobody waited longer than ${longest.toFixed(0)} ms`,
    },
  ]
}
