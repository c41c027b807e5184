import type { Catalogue } from '../../definition/domain.ts'
import { englishOf, sentence } from '../../definition/define.ts'
import { date, integer, longText, moment, text } from '../../definition/field.ts'
import type { Field, Fields } from '../../definition/field.ts'
import type { AnyDocument, AnyEntity } from '../../definition/record.ts'
import { isFigure } from './format-value.ts'
import type { PrintName } from './print-data.ts'

export type AnyRecord = AnyDocument | AnyEntity

/** Who asks for names: fields they may not see have none for them. */
export interface NamesAsked {
  readonly catalogue: Pick<Catalogue, 'entities'>
  /** Whether a field may be seen. */
  isSeen(field: Field): boolean
  /** Whether records of an entity may be read; of others only code and name are printed. */
  mayRead(entity: AnyEntity): boolean
}

const documentOwn: Fields = {
  number: text({ label: '单据编号' }),
  date: date({ label: '单据日期' }),
  state: text({ label: '状态' }),
  remark: longText({ label: '备注' }),
  createdBy: text({ label: '制单人' }),
  postedBy: text({ label: '审核人' }),
  postedAt: moment({ label: '审核时间' }),
  reversedNumber: text({ label: '冲销单据', english: 'Reverses' }),
}

const entityOwn: Fields = { code: text({ label: '编码' }), name: text({ label: '名称' }) }

/** What only printing knows. */
export const printingOwn: Fields = {
  page: integer({ label: '页码' }),
  pages: integer({ label: '页数' }),
  prints: integer({ label: '打印次数', english: 'Times printed' }),
  printedBy: text({ label: '打印人' }),
  printedAt: moment({ label: '打印时间' }),
}

const lineOwn: Fields = { lineNo: integer({ label: '行号', english: 'Line' }) }

/** The fields of a record that may stand on paper, its own ones first. The one place where names of fields are found. */
export const headFieldsOf = (definition: AnyRecord): Fields =>
  definition.sort === 'document' ? { ...documentOwn, ...definition.header } : { ...entityOwn, ...definition.fields }

/** The fields of a table's lines. */
export const lineFieldsOf = (definition: AnyRecord, table: string): Fields => ({
  ...lineOwn,
  ...definition.tables[table]?.fields,
})

export const isPrinted = (field: Field): boolean => field.kind !== 'json' && field.hidden !== true

/** What of a referenced record is printed: code and name always, the rest where its entity may be read. */
export const referencedFieldsOf = (entity: AnyEntity, asked: NamesAsked): Fields => ({
  code: text({ label: '编码' }),
  ...(asked.mayRead(entity)
    ? Object.fromEntries(
        Object.entries(entity.fields).filter(
          ([, field]) => isPrinted(field) && field.kind !== 'ref' && field.kind !== 'boolean' && asked.isSeen(field),
        ),
      )
    : {}),
})

const englishField = (name: string, field: Field): string => field.english ?? sentence(name)

const namesOfFields = (fields: Fields, asked: NamesAsked, table: string | null, group: string): PrintName[] =>
  Object.entries(fields)
    .filter(([, field]) => isPrinted(field) && asked.isSeen(field))
    .flatMap(([path, field]) => {
      const own = { path, label: field.label, english: englishField(path, field), kind: field.kind, table, group }
      const target = field.kind === 'ref' ? asked.catalogue.entities.get(field.target?.name ?? '') : undefined
      if (target === undefined) return [own]
      const further = Object.entries(referencedFieldsOf(target, asked)).map(([name, inner]): PrintName => ({
        path: `${path}.${name}`,
        label: `${field.label}${inner.label}`,
        english: `${own.english} ${englishField(name, inner).toLowerCase()}`,
        kind: inner.kind,
        table,
        group: field.label,
      }))
      return [own, ...further]
    })

/** What a company says of itself on paper. */
export const companyFieldsOf = (catalogue: Pick<Catalogue, 'entities'>): Fields => ({
  name: text({ label: '名称' }),
  ...Object.fromEntries(
    Object.entries(catalogue.entities.get('company')?.fields ?? {}).filter(
      ([name, field]) => (field.kind === 'text' || field.kind === 'longText') && !field.required && name !== 'name',
    ),
  ),
})

/** The columns that are summed by name: `sum.lines.gross`. */
export const summedOf = (definition: AnyRecord, asked: Pick<NamesAsked, 'isSeen'>) =>
  Object.entries(definition.tables).flatMap(([table, { fields }]) =>
    Object.entries(fields).flatMap(([name, field]) =>
      (field.kind === 'money' || field.kind === 'quantity') && isPrinted(field) && asked.isSeen(field)
        ? [{ path: `sum.${table}.${name}`, table, name, field }]
        : [],
    ),
  )

/** All names that a template of a type may use, as far as whoever asks may see them. */
export const printNamesOf = (definition: AnyRecord, asked: NamesAsked): PrintName[] => [
  ...namesOfFields(headFieldsOf(definition), asked, null, definition.label),
  ...summedOf(definition, asked).map(({ path, name, field }): PrintName => ({
    path,
    label: `${field.label}合计`,
    english: `Total ${englishField(name, field).toLowerCase()}`,
    kind: field.kind,
    table: null,
    group: '合计',
  })),
  ...Object.entries(companyFieldsOf(asked.catalogue)).map(([name, field]): PrintName => ({
    path: `company.${name}`,
    label: name === 'name' ? '公司名称' : `公司${field.label}`,
    english: `Company ${englishField(name, field).toLowerCase()}`,
    kind: field.kind,
    table: null,
    group: '公司',
  })),
  ...namesOfFields(printingOwn, { ...asked, isSeen: () => true }, null, '打印'),
  ...Object.entries(definition.tables).flatMap(([table, { label }]) =>
    namesOfFields(lineFieldsOf(definition, table), asked, table, label),
  ),
]

/** The name of a type as its papers are headed. */
export const titleOf = (definition: AnyRecord, language: 'zh' | 'en'): string =>
  language === 'en' ? englishOf(definition) : definition.label

export const isSummable = (name: Pick<PrintName, 'kind'>): boolean =>
  isFigure(name) && (name.kind === 'money' || name.kind === 'quantity')
