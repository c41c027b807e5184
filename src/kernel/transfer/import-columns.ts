import { sentence } from '../definition/define.ts'
import type { Field, Fields } from '../definition/field.ts'
import { boolean, date, longText, text } from '../definition/field.ts'
import type { AnyDocument, AnyEntity } from '../definition/record.ts'
import { columnName } from './layout/column-names.ts'
import type { ColumnName } from './layout/column-names.ts'

/** Where a column of a file goes: a field of the record, of its lines, or of one of a few lines that stand side by side. */
export interface ImportColumn {
  /** `header`, or the name of a table of lines. */
  readonly part: string
  readonly name: string
  readonly field: Field
  /** Of an entity's table, whose lines stand in one row: which line, from 0. */
  readonly slot?: number
  /** Groups rows into documents: rows of one key are one document. */
  readonly isKey?: boolean
  /** Says the opposite of its field: 启用 of 停用. */
  readonly inverse?: boolean
  readonly label: string
  readonly names: readonly ColumnName[]
}

/** How a mapping names a column: `header.code`, `lines.quantity`, `units.0.unit`, `header.disabled!` for the opposite. */
export const targetOf = ({ part, slot, name, inverse }: ImportColumn): string =>
  [part, ...(slot === undefined ? [] : [String(slot)]), name].join('.') + (inverse === true ? '!' : '')

type Entities = ReadonlyMap<string, AnyEntity>

const ownWords = (definition: AnyEntity, facet?: string): string[] => [
  definition.label,
  ...(facet === undefined ? [] : [definition.facets?.[facet]?.label ?? '']),
  ...Object.values(definition.facets ?? {}).map((each) => each.label),
  ...(definition.also ?? []),
]

const labelsFoundBy = (target: AnyEntity): string[] =>
  (target.foundBy ?? []).flatMap((path) => {
    const [table, name] = path.includes('.') ? path.split('.') : [undefined, path]
    const fields = table === undefined ? target.fields : target.tables[table]?.fields
    const label = fields?.[name ?? '']?.label
    return label === undefined ? [] : [label, ...(fields?.[name ?? '']?.also ?? [])]
  })

const codeWords = ['编码', '编号', '代码', '名称']

/** Of a reference also 客户编码, 客户名称 and what else its records are found by. */
const referenceNames = (name: string, field: Field, entities: Entities): { own: string[]; also: string[] } => {
  const target = entities.get(field.target?.name ?? '')
  const words = [field.label, ...(target === undefined ? [] : ownWords(target, field.facet))]
  return {
    own: [`${field.label}编码`, `${field.label}名称`, `${field.label}代码`, `${name} code`, `${name}.code`],
    also: [
      ...words.flatMap((word) => codeWords.map((end) => word + end)),
      ...(field.label === target?.label ? words : []),
      ...(field.required && target !== undefined ? labelsFoundBy(target) : []),
    ],
  }
}

const namesOf = (name: string, field: Field, entities: Entities, prefix = ''): ColumnName[] => {
  const refs = field.kind === 'ref' ? referenceNames(name, field, entities) : { own: [], also: [] }
  const own = new Set([field.label, field.english ?? sentence(name), name, ...refs.own].map((one) => prefix + one))
  const also = new Set([...(field.also ?? []), ...(prefix === '' ? refs.also : [])])
  return [
    ...[...own].map((one) => columnName(one, true)),
    ...[...also].filter((one) => !own.has(one)).map((one) => columnName(one, false)),
  ]
}

const isTyped = (field: Field): boolean =>
  field.computed !== true && field.kind !== 'json' && !(field.hidden === true && !field.required)

const typed = (fields: Fields, part: string, entities: Entities): ImportColumn[] =>
  Object.entries(fields).flatMap(([name, field]): ImportColumn[] =>
    isTyped(field) ? [{ part, name, field, label: field.label, names: namesOf(name, field, entities) }] : [],
  )

/** Lines of an entity that may stand side by side in one row: 副单位, 比例, 副条码. */
const sideBySide = 2

const slots = (definition: AnyEntity, entities: Entities): ImportColumn[] =>
  Object.entries(definition.tables).flatMap(([part, table]) =>
    Array.from({ length: sideBySide }, (_, slot) => slot).flatMap((slot) =>
      Object.entries(table.fields)
        .filter(([, field]) => isTyped(field))
        .map(([name, field]): ImportColumn => {
          const prefix = `${table.label}${slot + 1}`
          const also = slot === 0 ? field.also : field.also?.map((one) => `${one}${slot + 1}`)
          const asked = { ...field, ...(also === undefined ? {} : { also }) }
          return { part, slot, name, field, label: prefix + field.label, names: namesOf(name, asked, entities, prefix) }
        }),
    ),
  )

const own = (name: string, field: Field, also: readonly string[], more: Partial<ImportColumn> = {}): ImportColumn => ({
  part: 'header',
  name,
  field,
  label: field.label,
  ...more,
  names: [
    ...[field.label, field.english ?? sentence(name), name].map((one) => columnName(one, true)),
    ...also.map((one) => columnName(one, false)),
  ],
})

const entityColumns = (definition: AnyEntity, entities: Entities): ImportColumn[] => {
  const words = ownWords(definition)
  const said = (ends: readonly string[]) => words.flatMap((word) => ends.map((end) => word + end))
  return [
    own('code', text({ label: '编码', maxLength: 60 }), ['代码', '编号', ...said(['编码', '编号', '代码', '号'])]),
    own('name', text({ label: '名称', required: true }), ['全称', '品名', ...said(['名称', '全称', '名']), ...words]),
    ...(definition.tree === true
      ? [own('parent', text({ label: '上级编码' }), ['上级', '上级分类', ...said(['上级'])])]
      : []),
    ...typed(definition.fields, 'header', entities),
    ...slots(definition, entities),
    own('disabled', boolean({ label: '停用' }), ['禁用', '是否停用']),
    own('disabled', boolean({ label: '启用', english: 'Active' }), ['状态', '是否启用', '在用'], { inverse: true }),
  ]
}

const documentColumns = (definition: AnyDocument, entities: Entities): ImportColumn[] => [
  own(
    'key',
    text({ label: '单据编号', english: 'Document', help: '同一编号的行是一张单据；编号由系统另取' }),
    ['单号', '编号', '单据号', 'number', `${definition.label}号`, `${definition.label}编号`, '订单号', '订单编号'],
    { isKey: true },
  ),
  own('date', date({ label: '单据日期', english: 'Date' }), ['日期', '业务日期', '制单日期', '开单日期', '录单日期']),
  ...typed(definition.header, 'header', entities),
  own('remark', longText({ label: '备注' }), ['说明', '摘要', '备注信息']),
  ...typed(definition.tables['lines']?.fields ?? {}, 'lines', entities),
]

const kept = new WeakMap<AnyEntity | AnyDocument, ImportColumn[]>()

/** Columns that can be imported, in the order a template has them: the one place that says which there are. */
export const importColumns = (definition: AnyEntity | AnyDocument, entities: Entities): readonly ImportColumn[] => {
  const known = kept.get(definition)
  if (known !== undefined) return known
  const columns =
    definition.sort === 'entity' ? entityColumns(definition, entities) : documentColumns(definition, entities)
  kept.set(definition, columns)
  return columns
}
