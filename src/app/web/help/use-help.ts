import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { requestJson } from '../../../ui/api/client.ts'

export type HelpHit = {
  readonly name: string
  readonly sort: 'guide' | 'article'
  readonly title: string
  readonly english: string
  readonly heading: string
  readonly excerpt: string
}

type HelpPageAnswer = {
  readonly name: string
  readonly sort: 'guide' | 'article'
  readonly title: string
  readonly english: string
  readonly text: string
}

/** Pages of help that answer a query; all of them where it is empty. */
export async function findHelp(query: string, signal?: AbortSignal): Promise<readonly HelpHit[]> {
  const { pages } = await requestJson<{ readonly pages: readonly HelpHit[] }>('calls/find-help', {
    query: query === '' ? {} : { query },
    signal,
  })
  return pages
}

export function useHelpHits(query: string): UseQueryResult<readonly HelpHit[], Error> {
  return useQuery({
    queryKey: ['help', 'find', query],
    queryFn: ({ signal }) => findHelp(query, signal),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  })
}

export function useHelpPage(name: string): UseQueryResult<HelpPageAnswer, Error> {
  return useQuery({
    queryKey: ['help', 'page', name],
    queryFn: ({ signal }) => requestJson<HelpPageAnswer>('calls/read-help', { query: { name }, signal }),
    staleTime: Infinity,
  })
}
