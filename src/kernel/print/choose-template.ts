import type { Json } from '../../base/json.ts'
import { notFound } from '../definition/problem.ts'
import type { LoadedRecord } from '../documents/load.ts'
import { sharedReading } from '../documents/shared-records.ts'
import { tableOf } from '../documents/storage.ts'
import type { Actor, Work } from '../posting/work.ts'
import { allNamesOf } from './check-template.ts'
import { printTemplate } from './print-template.ts'
import type { Layout, TemplateKind } from './template/layout.ts'
import type { AnyRecord } from './template/print-names.ts'
import { readLayout } from './template/read-layout.ts'

export interface StoredTemplate {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly type: string
  readonly kind: TemplateKind
  readonly isDefault: boolean
  readonly role: string | null
  readonly forRecord: string | null
  readonly layout: Json
}

/** All templates in use; asked again when one is changed. */
const allTemplates = sharedReading([printTemplate.name], (work) =>
  work.tx.rowsIn<StoredTemplate>(
    'whole',
    `select id, code, name, record_type as type, kind, is_default as "isDefault", role, for_record as "forRecord", layout
     from ${tableOf(printTemplate).name} where company_id = $1 and not disabled order by code`,
    [work.company],
  ),
)

/** The templates of a type, in the order of their codes. */
export const templatesOf = async (work: Work, definition: AnyRecord): Promise<StoredTemplate[]> =>
  (await allTemplates(work)).filter((template) => template.type === definition.name)

/** How closely a default fits: what the record is about goes before the role, the role before everyone's; null where it does not. */
const fitOf = (template: StoredTemplate, record: LoadedRecord, actor: Actor): number | null => {
  const { role, forRecord } = template
  if (!template.isDefault) return null
  if (role !== null && role !== '' && actor.roles?.includes(role) !== true) return null
  const isAbout = forRecord !== null && forRecord !== ''
  if (isAbout && !Object.values(record.header).includes(forRecord)) return null
  return (isAbout ? 2 : 0) + (role === null || role === '' ? 0 : 1)
}

/** The template that a record is printed by where none is asked for; undefined for the standard paper. */
export const defaultTemplate = (
  templates: readonly StoredTemplate[],
  record: LoadedRecord,
  actor: Actor,
): StoredTemplate | undefined =>
  templates
    .map((template) => ({ template, fit: fitOf(template, record, actor) }))
    .filter((one): one is { template: StoredTemplate; fit: number } => one.fit !== null)
    .toSorted((one, other) => other.fit - one.fit)[0]?.template

/** The template by its id or code. Throws where the type has none of that name. */
export const templateNamed = (templates: readonly StoredTemplate[], key: string): StoredTemplate => {
  const found = templates.find((template) => template.id === key || template.code === key)
  if (found === undefined) throw notFound('没有这个打印模板', 'There is no such print template')
  return found
}

/** The layout as it was stored. What its fields are called now is not judged: one that is gone prints nothing. */
export const layoutOf = (work: Work, definition: AnyRecord, stored: Json): Layout =>
  readLayout(stored, allNamesOf(work, definition)).layout
