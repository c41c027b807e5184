import { requestJson } from '../../../ui/api/client.ts'
import { currentLanguage, t } from '../../../ui/language.ts'

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

/** The reason of a failure in the reader's words, with everything that is wrong where it lists several. */
function reasonOf(error: unknown): string {
  const isObject = typeof error === 'object' && error !== null
  // It is kept in every language, because whoever reads it may not be who started it.
  const own: unknown = isObject ? (Reflect.get(error, currentLanguage() === 'en' ? 'en' : 'zh') ?? error) : error
  const errors: unknown = typeof own === 'object' && own !== null ? Reflect.get(own, 'errors') : null
  const each = Array.isArray(errors) ? errors.flatMap((one: unknown) => textAt(one, 'message') ?? []) : []
  return [textAt(own, 'detail') ?? t('process.failed'), each.join('；')].filter((part) => part !== '').join('：')
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
