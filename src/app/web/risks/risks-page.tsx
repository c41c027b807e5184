import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { kebab } from '../../../kernel/definition/define.ts'
import { requestJson } from '../../../ui/api/client.ts'
import { useReport } from '../../../ui/api/hooks.ts'
import { Button, Tag } from '../../../ui/control/button.tsx'
import { Confirm } from '../../../ui/control/dialog.tsx'
import { BusyBar } from '../../../ui/control/progress-bar.tsx'
import { Segmented } from '../../../ui/control/segmented.tsx'
import { showToast } from '../../../ui/control/toast.tsx'
import type { FieldValue } from '../../../ui/field/field.ts'
import { FormField } from '../../../ui/form/form-field.tsx'
import { t } from '../../../ui/language.ts'
import { formatMoneyText } from '../../../ui/number/decimal-text.ts'
import { Go } from '../../../ui/shell/navigation.tsx'
import { useProcess } from '../books/use-process.ts'
import { PageProblem } from '../frame/frame-states.tsx'
import { usePage, usePageTitle } from '../frame/page.ts'
import { cell, type ReportAnswer } from '../report/report-answer.ts'
import { useSession } from '../session/session.ts'
import '../../../ui/list/list-page.css'
import '../claims/claims.css'

type Row = ReportAnswer['rows'][number]

const scopes = ['open', 'dismissed'] as const
type Scope = (typeof scopes)[number]

function FindingLine({ row, onDismiss, onAgain }: { row: Row; onDismiss: () => void; onAgain: () => void }) {
  const note = cell(row, 'note')
  const [type, id] = [cell(row, 'documentType'), cell(row, 'documentId')]
  return (
    <li>
      <span className="claim-words">
        <span>
          <Tag tone="warning">{cell(row, 'kindLabel')}</Tag>{' '}
          {type === '' ? null : <Go to={`/doc/${kebab(type)}/${id}`}>{cell(row, 'number')}</Go>}
        </span>
        <span>{cell(row, 'reason')}</span>
        <span className="small muted">
          {note === ''
            ? t('risks.found', { day: cell(row, 'foundOn') })
            : t('risks.dismissedBy', { name: cell(row, 'dismissedBy'), note })}
        </span>
      </span>
      <b className="num">{cell(row, 'amount') === '' ? '' : formatMoneyText(cell(row, 'amount'), false)}</b>
      {note === '' ? (
        <Button onClick={onDismiss}>{t('risks.dismiss')}</Button>
      ) : (
        <Button look="text" onClick={onAgain}>
          {t('risks.again')}
        </Button>
      )}
    </li>
  )
}

/** Tells the server; what shows findings is asked again. */
function useDismissal() {
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const tell = async (body: object): Promise<boolean> => {
    setBusy(true)
    try {
      await requestJson('calls/dismiss-risk', { method: 'POST', body })
      return true
    } catch (error) {
      showToast('error', error instanceof Error ? error.message : String(error))
      return false
    } finally {
      setBusy(false)
      await client.invalidateQueries({ queryKey: ['report'] })
    }
  }
  return { busy, tell }
}

/** 风控发现: what the rules found, each with its reason, the way to it, and a note why it may be. */
export function RisksPage(): React.JSX.Element {
  usePageTitle(t('risks.title'))
  const { today } = useSession()
  const { search, setSearch } = usePage()
  const scope: Scope = search.get('show') === 'dismissed' ? 'dismissed' : 'open'
  const report = useReport<ReportAnswer>('risk-findings', { show: scope })
  const { busy, tell } = useDismissal()
  const process = useProcess()
  const [dismissing, setDismissing] = useState<Row | null>(null)
  const [note, setNote] = useState<FieldValue>(null)
  const rows = report.data?.rows ?? []
  const close = (): void => {
    setDismissing(null)
    setNote(null)
  }
  const confirm = async (): Promise<void> => {
    if (dismissing === null) return
    if (typeof note !== 'string' || note.trim() === '') return showToast('error', t('risks.noteNeeded'))
    if (await tell({ key: cell(dismissing, 'key'), note })) close()
  }
  return (
    <div className="page-scroll">
      <BusyBar busy={report.isFetching} />
      <header className="page-head">
        <h1>{t('risks.title')}</h1>
        <Segmented
          label={t('risks.title')}
          value={scope}
          onChange={(next) => setSearch(new URLSearchParams(next === 'open' ? {} : { show: next }))}
          options={scopes.map((value) => ({ value, label: t(`risks.${value}`) }))}
        />
        <div className="page-actions">
          <Go to="/list/risk-rule" className="button button-outlined">
            {t('risks.rules')}
          </Go>
          <Button
            look="primary"
            busy={process.busy !== null}
            onClick={() => void process.take('check-risks', t('risks.check'), {})}
          >
            {t('risks.check')}
          </Button>
        </div>
      </header>
      {report.error ? <PageProblem error={report.error} onRetry={() => void report.refetch()} /> : null}
      {report.data !== undefined && rows.length === 0 ? <p className="claims-about faint">{t('risks.none')}</p> : null}
      <ul className="claim-list risk-list">
        {rows.map((row) => (
          <FindingLine
            key={cell(row, 'key')}
            row={row}
            onDismiss={() => setDismissing(row)}
            onAgain={() => void tell({ key: cell(row, 'key'), again: true })}
          />
        ))}
      </ul>
      <Confirm
        open={dismissing !== null}
        title={t('risks.dismiss')}
        confirmLabel={t('risks.dismiss')}
        busy={busy}
        onClose={close}
        onConfirm={() => void confirm()}
        text={
          <FormField
            field={{ key: 'note', label: t('risks.note'), kind: 'text', required: true, maxLength: 500 }}
            value={note}
            onChange={setNote}
            today={today}
          />
        }
      />
    </div>
  )
}
