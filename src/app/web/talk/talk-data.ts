import { useQuery, useQueryClient } from '@tanstack/react-query'
import { requestJson } from '../../../ui/api/client.ts'
import { ApiProblem } from '../../../ui/api/problem.ts'
import { showToast } from '../../../ui/control/toast.tsx'

export type Person = { readonly id: string; readonly name: string; readonly username: string }

export type Remark = {
  readonly id: string
  readonly text: string
  readonly author: string
  readonly at: string
  readonly own: boolean
  readonly withdrawn: boolean
}

export type Task = {
  readonly id: string
  readonly title: string
  readonly dueOn: string | null
  readonly assignee: string
  readonly askedBy: string
  readonly at: string
  readonly doneAt: string | null
  readonly doneBy: string | null
  readonly isMine: boolean
  readonly isAsked: boolean
  readonly subject: { readonly address: string; readonly id: string; readonly label: string } | null
}

export type TaskScope = 'mine' | 'asked' | 'all'

type Remarks = { readonly rows: readonly Remark[]; readonly people: readonly Person[] }
type Tasks = { readonly rows: readonly Task[]; readonly people: readonly Person[] }

const remarksKey = (address: string, id: string) => ['talk', address, id] as const
const tasksKey = ['tasks'] as const

/** What was said about a record, and who can be called to it. Others' words come within half a minute. */
export function useRemarks(address: string, id: string) {
  return useQuery({
    queryKey: remarksKey(address, id),
    queryFn: ({ signal }) => requestJson<Remarks>(`${address}/${id}/remarks`, { signal }),
    refetchInterval: 30_000,
  })
}

/** Tasks of this person; with a record only those about it. */
export function useTasks(scope: TaskScope, done: boolean, record?: string) {
  return useQuery({
    queryKey: [...tasksKey, scope, done, record],
    queryFn: ({ signal }) => requestJson<Tasks>('tasks', { query: { scope, done, record }, signal }),
  })
}

/** The words of a refusal by field; what names none is told aside. */
function issuesOf(error: unknown): Readonly<Record<string, string>> {
  const errors = error instanceof ApiProblem ? error.errors : []
  if (errors.length === 0) showToast('error', error instanceof Error ? error.message : String(error))
  return Object.fromEntries(errors.map((one) => [one.path, one.message]))
}

/** Sends what someone says or asks, and renews what shows it. Answers what was refused, by field; null when it was taken. */
export function useTalkDeeds() {
  const client = useQueryClient()
  const send = async (path: string, method: 'POST' | 'DELETE', body?: unknown, idempotencyKey?: string) => {
    try {
      await requestJson(path, { method, body: body ?? (method === 'POST' ? {} : undefined), idempotencyKey })
      return null
    } catch (error) {
      return issuesOf(error)
    } finally {
      await Promise.all([
        client.invalidateQueries({ queryKey: ['talk'] }),
        client.invalidateQueries({ queryKey: tasksKey }),
      ])
    }
  }
  return {
    say: (address: string, id: string, text: string, key: string) =>
      send(`${address}/${id}/remarks`, 'POST', { text }, key),
    takeBack: (address: string, id: string, remark: string) => send(`${address}/${id}/remarks/${remark}`, 'DELETE'),
    ask: (task: object, key: string) => send('tasks', 'POST', task, key),
    mark: (task: string, done: boolean) => send(`tasks/${task}/${done ? 'done' : 'open'}`, 'POST'),
    drop: (task: string) => send(`tasks/${task}`, 'DELETE'),
  }
}
