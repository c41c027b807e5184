import type { Json } from '../../base/json.ts'
import { Problem } from '../definition/problem.ts'
import type { Field } from '../definition/field.ts'
import { documentStates } from '../definition/record.ts'
import type { DocumentState } from '../definition/record.ts'
import { headerFields, isJsonObject } from '../documents/draft.ts'
import { referencesIn } from '../documents/record-json.ts'
import type { References } from '../documents/record-json.ts'
import { seenOf } from '../http/history.ts'
import type { Work } from '../posting/work.ts'

/** What is looked for in the trail; what is not said is any. */
export interface AuditFilter {
  readonly actor?: string | undefined
  readonly action?: string | undefined
  readonly type?: string | undefined
  /** The name of a field that was changed. */
  readonly field?: string | undefined
  /** Part of the number or name of the record. */
  readonly text?: string | undefined
  /** Days, in the zone of the company. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** Goes on behind this row. */
  readonly before?: string | undefined
}

/** One value that was changed. A record that is new has changed in nothing. */
export interface AuditChange {
  readonly field: string
  readonly before: Json
  readonly after: Json
}

export const pageSize = 100
const mostChanges = 40

const bookkeeping = new Set(['id', 'version', 'custom', 'updatedAt', 'updatedBy', 'createdAt', 'createdBy'])

const flat = (kept: Json): { readonly [name: string]: Json } => {
  if (!isJsonObject(kept)) return {}
  const { header, tables, ...rest } = kept
  if (!isJsonObject(header)) return kept
  return { ...header, ...(isJsonObject(tables) ? tables : {}), ...(Object.keys(rest).length > 0 ? rest : {}) }
}

/** The values that differ between two states of a record; of lines, the table as a whole. */
export const changesBetween = (before: Json, after: Json): AuditChange[] => {
  const [was, is] = [flat(before), flat(after)]
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((field) => !bookkeeping.has(field))
    .flatMap((field): AuditChange[] => {
      const [one, other] = [was[field] ?? null, is[field] ?? null]
      return JSON.stringify(one) === JSON.stringify(other) ? [] : [{ field, before: one, after: other }]
    })
    .slice(0, mostChanges)
}

/** A value as people say it: of a reference its code and name, of a choice its label. */
const inWords = (field: Field | undefined, name: string, value: Json, references: References): Json => {
  if (typeof value !== 'string') return value
  if (name === 'state' && field === undefined && Object.hasOwn(documentStates, value))
    return documentStates[value as DocumentState]
  if (field?.kind === 'choice') return field.options?.[value] ?? value
  const found = field?.kind === 'ref' ? references[field.target?.name ?? '']?.[value] : undefined
  return found === undefined ? value : `${found.code} ${found.name}`
}

interface Row {
  readonly id: string
  readonly at: Date
  readonly actor: string
  readonly action: string
  readonly type: string
  readonly record: string
  readonly label: string
  readonly before: Json
  readonly after: Json
  readonly position: string | null
}

const day = (text: string | undefined, name: string): string | null => {
  if (text === undefined || text === '') return null
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))) return text
  throw new Problem('malformed', { zh: `${name} 应为日期`, en: `${name} must be a date` })
}

const given = (text: string | undefined): string | null =>
  text === undefined || text.trim() === '' ? null : text.trim()

/** The trail of the company, newest first, with what differs; of each record what the reader may see of it. */
export const readTrail = async (work: Work, filter: AuditFilter) => {
  const { documents, entities } = work.installed.catalogue
  const zone = typeof work.settings['zone'] === 'string' ? work.settings['zone'] : 'Asia/Shanghai'
  const rows = await work.tx.rows<Row>(
    `select a.id, a.at, a.actor, a.action, a.type, a.record_id as record, a.label, a.before, a.after, c.position
     from audit a left join audit_chain c on c.company_id = $1 and c.audit_id = a.id
     where a.company_id = $1 and ($2::text is null or a.actor = $2) and ($3::text is null or a.action = $3)
       and ($4::text is null or a.type = $4)
       and ($5::text is null or coalesce(a.before->'header', a.before)->$5 is distinct from coalesce(a.after->'header', a.after)->$5)
       and ($6::text is null or strpos(lower(a.label), lower($6)) > 0)
       and ($7::date is null or a.at >= $7::date::timestamp at time zone $9)
       and ($8::date is null or a.at < ($8::date + 1)::timestamp at time zone $9)
       and ($10::text is null or (a.at, a.id) < (select b.at, b.id from audit b where b.company_id = $1 and b.id::text = $10))
     order by a.at desc, a.id desc limit ${pageSize}`,
    [
      work.company,
      given(filter.actor),
      given(filter.action),
      given(filter.type),
      given(filter.field),
      given(filter.text),
      day(filter.from, 'from'),
      day(filter.to, 'to'),
      zone,
      given(filter.before),
    ],
  )
  const known = rows.map(({ before, after, position, ...row }) => {
    const definition = documents.get(row.type) ?? entities.get(row.type)
    const [was, is] =
      definition === undefined ? [before, after] : [seenOf(definition, before, work), seenOf(definition, after, work)]
    const changes = row.action === 'create' ? [] : changesBetween(was, is)
    const shown = { ...row, position: position === null ? null : Number(position) }
    return { shown, changes, fields: definition === undefined ? {} : headerFields(definition) }
  })
  const references = await referencesIn(
    work,
    known.flatMap(({ changes, fields }) =>
      (['before', 'after'] as const).map((side) => ({
        fields,
        values: Object.fromEntries(changes.map((change) => [change.field, change[side]])),
      })),
    ),
  )
  return known.map(({ shown, changes, fields }) => ({
    ...shown,
    changes: changes.map(({ field, before, after }) => ({
      field,
      before: inWords(fields[field], field, before, references),
      after: inWords(fields[field], field, after, references),
    })),
  }))
}

/** Who and what there is to choose from in the trail. */
export const trailChoices = async (work: Work) => {
  const [actors, actions, types] = await Promise.all(
    ['actor', 'action', 'type'].map((column) =>
      work.tx.rows<{ value: string }>(
        `select distinct ${column} as value from audit where company_id = $1 order by 1 limit 500`,
        [work.company],
      ),
    ),
  )
  const values = (rows: readonly { readonly value: string }[] | undefined) => (rows ?? []).map((row) => row.value)
  return { actors: values(actors), actions: values(actions), types: values(types) }
}
