import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useReport } from '../../../ui/api/hooks.ts'
import { Button } from '../../../ui/control/button.tsx'
import { Confirm } from '../../../ui/control/dialog.tsx'
import { BusyBar } from '../../../ui/control/progress-bar.tsx'
import { showToast } from '../../../ui/control/toast.tsx'
import type { FieldValue } from '../../../ui/field/field.ts'
import { FormField } from '../../../ui/form/form-field.tsx'
import { t } from '../../../ui/language.ts'
import { Go } from '../../../ui/shell/navigation.tsx'
import { PageProblem } from '../frame/frame-states.tsx'
import { usePageTitle } from '../frame/page.ts'
import type { ReportAnswer } from '../report/report-answer.ts'
import { useSession } from '../session/session.ts'
import { runProcess } from '../voucher/run-process.ts'
import { InvoiceCard } from './invoice-card.tsx'
import { waitingInvoices, type Resolution, type WaitingInvoice } from './matching-data.ts'
import '../../../ui/list/list-page.css'
import './matching-page.css'

type Asked = { readonly invoice: WaitingInvoice; readonly resolution: Resolution }

const outcomeOf = (result: unknown): string => {
  if (typeof result !== 'object' || result === null) return ''
  return Object.values(result)
    .filter((value) => typeof value === 'string' && /\d/.test(value))
    .join('、')
}

/** Says what a resolution does, and asks for a note. */
function ResolveDialog(props: {
  asked: Asked | null
  busy: boolean
  today: string
  onResolve: (note: string) => void
  onClose: () => void
}): React.JSX.Element {
  const { asked, busy, today, onResolve, onClose } = props
  const [note, setNote] = useState<FieldValue>(null)
  const resolution = asked?.resolution ?? 'rematch'
  return (
    <Confirm
      open={asked !== null}
      title={`${t(`matching.${resolution}`)}　${asked?.invoice.invoiceNumber ?? ''}`}
      confirmLabel={t(`matching.${resolution}`)}
      busy={busy}
      onClose={onClose}
      onConfirm={() => {
        onResolve(typeof note === 'string' ? note : '')
        setNote(null)
      }}
      text={
        <>
          <p>{t(`matching.${resolution}Text`)}</p>
          {resolution === 'rematch' ? null : (
            <FormField
              field={{ key: 'note', label: t('matching.note'), kind: 'text' }}
              value={note}
              today={today}
              onChange={setNote}
            />
          )}
        </>
      }
    />
  )
}

/** 发票匹配: suppliers' invoices that do not fit what was ordered and received, with why and what can be done. */
export function MatchingPage(): React.JSX.Element {
  usePageTitle(t('matching.title'))
  const session = useSession()
  const client = useQueryClient()
  const report = useReport<ReportAnswer>('invoice-differences', {})
  const [asked, setAsked] = useState<Asked | null>(null)
  const [busy, setBusy] = useState(false)
  const invoices = waitingInvoices(report.data?.rows ?? [])
  const work = async (address: string, parameters: Readonly<Record<string, unknown>>): Promise<void> => {
    setBusy(true)
    try {
      const outcome = outcomeOf(await runProcess(address, parameters))
      showToast('done', outcome === '' ? t('process.done') : `${t('process.done')}：${outcome}`)
      setAsked(null)
      await client.invalidateQueries({
        predicate: (query) => ['list', 'report', 'record'].includes(String(query.queryKey[0])),
      })
    } catch (error) {
      showToast('error', error instanceof Error ? error.message : String(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="page-scroll">
      <BusyBar busy={report.isFetching || busy} />
      <header className="page-head">
        <h1>{t('matching.title')}</h1>
        <span className="muted" role="status">
          {report.data === undefined ? '' : t('matching.count', { count: invoices.length })}
        </span>
        <div className="page-actions">
          <Go to="/list/incoming-invoice" className="button button-outlined">
            {t('matching.all')}
          </Go>
          {session.may('process.matchInvoices') ? (
            <Button look="primary" busy={busy} onClick={() => void work('match-invoices', {})}>
              {t('matching.run')}
            </Button>
          ) : null}
        </div>
      </header>
      {report.error ? <PageProblem error={report.error} onRetry={() => void report.refetch()} /> : null}
      {report.data !== undefined && invoices.length === 0 ? (
        <p className="matching-none muted">{t('matching.none')}</p>
      ) : null}
      <div className="matching">
        {invoices.map((invoice) => (
          <InvoiceCard
            key={invoice.id}
            invoice={invoice}
            onResolve={
              session.may('process.resolveInvoice') ? (resolution) => setAsked({ invoice, resolution }) : undefined
            }
          />
        ))}
      </div>
      <ResolveDialog
        asked={asked}
        busy={busy}
        today={session.today}
        onClose={() => setAsked(null)}
        onResolve={(note) => {
          if (asked === null) return
          const { number } = asked.invoice
          const parameters = { invoice: number, action: asked.resolution, ...(note === '' ? {} : { note }) }
          void work('resolve-invoice', parameters)
        }}
      />
    </div>
  )
}
