import { useState } from 'react'
import { Button } from '../../../ui/control/button.tsx'
import { Checkbox } from '../../../ui/control/checkbox.tsx'
import { Confirm, Dialog } from '../../../ui/control/dialog.tsx'
import type { FieldValue } from '../../../ui/field/field.ts'
import { FormField } from '../../../ui/form/form-field.tsx'
import { t, type Word } from '../../../ui/language.ts'
import { Go } from '../../../ui/shell/navigation.tsx'
import type { LinkedVoucher } from './trace.ts'

export type Question = 'unpost' | 'reverse' | 'void' | 'close' | 'delete' | 'reject'

const texts: Readonly<Record<Question, { label: Word; text: Word; danger: boolean }>> = {
  unpost: { label: 'document.unpost', text: 'document.confirmUnpost', danger: false },
  reverse: { label: 'document.reverse', text: 'document.confirmReverse', danger: true },
  void: { label: 'document.void', text: 'document.confirmVoid', danger: true },
  close: { label: 'document.closeIt', text: 'document.confirmClose', danger: false },
  delete: { label: 'document.delete', text: 'document.confirmDelete', danger: true },
  reject: { label: 'document.reject', text: 'document.confirmReject', danger: false },
}

export type QuestionDialogProps = {
  question: Question | null
  number: string
  /** The day a reversal is proposed for. */
  date: string
  today: string
  busy: boolean
  problem: string | null
  onConfirm: (question: Question, date: string, reason: string) => void
  onClose: () => void
}

/** Says in words what a step does, and asks for the day of a reversal. */
export function QuestionDialog(props: QuestionDialogProps): React.JSX.Element {
  const { question, number, date, today, busy, problem, onConfirm, onClose } = props
  const [day, setDay] = useState<FieldValue>(null)
  const [reason, setReason] = useState<FieldValue>(null)
  const asked = question ?? 'unpost'
  const { label, text, danger } = texts[asked]
  const chosen = typeof day === 'string' ? day : date
  return (
    <Confirm
      open={question !== null}
      title={`${t(label)} ${number}`}
      confirmLabel={t(label)}
      danger={danger}
      busy={busy}
      onClose={() => {
        setDay(null)
        setReason(null)
        onClose()
      }}
      onConfirm={() => onConfirm(asked, chosen, typeof reason === 'string' ? reason : '')}
      text={
        <>
          {t(text, { number })}
          {asked === 'reverse' ? (
            <span className="document-question">
              <FormField
                field={{ key: 'date', label: t('document.reverseDate'), kind: 'date', required: true }}
                value={chosen}
                today={today}
                onChange={setDay}
              />
              <span className="faint small">{t('document.reverseDateHelp')}</span>
            </span>
          ) : null}
          {asked === 'reject' ? (
            <span className="document-question">
              <FormField
                field={{ key: 'reason', label: t('document.reason'), kind: 'text' }}
                value={reason}
                today={today}
                onChange={setReason}
              />
            </span>
          ) : null}
          {problem === null ? null : (
            <span className="is-negative document-question" role="alert">
              {problem}
            </span>
          )}
        </>
      }
    />
  )
}

export type StaleDialogProps = { open: boolean; number: string; onReload: () => void; onKeep: () => void }

/** Two people changed one document: nothing is lost without being asked. */
export function StaleDialog({ open, number, onReload, onKeep }: StaleDialogProps): React.JSX.Element {
  return (
    <Dialog
      open={open}
      title={t('document.stale')}
      onClose={onReload}
      actions={
        <>
          <Button onClick={onKeep}>{t('document.keepMine')}</Button>
          <Button look="primary" onClick={onReload}>
            {t('document.reload')}
          </Button>
        </>
      }
    >
      <p className="dialog-text">{t('document.staleText', { number })}</p>
    </Dialog>
  )
}

export type VouchersDialogProps = { vouchers: readonly LinkedVoucher[] | null; onClose: () => void }

/** The vouchers of a document that made several. */
export function VouchersDialog({ vouchers, onClose }: VouchersDialogProps): React.JSX.Element {
  return (
    <Dialog open={vouchers !== null} title={t('document.chooseVoucher')} onClose={onClose} width={360}>
      {vouchers?.length === 0 ? <p className="muted">{t('document.noVoucher')}</p> : null}
      <ul className="document-choices">
        {vouchers?.map((one) => (
          <li key={one.id}>
            <Go to={`/voucher/${one.id}`} onClick={onClose}>
              {t('document.voucher')} {one.number}
            </Go>
            <span className="faint">{one.date}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

export type ColumnsDialogProps = {
  open: boolean
  columns: readonly { key: string; label: string; shown: boolean }[]
  onToggle: (key: string) => void
  onClose: () => void
}

/** Columns that most lines leave empty, shown when wanted. */
export function ColumnsDialog({ open, columns, onToggle, onClose }: ColumnsDialogProps): React.JSX.Element {
  return (
    <Dialog open={open} title={t('document.columns')} onClose={onClose} width={320}>
      <ul className="document-choices">
        {columns.map((column) => (
          <li key={column.key}>
            <Checkbox checked={column.shown} onChange={() => onToggle(column.key)} label={column.label} labelShown />
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
