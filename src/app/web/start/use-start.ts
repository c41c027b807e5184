import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { requestJson } from '../../../ui/api/client.ts'

export type IndustryChoice = {
  readonly name: string
  readonly label: string
  readonly english: string
  readonly about: string
  readonly costMethod: string | null
  readonly taxpayer: string
  readonly modules: readonly string[]
}

export type StartAnswer = {
  readonly industries: readonly IndustryChoice[]
  /** Trades that were chosen already. */
  readonly chosen: readonly string[]
  /** Whether anything was posted. */
  readonly begun: boolean
  /** Whether there is no item yet, so that samples may be put in. */
  readonly empty: boolean
  readonly progress: {
    readonly items: string
    readonly customers: string
    readonly stock: string
    readonly sales: string
  }
}

export const startKey = ['start'] as const

/** The trades there are, and how far the company has come. */
export function useStart(): UseQueryResult<StartAnswer, Error> {
  return useQuery({
    queryKey: startKey,
    queryFn: ({ signal }) => requestJson<StartAnswer>('calls/industry-choices', { signal }),
  })
}
