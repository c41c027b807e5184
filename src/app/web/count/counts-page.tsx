import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { api, requestJson } from '../../../ui/api/client.ts'
import { ApiProblem } from '../../../ui/api/problem.ts'
import { Button, Tag } from '../../../ui/control/button.tsx'
import { definitionLabel } from '../../../ui/derive/label.ts'
import { formFields } from '../../../ui/derive/form-field.ts'
import { jsonOf } from '../../../ui/derive/values.ts'
import type { JsonRow } from '../../../ui/derive/values.ts'
import type { Issue } from '../../../ui/field/field.ts'
import { FieldGrid } from '../../../ui/form/field-grid.tsx'
import { t } from '../../../ui/language.ts'
import { Go, useNavigate } from '../../../ui/shell/navigation.tsx'
import { useCatalogue } from '../catalogue/catalogue.ts'
import type { CatalogueProcess } from '../catalogue/catalogue.ts'
import { referenceSources } from '../catalogue/reference-sources.ts'
import { rowText } from '../catalogue/row-text.ts'
import { PageLoading, PageProblem } from '../frame/frame-states.tsx'
import { usePageTitle } from '../frame/page.ts'
import { initialValues } from '../process/initial-values.ts'
import { useSession } from '../session/session.ts'
import { runProcess } from '../voucher/run-process.ts'
import './count.css'

const underWay = { filter: JSON.stringify([{ field: 'state', op: 'eq', value: 'draft' }]), sort: '-number', limit: 100 }

/** 一键生成: the scope, how many lines it comes to, and a sheet. */
function StartCount({ process }: { process: CatalogueProcess }): React.JSX.Element {
  const session = useSession()
  const catalogue = useCatalogue()
  const navigate = useNavigate()
  const [values, setValues] = useState(() => initialValues(process, session.today))
  const [issues, setIssues] = useState<Readonly<Record<string, Issue>>>({})
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const fields = useMemo(() => formFields(process.parameters, referenceSources(catalogue)), [process, catalogue])
  const body = jsonOf(process.parameters, values)
  const [asked, setAsked] = useState('')
  const written = JSON.stringify(body)
  useEffect(() => {
    const timer = setTimeout(() => setAsked(written), 300)
    return () => clearTimeout(timer)
  }, [written])
  const scope: Readonly<Record<string, string>> = useMemo(() => {
    const parts: unknown = asked === '' ? {} : JSON.parse(asked)
    return Object.fromEntries(
      Object.entries(Object(parts)).flatMap(([name, value]) =>
        typeof value === 'string' && value !== '' ? [[name, value]] : value === true ? [[name, '1']] : [],
      ),
    )
  }, [asked])
  const preview = useQuery({
    queryKey: ['preview-count', scope],
    queryFn: ({ signal }) =>
      requestJson<{ readonly lines: number; readonly items: number }>('calls/preview-count', { query: scope, signal }),
    enabled: scope['warehouse'] !== undefined,
    retry: false,
  })
  const start = (): void => {
    setBusy(true)
    setIssues({})
    setProblem(null)
    runProcess(process.address, body)
      .then(
        (made) => navigate(`/count/${encodeURIComponent(String(Object(made)['number']))}`),
        (error: unknown) => {
          const found = error instanceof ApiProblem ? error.errors : []
          setIssues(Object.fromEntries(found.map((one) => [one.path, { level: 'error', message: one.message }])))
          setProblem(error instanceof Error ? error.message : String(error))
        },
      )
      .finally(() => setBusy(false))
  }
  return (
    <section className="counts-start">
      <h2>{definitionLabel(process)}</h2>
      <FieldGrid
        fields={fields}
        values={values}
        issues={issues}
        today={session.today}
        layout="form"
        onChange={(name, value) => setValues((was) => ({ ...was, [name]: value }))}
      />
      <footer>
        <span role="status" className="muted">
          {preview.data === undefined ? t('count.chooseWarehouse') : t('count.preview', preview.data)}
        </span>
        <Button look="primary" size="large" busy={busy} disabled={(preview.data?.lines ?? 0) === 0} onClick={start}>
          {t('count.start')}
        </Button>
      </footer>
      {problem === null ? null : (
        <p role="alert" className="is-negative">
          {problem}
        </p>
      )}
    </section>
  )
}

function stageTag(stage: string): React.JSX.Element | null {
  if (stage === 'recounting') return <Tag tone="warning">{t('count.recount')}</Tag>
  if (stage === 'compared') return <Tag tone="positive">{t('count.isCompared')}</Tag>
  return null
}

/** 盘点作业: the sheets under way, and a new one. */
export function CountsPage(): React.JSX.Element {
  usePageTitle(t('count.title'))
  const session = useSession()
  const process = useCatalogue().processes.get('start-stock-count')
  const list = useQuery({
    queryKey: ['list', 'stock-count', underWay],
    queryFn: ({ signal }) => api.list<JsonRow>('stock-count', underWay, signal),
  })
  if (list.error !== null) return <PageProblem error={list.error} onRetry={() => void list.refetch()} />
  if (list.data === undefined) return <PageLoading />
  const places = list.data.references?.['warehouse']
  const open = list.data.rows.filter((row) => rowText(row, 'stage') !== '')
  return (
    <div className="page-scroll counts">
      <header className="page-head">
        <h1>{t('count.title')}</h1>
      </header>
      <section className="counts-open">
        <h2>{t('count.underWay')}</h2>
        {open.length === 0 ? <p className="muted">{t('count.none')}</p> : null}
        <ul>
          {open.map((row) => (
            <li key={rowText(row, 'id')}>
              <Go to={`/count/${encodeURIComponent(rowText(row, 'number'))}`}>
                <b>{places?.[rowText(row, 'warehouse')]?.name ?? ''}</b>
                <span>{rowText(row, 'scope')}</span>
                <small className="muted">
                  {rowText(row, 'number')} · {rowText(row, 'date')}
                </small>
                <span className="counts-tags">
                  {row['isBlind'] === true ? <Tag tone="accent">{t('count.blind')}</Tag> : null}
                  {stageTag(rowText(row, 'stage'))}
                </span>
              </Go>
            </li>
          ))}
        </ul>
      </section>
      {process !== undefined && session.may('process.startStockCount') ? <StartCount process={process} /> : null}
    </div>
  )
}
