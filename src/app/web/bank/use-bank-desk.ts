import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { requestJson } from '../../../ui/api/client.ts'
import { showToast } from '../../../ui/control/toast.tsx'
import { t } from '../../../ui/language.ts'
import { runProcess } from '../voucher/run-process.ts'
import type { Deed, Desk, Ticked } from './bank-data.ts'

const post = <Answer>(call: string, body: unknown): Promise<Answer> =>
  requestJson<Answer>(`calls/${call}`, { method: 'POST', body })

type Settled = { readonly document: { readonly number: string } | null; readonly learned: string | null }
type Ran = { readonly done: number; readonly waiting: number; readonly refused: readonly string[] }

const ranOf = (result: unknown): Ran => {
  const parts = (typeof result === 'object' && result !== null ? result : {}) as Partial<Ran>
  return { done: parts.done ?? 0, waiting: parts.waiting ?? 0, refused: parts.refused ?? [] }
}

/** The desk of an account, and what may be done at it; one thing at a time, so that nothing is pressed twice. */
export function useBankDesk(account: string | null) {
  const client = useQueryClient()
  const [busy, setBusy] = useState<string | null>(null)
  const desk = useQuery({
    queryKey: ['call', 'bank-desk', account],
    queryFn: ({ signal }) =>
      requestJson<Desk>('calls/bank-desk', { query: account === null ? {} : { cashAccount: account }, signal }),
    placeholderData: keepPreviousData,
  })
  const refresh = (): Promise<void> =>
    client.invalidateQueries({
      predicate: (query) => ['call', 'list', 'report', 'record'].includes(String(query.queryKey[0])),
    })
  const take = async (name: string, step: () => Promise<string>): Promise<boolean> => {
    if (busy !== null) return false
    setBusy(name)
    try {
      showToast('done', await step())
      return true
    } catch (error) {
      showToast('error', error instanceof Error ? error.message : String(error))
      return false
    } finally {
      await refresh()
      setBusy(null)
    }
  }
  const cashAccount = desk.data?.account ?? account
  return {
    desk,
    busy,
    refresh,
    match: (ticked: Ticked) =>
      take('match', async () => {
        await post('match-bank-items', { cashAccount, lines: [...ticked.lines], movements: [...ticked.movements] })
        return t('bank.matched')
      }),
    settle: (line: string, deed: Deed | Readonly<Record<string, unknown>>, learn: boolean) =>
      take('settle', async () => {
        if ('lines' in deed && 'movements' in deed) {
          await post('match-bank-items', { cashAccount, lines: deed.lines, movements: deed.movements })
          return t('bank.matched')
        }
        const { document, learned } = await post<Settled>('settle-bank-line', { cashAccount, line, deed, learn })
        const words = t('bank.made', { number: document?.number ?? '' })
        return learned === null ? words : `${words}　${t('bank.learned', { name: learned })}`
      }),
    undo: (match: string, withDocument: boolean) =>
      take('undo', async () => {
        await post('undo-bank-match', { match, withDocument })
        return t('bank.undone')
      }),
    run: () =>
      take('run', async () => {
        const { done, waiting, refused } = ranOf(await runProcess('match-bank', { cashAccount }))
        const [first] = refused
        if (first !== undefined) showToast('error', t('bank.refused', { count: refused.length, first }))
        return t('bank.ran', { done, waiting })
      }),
  }
}

export type BankDesk = ReturnType<typeof useBankDesk>
