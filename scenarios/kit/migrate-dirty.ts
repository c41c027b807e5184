import type { AnyDocument, AnyEntity } from '../../src/kernel/definition/record.ts'
import { decimal } from '../../src/base/decimal.ts'
import { newId } from '../../src/base/id.ts'
import { textOf } from '../../src/base/text.ts'
import { snake } from '../../src/kernel/definition/define.ts'
import { openBatch } from '../../src/kernel/transfer/import-batch.ts'
import { runLongImport } from '../../src/kernel/transfer/import-job.ts'
import type { ImportOutcome } from '../../src/kernel/transfer/import-outcome.ts'
import { readSeparated } from '../../src/kernel/transfer/read-table.ts'
import type { Work } from '../../src/kernel/posting/work.ts'
import type { DirtyFile } from './dirty-rows.ts'

type InWork = <T>(step: (work: Work) => Promise<T>) => Promise<T>

/** How a migration came out against the truth. */
export interface Score {
  readonly outcome: ImportOutcome
  readonly valid: number
  /** Valid rows whose record is as it should be, in every value. */
  readonly right: number
  readonly bad: number
  /** Bad rows that were refused with the cell that is wrong. */
  readonly refused: number
  readonly wrong: readonly string[]
}

const silent = { report: async () => {}, cancelled: async () => false }

const isSame = (kept: unknown, wanted: unknown): boolean => {
  const [one, other] = [textOf(kept), textOf(wanted)]
  if (one === other) return true
  const number = /^-?\d+(\.\d+)?$/
  return typeof kept === 'string' && number.test(one) && number.test(other) && decimal(one).eq(decimal(other))
}

/** What was kept of a file, by the code of the file: of documents in their order, because their numbers are taken anew. */
const keptRows = async (work: Work, definition: AnyEntity | AnyDocument, names: readonly string[], batch: string) => {
  const table = snake(definition.name)
  const columns = names.filter((name) => name !== 'unit').map((name) => `t.${name}`)
  const unit = names.includes('unit') ? `, (select name from unit where company_id = $1 and id = t.unit) as unit` : ''
  const key = definition.sort === 'entity' ? 't.code' : 't.number'
  return work.tx.rows<Record<string, unknown>>(
    `select ${key} as key, ${columns.join(', ')}${unit} from ${table} t where t.company_id = $1 and t.id in (
       select (r->>1)::uuid from import_part p, jsonb_array_elements(p.records) r where p.company_id = $1 and p.batch = $2)
     order by t.id`,
    [work.company, batch],
  )
}

/** Imports a dirty file, rows with mistakes left out, and holds every row against the truth. */
export const migrateDirty = async (
  inWork: InWork,
  definition: AnyEntity | AnyDocument,
  file: DirtyFile,
  defaults: Readonly<Record<string, boolean>> = {},
): Promise<Score> => {
  const batch = await inWork((work) => openBatch(work, definition.name, `${newId<'file'>()}.csv`, false))
  const outcome = await runLongImport(inWork, silent, {
    definition,
    batch,
    rows: readSeparated(file.text),
    options: { fileName: 'dirty.csv', mapping: {}, update: false, post: false, defaults, plan: { skipBad: true } },
    exported: new Map(),
  })
  const valid = file.rows.filter((row) => row.values !== null)
  const names = Object.keys(valid[0]?.values ?? {})
  const kept = await inWork((work) => keptRows(work, definition, names, batch))
  const byCode = new Map(kept.map((row) => [textOf(row['key']), row]))
  const errors = new Set(outcome.errors.map((error) => `${error.row} ${error.column ?? ''}`))
  const wrong: string[] = []
  let right = 0
  for (const [index, row] of valid.entries()) {
    const found = definition.sort === 'entity' ? byCode.get(row.code) : kept[index]
    const bad = names.filter((name) => !isSame(found?.[name], row.values?.[name]))
    if (bad.length === 0) right += 1
    else
      wrong.push(
        `${row.row}: ${bad.map((name) => `${name} ${textOf(found?.[name])} ≠ ${textOf(row.values?.[name])}`).join()}`,
      )
  }
  const isBad = file.rows.filter((row) => row.column !== null)
  const missed = isBad.filter((row) => !errors.has(`${row.row} ${row.column ?? ''}`))
  wrong.push(...missed.map((row) => `${row.row}: not refused for ${row.column ?? ''}`))
  return { outcome, valid: valid.length, right, bad: isBad.length, refused: isBad.length - missed.length, wrong }
}
