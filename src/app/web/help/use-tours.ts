import { useQuery, useQueryClient } from '@tanstack/react-query'
import { requestJson } from '../../../ui/api/client.ts'
import { useSession } from '../session/session.ts'

type Seen = { readonly tours: readonly string[] }

const key = ['help', 'tours'] as const

export type SeenTours = {
  /** False until it is known, so that nothing is offered too soon. */
  readonly isNew: (tour: string) => boolean
  readonly mark: (tour: string) => void
}

/** Which tours this person has seen, on whatever device. */
export function useSeenTours(): SeenTours {
  const client = useQueryClient()
  const previewed = useSession().previewedBy !== null
  const { data } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => requestJson<Seen>('calls/seen-tours', { signal }),
    staleTime: Infinity,
  })
  return {
    isNew: (tour) => !previewed && data !== undefined && !data.tours.includes(tour),
    mark: (tour) => {
      client.setQueryData<Seen>(key, (was) => ({ tours: [...(was?.tours ?? []), tour] }))
      // Not remembered, it is offered once more; nothing is lost by that.
      void requestJson('calls/mark-tour', { method: 'POST', body: { tour } }).catch(() => undefined)
    },
  }
}
