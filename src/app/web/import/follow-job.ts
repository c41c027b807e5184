import { requestJson } from '../../../ui/api/client.ts'
import { t } from '../../../ui/language.ts'
import { isOutcome, type ImportOutcome } from './import-outcome.tsx'

export type Progress = { readonly done: number; readonly total: number }

type Job = {
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  readonly progress: number
  readonly total: number
  readonly result: unknown
  readonly error: unknown
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

function detailOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'detail' in error ? String(error.detail) : t('import.failed')
}

/** Waits for a long import, telling how far it is. Throws what it failed with. */
export async function followJob(id: string, onProgress: (progress: Progress) => void): Promise<ImportOutcome> {
  for (;;) {
    const job = await requestJson<Job>(`jobs/${id}`)
    onProgress({ done: job.progress, total: job.total })
    if (job.state === 'done' && isOutcome(job.result)) return job.result
    if (job.state === 'done' || job.state === 'failed' || job.state === 'cancelled')
      throw new Error(detailOf(job.error))
    await pause(600)
  }
}
