import { useQuery, useQueryClient } from '@tanstack/react-query'
import { requestJson } from '../../../ui/api/client.ts'
import { t } from '../../../ui/language.ts'
import type { SavedView } from '../../../ui/list/view-bar.tsx'
import type { RecordType } from '../catalogue/catalogue.ts'
import { stateWord } from './list-shape.ts'
import type { ListState } from './list-state.ts'

/** A question someone kept, by the parameters of its address; shared with everyone in the company, or one's own. */
type KeptView = {
  readonly id: string
  readonly name: string
  readonly search: string
  readonly shared: boolean
  readonly own: boolean
}

/** Questions that every list of documents begins with. */
function readyViews(type: RecordType): readonly { view: SavedView; state: Partial<ListState> }[] {
  const all = { view: { key: 'all', label: t('view.all') }, state: { filters: [], search: '' } }
  if (type.sort === 'entity')
    return [
      all,
      {
        view: { key: 'disabled', label: t('view.disabled') },
        state: {
          filters: [{ key: 'disabled', type: 'any', values: [{ value: 'true', label: t('yes') }] }],
          search: '',
        },
      },
    ]
  const of = (state: 'draft' | 'submitted' | 'posted' | 'partial' | 'late'): Partial<ListState> => ({
    filters: [{ key: 'state', type: 'any', values: [{ value: state, label: stateWord(state) }] }],
    search: '',
  })
  const further =
    type.flows.length > 0 ? [{ view: { key: 'partial', label: t('view.partial') }, state: of('partial') }] : []
  return [
    all,
    { view: { key: 'draft', label: stateWord('draft') }, state: of('draft') },
    { view: { key: 'submitted', label: stateWord('submitted') }, state: of('submitted') },
    ...further,
    ...(type.promised ? [{ view: { key: 'late', label: stateWord('late') }, state: of('late') }] : []),
    {
      view: { key: 'month', label: t('preset.thisMonth') },
      state: { filters: [{ key: 'date', type: 'preset', preset: 'thisMonth' }], search: '' },
    },
  ]
}

export type Views = {
  readonly views: readonly SavedView[]
  /** What a view asks; a kept one by the parameters of its address. */
  readonly open: (key: string) => { state?: Partial<ListState>; search?: string }
  /** Keeps a question; answers the parameters of its address, its own name among them. */
  readonly keep: (label: string, search: string, shared: boolean) => Promise<string>
  readonly change: (key: string, label: string, shared: boolean) => Promise<void>
  readonly drop: (key: string) => Promise<void>
}

const searchOfView = (view: Pick<KeptView, 'id' | 'search'>): string => {
  const parameters = new URLSearchParams(view.search)
  parameters.set('view', view.id)
  return parameters.toString()
}

const noViews: readonly KeptView[] = []

/** The saved queries of a list: ready ones, those this person kept, and those that others share. */
export function useViews(type: RecordType): Views {
  const client = useQueryClient()
  const key = ['views', type.address]
  const asked = useQuery({
    queryKey: key,
    queryFn: ({ signal }) =>
      requestJson<{ rows: readonly KeptView[] }>('views', { query: { type: type.address }, signal }),
    staleTime: 60_000,
  })
  const kept = asked.data?.rows ?? noViews
  const ready = readyViews(type)
  const send = async <Answer>(path: string, method: 'POST' | 'PATCH' | 'DELETE', body?: unknown): Promise<Answer> => {
    const done = await requestJson<Answer>(path, { method, body })
    await client.invalidateQueries({ queryKey: key })
    return done
  }
  return {
    views: [
      ...ready.map((one) => one.view),
      ...kept.map(({ id, name, shared, own }) => ({ key: id, label: name, shared, own })),
    ],
    open: (wanted) => {
      const found = kept.find((one) => one.id === wanted)
      if (found) return { search: searchOfView(found) }
      return { state: { ...ready.find((one) => one.view.key === wanted)?.state, view: wanted } }
    },
    keep: async (name, search, shared) =>
      searchOfView(await send<KeptView>('views', 'POST', { type: type.address, name, search, shared })),
    change: (id, name, shared) => send(`views/${id}`, 'PATCH', { name, shared }),
    drop: (id) => send(`views/${id}`, 'DELETE'),
  }
}
