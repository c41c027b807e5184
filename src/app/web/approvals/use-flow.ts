import { useQuery } from '@tanstack/react-query'
import type { FlowNode } from '../../../kernel/approvals/flow.ts'
import { requestJson } from '../../../ui/api/client.ts'

/** What conditions may name, and who may be asked. */
export type FlowNames = {
  readonly documents: readonly { readonly type: string; readonly label: string; readonly english: string }[]
  readonly names: readonly { readonly name: string; readonly label: string; readonly kind: string }[]
  readonly roles: readonly { readonly name: string; readonly label: string }[]
  readonly people: readonly { readonly username: string; readonly name: string }[]
}

/** A version of a flow, as it is stored. */
export type StoredFlow = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly documentType: string
  readonly number: number | null
  readonly state: 'draft' | 'live' | 'retired'
  readonly nodes: readonly FlowNode[] | null
  readonly version: number
  readonly releasedAt: string | null
  readonly releasedBy: string | null
}

export function useFlowNames(type: string) {
  return useQuery({
    queryKey: ['flow-names', type],
    queryFn: ({ signal }) => requestJson<FlowNames>('approvals/names', { query: { type }, signal }),
  })
}

/** The versions of a type's flow, the newest first. */
export function useFlows(type: string) {
  return useQuery({
    queryKey: ['flows', type],
    queryFn: ({ signal }) => {
      const filter = JSON.stringify([{ field: 'documentType', op: 'eq', value: type }])
      return requestJson<{ rows: readonly StoredFlow[] }>('approval-flow', {
        query: { filter, sort: '-createdAt', limit: 100 },
        signal,
      })
    },
    select: (answer) => answer.rows,
  })
}
