import { rowText } from '../catalogue/row-text.ts'
import { api } from '../../../ui/api/client.ts'
import type { JsonRow } from '../../../ui/derive/values.ts'
import { t, type Word } from '../../../ui/language.ts'
import type { RecordType } from '../catalogue/catalogue.ts'
import type { Session } from '../session/session.ts'

/** Something done with many rows at once. */
export type Batch = {
  readonly key: string
  readonly label: string
  readonly main?: boolean
  readonly danger?: boolean
  /** Asked before it begins, where it cannot simply be undone. */
  readonly confirm?: string
  readonly allows: (row: JsonRow) => boolean
  readonly act: (row: JsonRow) => Promise<unknown>
}

/** A page where the chosen rows are worked on together. */
export type Together = {
  readonly key: string
  readonly label: string
  readonly path: (ids: readonly string[]) => string
}

/** Where rows of a type are worked on together. */
export function togetherOf(type: RecordType, session: Session): readonly Together[] {
  if (type.name !== 'purchaseRequest' || !session.may('process.orderRequests')) return []
  return [{ key: 'desk', label: t('desk.makeOrders'), path: (ids) => `/order-desk/requests?requests=${ids.join(',')}` }]
}

type DocumentStep = { readonly action: string; readonly word: Word; readonly from: readonly string[]; danger?: boolean }

const steps: readonly DocumentStep[] = [
  { action: 'post', word: 'action.post', from: ['draft', 'submitted'] },
  { action: 'submit', word: 'action.submit', from: ['draft'] },
  { action: 'reject', word: 'action.reject', from: ['submitted'] },
  { action: 'unpost', word: 'action.unpost', from: ['posted'] },
  { action: 'close', word: 'action.close', from: ['posted'] },
  { action: 'reopen', word: 'action.reopen', from: ['closed'] },
  { action: 'void', word: 'action.void', from: ['draft', 'submitted'], danger: true },
]

function idOf(row: JsonRow): string {
  return rowText(row, 'id')
}

function versionOf(row: JsonRow): number {
  return Number(row['version'])
}

function documentBatches(type: RecordType, session: Session): Batch[] {
  return steps
    .filter((step) => session.may(`${type.name}.${step.action}`))
    .map((step) => ({
      key: step.action,
      label: t(step.word),
      main: step.action === 'post',
      danger: step.danger,
      confirm: step.action === 'void' || step.action === 'unpost' ? t(`batch.${step.action}`) : undefined,
      allows: (row) => step.from.includes(rowText(row, 'state')),
      act: (row) => api.act(type.address, idOf(row), step.action, {}, { version: versionOf(row) }),
    }))
}

function entityBatches(type: RecordType, session: Session): Batch[] {
  const may = (verb: string): boolean =>
    session.may(`${type.name}.${verb}`) || session.may(`${type.definition}.${verb}`)
  const set = (row: JsonRow, disabled: boolean): Promise<unknown> =>
    api.change(type.address, idOf(row), { disabled }, versionOf(row))
  const changes: Batch[] = [
    {
      key: 'disable',
      label: t('record.disable'),
      allows: (row) => row['disabled'] !== true,
      act: (row) => set(row, true),
    },
    {
      key: 'enable',
      label: t('record.enable'),
      allows: (row) => row['disabled'] === true,
      act: (row) => set(row, false),
    },
  ]
  const remove: Batch = {
    key: 'delete',
    label: t('record.delete'),
    danger: true,
    confirm: t('batch.delete'),
    allows: () => true,
    act: (row) => api.remove(type.address, idOf(row), versionOf(row)),
  }
  return [...(may('update') ? changes : []), ...(may('delete') ? [remove] : [])]
}

/** What this person may do with many rows of a type. */
export function batchesOf(type: RecordType, session: Session): readonly Batch[] {
  return type.sort === 'document' ? documentBatches(type, session) : entityBatches(type, session)
}
