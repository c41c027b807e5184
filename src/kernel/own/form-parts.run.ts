import type { Json } from '../../base/json.ts'
import { calendarDate } from '../../base/calendar-date.ts'
import { textOf } from '../../base/text.ts'
import { sentence } from '../definition/define.ts'
import type { Fields } from '../definition/field.ts'
import { notFound } from '../definition/problem.ts'
import type { AnyDocument, AnyEntity } from '../definition/record.ts'
import { defineCallRun } from '../documents/installed.ts'
import { formatNumber, numberParts } from '../documents/numbering.ts'
import type { Work } from '../posting/work.ts'
import { checkNumbering } from './check-numbering.ts'
import { formParts } from './form-parts.ts'
import { bareType } from './installed-in.ts'
import { headPart } from './own-form.ts'

const fieldsJson = (fields: Fields): Json =>
  Object.entries(fields)
    .filter(([, field]) => field.kind !== 'json' && !(field.hidden === true && field.computed === true))
    .map(([name, field]) => ({
      name,
      label: field.label,
      english: field.english ?? sentence(name),
      kind: field.kind,
      required: field.required,
      computed: field.computed === true,
      hidden: field.hidden === true,
      help: field.help ?? null,
    }))

const partsOf = (definition: AnyEntity | AnyDocument): Json => [
  {
    name: headPart,
    label: definition.sort === 'document' ? '单头' : '资料',
    fields: fieldsJson(definition.sort === 'document' ? definition.header : definition.fields),
  },
  ...Object.entries(definition.tables).map(([name, table]) => ({
    name,
    label: table.label,
    fields: fieldsJson(table.fields),
  })),
]

/** What a rule makes of today, and what stands against it. */
const previewOf = async (work: Work, document: AnyDocument, rule: string | null): Promise<Json> => {
  const given = rule ?? work.installed.catalogue.documents.get(document.name)?.numbering ?? document.numbering
  const [problem] = rule === null || rule === document.numbering ? [] : await checkNumbering(work, document, rule)
  if (problem !== undefined)
    return { rule: given, next: null, problem: { zh: problem.message.zh, en: problem.message.en } }
  const today = calendarDate(work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai')))
  const [row] = await work.tx.rows<{ last: string }>(
    'select last from number_series where company_id = $1 and series = $2',
    [work.company, numberParts(given, today).before],
  )
  return { rule: given, next: formatNumber(given, today, Number(row?.last ?? 0) + 1), problem: null }
}

export const runFormParts = defineCallRun(formParts, async ({ type, numbering }, work): Promise<Json> => {
  const bare = await bareType(work, textOf(type))
  if (bare === undefined || bare.internal === true)
    throw notFound(`没有“${textOf(type).slice(0, 60)}”这种资料或单据`, 'There is no such type of record')
  const roles = await work.tx.rows<{ name: string; label: string }>(
    'select name, label from role where company_id = $1 order by label',
    [work.company],
  )
  return {
    type: bare.name,
    label: bare.label,
    sort: bare.sort,
    parts: partsOf(bare),
    roles: roles.map(({ name, label }) => ({ name, label })),
    targets: [...work.installed.catalogue.entities.values()]
      .filter((one) => one.internal !== true)
      .map(({ name, label, english }) => ({ name, label, english: english ?? sentence(name) })),
    numbering: bare.sort === 'document' ? bare.numbering : null,
    preview: bare.sort === 'document' ? await previewOf(work, bare, numbering ?? null) : null,
  }
})
