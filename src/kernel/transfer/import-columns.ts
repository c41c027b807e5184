import { sentence } from '../definition/define.ts'
import type { Field, Fields } from '../definition/field.ts'
import { boolean, date, longText, text } from '../definition/field.ts'
import { Problem } from '../definition/problem.ts'
import type { AnyDocument, AnyEntity } from '../definition/record.ts'
import type { TableRow } from './read-table.ts'

/** Where a column of a file goes: a field of the record, or of its lines. */
export interface ImportColumn {
  readonly part: 'header' | 'lines'
  readonly name: string
  readonly field: Field
  /** Groups rows into documents: rows of one key are one document. */
  readonly isKey?: boolean
}

/** Columns that can be imported, in the order a template has them. */
export const importColumns = (definition: AnyEntity | AnyDocument): ImportColumn[] => {
  const typed = (fields: Fields, part: 'header' | 'lines') =>
    Object.entries(fields).flatMap(([name, field]): ImportColumn[] =>
      field.computed === true || field.kind === 'json' || (field.hidden === true && !field.required)
        ? []
        : [{ part, name, field }],
    )
  if (definition.sort === 'entity') {
    return [
      { part: 'header', name: 'code', field: text({ label: '编码' }) },
      { part: 'header', name: 'name', field: text({ label: '名称', required: true }) },
      ...(definition.tree === true
        ? [{ part: 'header' as const, name: 'parent', field: text({ label: '上级编码' }) }]
        : []),
      ...typed(definition.fields, 'header'),
      { part: 'header', name: 'disabled', field: boolean({ label: '停用' }) },
    ]
  }
  const lines = definition.tables['lines']?.fields ?? {}
  return [
    {
      part: 'header',
      name: 'key',
      field: text({ label: '单据编号', help: '同一编号的行是一张单据；编号由系统另取' }),
      isKey: true,
    },
    { part: 'header', name: 'date', field: date({ label: '单据日期' }) },
    ...typed(definition.header, 'header'),
    { part: 'header', name: 'remark', field: longText({ label: '备注' }) },
    ...typed(lines, 'lines'),
  ]
}

const plain = (label: string) =>
  label
    .normalize('NFKC')
    .replace(/[\s*（）()【】:：]/g, '')
    .toLowerCase()

/** Names a column may go by in a head: labels in both languages, with 编码 or 名称 for references, and its own name. */
const namesOf = (column: ImportColumn): string[] => {
  const { field, name } = column
  const base = [field.label, field.english ?? sentence(name), name]
  if (column.isKey === true) return [...base, '单号', '编号', 'number', 'document'].map(plain)
  const more =
    field.kind === 'ref'
      ? [`${field.label}编码`, `${field.label}名称`, `${field.label}代码`, `${name} code`, `${name}.code`]
      : []
  const own = name === 'code' ? ['代码', '编号'] : []
  return [...base, ...more, ...own].map(plain)
}

/** A head that was found: which row it is, and what each of its cells stands for. */
export interface ImportHead {
  readonly at: number
  readonly columns: readonly (ImportColumn | undefined)[]
  readonly unknown: readonly string[]
}

const match = (
  cells: readonly string[],
  available: readonly ImportColumn[],
  mapping: Readonly<Record<string, string>>,
) => {
  const left = [...available]
  return cells.map((cell) => {
    const wanted = mapping[cell]
    if (wanted === '') return undefined
    const found = left.findIndex((column) =>
      wanted === undefined
        ? cell !== '' && namesOf(column).includes(plain(cell))
        : wanted === column.name || wanted === `${column.part}.${column.name}`,
    )
    return found < 0 ? undefined : left.splice(found, 1)[0]
  })
}

/** Finds the head among the first rows: the one that names most columns. `mapping` says for a cell which field it is. */
export const findHead = (
  definition: AnyEntity | AnyDocument,
  rows: readonly TableRow[],
  mapping: Readonly<Record<string, string>>,
): ImportHead => {
  const available = importColumns(definition)
  const heads = rows
    .slice(0, 20)
    .map((row, at) => ({ at, columns: match(row.cells, available, mapping), cells: row.cells }))
  const best = heads.toSorted(
    (one, other) => other.columns.filter(Boolean).length - one.columns.filter(Boolean).length,
  )[0]
  if (best === undefined || best.columns.every((column) => column === undefined)) {
    throw new Problem('invalid', {
      zh: '没有找到表头：请下载模板，或指定列的对应关系',
      en: 'No head was found: download the template, or say which column is which',
    })
  }
  // A code and a name of one reference may both be there; the second says nothing new.
  const unknown = best.cells.filter((cell, index) => cell !== '' && best.columns[index] === undefined)
  return { at: best.at, columns: best.columns, unknown }
}
