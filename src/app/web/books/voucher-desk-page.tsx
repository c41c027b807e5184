import { useState } from 'react'
import { useReport } from '../../../ui/api/hooks.ts'
import { Button } from '../../../ui/control/button.tsx'
import { Confirm } from '../../../ui/control/dialog.tsx'
import { BusyBar } from '../../../ui/control/progress-bar.tsx'
import { Segmented } from '../../../ui/control/segmented.tsx'
import { showToast } from '../../../ui/control/toast.tsx'
import type { FieldValue } from '../../../ui/field/field.ts'
import { FormField } from '../../../ui/form/form-field.tsx'
import { t } from '../../../ui/language.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import { PageProblem } from '../frame/frame-states.tsx'
import { usePageTitle } from '../frame/page.ts'
import { cell, type ReportAnswer } from '../report/report-answer.ts'
import { useSession } from '../session/session.ts'
import { openVoucherMonth, openVoucherPaper } from '../voucher/open-voucher-paper.ts'
import { MonthTurner } from './month-turner.tsx'
import { useMonth } from './use-month.ts'
import { useProcess } from './use-process.ts'
import { VoucherRows } from './voucher-rows.tsx'
import '../../../ui/list/list-page.css'
import './books.css'

const scopes = ['waiting', 'rejected', 'reviewed', 'all'] as const
type Scope = (typeof scopes)[number]

/** States as the report writes them. */
const stateOf: Readonly<Record<Scope, string | null>> = {
  waiting: '未审核',
  rejected: '已退回',
  reviewed: '已审核',
  all: null,
}

/** States as the report's parameter names them. */
const stateNames: Readonly<Record<Exclude<Scope, 'all'>, string>> = {
  waiting: 'entered',
  rejected: 'rejected',
  reviewed: 'reviewed',
}

/** As many vouchers as an address has room for. */
const mostNamed = 40

/** How much of the vouchers nobody had to type. */
function automaticPart(rows: readonly ReportRow[]): string {
  const typed = rows.filter((row) => cell(row, 'kind') === '手工').length
  return rows.length === 0 ? '100' : String(Math.floor(((rows.length - typed) * 1000) / rows.length) / 10)
}

function RejectDialog(props: {
  open: boolean
  busy: boolean
  onClose: () => void
  onReject: (reason: string) => void
}) {
  const session = useSession()
  const [reason, setReason] = useState<FieldValue>(null)
  const confirm = (): void => {
    if (typeof reason !== 'string' || reason.trim() === '') return showToast('error', t('books.reasonNeeded'))
    props.onReject(reason)
    setReason(null)
    return undefined
  }
  return (
    <Confirm
      open={props.open}
      title={t('books.rejectSome')}
      confirmLabel={t('books.rejectSome')}
      busy={props.busy}
      onClose={props.onClose}
      onConfirm={confirm}
      text={
        <FormField
          field={{ key: 'reason', label: t('books.rejectReason'), kind: 'text', required: true }}
          value={reason}
          today={session.today}
          onChange={setReason}
        />
      }
    />
  )
}

/** 凭证审核: the accountant looks through what the business wrote, signs, sends back, reviews and books, many at once. */
export function VoucherDeskPage(): React.JSX.Element {
  usePageTitle(t('books.review'))
  const session = useSession()
  const month = useMonth()
  const range = { from: month.from, to: month.to }
  const report = useReport<ReportAnswer>('voucher-list', range)
  const numbers = useReport<ReportAnswer>('voucher-number-check', range)
  const [scope, setScope] = useState<Scope>('waiting')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [rejecting, setRejecting] = useState(false)
  const { busy, take } = useProcess()
  const all = report.data?.rows ?? []
  const shown = all.filter((row) => stateOf[scope] === null || cell(row, 'state') === stateOf[scope])
  const picked = shown.map((row) => cell(row, 'voucher')).filter((id) => chosen.has(id))
  const vouchers = picked.length > 0 ? picked : shown.map((row) => cell(row, 'voucher'))
  const step = async (address: string, label: string, more: Readonly<Record<string, unknown>> = {}): Promise<void> => {
    if (await take(address, label, { vouchers, ...more })) setChosen(new Set())
  }
  // What was picked is named in the address; a whole month goes by its days, however many vouchers it has.
  const print = (): void =>
    picked.length > 0 && picked.length <= mostNamed
      ? openVoucherPaper(picked)
      : openVoucherMonth({ ...range, state: scope === 'all' ? '' : stateNames[scope] })
  const problems = numbers.data?.rows.length ?? 0
  const nothing = vouchers.length === 0 || busy !== null
  const button = (right: string, address: string, label: string, primary = false): React.JSX.Element | null =>
    session.may(`process.${right}`) ? (
      <Button
        {...(primary ? { look: 'primary' as const } : {})}
        disabled={nothing}
        busy={busy === address}
        onClick={() => void step(address, label)}
      >
        {label}
      </Button>
    ) : null
  return (
    <div className="page-scroll books">
      <BusyBar busy={report.isFetching || busy !== null} />
      <header className="page-head">
        <h1>{t('books.review')}</h1>
        <MonthTurner month={month} />
        <Segmented
          label={t('books.state')}
          value={scope}
          onChange={(next) => {
            setScope(next)
            setChosen(new Set())
          }}
          options={scopes.map((value) => ({ value, label: t(`books.${value}`) }))}
        />
        <div className="page-actions">
          <Button icon="printer" disabled={vouchers.length === 0} onClick={() => print()}>
            {t('books.print')}
          </Button>
          {scope === 'reviewed' ? (
            button('bookVouchers', 'book-vouchers', t('books.bookSome', { count: vouchers.length }), true)
          ) : scope === 'all' ? null : (
            <>
              {button('signVouchers', 'sign-vouchers', t('books.signSome'))}
              {session.may('process.rejectVouchers') ? (
                <Button disabled={picked.length === 0 || busy !== null} onClick={() => setRejecting(true)}>
                  {t('books.rejectSome')}
                </Button>
              ) : null}
              {button('reviewVouchers', 'review-vouchers', t('books.reviewSome', { count: vouchers.length }), true)}
            </>
          )}
        </div>
      </header>
      <p className="books-strip muted">
        <span role="status">{t('books.count', { count: all.length, automatic: automaticPart(all) })}</span>
        {problems === 0 ? null : (
          <>
            <span className="is-warning">{t('books.numberProblems', { count: problems })}</span>
            {session.may('process.arrangeVoucherNumbers') ? (
              <Button
                look="text"
                busy={busy === 'arrange-voucher-numbers'}
                onClick={() =>
                  void take('arrange-voucher-numbers', t('books.renumber'), { period: month.month, byDate: true })
                }
              >
                {t('books.renumber')}
              </Button>
            ) : null}
          </>
        )}
      </p>
      {report.error ? <PageProblem error={report.error} onRetry={() => void report.refetch()} /> : null}
      {report.data !== undefined && shown.length === 0 ? (
        <p className="books-about faint">{t('books.none')}</p>
      ) : (
        <VoucherRows rows={shown} chosen={chosen} onChoose={setChosen} />
      )}
      <RejectDialog
        open={rejecting}
        busy={busy !== null}
        onClose={() => setRejecting(false)}
        onReject={(reason) => {
          setRejecting(false)
          void step('reject-vouchers', t('books.rejectSome'), { reason })
        }}
      />
    </div>
  )
}
