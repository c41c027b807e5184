import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiProblem } from '../../../ui/api/problem.ts'
import { showToast } from '../../../ui/control/toast.tsx'

const wordsOf = (error: unknown): string => {
  if (!(error instanceof ApiProblem)) return error instanceof Error ? error.message : String(error)
  return error.errors.length === 0 ? error.detail : error.errors.map((one) => one.message).join('；')
}

export type Doing = {
  /** What is under way: one thing at a time, so that a second press does nothing. */
  readonly busy: boolean
  /** Does something, says what went wrong, and asks for everything that is shown again. */
  readonly begin: (step: () => Promise<string | undefined>) => void
}

export function useDoing(): Doing {
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const run = async (step: () => Promise<string | undefined>): Promise<void> => {
    setBusy(true)
    try {
      const words = await step()
      if (words !== undefined) showToast('done', words)
    } catch (error) {
      showToast('error', wordsOf(error))
    } finally {
      await client.invalidateQueries({
        predicate: (query) => ['list', 'report', 'record', 'invoices'].includes(String(query.queryKey[0])),
      })
      setBusy(false)
    }
  }
  return {
    busy,
    begin: (step) => {
      if (!busy) void run(step)
    },
  }
}
