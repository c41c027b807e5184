import { useState } from 'react'
import { Button } from '../../../ui/control/button.tsx'
import { BusyBar } from '../../../ui/control/progress-bar.tsx'
import { Segmented } from '../../../ui/control/segmented.tsx'
import { t } from '../../../ui/language.ts'
import { PageProblem } from '../frame/frame-states.tsx'
import { usePage, usePageTitle } from '../frame/page.ts'
import { useTasks } from './talk-data.ts'
import { TaskDialog } from './task-dialog.tsx'
import { TaskRows } from './task-rows.tsx'
import '../../../ui/list/list-page.css'
import './talk.css'

const scopes = ['mine', 'asked'] as const
const states = ['open', 'done'] as const

/** 我的待办: what I have to do and what I gave others to do. */
export function TasksPage(): React.JSX.Element {
  usePageTitle(t('task.page'))
  const { search, setSearch } = usePage()
  const scope = search.get('scope') === 'asked' ? 'asked' : 'mine'
  const state = search.get('state') === 'done' ? 'done' : 'open'
  const tasks = useTasks(scope, state === 'done')
  const [asking, setAsking] = useState(false)
  const show = (next: { scope?: string; state?: string }): void =>
    setSearch(new URLSearchParams({ scope, state, ...next }))
  return (
    <div className="page-scroll">
      <BusyBar busy={tasks.isFetching} />
      <header className="page-head tasks-head">
        <h1>{t('task.page')}</h1>
        <Segmented
          label={t('task.page')}
          value={scope}
          onChange={(next) => show({ scope: next })}
          options={scopes.map((value) => ({ value, label: t(`task.scope.${value}`) }))}
        />
        <Segmented
          label={t('task.state')}
          value={state}
          onChange={(next) => show({ state: next })}
          options={states.map((value) => ({ value, label: t(`task.state.${value}`) }))}
        />
        <span className="grow" />
        <Button look="primary" icon="plus" onClick={() => setAsking(true)}>
          {t('task.new')}
        </Button>
      </header>
      {tasks.error ? <PageProblem error={tasks.error} onRetry={() => void tasks.refetch()} /> : null}
      {tasks.data?.rows.length === 0 ? (
        <p className="tasks-none faint">{t(state === 'done' ? 'task.noneDone' : `task.none.${scope}`)}</p>
      ) : null}
      <div className="tasks-body">
        <TaskRows tasks={tasks.data?.rows ?? []} />
      </div>
      {asking ? <TaskDialog onClose={() => setAsking(false)} /> : null}
    </div>
  )
}
