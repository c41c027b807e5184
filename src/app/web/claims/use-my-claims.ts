import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { api, requestJson } from '../../../ui/api/client.ts'
import { ApiProblem } from '../../../ui/api/problem.ts'
import { showToast } from '../../../ui/control/toast.tsx'
import type { JsonRow } from '../../../ui/derive/values.ts'
import { t } from '../../../ui/language.ts'
import { rowText } from '../catalogue/row-text.ts'
import { keptLines, sentLine, type Entry } from './claim-entry.ts'

export type OwnClaim = {
  readonly id: string
  readonly number: string
  readonly date: string
  readonly state: string
  readonly reason: string
  readonly gross: string | null
  readonly toPay: string | null
  readonly lines: number
  readonly unpaid: string
}

export type OwnAdvance = {
  readonly id: string
  readonly number: string
  readonly date: string
  readonly state: string
  readonly purpose: string
  readonly amount: string
}

export type MyClaims = {
  readonly employee: { readonly id: string; readonly name: string } | null
  readonly items: readonly { readonly id: string; readonly code: string; readonly name: string }[]
  readonly claims: readonly OwnClaim[]
  readonly advances: readonly OwnAdvance[]
  readonly borrowed: string
}

const address = 'expense-claim'

async function attach(claim: string, files: readonly File[]): Promise<void> {
  for (const file of files) {
    const body = new FormData()
    body.append('file', file, file.name)
    const stored = await requestJson<{ readonly id: string }>('files', { method: 'POST', body })
    await requestJson(`${address}/${claim}/attachments`, { method: 'POST', body: { file: stored.id } })
  }
}

/** The problems of the line that was sent last, by its fields; what belongs elsewhere is told. */
function placed(error: unknown, index: number): Readonly<Record<string, string>> {
  if (!(error instanceof ApiProblem)) {
    showToast('error', error instanceof Error ? error.message : String(error))
    return {}
  }
  const path = `lines.${index}.`
  const own = error.errors.filter((one) => one.path.startsWith(path))
  const others = error.errors.filter((one) => !one.path.startsWith(path)).map((one) => one.message)
  if (own.length === 0) showToast('error', [error.detail, ...others].join(' '))
  return Object.fromEntries(own.map((one) => [one.path.slice(path.length), one.message]))
}

export type Noted = {
  readonly entry: Entry
  readonly files: readonly File[]
  readonly reason: string
  /** The claim that it joins; null for a new one. */
  readonly claim: string | null
}

/** What is mine, and the ways to add to it. */
export function useMyClaims() {
  const client = useQueryClient()
  const key = ['my-claims']
  const mine = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => requestJson<MyClaims>('calls/my-claims', { signal }),
  })
  const [busy, setBusy] = useState(false)
  // A second tap while the first is on its way is the same note.
  const noting = useRef(false)
  const renew = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: key }),
      client.invalidateQueries({ queryKey: ['list', address] }),
      client.invalidateQueries({ queryKey: ['record', address] }),
    ])
  const write = async ({ entry, claim, reason }: Noted): Promise<JsonRow> => {
    const line = sentLine(entry)
    if (claim === null) {
      const employee = mine.data?.employee?.id
      return api.create<JsonRow>(address, { employee, reason, lines: [line] }, { step: 'draft' })
    }
    const record = await api.read<JsonRow>(address, claim)
    const lines = [...keptLines(record), line]
    return api.change<JsonRow>(address, claim, { lines }, rowText(record, 'version'), 'draft')
  }
  /** Keeps a note; answers what is wrong with it by field, or null when it is kept. */
  const note = async (noted: Noted): Promise<Readonly<Record<string, string>> | null> => {
    if (noting.current) return {}
    noting.current = true
    setBusy(true)
    const before = mine.data?.claims.find((one) => one.id === noted.claim)?.lines ?? 0
    try {
      const saved = await write(noted)
      await attach(rowText(saved, 'id'), noted.files)
      showToast('done', t('claims.kept', { number: rowText(saved, 'number') }))
      return null
    } catch (error) {
      return placed(error, before)
    } finally {
      noting.current = false
      setBusy(false)
      await renew()
    }
  }
  const submit = async (claim: OwnClaim): Promise<void> => {
    setBusy(true)
    try {
      await api.act(address, claim.id, 'submit')
      showToast('done', t('claims.submitted', { number: claim.number }))
    } catch (error) {
      const problem =
        error instanceof ApiProblem ? [error.detail, ...error.errors.map((one) => one.message)] : [String(error)]
      showToast('error', problem.join(' '))
    } finally {
      setBusy(false)
      await renew()
    }
  }
  return { mine, busy, note, submit }
}
