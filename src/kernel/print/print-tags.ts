import { sentence } from '../definition/define.ts'
import { fieldKinds } from '../definition/field-kinds.ts'
import type { Field } from '../definition/field.ts'
import { notFound } from '../definition/problem.ts'
import type { AnyEntity } from '../definition/record.ts'
import { loadRecords } from '../documents/load.ts'
import type { LoadedRecord } from '../documents/load.ts'
import { isAskable, referencesIn } from '../documents/record-json.ts'
import type { References } from '../documents/record-json.ts'
import type { Language } from '../http/language.ts'
import type { Work } from '../posting/work.ts'
import { cellText, columnKindOf } from '../transfer/sheet.ts'

/** A tag that is stuck on the thing itself: its code as QR, its name, and what else the definition says. */
export interface Tag {
  readonly company: string
  readonly code: string
  readonly name: string
  readonly lines: readonly string[]
}

const textOf = (field: Field, value: unknown, references: References): string => {
  if (value === null || value === undefined) return ''
  const word = typeof value === 'string' ? value : ''
  if (field.kind === 'ref') return references[field.target?.name ?? '']?.[word]?.name ?? ''
  if (field.kind === 'choice') return field.options?.[word] ?? word
  return cellText(columnKindOf(field.kind), fieldKinds[field.kind].format(value))
}

const tagOf = (
  definition: AnyEntity,
  record: LoadedRecord,
  more: { readonly references: References; readonly company: string; readonly language: Language; readonly work: Work },
): Tag => ({
  company: more.company,
  code: String(record.header['code']),
  name: String(record.header['name']),
  lines: (definition.tag ?? []).flatMap((name) => {
    const field = definition.fields[name]
    if (field === undefined || !isAskable(field, more.work)) return []
    const text = textOf(field, record.header[name], more.references)
    const label = more.language === 'en' ? (field.english ?? sentence(name)) : field.label
    return text === '' ? [] : [`${label}：${text}`]
  }),
})

/** The tags of records of an entity, in the order they were asked for. Throws where one is not there. */
export const printTags = async (
  work: Work,
  definition: AnyEntity,
  ids: readonly string[],
  language: Language,
): Promise<Tag[]> => {
  const [records, companies] = await Promise.all([
    loadRecords(work.tx, work.company, definition, ids),
    work.tx.rows<{ name: string }>(`select name from company_directory where company_id = $1`, [work.company]),
  ])
  const found = ids.map((id) => {
    const record = records.get(id)
    if (record === undefined) throw notFound(`${definition.label}不存在`, `There is no such ${definition.name}`)
    return record
  })
  const references = await referencesIn(
    work,
    found.map((record) => ({ fields: definition.fields, values: record.header })),
  )
  const company = companies[0]?.name ?? ''
  return found.map((record) => tagOf(definition, record, { references, company, language, work }))
}
