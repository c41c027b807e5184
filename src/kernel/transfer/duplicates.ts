import { snake } from '../definition/define.ts'
import type { AnyEntity } from '../definition/record.ts'
import type { Work } from '../posting/work.ts'
import type { CellProblem } from './import-outcome.ts'
import { placeProblem } from './read-records.ts'
import type { ImportRecord, Reading } from './read-records.ts'

/** Fields of an entity of which no two records may say the same. */
const uniqueFields = (entity: AnyEntity, hasCode: boolean): readonly { path: string; label: string }[] => [
  hasCode ? { path: 'code', label: '编码' } : { path: 'name', label: '名称' },
  ...Object.entries(entity.fields)
    .filter(
      ([name, field]) => field.kind === 'text' && (field.unique === true || entity.foundBy?.includes(name) === true),
    )
    .map(([path, field]) => ({ path, label: field.label })),
]

const textIn = (record: ImportRecord, path: string): string | undefined => {
  const value = record.input[path]
  return typeof value === 'string' && value !== '' ? value : undefined
}

const twice = (
  reading: Reading,
  record: ImportRecord,
  path: string,
  label: string,
  first: ImportRecord,
): CellProblem => {
  const row = first.rows[0]?.row ?? 0
  return {
    ...placeProblem(reading, record, {
      path,
      message: {
        zh: `${label}“${textIn(record, path) ?? ''}”在文件中重复：与第 ${row} 行相同`,
        en: `${path} ${textIn(record, path) ?? ''} stands twice in the file: see row ${row}`,
      },
    }),
    others: [row],
  }
}

interface Holder {
  readonly key: string
  readonly id: string
  readonly code: string
  readonly name: string
}

const holdersOf = (work: Work, entity: AnyEntity, path: string, texts: readonly string[]): Promise<Holder[]> =>
  work.tx.rows<Holder>(
    `select ${snake(path)} as key, id, code, name from ${snake(entity.name)} where company_id = $1 and ${snake(path)} = any($2::text[])`,
    [work.company, texts],
  )

/** What a file says twice, and what records say already that are not the ones it changes. */
export interface Duplicates {
  readonly problems: ReadonlyMap<ImportRecord, readonly CellProblem[]>
  /** The ids of records that are there already, by what the file knows them by. */
  readonly known: ReadonlyMap<ImportRecord, string>
}

/**
 * Finds records of a file that say the same as another of the file, or as one that is there: by code, or by name where the file
 * has no codes, and by what must be unique. With `update`, who has the same code or name is the record that is changed; `own` are records that are the file's already.
 */
export const findDuplicates = async (
  work: Work,
  reading: Reading,
  records: readonly ImportRecord[],
  update: boolean,
  own: ReadonlySet<string>,
): Promise<Duplicates> => {
  const { definition } = reading
  const problems = new Map<ImportRecord, CellProblem[]>()
  const known = new Map<ImportRecord, string>()
  if (definition.sort === 'document') return { problems, known }
  const note = (record: ImportRecord, problem: CellProblem) =>
    problems.set(record, [...(problems.get(record) ?? []), problem])
  const hasCode = reading.places.some(({ column }) => column.part === 'header' && column.name === 'code')
  for (const [index, { path, label }] of uniqueFields(definition, hasCode).entries()) {
    const seen = new Map<string, ImportRecord>()
    for (const record of records) {
      const text = textIn(record, path)
      if (text === undefined) continue
      const first = seen.get(text)
      if (first === undefined) seen.set(text, record)
      else note(record, twice(reading, record, path, label, first))
    }
    for (const holder of await holdersOf(work, definition, path, [...seen.keys()])) {
      const record = seen.get(holder.key)
      if (record === undefined || known.get(record) === holder.id || own.has(holder.id)) continue
      if (index === 0 && update) known.set(record, holder.id)
      else if (!(index === 0 && known.has(record))) note(record, taken(reading, record, path, label, holder))
    }
  }
  return { problems, known }
}

const taken = (reading: Reading, record: ImportRecord, path: string, label: string, holder: Holder): CellProblem =>
  placeProblem(reading, record, {
    path,
    message:
      path === 'name'
        ? {
            zh: `已有同名的“${holder.code} ${holder.name}”；要修改它请勾选“更新已有”`,
            en: `there is ${holder.code} ${holder.name} already; choose to update records that exist`,
          }
        : {
            zh: `${label}“${holder.key}”已被“${holder.code} ${holder.name}”使用`,
            en: `${path} ${holder.key} is taken by ${holder.code} ${holder.name}`,
          },
  })
