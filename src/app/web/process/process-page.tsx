import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { requestJson } from '../../../ui/api/client.ts'
import { ApiProblem } from '../../../ui/api/problem.ts'
import { Button } from '../../../ui/control/button.tsx'
import { ProgressMark } from '../../../ui/control/progress-bar.tsx'
import { formFields } from '../../../ui/derive/form-field.ts'
import { definitionLabel, labelOf } from '../../../ui/derive/label.ts'
import { jsonOf } from '../../../ui/derive/values.ts'
import type { FieldValue, Issue } from '../../../ui/field/field.ts'
import { FieldGrid } from '../../../ui/form/field-grid.tsx'
import { Icon } from '../../../ui/icons/icon.tsx'
import { t } from '../../../ui/language.ts'
import { said } from '../../../ui/language/said.ts'
import { referenceSources } from '../catalogue/reference-sources.ts'
import { useCatalogue, type CatalogueProcess } from '../catalogue/catalogue.ts'
import { FileDrop } from '../file/file-drop.tsx'
import { uploadFile } from '../file/upload-file.ts'
import { UnknownPage } from '../frame/frame-states.tsx'
import { usePage, usePageTitle } from '../frame/page.ts'
import type { PageParameters } from '../frame/page-parameters.ts'
import { useSession } from '../session/session.ts'
import { initialValues } from './initial-values.ts'
import { followJob, type Progress } from './follow-job.ts'
import { resultText } from './result-text.ts'
import { ScheduleLine } from './schedule-line.tsx'
import './process-page.css'

type Outcome = { readonly ok: boolean; readonly text: string }

type Given = Readonly<Record<string, FieldValue>>

function OneProcess({ process, given }: { process: CatalogueProcess; given: Given }): React.JSX.Element {
  const session = useSession()
  const catalogue = useCatalogue()
  const client = useQueryClient()
  const label = definitionLabel(process)
  usePageTitle(label)
  const [values, setValues] = useState(() => ({ ...initialValues(process, session.today), ...given }))
  const [issues, setIssues] = useState<Readonly<Record<string, Issue>>>({})
  const [progress, setProgress] = useState<Progress | null>(null)
  const [job, setJob] = useState<string | null>(null)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [names, setNames] = useState<Readonly<Record<string, string>>>({})
  const files = Object.entries(process.parameters).filter(([, field]) => field.uploaded !== undefined)
  const fields = useMemo(
    () =>
      formFields(process.parameters, referenceSources(catalogue), {
        without: Object.entries(process.parameters).flatMap(([name, field]) =>
          field.uploaded === undefined ? [] : [name],
        ),
      }),
    [process, catalogue],
  )
  const choose = async (name: string, file: File | undefined): Promise<void> => {
    if (file === undefined) return
    try {
      const id = await uploadFile(file)
      setValues((was) => ({ ...was, [name]: id }))
      setNames((was) => ({ ...was, [name]: file.name }))
      setOutcome(null)
    } catch (error) {
      setOutcome({ ok: false, text: error instanceof Error ? error.message : String(error) })
    }
  }
  const run = async (): Promise<void> => {
    setIssues({})
    setOutcome(null)
    setProgress({ done: 0, total: 0, note: null })
    try {
      const started = await requestJson<{ job: string }>(`processes/${process.address}`, {
        method: 'POST',
        body: jsonOf(process.parameters, values),
      })
      setJob(started.job)
      setOutcome({ ok: true, text: resultText(await followJob(started.job, setProgress)) })
      await client.invalidateQueries({
        predicate: (query) => ['list', 'report', 'record', 'schedules'].includes(String(query.queryKey[0])),
      })
    } catch (error) {
      const found = error instanceof ApiProblem ? error.errors : []
      setIssues(Object.fromEntries(found.map((one) => [one.path, { level: 'error', message: one.message }])))
      setOutcome({ ok: false, text: error instanceof Error ? error.message : String(error) })
    } finally {
      setProgress(null)
      setJob(null)
    }
  }
  const busy = progress !== null
  return (
    <div className="page-scroll">
      <header className="page-head">
        <h1>{label}</h1>
        <div className="page-actions">
          {job === null ? null : (
            <Button onClick={() => void requestJson(`jobs/${job}/cancel`, { method: 'POST', body: {} })}>
              {t('process.cancel')}
            </Button>
          )}
          <Button look="primary" busy={busy} onClick={() => void run()}>
            {t('process.run')}
          </Button>
        </div>
      </header>
      <div className="process-body">
        {process.help === null ? null : <p className="muted">{said(process.help)}</p>}
        <ScheduleLine process={process} />
        {files.map(([name, field]) => (
          <div key={name}>
            <FileDrop
              label={names[name] ?? t('import.choose')}
              name={labelOf(field, name)}
              hint={names[name] === undefined ? said(field.help ?? '') : t('import.another')}
              accept={field.uploaded ?? ''}
              small={names[name] !== undefined}
              disabled={busy}
              onFiles={([file]) => void choose(name, file)}
            />
            {issues[name] === undefined ? null : <p className="negative">{issues[name].message}</p>}
          </div>
        ))}
        <FieldGrid
          fields={fields}
          values={values}
          issues={issues}
          today={session.today}
          layout="form"
          onChange={(name, value) => setValues((was) => ({ ...was, [name]: value }))}
        />
        {progress === null ? null : (
          <p role="status" className="process-progress">
            {progress.note ??
              (progress.total > 0
                ? t('process.progress', { done: progress.done, total: progress.total })
                : t('process.running'))}
            <ProgressMark percent={progress.total === 0 ? 0 : (progress.done / progress.total) * 100} />
          </p>
        )}
        {outcome === null ? null : (
          <p role="status" className={outcome.ok ? 'process-outcome is-positive' : 'process-outcome is-negative'}>
            <Icon name={outcome.ok ? 'check' : 'alert'} />
            {outcome.text}
          </p>
        )}
      </div>
    </div>
  )
}

/** Long work over many records at its address: what it is asked, how far it is, what came of it. */
export function ProcessPage({ name }: PageParameters): React.JSX.Element {
  const process = useCatalogue().processes.get(name)
  const { path, search } = usePage()
  if (process === undefined) return <UnknownPage path={path} />
  // The month that a page leading here was about.
  const period = process.parameters['period'] === undefined ? null : search.get('period')
  return <OneProcess key={`${name}/${period ?? ''}`} process={process} given={period === null ? {} : { period }} />
}
