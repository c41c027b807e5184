import type { Json } from '../../../base/json.ts'
import { documentActions, isDocumentAction } from '../../../kernel/documents/lifecycle.ts'
import type { Field, Fields } from '../../../kernel/definition/field.ts'
import type { AnyDocument } from '../../../kernel/definition/record.ts'
import { documentStates } from '../../../kernel/definition/record.ts'
import type { HistoryChange, HistoryEntry } from '../../../ui/document/history-drawer.tsx'
import { formField } from '../../../ui/derive/form-field.ts'
import { labelOf } from '../../../ui/derive/label.ts'
import { currentLanguage, t } from '../../../ui/language.ts'
import { showValue } from '../../../ui/field/show-value.ts'
import { headerFieldsOf } from './draft-state.ts'
import { shownValue, type NameOf } from './draft-values.ts'

type Row = Readonly<Record<string, Json>>

/** A row of the trail, as the API answers it. */
export type TrailRow = {
  readonly id: string
  readonly at: string
  readonly actor: string
  readonly action: string
  readonly before: Json
  readonly after: Json
}

const isRow = (value: Json | undefined): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const words: Readonly<Record<string, { zh: string; en: string }>> = {
  create: { zh: '新增', en: 'Created' },
  update: { zh: '保存', en: 'Saved' },
  delete: { zh: '删除', en: 'Deleted' },
  attach: { zh: '添加附件', en: 'File attached' },
  share: { zh: '生成公开链接', en: 'Link made' },
  detach: { zh: '删除附件', en: 'File removed' },
}

function actionWord(action: string): string {
  const english = currentLanguage() === 'en'
  if (isDocumentAction(action)) return english ? documentActions[action].english : documentActions[action].label
  const found = words[action]
  if (found === undefined) return action
  return english ? found.en : found.zh
}

const textOf = (name: string, field: Field, value: Json | undefined, nameOf: NameOf): string =>
  showValue(
    formField(name, field, () => undefined),
    shownValue(field, value ?? null, nameOf),
  )

function changesIn(fields: Fields, before: Row, after: Row, nameOf: NameOf, where?: string): HistoryChange[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    if (field.hidden === true || field.kind === 'json') return []
    const [was, is] = [textOf(name, field, before[name], nameOf), textOf(name, field, after[name], nameOf)]
    if (was === is) return []
    return [{ field: labelOf(field, name), before: was, after: is, ...(where === undefined ? {} : { where }) }]
  })
}

const headOf = (kept: Row): Row => (isRow(kept['header']) ? kept['header'] : kept)

function linesOf(kept: Row, table: string): readonly Row[] {
  const tables = isRow(kept['tables']) ? kept['tables'] : {}
  const lines = tables[table]
  return Array.isArray(lines) ? lines.filter(isRow) : []
}

function stateChange(before: Row, after: Row): HistoryChange[] {
  const word = (value: Json | undefined): string =>
    typeof value === 'string' && Object.hasOwn(documentStates, value)
      ? t(`state.${value as keyof typeof documentStates}`)
      : ''
  const [was, is] = [word(headOf(before)['state']), word(headOf(after)['state'])]
  return was === is || was === '' || is === ''
    ? []
    : [{ field: currentLanguage() === 'en' ? 'State' : '状态', before: was, after: is }]
}

/** What was said with a step: the reason of a rejection, the note of an approval. */
function noteOf(after: Row): HistoryChange[] {
  const note = after['note']
  return typeof note === 'string' ? [{ field: t('document.reason'), before: '', after: note }] : []
}

/** The trail of a document in words: who did what, and what was changed from what to what. */
export function historyEntries(
  definition: AnyDocument,
  rows: readonly TrailRow[],
  nameOf: NameOf,
): readonly HistoryEntry[] {
  return rows.map((row) => {
    const before = isRow(row.before) ? row.before : {}
    const after = isRow(row.after) ? row.after : {}
    const first = row.action === 'create'
    const lineChanges = Object.entries(definition.tables).flatMap(([name, table]) => {
      const [was, is] = [linesOf(before, name), linesOf(after, name)]
      return Array.from({ length: Math.max(was.length, is.length) }, (_, index) =>
        changesIn(
          table.fields,
          was[index] ?? {},
          is[index] ?? {},
          nameOf,
          currentLanguage() === 'en' ? `Line ${index + 1}` : `第 ${index + 1} 行`,
        ),
      ).flat()
    })
    const changes = first
      ? []
      : [
          ...stateChange(before, after),
          ...noteOf(after),
          ...changesIn(headerFieldsOf(definition), headOf(before), headOf(after), nameOf),
          ...lineChanges,
        ]
    return { id: row.id, action: actionWord(row.action), by: row.actor, at: row.at, changes }
  })
}
