import type { AlertKind } from '../../../domains/inventory/index.ts'
import { requestJson } from '../../../ui/api/client.ts'
import type { TagTone } from '../../../ui/control/button.tsx'
import { cell, type ReportAnswer } from '../report/report-answer.ts'
import type { Session } from '../session/session.ts'

export type AlertRow = ReportAnswer['rows'][number]
export type MendingDeed = 'request' | 'transfer' | 'scrap'

const isKind = (text: string): text is AlertKind => text in tones

/** How urgent it is: what cannot be sold or is missing, what comes to be, what only ties up money. */
const tones = {
  low: 'negative',
  expired: 'negative',
  safety: 'warning',
  expiring: 'warning',
  over: 'neutral',
  still: 'neutral',
  cover: 'neutral',
} as const satisfies Readonly<Record<AlertKind, TagTone>>

export const toneOf = (row: AlertRow): TagTone => {
  const kind = cell(row, 'kind')
  return isKind(kind) ? tones[kind] : 'neutral'
}

export const isShort = (row: AlertRow): boolean => ['low', 'safety'].includes(cell(row, 'kind'))

/** What may be done about an alert: what is short is bought or fetched, the rest is moved elsewhere or written off. */
export function deedsFor(row: AlertRow, session: Session): readonly MendingDeed[] {
  const placed = cell(row, 'place') !== ''
  const deeds: MendingDeed[] = []
  if (isShort(row) && session.may('purchaseRequest.create')) deeds.push('request')
  if ((isShort(row) || placed) && session.may('stockTransfer.create')) deeds.push('transfer')
  if (!isShort(row) && placed && session.may('scrap.create')) deeds.push('scrap')
  return deeds
}

/** Who may mend stock may also set an alert aside. */
export const maySetAside = (session: Session): boolean =>
  ['process.checkStockAlerts', 'purchaseRequest.create', 'stockTransfer.create'].some((right) => session.may(right))

export type Drafted = { readonly address: string; readonly id: string; readonly number: string }

/** Writes the draft that mends one alert, or one request for several. */
export const draftFor = (keys: readonly string[], action: MendingDeed): Promise<Drafted> =>
  requestJson<Drafted>('calls/act-on-alert', { method: 'POST', body: { alert: keys.join(','), action } })

export const setAside = (alert: string, note: string, until: string | null): Promise<unknown> =>
  requestJson('calls/set-alert-aside', { method: 'POST', body: { alert, note, until } })

export const bringBack = (alert: string): Promise<unknown> =>
  requestJson('calls/bring-alert-back', { method: 'POST', body: { alert } })
