import { item } from '../src/ledgers/dimensions/item.ts'
import { readTable } from '../src/kernel/transfer/read-table.ts'
import { runImport } from '../src/kernel/transfer/run-import.ts'
import type { Bench, BenchCompany } from './kit/product.ts'
import { scaled } from './kit/result.ts'
import type { Result } from './kit/result.ts'

const options = { fileName: 'items.csv', mapping: {}, update: false, post: false, defaults: {} }

/** Items with a unit, a tax rate, a barcode and names of their own, as a file of comma separated text. */
const fileOf = (prefix: string, count: number): Buffer =>
  Buffer.from(
    [
      '编码,名称,规格型号,条码,基本单位,税率',
      ...Array.from({ length: count }, (_, n) => {
        const number = String(n).padStart(6, '0')
        return `${prefix}${number},不锈钢六角螺栓${prefix}${number},M${n % 30}×${n % 100},69${prefix}${number},PCS,VAT13`
      }),
    ].join('\r\n'),
  )

const time = async (step: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now()
  await step()
  return performance.now() - begun
}

const importItems = (company: BenchCompany, prefix: string, count: number): Promise<number> =>
  time(() =>
    company.work(async (work) => {
      const outcome = await runImport(work, item, await readTable(fileOf(prefix, count), false), options)
      if (outcome.created !== count)
        throw new Error(`only ${outcome.created} of ${count}: ${JSON.stringify(outcome.errors[0])}`)
    }),
  )

/** Writes the same rows into the same tables without looking at them. */
const floorOf = (company: BenchCompany, prefix: string, count: number): Promise<number> =>
  time(() =>
    company.fill(async (tx) => {
      const numbers = Array.from({ length: count }, (_, n) => `${prefix}${String(n).padStart(6, '0')}`)
      await tx.query(
        `with made as (
           insert into item (company_id, id, code, name, barcode, unit, tax_rate, created_at, created_by, updated_at, updated_by)
           select $1, gen_random_uuid(), r.code, '不锈钢六角螺栓' || r.code, r.code, i.unit, i.tax_rate, now(), 'bench', now(), 'bench'
           from unnest($2::text[]) r(code), item i where i.company_id = $1 and i.code = 'I0' returning id, code, name)
         insert into search_text (company_id, type, record_id, code, label, text) select $1, 'item', id, code, name, ' ' || code || ' ' || name from made`,
        [company.id, numbers],
      )
    }),
  )

/** I1: an import of ten thousand items, every row of which is read, checked, found by its pinyin and kept in the trail. */
export const importOfItems = async (bench: Bench): Promise<Result[]> => {
  const company = await bench.company('I1')
  const count = scaled(10_000)
  await importItems(company, 'W', Math.min(count, 1000))
  const turns = ['A', 'B', 'C']
  const ours: number[] = []
  const floors: number[] = []
  const cpu = { program: 0, database: 0 }
  for (const turn of turns) {
    floors.push(await floorOf(company, `F${turn}`, count))
    const before = { program: process.cpuUsage(), database: bench.databaseCpu() }
    ours.push(await importItems(company, `T${turn}`, count))
    const { user, system } = process.cpuUsage(before.program)
    cpu.program += (user + system) / 1000 / turns.length / count
    cpu.database += (bench.databaseCpu() - before.database) / turns.length / count
  }
  return [
    {
      id: 'I1',
      what: `import of ${count} items`,
      unit: 'ms',
      ours: Math.min(...ours),
      floor: Math.min(...floors),
      target: 2000,
      cpu: cpu.program,
      databaseCpu: cpu.database,
      note: 'processor time a row; the floor keeps the index of the search too',
    },
  ]
}
