import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { showToast } from '../../../ui/control/toast.tsx'
import { t } from '../../../ui/language.ts'
import { runProcess } from '../voucher/run-process.ts'

/** Runs processes of a desk one at a time, says how they ended, and asks its lists again. */
export function useProcess() {
  const client = useQueryClient()
  const [busy, setBusy] = useState<string | null>(null)
  const take = async (address: string, label: string, parameters: Readonly<Record<string, unknown>>) => {
    if (busy !== null) return false
    setBusy(address)
    try {
      await runProcess(address, parameters)
      showToast('done', t('books.done', { action: label }))
      return true
    } catch (error) {
      showToast('error', error instanceof Error ? error.message : String(error))
      return false
    } finally {
      setBusy(null)
      await client.invalidateQueries({ predicate: (query) => ['list', 'report'].includes(String(query.queryKey[0])) })
    }
  }
  return { busy, take }
}
