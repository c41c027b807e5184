import { useQuery, useQueryClient } from '@tanstack/react-query'
import { request, requestJson, type RequestOptions } from '../../../ui/api/client.ts'
import { ApiProblem } from '../../../ui/api/problem.ts'
import { showToast } from '../../../ui/control/toast.tsx'

export type Rows<Row> = {
  readonly rows: readonly Row[]
  readonly error: Error | null
  readonly busy: boolean
  /** Sends a change and asks for the rows again. Answers whether it was taken; refusals are told by `onRefused` or said. */
  readonly send: (path: string, options: RequestOptions, onRefused?: (problem: ApiProblem) => void) => Promise<boolean>
}

/** The rows of a small administrative list, and its changes. */
export function useRows<Row>(path: string, enabled = true): Rows<Row> {
  const client = useQueryClient()
  const found = useQuery({
    queryKey: ['settings', path],
    queryFn: ({ signal }) => requestJson<{ rows: readonly Row[] }>(path, { signal }),
    enabled,
  })
  const send: Rows<Row>['send'] = async (to, options, onRefused) => {
    try {
      await request(to, options)
      await client.invalidateQueries({ queryKey: ['settings', path] })
      return true
    } catch (error) {
      if (error instanceof ApiProblem && error.errors.length > 0 && onRefused) onRefused(error)
      else showToast('error', error instanceof Error ? error.message : String(error))
      return false
    }
  }
  return { rows: found.data?.rows ?? [], error: found.error, busy: found.isFetching, send }
}
