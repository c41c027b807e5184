import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { kebab } from '../../../kernel/definition/define.ts'
import { ref } from '../../../kernel/definition/field.ts'
import { requestJson } from '../../../ui/api/client.ts'
import { useReport } from '../../../ui/api/hooks.ts'
import { ApiProblem } from '../../../ui/api/problem.ts'
import { Button, Tag } from '../../../ui/control/button.tsx'
import { Checkbox } from '../../../ui/control/checkbox.tsx'
import { BusyBar } from '../../../ui/control/progress-bar.tsx'
import { showToast } from '../../../ui/control/toast.tsx'
import { isReference, type FieldValue } from '../../../ui/field/field.ts'
import { FormField } from '../../../ui/form/form-field.tsx'
import { t } from '../../../ui/language.ts'
import { addDecimalTexts, formatMoneyText } from '../../../ui/number/decimal-text.ts'
import { Go } from '../../../ui/shell/navigation.tsx'
import { useCatalogue } from '../catalogue/catalogue.ts'
import { referenceSources } from '../catalogue/reference-sources.ts'
import { PageProblem } from '../frame/frame-states.tsx'
import { usePageTitle } from '../frame/page.ts'
import { cell, type ReportAnswer } from '../report/report-answer.ts'
import { useSession } from '../session/session.ts'
import '../../../ui/list/list-page.css'
import './claims.css'

type Row = ReportAnswer['rows'][number]

const accountField = ref({ name: 'cashAccount', label: '资金账户' }, { label: '付款账户' })

function DueLine({ row, checked, onCheck }: { row: Row; checked: boolean; onCheck: (on: boolean) => void }) {
  const name = cell(row, 'employeeName')
  const about = [cell(row, 'departmentName'), cell(row, 'purpose'), cell(row, 'bankAccount')].filter(
    (one) => one !== '',
  )
  return (
    <li>
      <Checkbox checked={checked} label={`${name} ${cell(row, 'number')}`} onChange={onCheck} />
      <span className="claim-words">
        <span>
          <b>{name}</b> <Tag>{cell(row, 'kind')}</Tag>{' '}
          <Go to={`/doc/${kebab(cell(row, 'documentType'))}/${cell(row, 'documentId')}`}>{cell(row, 'number')}</Go>
        </span>
        <span className="small muted">{about.join(' · ')}</span>
      </span>
      <span className="claim-amount">
        <b className="num">{formatMoneyText(cell(row, 'amount'), false)}</b>
        <span className="small faint">{t('claims.waited', { days: cell(row, 'waitingDays') })}</span>
      </span>
    </li>
  )
}

type Paid = { readonly id: string; readonly number: string; readonly items: number }

/** Pays what is chosen, by one document. */
function usePayment(again: () => void) {
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [made, setMade] = useState<Paid | null>(null)
  const pay = async (keys: readonly string[], cashAccount: string): Promise<void> => {
    setBusy(true)
    try {
      const body = { keys: keys.join(','), cashAccount }
      const paid = await requestJson<Paid>('calls/pay-claims', { method: 'POST', body })
      setMade(paid)
      showToast('done', t('claims.paid', { number: paid.number }))
    } catch (error) {
      const words =
        error instanceof ApiProblem ? [error.detail, ...error.errors.map((one) => one.message)] : [String(error)]
      showToast('error', words.join(' '))
    } finally {
      setBusy(false)
      again()
      await client.invalidateQueries({ predicate: ({ queryKey }) => ['list', 'report'].includes(String(queryKey[0])) })
    }
  }
  return { busy, made, pay }
}

/** 员工待付款: the cashier's queue of approved advances and claims, paid at once. */
export function ClaimsToPayPage(): React.JSX.Element {
  usePageTitle(t('claims.queue'))
  const { today } = useSession()
  const catalogue = useCatalogue()
  const source = useMemo(() => referenceSources(catalogue)('cashAccount', accountField), [catalogue])
  const report = useReport<ReportAnswer>('claims-to-pay', {})
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [account, setAccount] = useState<FieldValue>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const { busy, made, pay } = usePayment(() => setLeft(new Set()))
  const rows = report.data?.rows ?? []
  const chosen = rows.filter((row) => !left.has(cell(row, 'key')))
  const total = addDecimalTexts(chosen.map((row) => cell(row, 'amount')))
  const check = (row: Row, on: boolean): void => {
    const key = cell(row, 'key')
    setLeft(new Set(on ? [...left].filter((one) => one !== key) : [...left, key]))
  }
  const confirm = (): void => {
    if (!isReference(account)) return setProblem(t('claims.needsAccount'))
    void pay(
      chosen.map((row) => cell(row, 'key')),
      account.id,
    )
  }
  return (
    <div className="page-scroll">
      <BusyBar busy={report.isFetching} />
      <header className="page-head">
        <h1>{t('claims.queue')}</h1>
        <div className="page-actions">
          <Go to="/report/advance-aging?asked=1" className="button button-outlined">
            {t('claims.aging')}
          </Go>
        </div>
      </header>
      {report.error ? <PageProblem error={report.error} onRetry={() => void report.refetch()} /> : null}
      {made === null ? null : (
        <p className="claims-about is-positive" role="status">
          {t('claims.paidOf', { count: made.items })} <Go to={`/doc/claim-payment/${made.id}`}>{made.number}</Go>
        </p>
      )}
      {report.data !== undefined && rows.length === 0 ? (
        <p className="claims-about faint">{t('claims.nothingToPay')}</p>
      ) : null}
      {rows.length === 0 ? null : (
        <div className="claims-queue">
          <ul className="claim-list">
            {rows.map((row) => (
              <DueLine
                key={cell(row, 'key')}
                row={row}
                checked={!left.has(cell(row, 'key'))}
                onCheck={(on) => check(row, on)}
              />
            ))}
          </ul>
          <div className="claims-pay">
            <FormField
              field={{ key: 'cashAccount', label: t('claims.from'), kind: 'reference', required: true, source }}
              value={account}
              onChange={(value) => {
                setAccount(value)
                setProblem(null)
              }}
              issue={problem === null ? undefined : { level: 'error', message: problem }}
              today={today}
            />
            <Button look="primary" busy={busy} disabled={chosen.length === 0} onClick={confirm}>
              {t('claims.pay', { count: chosen.length, amount: formatMoneyText(total, false) })}
            </Button>
          </div>
        </div>
      )}
    </div>
  )
}
