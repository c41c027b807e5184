import type { Json } from '../../base/json.ts'
import { documentStates } from '../definition/record.ts'
import type { AnyDocument, AnyEntity, DocumentState } from '../definition/record.ts'
import type { Field } from '../definition/field.ts'
import { largestPage, listRecords } from '../documents/list.ts'
import type { ListPage, ListQuery } from '../documents/list.ts'
import { headerFields } from '../documents/draft.ts'
import { isSeen } from '../documents/record-json.ts'
import type { Viewer } from '../documents/record-json.ts'
import type { Work } from '../posting/work.ts'
import { columnKindOf } from './sheet.ts'
import type { Sheet, SheetColumn, SheetRow } from './sheet.ts'

const exported = (definition: AnyEntity | AnyDocument, work: Viewer): [string, Field][] =>
  Object.entries(headerFields(definition)).filter(
    ([name, field]) => field.kind !== 'json' && name !== 'date' && isSeen(field, work),
  )

const ownColumns = (definition: AnyEntity | AnyDocument): SheetColumn[] =>
  definition.sort === 'document'
    ? [
        { name: 'number', label: '单据编号', kind: 'text' },
        { name: 'date', label: '单据日期', kind: 'date' },
        { name: 'state', label: '状态', kind: 'text' },
      ]
    : [
        { name: 'code', label: '编码', kind: 'text' },
        { name: 'name', label: '名称', kind: 'text' },
        { name: 'disabled', label: '停用', kind: 'boolean' },
      ]

/** The columns of an exported list. A reference is two: its code, by which it is imported again, and its name. */
export const listColumns = (definition: AnyEntity | AnyDocument, work: Viewer): SheetColumn[] => [
  ...ownColumns(definition),
  ...exported(definition, work).flatMap(([name, field]): SheetColumn[] =>
    field.kind === 'ref'
      ? [
          { name: `${name}.code`, label: `${field.label}编码`, kind: 'text' },
          { name, label: field.label, kind: 'text' },
        ]
      : [{ name, label: field.label, kind: columnKindOf(field.kind) }],
  ),
]

const cellsOf = (
  definition: AnyEntity | AnyDocument,
  fields: readonly (readonly [string, Field])[],
  row: SheetRow,
  page: ListPage,
): SheetRow => {
  const cells: Record<string, Json | undefined> = { ...row }
  if (definition.sort === 'document') cells['state'] = documentStates[row['state'] as DocumentState]
  for (const [name, field] of fields) {
    const value = row[name]
    if (typeof value !== 'string') continue
    if (field.kind === 'choice') cells[name] = field.options?.[value] ?? value
    if (field.kind !== 'ref') continue
    const found = page.references[field.target?.name ?? '']?.[value]
    cells[name] = found?.name ?? null
    cells[`${name}.code`] = found?.code ?? null
  }
  return cells
}

/**
 * A whole list as a table, page by page as it is read. `ask` answers a page in a transaction of its own, so that a slow
 * reader holds none open.
 */
export const listSheet = async (
  definition: AnyEntity | AnyDocument,
  label: string,
  work: Viewer,
  query: ListQuery,
  ask: (question: (work: Work) => Promise<ListPage>) => Promise<ListPage>,
): Promise<Sheet> => {
  const fields = exported(definition, work)
  const pageAt = (cursor: string | undefined) =>
    ask((inside) => listRecords(inside, definition, { ...query, cursor, limit: largestPage, totals: false }))
  // Read before anything is sent, so that a wrong question is still told as one.
  const first = await pageAt(undefined)
  async function* rows(): AsyncGenerator<SheetRow> {
    let page = first
    for (;;) {
      // The next page is read while this one is written; should the reader go away meanwhile, nobody asks how that went.
      const next = page.next === null ? undefined : pageAt(page.next)
      next?.catch(() => undefined)
      for (const row of page.rows) yield cellsOf(definition, fields, row, page)
      if (next === undefined) return
      page = await next
    }
  }
  return { title: label, notes: [], columns: listColumns(definition, work), rows: rows(), recordsOf: definition.name }
}
