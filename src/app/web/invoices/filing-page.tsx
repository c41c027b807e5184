import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { filingStates, returnKinds } from '../../../domains/tax/index.ts'
import { api, requestJson } from '../../../ui/api/client.ts'
import { Button, Tag } from '../../../ui/control/button.tsx'
import { BusyBar } from '../../../ui/control/progress-bar.tsx'
import type { FieldValue } from '../../../ui/field/field.ts'
import { FormField } from '../../../ui/form/form-field.tsx'
import { t } from '../../../ui/language.ts'
import { formatMoneyText, isZeroText } from '../../../ui/number/decimal-text.ts'
import { Go } from '../../../ui/shell/navigation.tsx'
import { download } from '../frame/download.ts'
import { PageProblem } from '../frame/frame-states.tsx'
import { usePageTitle } from '../frame/page.ts'
import { useSession } from '../session/session.ts'
import { runProcess } from '../voucher/run-process.ts'
import { InvoiceTable } from './invoice-table.tsx'
import type { TableColumn } from './invoice-table.tsx'
import { useDoing } from './use-doing.ts'
import '../../../ui/list/list-page.css'
import './invoices.css'

type Return = {
  readonly id: string
  readonly number: string
  readonly state: string
  readonly kind: keyof typeof returnKinds
  readonly period: string
  readonly isCorrection: boolean | null
  readonly filing: keyof typeof filingStates | null
  readonly receipt: string | null
  readonly totalDue: string | null
  readonly failedChecks: string | null
  readonly version: number
  readonly derived?: { readonly progress?: Readonly<Record<string, number>> }
}

type Doings = {
  readonly may: boolean
  readonly post: (one: Return) => void
  readonly file: (one: Return) => void
}

/** Whether all that it asks is paid. */
const isPaid = (one: Return): boolean => one.derived?.progress?.['taxReturnToPayment'] === 100

function Actions({ one, doings }: { one: Return; doings: Doings }): React.JSX.Element {
  const isFiled = one.filing === 'filed'
  const take = (format: string): void => {
    void download('reports/tax-return-forms', { number: one.number, format }, `${one.number}.${format}`)
  }
  return (
    <span className="invoice-doings">
      {doings.may && one.state === 'draft' ? (
        <Button size="small" onClick={() => doings.post(one)}>
          {t('filing.post')}
        </Button>
      ) : null}
      {doings.may && one.state === 'posted' && !isFiled ? (
        <Button size="small" onClick={() => doings.file(one)}>
          {t('filing.file')}
        </Button>
      ) : null}
      {isPaid(one) ? <Tag tone="positive">{t('filing.paid')}</Tag> : null}
      {isFiled && !isPaid(one) && !isZeroText(one.totalDue ?? '0') ? (
        <Go to={`/doc/tax-return/${one.id}`} className="button button-outlined button-small">
          {t('filing.pay')}
        </Go>
      ) : null}
      <Go to={`/report/tax-return-forms?number=${one.number}&asked=1`} className="button button-outlined button-small">
        {t('filing.view')}
      </Go>
      <Button size="small" onClick={() => take('bureau')}>
        Excel
      </Button>
      <Button size="small" onClick={() => take('xml')}>
        XML
      </Button>
    </span>
  )
}

const columnsOf = (doings: Doings): readonly TableColumn<Return>[] => [
  {
    key: 'number',
    label: t('issuing.document'),
    show: (row) => <Go to={`/doc/tax-return/${row.id}`}>{row.number}</Go>,
  },
  { key: 'kind', label: t('filing.kind'), show: (row) => returnKinds[row.kind] },
  { key: 'period', label: t('filing.period'), show: (row) => row.period },
  { key: 'due', label: t('filing.due'), number: true, show: (row) => formatMoneyText(row.totalDue ?? '0', false) },
  {
    key: 'checks',
    label: t('filing.checks'),
    show: (row) =>
      row.failedChecks === null ? (
        <Tag tone="positive">{t('filing.passed')}</Tag>
      ) : (
        <span>
          <small>{row.failedChecks}</small>
        </span>
      ),
  },
  {
    key: 'state',
    label: t('filing.state'),
    show: (row) => (
      <Tag tone={row.filing === 'filed' ? 'positive' : 'neutral'}>{filingStates[row.filing ?? 'open']}</Tag>
    ),
  },
  { key: 'actions', label: t('issuing.actions'), show: (row) => <Actions one={row} doings={doings} /> },
]

/** The month before today's, which is the one to be filed. */
const monthBefore = (today: string): string => {
  const [year = 0, month = 1] = today.split('-').map(Number)
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`
}

/** 纳税申报: returns are prepared from the books, posted, filed, paid; each with its forms, as the bureau has them. */
export function FilingPage(): React.JSX.Element {
  usePageTitle(t('filing.title'))
  const session = useSession()
  const { busy, begin } = useDoing()
  const [kind, setKind] = useState<FieldValue>('vat')
  const [period, setPeriod] = useState<FieldValue>(monthBefore(session.today))
  const list = useQuery({
    queryKey: ['invoices', 'filing'],
    queryFn: ({ signal }) => api.list<Return>('tax-return', { sort: '-createdAt', limit: 60 }, signal),
  })
  const doings: Doings = {
    may: session.may('taxReturn.post'),
    post: (one) =>
      begin(async () => {
        await api.act('tax-return', one.id, 'post', {}, { version: one.version })
        return t('process.done')
      }),
    file: (one) =>
      begin(async () => {
        const { receipt } = await requestJson<{ readonly receipt: string }>('calls/file-tax-return', {
          method: 'POST',
          body: { number: one.number },
        })
        return t('filing.filed', { receipt })
      }),
  }
  const prepare = (): void =>
    begin(async () => {
      await runProcess('prepare-tax-return', { kind, period })
      return t('process.done')
    })
  return (
    <div className="page-scroll">
      <BusyBar busy={list.isFetching || busy} />
      <header className="page-head is-wrapping">
        <h1>{t('filing.title')}</h1>
        <div className="page-actions">
          <Go
            to={`/report/tax-working?period=${typeof period === 'string' ? period : ''}&asked=1`}
            className="button button-outlined"
          >
            {t('filing.working')}
          </Go>
        </div>
      </header>
      <div className="invoice-body">
        {session.may('process.prepareTaxReturn') ? (
          <div className="invoice-form">
            <FormField
              field={{
                key: 'kind',
                label: t('filing.kind'),
                kind: 'choice',
                choices: Object.entries(returnKinds).map(([value, label]) => ({ value, label })),
              }}
              value={kind}
              today={session.today}
              onChange={setKind}
            />
            <FormField
              field={{ key: 'period', label: t('filing.period'), kind: 'text' }}
              value={period}
              today={session.today}
              onChange={setPeriod}
            />
            <Button look="primary" busy={busy} onClick={prepare}>
              {t('filing.prepare')}
            </Button>
          </div>
        ) : null}
        {list.error ? <PageProblem error={list.error} onRetry={() => void list.refetch()} /> : null}
        {list.data?.rows.length === 0 ? <p className="muted">{t('filing.none')}</p> : null}
        {list.data === undefined || list.data.rows.length === 0 ? null : (
          <InvoiceTable label={t('filing.title')} columns={columnsOf(doings)} rows={list.data.rows} />
        )}
      </div>
    </div>
  )
}
