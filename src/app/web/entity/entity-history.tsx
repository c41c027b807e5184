import { useQuery } from '@tanstack/react-query'
import type { Json } from '../../../base/json.ts'
import { requestJson } from '../../../ui/api/client.ts'
import { labelOf } from '../../../ui/derive/label.ts'
import type { JsonRow } from '../../../ui/derive/values.ts'
import { HistoryDrawer, type HistoryChange, type HistoryEntry } from '../../../ui/document/history-drawer.tsx'
import { t, type Word } from '../../../ui/language.ts'
import type { RecordType } from '../catalogue/catalogue.ts'
import { formFieldsOf } from './entity-draft.ts'

type AuditRow = {
  readonly id: string
  readonly at: string
  readonly actor: string
  readonly action: string
  readonly before: Json
  readonly after: Json
}

const actionWords: Readonly<Record<string, Word>> = {
  create: 'audit.create',
  update: 'audit.update',
  delete: 'audit.delete',
  attach: 'audit.attach',
  detach: 'audit.detach',
  share: 'audit.share',
  import: 'audit.import',
}

function isRow(value: Json | undefined): value is JsonRow {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function headOf(kept: Json): JsonRow {
  if (!isRow(kept)) return {}
  const { header } = kept
  return isRow(header) ? header : kept
}

function shown(value: Json | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

const bookkeeping = new Set(['version', 'updatedAt', 'updatedBy', 'createdAt', 'createdBy', 'id', 'custom'])

function changesOf(type: RecordType, before: Json, after: Json): HistoryChange[] {
  const [old, now] = [headOf(before), headOf(after)]
  const fields = formFieldsOf(type)
  if (Object.keys(old).length === 0) return []
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((name): HistoryChange[] => {
    if (bookkeeping.has(name) || shown(old[name]) === shown(now[name])) return []
    const field = fields[name]
    const word = (value: Json | undefined): string =>
      field?.kind === 'choice' ? (field.options?.[shown(value)] ?? shown(value)) : shown(value)
    return [{ field: field ? labelOf(field, name) : name, before: word(old[name]), after: word(now[name]) }]
  })
}

function entryOf(type: RecordType, row: AuditRow): HistoryEntry {
  const word = actionWords[row.action]
  return {
    id: row.id,
    action: word === undefined ? row.action : t(word),
    by: row.actor,
    at: row.at,
    changes: changesOf(type, row.before, row.after),
  }
}

/** Who changed the record, when, and what it was before. */
export function EntityHistory({
  type,
  id,
  open,
  onClose,
}: {
  type: RecordType
  id: string
  open: boolean
  onClose: () => void
}): React.JSX.Element {
  const history = useQuery({
    queryKey: ['audit', type.address, id],
    queryFn: ({ signal }) => requestJson<{ rows: readonly AuditRow[] }>(`${type.address}/${id}/audit`, { signal }),
    enabled: open,
    staleTime: 0,
  })
  return (
    <HistoryDrawer
      open={open}
      onClose={onClose}
      entries={history.data?.rows.map((row) => entryOf(type, row)) ?? null}
    />
  )
}
