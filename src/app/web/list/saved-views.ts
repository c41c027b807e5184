import { t } from '../../../ui/language.ts'
import type { SavedView } from '../../../ui/list/view-bar.tsx'
import type { RecordType } from '../catalogue/catalogue.ts'
import { stateWord } from './list-shape.ts'
import { useKept, type ListState } from './list-state.ts'

/** A question someone kept, by the parameters of its address. */
export type KeptView = { readonly key: string; readonly label: string; readonly search: string }

function isKeptViews(value: unknown): value is readonly KeptView[] {
  return (
    Array.isArray(value) &&
    value.every(
      (one: unknown) => typeof one === 'object' && one !== null && 'key' in one && 'label' in one && 'search' in one,
    )
  )
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
  const of = (state: 'draft' | 'submitted' | 'posted' | 'partial'): Partial<ListState> => ({
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
  readonly keep: (label: string, search: string) => string
  readonly rename: (key: string, label: string) => void
  readonly drop: (key: string) => void
}

/** The saved queries of a list: ready ones, and those this person kept on this device. */
export function useViews(type: RecordType, user: string): Views {
  const [kept, keep] = useKept(`suanpan.views.${user}.${type.address}`, isKeptViews)
  const ready = readyViews(type)
  const own = kept ?? []
  return {
    views: [...ready.map((one) => one.view), ...own.map(({ key, label }) => ({ key, label, own: true }))],
    open: (key) => {
      const found = own.find((one) => one.key === key)
      if (found) return { search: found.search }
      return { state: { ...ready.find((one) => one.view.key === key)?.state, view: key } }
    },
    keep: (label, search) => {
      const key = `own-${Date.now().toString(36)}`
      const parameters = new URLSearchParams(search)
      parameters.set('view', key)
      keep([...own, { key, label, search: parameters.toString() }])
      return parameters.toString()
    },
    rename: (key, label) => keep(own.map((one) => (one.key === key ? { ...one, label } : one))),
    drop: (key) => keep(own.filter((one) => one.key !== key)),
  }
}
