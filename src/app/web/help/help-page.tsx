import { useState } from 'react'
import { BusyBar } from '../../../ui/control/progress-bar.tsx'
import { Icon } from '../../../ui/icons/icon.tsx'
import { currentLanguage, t } from '../../../ui/language.ts'
import { Go } from '../../../ui/shell/navigation.tsx'
import { PageProblem } from '../frame/frame-states.tsx'
import { usePage, usePageTitle } from '../frame/page.ts'
import { HelpDoors } from './help-doors.tsx'
import { useHelpHits, type HelpHit } from './use-help.ts'
import '../../../ui/list/list-page.css'
import './help.css'

function Hit({ hit, asked }: { hit: HelpHit; asked: boolean }): React.JSX.Element {
  const title = currentLanguage() === 'en' && hit.english !== '' ? hit.english : hit.title
  return (
    <li>
      <Go to={`/help/${hit.name}`}>
        <b>{title}</b>
        {asked && hit.heading !== '' ? <span className="help-heading">{hit.heading}</span> : null}
        {asked || hit.sort === 'article' ? <small>{hit.excerpt}</small> : null}
      </Go>
    </li>
  )
}

function HitList({
  title,
  hits,
  asked,
}: {
  title: string
  hits: readonly HelpHit[]
  asked: boolean
}): React.JSX.Element | null {
  if (hits.length === 0) return null
  return (
    <section className="help-list">
      <h2>{title}</h2>
      <ul className={asked ? 'help-hits' : 'help-hits is-index'}>
        {hits.map((hit) => (
          <Hit key={hit.name} hit={hit} asked={asked} />
        ))}
      </ul>
    </section>
  )
}

/** 帮助: the user guide and the know-how library, searched by words and pinyin, and the doors to practice and to people. */
export function HelpPage(): React.JSX.Element {
  usePageTitle(t('help.title'))
  const { search, setSearch } = usePage()
  const [query, setQuery] = useState(search.get('q') ?? '')
  const found = useHelpHits(query.trim())
  const hits = found.data ?? []
  const asked = query.trim() !== ''
  const type = (text: string): void => {
    setQuery(text)
    setSearch(new URLSearchParams(text.trim() === '' ? {} : { q: text.trim() }))
  }
  return (
    <div className="page-scroll help">
      <BusyBar busy={found.isFetching} />
      <header className="page-head">
        <h1>{t('help.title')}</h1>
        <label className="input-box help-search">
          <span className="filter-search-icon">
            <Icon name="search" size={14} />
          </span>
          <input
            type="search"
            aria-label={t('help.find')}
            placeholder={t('help.find')}
            value={query}
            onChange={(event) => type(event.target.value)}
          />
        </label>
      </header>
      {found.error ? <PageProblem error={found.error} onRetry={() => void found.refetch()} /> : null}
      {asked ? null : <HelpDoors />}
      {asked && found.isSuccess && hits.length === 0 ? (
        <p className="help-none muted" role="status">
          {t('help.nothing', { query: query.trim() })}
        </p>
      ) : null}
      <HitList title={t('help.guide')} hits={hits.filter((hit) => hit.sort === 'guide')} asked={asked} />
      <HitList title={t('help.articles')} hits={hits.filter((hit) => hit.sort === 'article')} asked={asked} />
      {asked ? null : <p className="help-none muted">{t('help.hint')}</p>}
    </div>
  )
}
