import { Component, type ReactNode } from 'react'
import { Button } from '../../../ui/control/button.tsx'
import { BrandMark } from '../../../ui/icons/icon.tsx'
import { t } from '../../../ui/language.ts'
import { ErrorState } from '../../../ui/list/table-states.tsx'
import { ApiProblem } from '../../../ui/api/problem.ts'
import { goTo } from './navigate.ts'
import './frame.css'

/** Before anything is known. */
export function Starting(): React.JSX.Element {
  return (
    <div className="starting" role="status" aria-label={t('loading')}>
      <BrandMark size={32} />
    </div>
  )
}

/** A page whose code or first answer is on its way. */
export function PageLoading(): React.JSX.Element {
  return <div className="page-loading" role="status" aria-label={t('loading')} />
}

export function FrameFailure({ error, onRetry }: { error: Error | null; onRetry: () => void }): React.JSX.Element {
  return (
    <div className="starting">
      <BrandMark size={32} />
      <p>{error?.message}</p>
      <Button look="primary" onClick={onRetry}>
        {t('retry')}
      </Button>
    </div>
  )
}

/** Said in place of a page that could not be read. */
export function PageProblem({ error, onRetry }: { error: Error | null; onRetry?: () => void }): React.JSX.Element {
  const reference = error instanceof ApiProblem ? error.reference : undefined
  return (
    <div className="page-problem">
      <ErrorState message={error?.message ?? ''} reference={reference} onRetry={onRetry} />
    </div>
  )
}

export function UnknownPage({ path }: { path: string }): React.JSX.Element {
  return (
    <div className="page-problem">
      <h1>{t('page.unknown')}</h1>
      <p className="muted">{t('page.unknownText', { path })}</p>
      <p>
        <Button look="primary" onClick={() => goTo('/')}>
          {t('page.home')}
        </Button>
      </p>
    </div>
  )
}

/** Said in place of an empty form to whoever may not save one, before they have filled it. */
export function NotCreated({ label, list }: { label: string; list: string }): React.JSX.Element {
  return (
    <div className="page-problem">
      <h1>{t('page.notCreated', { label })}</h1>
      <p className="muted">{t('page.notCreatedText')}</p>
      <p>
        <Button look="primary" onClick={() => goTo(list)}>
          {t('page.toList', { label })}
        </Button>
      </p>
    </div>
  )
}

type GuardState = { error: Error | null }

/** Keeps a page that fails from taking the others with it. */
export class PageGuard extends Component<{ children: ReactNode }, GuardState> {
  override state: GuardState = { error: null }

  static getDerivedStateFromError(error: unknown): GuardState {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override render(): ReactNode {
    const { error } = this.state
    return error === null ? (
      this.props.children
    ) : (
      <PageProblem error={error} onRetry={() => this.setState({ error: null })} />
    )
  }
}
