import {
  keepPreviousData,
  QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query'
import { useMemo } from 'react'
import { api, type ListPage, type ListQuery } from './client.ts'
import { ApiProblem } from './problem.ts'

/** The cache of the product. Calls retry themselves; the cache does not retry what the server refused. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: false, staleTime: 10_000, refetchOnWindowFocus: true },
      mutations: { retry: false },
    },
  })
}

export type ListState<Row> = {
  readonly rows: readonly Row[]
  readonly totals: Readonly<Record<string, string>> | undefined
  readonly references: NonNullable<ListPage<Row>['references']>
  readonly loading: boolean
  readonly busy: boolean
  readonly problem: ApiProblem | null
  readonly hasMore: boolean
  readonly loadMore: () => void
  readonly refresh: () => void
}

function asProblem(error: Error | null): ApiProblem | null {
  if (error === null) return null
  return error instanceof ApiProblem ? error : new ApiProblem({ title: error.message, status: 0 })
}

/** The names of all pages together. */
function mergeReferences<Row>(pages: readonly ListPage<Row>[]): NonNullable<ListPage<Row>['references']> {
  const merged: Record<string, Record<string, { code: string; name: string }>> = {}
  for (const page of pages)
    for (const [entity, names] of Object.entries(page.references ?? {}))
      merged[entity] = { ...merged[entity], ...names }
  return merged
}

/** A list in keyset pages; the rows shown stay while the next answer comes. */
export function useList<Row>(type: string, query: ListQuery, options: { enabled?: boolean } = {}): ListState<Row> {
  const pages = useInfiniteQuery({
    queryKey: ['list', type, query],
    queryFn: ({ pageParam, signal }) =>
      api.list<Row>(
        type,
        { ...query, cursor: pageParam ?? undefined, totals: pageParam === null && query.totals ? true : undefined },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page: ListPage<Row>) => page.next,
    placeholderData: keepPreviousData,
    enabled: options.enabled,
  })
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = pages
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? [], [data])
  const references = useMemo(() => mergeReferences(data?.pages ?? []), [data])
  return {
    rows,
    references,
    totals: data?.pages[0]?.totals,
    loading: pages.isPending,
    busy: pages.isFetching && !pages.isPending,
    problem: asProblem(pages.error),
    hasMore: hasNextPage,
    loadMore: () => {
      if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
    },
    refresh: () => void refetch(),
  }
}

/** One record or document, by id, number or code. */
export function useRecord<Row>(type: string, id: string | null): UseQueryResult<Row, Error> {
  return useQuery({
    queryKey: ['record', type, id],
    queryFn: ({ signal }) => api.read<Row>(type, id ?? '', signal),
    enabled: id !== null,
  })
}

/** A report for its parameters; it runs when they are set and keeps the old figures meanwhile. */
export function useReport<Answer>(report: string, parameters: ListQuery | null): UseQueryResult<Answer, Error> {
  return useQuery({
    queryKey: ['report', report, parameters],
    queryFn: ({ signal }) => api.report<Answer>(report, parameters ?? {}, signal),
    enabled: parameters !== null,
    placeholderData: keepPreviousData,
  })
}

/** A step of a document, after which its record and the lists of its type are asked again. */
export function useAction<Row>(
  type: string,
  id: string,
): UseMutationResult<Row, Error, { action: string; body?: unknown; version?: string | number }> {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ action, body, version }) => api.act<Row>(type, id, action, body, { version }),
    onSuccess: async () => {
      await Promise.all([
        client.invalidateQueries({ queryKey: ['record', type, id] }),
        client.invalidateQueries({ queryKey: ['list', type] }),
      ])
    },
  })
}
