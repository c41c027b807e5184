import { useState } from 'react'
import { ApiProblem } from '../../../ui/api/problem.ts'
import { Confirm } from '../../../ui/control/dialog.tsx'
import { showToast } from '../../../ui/control/toast.tsx'
import type { FieldValue, Issue } from '../../../ui/field/field.ts'
import { FormField } from '../../../ui/form/form-field.tsx'
import { t } from '../../../ui/language.ts'
import { cell } from '../report/report-answer.ts'
import { setAside, type AlertRow } from './alert-deeds.ts'

type AsideDialogProps = { row: AlertRow; today: string; onClose: () => void; onDone: () => void }

/** Asks why an alert is set aside, and until when. */
export function AsideDialog({ row, today, onClose, onDone }: AsideDialogProps): React.JSX.Element {
  const [note, setNote] = useState<FieldValue>(null)
  const [until, setUntil] = useState<FieldValue>(null)
  const [issues, setIssues] = useState<Readonly<Record<string, Issue>>>({})
  const [busy, setBusy] = useState(false)
  const confirm = (): void => {
    if (typeof note !== 'string' || note.trim() === '')
      return setIssues({ note: { level: 'error', message: t('alerts.noteNeeded') } })
    setBusy(true)
    setAside(cell(row, 'key'), note.trim(), typeof until === 'string' ? until : null)
      .then(onDone, (error: unknown) => {
        const found = error instanceof ApiProblem ? error.errors : []
        setIssues(Object.fromEntries(found.map((one) => [one.path, { level: 'error', message: one.message }])))
        if (found.length === 0) showToast('error', error instanceof Error ? error.message : String(error))
      })
      .finally(() => setBusy(false))
  }
  return (
    <Confirm
      open
      title={`${t('alerts.aside')}　${cell(row, 'name')}`}
      confirmLabel={t('alerts.aside')}
      busy={busy}
      onClose={onClose}
      onConfirm={confirm}
      text={
        <div className="alert-aside">
          <p className="muted">{t('alerts.asideText')}</p>
          <FormField
            field={{ key: 'note', label: t('alerts.note'), kind: 'text', required: true, maxLength: 200 }}
            value={note}
            today={today}
            issue={issues['note']}
            onChange={setNote}
          />
          <FormField
            field={{ key: 'until', label: t('alerts.until'), kind: 'date', placeholder: t('alerts.untilOver') }}
            value={until}
            today={today}
            issue={issues['until']}
            onChange={setUntil}
          />
        </div>
      }
    />
  )
}
