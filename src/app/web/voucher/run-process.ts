import { requestJson } from '../../../ui/api/client.ts'
import { ApiProblem } from '../../../ui/api/problem.ts'
import { currentLanguage, t } from '../../../ui/language.ts'

type Job = {
  readonly state: string
  readonly error?: unknown
  readonly result?: unknown
}

const pauses = [60, 120, 200, 300, 500] as const

function textOf(error: unknown): string | undefined {
  if (typeof error === 'string') return error
  if (typeof error !== 'object' || error === null) return undefined
  const language = currentLanguage() === 'en' ? 'en' : 'zh'
  const parts = error as Readonly<Record<string, unknown>>
  const found = parts['detail'] ?? parts[language] ?? parts['message']
  return typeof found === 'string' ? found : textOf(found)
}

/** Starts a process and waits for its end; it is short work on a few records. Throws what it was refused for. */
export async function runProcess(address: string, parameters: Readonly<Record<string, unknown>>): Promise<unknown> {
  const { job } = await requestJson<{ readonly job: string }>(`processes/${address}`, {
    method: 'POST',
    body: parameters,
  })
  for (let attempt = 0; attempt < 240; attempt += 1) {
    const pause = pauses[Math.min(attempt, pauses.length - 1)]
    await new Promise((resolve) => setTimeout(resolve, pause))
    const { state, error, result } = await requestJson<Job>(`jobs/${job}`)
    if (state === 'done' || state === 'finished' || state === 'succeeded') return result
    if (state === 'failed' || state === 'cancelled')
      throw new ApiProblem({ title: textOf(error) ?? t('document.loadFailed'), status: 409 })
  }
  throw new ApiProblem({ title: t('api.offline'), status: 0 })
}
