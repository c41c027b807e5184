import { useMemo } from 'react'
import { BusyBar } from '../../../ui/control/progress-bar.tsx'
import { Icon } from '../../../ui/icons/icon.tsx'
import { currentLanguage, t } from '../../../ui/language.ts'
import { Go } from '../../../ui/shell/navigation.tsx'
import { PageProblem } from '../frame/frame-states.tsx'
import { usePageTitle } from '../frame/page.ts'
import type { PageParameters } from '../frame/page-parameters.ts'
import { blocksOf } from './markdown.ts'
import { MarkdownView } from './markdown-view.tsx'
import { useHelpPage } from './use-help.ts'
import '../../../ui/list/list-page.css'
import './help.css'

function OnPage({ text }: { text: string }): React.JSX.Element | null {
  const headings = useMemo(
    () => blocksOf(text).flatMap((block) => (block.sort === 'heading' && block.rank === 2 ? [block] : [])),
    [text],
  )
  if (headings.length < 2) return null
  return (
    <nav className="help-contents" aria-label={t('help.onPage')}>
      <b>{t('help.onPage')}</b>
      {headings.map((heading) => (
        <button
          key={heading.anchor}
          type="button"
          onClick={() => document.getElementById(heading.anchor)?.scrollIntoView({ block: 'start' })}
        >
          {heading.runs.map((run) => run.text).join('')}
        </button>
      ))}
    </nav>
  )
}

/** One chapter of the guide or one article, with links to where one does what it says. */
export function HelpArticlePage({ name }: PageParameters): React.JSX.Element {
  const page = useHelpPage(name)
  const { data } = page
  const title =
    data === undefined ? t('help.title') : currentLanguage() === 'en' && data.english !== '' ? data.english : data.title
  usePageTitle(title)
  return (
    <div className="page-scroll help">
      <BusyBar busy={page.isFetching} />
      <header className="page-head">
        <Go to="/help" className="help-back">
          <Icon name="chevronLeft" size={14} />
          {t('help.title')}
        </Go>
        <h1 className="clip">{title}</h1>
      </header>
      {page.error ? <PageProblem error={page.error} onRetry={() => void page.refetch()} /> : null}
      {data === undefined ? null : (
        <div className="help-article">
          <article lang="zh-CN">
            <MarkdownView text={data.text} />
          </article>
          <OnPage text={data.text} />
        </div>
      )}
    </div>
  )
}
