import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { DaySpan } from '../../../base/day-span.ts'
import { requestJson } from '../../../ui/api/client.ts'
import { ApiProblem } from '../../../ui/api/problem.ts'
import { showToast } from '../../../ui/control/toast.tsx'

export type Question = {
  readonly report: string
  readonly parameters: Readonly<Record<string, string>>
  readonly span: DaySpan | null
}

export type Measure = 'total' | 'largest' | 'smallest' | 'count'
export const measures: readonly Measure[] = ['total', 'largest', 'smallest', 'count']

export type Tile = {
  readonly id: string
  readonly kind: 'figure' | 'chart' | 'table'
  readonly title: string
  readonly width: number
  readonly question: Question
  readonly measure: Measure
  readonly figure: string
}

export type Dashboard = {
  readonly id: string
  readonly name: string
  readonly roles: readonly string[]
  readonly tiles: readonly Tile[]
  readonly version: number
  readonly own: boolean
}

export type AlertRule = {
  readonly id: string
  readonly name: string
  readonly question: Question
  readonly measure: Measure
  readonly figure: string
  readonly comparison: 'above' | 'below'
  readonly threshold: string
  readonly enabled: boolean
  readonly tripped: boolean
  readonly value: string | null
  readonly error: string | null
}

export type Rhythm = { readonly every: 'day' | 'week' | 'month'; readonly day: number; readonly time: string }

export type Subscription = {
  readonly id: string
  readonly name: string
  readonly format: 'xlsx' | 'pdf'
  readonly rhythm: Rhythm
  readonly address: string
  readonly enabled: boolean
  readonly lastState: 'waiting' | 'sending' | 'sent' | 'failed' | null
  readonly lastSentAt: string | null
  readonly lastError: string | null
}

export type SubscriptionRun = {
  readonly id: string
  readonly dueOn: string
  readonly state: 'waiting' | 'sending' | 'sent' | 'failed'
  readonly sentAt: string | null
  readonly answer: string | null
  readonly error: string | null
}

type Role = { readonly name: string; readonly label: string }
type Dashboards = {
  readonly rows: readonly Dashboard[]
  readonly roles: readonly Role[]
  readonly mayShare: boolean
}

const rootKey = 'watch'

function useAsked<Answer>(path: string, isAsked = true) {
  return useQuery({
    queryKey: [rootKey, path],
    queryFn: ({ signal }) => requestJson<Answer>(path, { signal }),
    enabled: isAsked,
  })
}

export const useDashboards = () => useAsked<Dashboards>('dashboards')
export const useAlertRules = () => useAsked<{ readonly rows: readonly AlertRule[] }>('alert-rules')
export const useSubscriptions = () => useAsked<{ readonly rows: readonly Subscription[] }>('subscriptions')
export const useRuns = (id: string) =>
  useAsked<{ readonly rows: readonly SubscriptionRun[] }>(`subscriptions/${id}/runs`)

/** One key for one content: pressed twice, or sent again after the line broke, it is done once. */
export function useKeyFor(): (content: unknown) => string {
  const kept = useRef<{ readonly text: string; readonly key: string } | null>(null)
  return (content) => {
    const text = JSON.stringify(content)
    if (kept.current?.text !== text) kept.current = { text, key: crypto.randomUUID() }
    return kept.current.key
  }
}

export type Issues = Readonly<Record<string, string>>

/** Sends a change and renews what shows it; answers what was refused, by field, null when it was done. */
export function useWatchDeeds() {
  const client = useQueryClient()
  return async (
    path: string,
    method: 'POST' | 'PATCH' | 'DELETE',
    body?: unknown,
    idempotencyKey?: string,
  ): Promise<Issues | null> => {
    try {
      await requestJson(path, { method, body: body ?? (method === 'POST' ? {} : undefined), idempotencyKey })
      return null
    } catch (error) {
      const errors = error instanceof ApiProblem ? error.errors : []
      if (errors.length === 0) showToast('error', error instanceof Error ? error.message : String(error))
      return Object.fromEntries(errors.map((one) => [one.path, one.message]))
    } finally {
      await client.invalidateQueries({ queryKey: [rootKey] })
    }
  }
}
