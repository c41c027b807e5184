import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { requestJson } from '../../../ui/api/client.ts'
import { Button } from '../../../ui/control/button.tsx'
import { BusyBar } from '../../../ui/control/progress-bar.tsx'
import { showToast } from '../../../ui/control/toast.tsx'
import { Icon } from '../../../ui/icons/icon.tsx'
import { currentLanguage, t } from '../../../ui/language.ts'
import { Go } from '../../../ui/shell/navigation.tsx'
import { goTo } from '../frame/navigate.ts'
import { usePageTitle } from '../frame/page.ts'
import { beginSession } from '../session/begin-session.ts'
import { enterCompany, useSession } from '../session/session.ts'
import { newCompany } from './new-company.ts'
import '../../../ui/list/list-page.css'
import './practice.css'

type Lesson = {
  readonly name: string
  readonly label: string
  readonly english: string
  readonly about: string
  readonly chapter: string
  readonly steps: readonly {
    readonly label: string
    readonly english: string
    readonly place: string
    readonly done: boolean
  }[]
}
type Progress = {
  readonly practice: boolean
  readonly lessons: readonly Lesson[]
  readonly people: readonly { readonly name: string; readonly done: number; readonly of: number }[]
}

const inEnglish = (): boolean => currentLanguage() === 'en'

function LessonCard({ lesson }: { lesson: Lesson }): React.JSX.Element {
  return (
    <li className="lesson">
      <h2>{inEnglish() ? lesson.english : lesson.label}</h2>
      <p className="muted">{lesson.about}</p>
      <ul>
        {lesson.steps.map((step) => (
          <li key={step.label}>
            <span className={step.done ? 'is-positive' : 'faint'}>
              <Icon name={step.done ? 'check' : 'chevronRight'} size={14} />
            </span>
            <Go to={step.place}>{inEnglish() ? step.english : step.label}</Go>
            {step.done ? <small className="is-positive">{t('practice.done')}</small> : null}
          </li>
        ))}
      </ul>
      <Go to={`/help/${lesson.chapter}`}>{t('practice.how')}</Go>
    </li>
  )
}

function People({ people }: { people: Progress['people'] }): React.JSX.Element | null {
  if (people.length === 0) return null
  return (
    <section className="practice-people">
      <h2>{t('practice.people')}</h2>
      <ul>
        {people.map((one) => (
          <li key={one.name}>
            <span>{one.name}</span>
            <progress max={one.of} value={one.done} aria-label={one.name} />
            <span className="num muted">
              {one.done} / {one.of}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Makes a company for practice or for trial, and goes into it. */
function Doors(): React.JSX.Element {
  const client = useQueryClient()
  const session = useSession()
  const [busy, setBusy] = useState(false)
  const practice = session.companies.find((one) => one.name.endsWith('（练习）'))
  const enter = async (id: string): Promise<void> => {
    beginSession(client, await enterCompany(id))
    goTo('/practice')
  }
  const make = async (call: 'open-practice' | 'begin-trial', name: string): Promise<void> => {
    setBusy(true)
    try {
      const made = await newCompany(name)
      await requestJson(`calls/${call}`, { method: 'POST', body: { made } })
      await enter(made)
    } catch (error) {
      showToast('error', error instanceof Error ? error.message : String(error))
    } finally {
      setBusy(false)
    }
  }
  const mayMake = session.may('company.create')
  return (
    <div className="practice-doors">
      <p>{t('practice.about')}</p>
      {practice === undefined ? null : (
        <Button look="primary" onClick={() => void enter(practice.id)}>
          {t('practice.enter')}
        </Button>
      )}
      {practice === undefined && mayMake ? (
        <Button look="primary" busy={busy} onClick={() => void make('open-practice', t('practice.title'))}>
          {t('practice.open')}
        </Button>
      ) : null}
      {mayMake ? (
        <Button busy={busy} onClick={() => void make('begin-trial', t('practice.trial'))}>
          {t('practice.beginTrial')}
        </Button>
      ) : null}
      {practice === undefined && !mayMake ? <p className="muted">{t('practice.ask')}</p> : null}
    </div>
  )
}

/** 练习公司: lessons whose steps are known by what was posted, and for the administrator how far everyone has come. */
export function PracticePage(): React.JSX.Element {
  usePageTitle(t('practice.title'))
  const found = useQuery({
    queryKey: ['practice'],
    queryFn: ({ signal }) => requestJson<Progress>('calls/practice-progress', { signal }),
    staleTime: 0,
    refetchInterval: 15_000,
  })
  const { data } = found
  return (
    <div className="page-scroll practice">
      <BusyBar busy={found.isLoading} />
      <header className="page-head">
        <h1>{t('practice.title')}</h1>
        {data?.practice === true ? <span className="muted">{t('practice.note')}</span> : null}
      </header>
      {data?.practice === false ? <Doors /> : null}
      <ul className="lessons">
        {(data?.lessons ?? []).map((lesson) => (
          <LessonCard key={lesson.name} lesson={lesson} />
        ))}
      </ul>
      <People people={data?.people ?? []} />
    </div>
  )
}
