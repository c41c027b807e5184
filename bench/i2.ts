import { otherReceipt, stockReason } from '../src/domains/inventory/index.ts'
import { createEntity } from '../src/kernel/documents/entities.ts'
import { readSeparated } from '../src/kernel/transfer/read-table.ts'
import { openBatch } from '../src/kernel/transfer/import-batch.ts'
import { runLongImport } from '../src/kernel/transfer/import-job.ts'
import type { Bench } from './kit/product.ts'
import { scaled } from './kit/result.ts'
import type { Result } from './kit/result.ts'

const day = new Date().toISOString().slice(0, 10)

/** I2: a file of ten thousand rows of documents of five lines, each posted as it comes in. */
export const importOfDocuments = async (bench: Bench): Promise<Result[]> => {
  const company = await bench.company('I2')
  const count = scaled(10_000)
  await company.work((work) =>
    createEntity(work, stockReason, { code: 'R1', name: '盘盈', direction: 'in', role: 'nonOperatingIncome' }),
  )
  const rows = Array.from({ length: count }, (_, n) => `${Math.floor(n / 5)},${day},MAIN,R1,I${n % 10},2,3.5`)
  const batch = await company.work((work) => openBatch(work, otherReceipt.name, 'i2.csv', false))
  const before = process.cpuUsage()
  const begun = performance.now()
  const outcome = await runLongImport(
    company.work,
    { report: async () => {}, cancelled: async () => false },
    {
      definition: otherReceipt,
      batch,
      rows: readSeparated(['单号,单据日期,仓库,原因,商品,数量,单位成本', ...rows].join('\n')),
      options: { fileName: 'i2.csv', mapping: {}, update: false, post: true, defaults: {} },
      exported: new Map(),
    },
  )
  const ours = performance.now() - begun
  const { user, system } = process.cpuUsage(before)
  return [
    {
      id: 'I2',
      what: `import of ${count} rows of documents, posted`,
      unit: 'ms',
      ours,
      target: 5000,
      cpu: (user + system) / 1000 / count,
      note: `${outcome.created} documents of five lines; processor time a row`,
    },
  ]
}
