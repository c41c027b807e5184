import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { requestJson } from '../../../ui/api/client.ts'
import { Button } from '../../../ui/control/button.tsx'
import { BusyBar } from '../../../ui/control/progress-bar.tsx'
import { t } from '../../../ui/language.ts'
import type { Word } from '../../../ui/language.ts'
import { formatMoment } from '../../../ui/list/format-moment.ts'
import { useCatalogue } from '../catalogue/catalogue.ts'
import { download } from '../frame/download.ts'
import { PageProblem } from '../frame/frame-states.tsx'
import { useSession } from '../session/session.ts'
import { actionText, fieldText, typeText, valueText } from './trail-data.ts'
import type { Chain, TrailChoices, TrailEntry } from './trail-data.ts'

type Filter = {
  readonly actor: string
  readonly action: string
  readonly type: string
  readonly text: string
  readonly from: string
  readonly to: string
}
const nothing: Filter = { actor: '', action: '', type: '', text: '', from: '', to: '' }

type ChoiceProps = {
  readonly word: Word
  readonly value: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (value: string) => void
}

function Choice({ word, value, options, onChange }: ChoiceProps): React.JSX.Element {
  return (
    <label>
      <span>{t(word)}</span>
      <span className="input-box">
        <select value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">{t('trail.any')}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </span>
    </label>
  )
}

type TextProps = { word: Word; value: string; kind: 'text' | 'date'; onChange: (value: string) => void }

function Text({ word, value, kind, onChange }: TextProps): React.JSX.Element {
  return (
    <label>
      <span>{t(word)}</span>
      <span className="input-box">
        <input type={kind} value={value} onChange={(event) => onChange(event.target.value)} />
      </span>
    </label>
  )
}

function Entry({ entry }: { entry: TrailEntry }): React.JSX.Element {
  const catalogue = useCatalogue()
  return (
    <li>
      <div className="trail-head">
        <time>{formatMoment(entry.at)}</time>
        <span>{entry.actor}</span>
        <b>{actionText(entry.action)}</b>
        <span className="muted">{typeText(catalogue, entry.type)}</span>
        <span>{entry.label}</span>
      </div>
      {entry.changes.length === 0 || entry.action === 'delete' ? null : (
        <ul className="trail-changes">
          {entry.changes.map(({ field, before, after }) => (
            <li key={field}>
              <span className="muted">{fieldText(catalogue, entry.type, field)}</span> <del>{valueText(before)}</del> →{' '}
              <ins>{valueText(after)}</ins>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

/** Whether the trail is as it was written: asked when someone wants to know. */
function ChainLine({ chain }: { chain: Chain | undefined }): React.JSX.Element | null {
  if (chain === undefined) return null
  return (
    <p className={chain.whole ? 'trail-chain is-positive' : 'trail-chain is-negative'} role="status">
      {chain.whole
        ? t('trail.whole', { count: chain.count, hash: chain.hash ?? '—' })
        : t('trail.broken', { reason: chain.reason ?? '' })}
    </p>
  )
}

function useTrail(filter: Filter) {
  return useInfiniteQuery({
    queryKey: ['trail', filter],
    initialPageParam: '',
    queryFn: async ({ pageParam, signal }) =>
      (await requestJson<{ rows: readonly TrailEntry[] }>('audit', { signal, query: { ...filter, before: pageParam } }))
        .rows,
    getNextPageParam: (last) => (last.length < 100 ? undefined : last.at(-1)?.id),
  })
}

/** 操作日志: who changed what, from what to what. */
export function TrailPart(): React.JSX.Element {
  const session = useSession()
  const catalogue = useCatalogue()
  const [filter, setFilter] = useState<Filter>(nothing)
  const found = useTrail(filter)
  const choices = useQuery({
    queryKey: ['trail-choices'],
    queryFn: ({ signal }) => requestJson<TrailChoices>('audit/choices', { signal }),
  })
  const chain = useQuery({
    queryKey: ['trail-chain'],
    queryFn: ({ signal }) => requestJson<Chain>('audit/chain', { signal }),
    enabled: false,
  })
  const set = (name: keyof Filter) => (value: string) => setFilter((was) => ({ ...was, [name]: value }))
  const plain = (values: readonly string[] | undefined, label: (value: string) => string) =>
    (values ?? []).map((value) => ({ value, label: label(value) }))
  const rows = found.data?.pages.flat() ?? []
  return (
    <div className="page-scroll trail">
      <BusyBar busy={found.isFetching || chain.isFetching} />
      <p className="muted trail-about">{t('trail.about')}</p>
      <div className="trail-filter">
        <Choice
          word="trail.who"
          value={filter.actor}
          options={plain(choices.data?.actors, String)}
          onChange={set('actor')}
        />
        <Choice
          word="trail.action"
          value={filter.action}
          options={plain(choices.data?.actions, actionText)}
          onChange={set('action')}
        />
        <Choice
          word="trail.type"
          value={filter.type}
          options={plain(choices.data?.types, (name) => typeText(catalogue, name))}
          onChange={set('type')}
        />
        <Text word="trail.record" kind="text" value={filter.text} onChange={set('text')} />
        <Text word="trail.from" kind="date" value={filter.from} onChange={set('from')} />
        <Text word="trail.to" kind="date" value={filter.to} onChange={set('to')} />
        <Button icon="check" busy={chain.isFetching} onClick={() => void chain.refetch()}>
          {t('trail.verify')}
        </Button>
        {session.may('audit.export') ? (
          <Button icon="download" onClick={() => void download('audit/export', {}, 'trail.jsonl')}>
            {t('trail.export')}
          </Button>
        ) : null}
      </div>
      <ChainLine chain={chain.data} />
      {found.error ? <PageProblem error={found.error} onRetry={() => void found.refetch()} /> : null}
      {rows.length === 0 && !found.isFetching ? <p className="report-empty muted">{t('trail.none')}</p> : null}
      <ul className="trail-rows">
        {rows.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ul>
      {found.hasNextPage ? (
        <p className="trail-chain">
          <Button busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {t('trail.more')}
          </Button>
        </p>
      ) : null}
    </div>
  )
}
