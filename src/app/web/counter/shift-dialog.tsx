import { useState } from 'react'
import { decimal, zero } from '../../../base/decimal.ts'
import { api } from '../../../ui/api/client.ts'
import { useReport } from '../../../ui/api/hooks.ts'
import { Button } from '../../../ui/control/button.tsx'
import { focusOnMount } from '../../../ui/control/focus-on-mount.ts'
import { Dialog } from '../../../ui/control/dialog.tsx'
import { showToast } from '../../../ui/control/toast.tsx'
import type { JsonRow } from '../../../ui/derive/values.ts'
import { t } from '../../../ui/language.ts'
import { formatMoneyText, isDecimalText } from '../../../ui/number/decimal-text.ts'
import { rowText } from '../catalogue/row-text.ts'
import { cell, type ReportAnswer } from '../report/report-answer.ts'
import { useSession } from '../session/session.ts'

const money = (text: string): string => formatMoneyText(text, false)

/** The end of a shift: what was sold and taken in, what was counted, and the difference, kept as a document. */
export function ShiftDialog({ warehouse, onClose }: { warehouse: string; onClose: () => void }): React.JSX.Element {
  const session = useSession()
  const cashier = session.user.name
  const { data } = useReport<ReportAnswer>('shift-summary', { day: session.today, warehouse, cashier })
  const [counted, setCounted] = useState<Readonly<Record<string, string>>>({})
  const [busy, setBusy] = useState(false)
  const rows = data?.rows ?? []
  const accounts = rows.filter((row) => row['key'] === 'account')
  const textOf = (row: (typeof rows)[number]): string => counted[cell(row, 'account')] ?? cell(row, 'amount')
  const sound = accounts.every((row) => isDecimalText(textOf(row)))
  const difference = sound
    ? accounts.reduce((sum, row) => sum.plus(decimal(textOf(row)).minus(cell(row, 'amount'))), zero)
    : zero
  const save = (): void => {
    setBusy(true)
    const body = {
      date: session.today,
      warehouse,
      cashierName: cashier,
      lines: accounts.map((row) => ({
        cashAccount: cell(row, 'account'),
        expected: cell(row, 'amount'),
        counted: textOf(row),
      })),
    }
    api.create<JsonRow>('shift-handover', body, { step: 'post' }).then(
      (made) => {
        showToast('done', t('counter.handedOver', { number: rowText(made, 'number') }))
        onClose()
      },
      (error: unknown) => {
        setBusy(false)
        showToast('error', error instanceof Error ? error.message : String(error))
      },
    )
  }
  return (
    <Dialog
      open
      title={t('counter.shift')}
      onClose={onClose}
      width={460}
      actions={
        <Button look="primary" busy={busy} disabled={!sound || accounts.length === 0} onClick={save}>
          {t('counter.handOver')}
        </Button>
      }
    >
      <p className="muted">
        {session.today} {cashier}
      </p>
      <table className="counter-shift">
        <tbody>
          {rows
            .filter((row) => row['key'] !== 'account')
            .map((row) => (
              <tr key={cell(row, 'key')}>
                <td>{cell(row, 'label')}</td>
                <td className="faint">{cell(row, 'count')}</td>
                <td className="num">{money(cell(row, 'amount'))}</td>
              </tr>
            ))}
          {accounts.map((row, index) => (
            <tr key={cell(row, 'account')}>
              <td>{cell(row, 'label')}</td>
              <td className="num">{money(cell(row, 'amount'))}</td>
              <td>
                <input
                  className="num"
                  ref={index === 0 ? focusOnMount : undefined}
                  inputMode="decimal"
                  aria-label={`${cell(row, 'label')} ${t('counter.counted')}`}
                  value={textOf(row)}
                  onChange={(event) => setCounted({ ...counted, [cell(row, 'account')]: event.target.value.trim() })}
                />
              </td>
            </tr>
          ))}
          <tr>
            <td colSpan={2}>{t('counter.difference')}</td>
            <td className={difference.isZero() ? 'num' : 'num is-negative'}>{money(difference.toString())}</td>
          </tr>
        </tbody>
      </table>
    </Dialog>
  )
}
