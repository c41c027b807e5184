import { requestJson } from '../../../ui/api/client.ts'
import { t } from '../../../ui/language.ts'

export type Progress = { readonly done: number; readonly total: number; readonly note: string | null }

type Job = {
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  readonly progress: number
  readonly total: number
  readonly note: string | null
  readonly result: unknown
  readonly error: unknown
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

function textAt(value: unknown, name: string): string | null {
  if (typeof value !== 'object' || value === null) return null
  const found: unknown = Reflect.get(value, name)
  return typeof found === 'string' && found !== '' ? found : null
}

/** The reason of a failure in the reader's words, with the first that is wrong where it lists several. */
function reasonOf(error: unknown): string {
  const errors: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'errors') : null
  const first: unknown = Array.isArray(errors) ? errors[0] : null
  return [textAt(error, 'detail') ?? t('process.failed'), textAt(first, 'message')].filter(Boolean).join('：')
}

/** Waits for long work, telling how far it is. Answers its result; throws what it failed with. */
export async function followJob(id: string, onProgress: (progress: Progress) => void): Promise<unknown> {
  for (;;) {
    const job = await requestJson<Job>(`jobs/${id}`)
    onProgress({ done: job.progress, total: job.total, note: job.note })
    if (job.state === 'done') return job.result
    if (job.state === 'failed' || job.state === 'cancelled') throw new Error(reasonOf(job.error))
    await pause(500)
  }
}
