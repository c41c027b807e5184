import { sum } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { useReport } from '../../../ui/api/hooks.ts'
import { Button, Tag } from '../../../ui/control/button.tsx'
import { ProgressMark } from '../../../ui/control/progress-bar.tsx'
import { t } from '../../../ui/language.ts'
import { formatDecimalText } from '../../../ui/number/decimal-text.ts'
import { Go, useNavigate } from '../../../ui/shell/navigation.tsx'
import type { DocumentAnswer } from '../document/document-answer.ts'
import { cell, type ReportAnswer } from '../report/report-answer.ts'
import { useSession } from '../session/session.ts'
import './purchasing.css'

const percentOf = (part: Decimal, whole: Decimal): number =>
  whole.isZero() ? 0 : part.times(100).div(whole).toDecimalPlaces(0).toNumber()

function Step({ label, percent, detail }: { label: string; percent: number; detail: string }): React.JSX.Element {
  return (
    <span className="order-progress-step">
      {label}
      <ProgressMark percent={percent} />
      <span className="num">{percent}%</span>
      <span className="small faint num">{detail}</span>
    </span>
  )
}

function Progress({ answer, supplier }: { answer: DocumentAnswer; supplier: string }): React.JSX.Element | null {
  const session = useSession()
  const navigate = useNavigate()
  const asked = { order: answer.number, show: 'all', version: answer.version }
  const { data } = useReport<ReportAnswer>('purchase-order-tracking', asked)
  if (data === undefined || data.rows.length === 0) return null
  const of = (name: string): Decimal => sum(data.rows.map((row) => cell(row, name) || '0'))
  const [ordered, received, invoiced] = [of('ordered'), of('received'), of('invoiced')]
  const [gross, paid] = [of('gross'), of('paid')]
  const late = Math.max(0, ...data.rows.map((row) => (cell(row, 'open') === '0' ? 0 : Number(cell(row, 'daysLate')))))
  const count = (part: Decimal): string =>
    `${formatDecimalText(part.toString(), {})} / ${formatDecimalText(ordered.toString(), {})}`
  const promised = data.rows.map((row) => cell(row, 'promisedOn')).find((on) => on !== '')
  return (
    <section className="order-progress" aria-label={t('order.progress')}>
      <Step label={t('order.received')} percent={percentOf(received, ordered)} detail={count(received)} />
      <Step label={t('order.invoiced')} percent={percentOf(invoiced, ordered)} detail={count(invoiced)} />
      {session.seesCost ? (
        <Step
          label={t('order.paid')}
          percent={percentOf(paid, gross)}
          detail={`${formatDecimalText(paid.toString(), { min: 2, max: 2 })} / ${formatDecimalText(gross.toString(), { min: 2, max: 2 })}`}
        />
      ) : null}
      {late > 0 ? (
        <Tag tone="negative">{t('order.late', { days: late })}</Tag>
      ) : promised === undefined ? null : (
        <span className="small muted">{t('order.promised', { date: promised })}</span>
      )}
      <span className="order-progress-end">
        <Go
          to={`/report/purchase-order-tracking?show=all&order=${encodeURIComponent(answer.number)}`}
          className="small"
        >
          {t('order.tracking')}
        </Go>
        {session.may('purchaseReceipt.create') && received.lt(ordered) && answer.state === 'posted' ? (
          <Button
            size="small"
            icon="truck"
            onClick={() => navigate(`/new/purchase-receipt?from=purchase-order/${answer.id}`)}
          >
            {t('order.receive')}
          </Button>
        ) : null}
        {session.may('payment.create') && paid.lt(gross) ? (
          <Button size="small" icon="wallet" onClick={() => navigate(`/new/payment?party=${supplier}`)}>
            {t('order.pay')}
          </Button>
        ) : null}
      </span>
    </section>
  )
}

export type OrderProgressProps = { type: string; answer: DocumentAnswer | null; supplier: string | undefined }

/** How far a purchase order is: received, invoiced, paid, with the next receipt and the payment one click away. */
export function OrderProgress({ type, answer, supplier }: OrderProgressProps): React.JSX.Element | null {
  const session = useSession()
  if (type !== 'purchaseOrder' || answer === null || supplier === undefined) return null
  if (answer.state !== 'posted' && answer.state !== 'closed') return null
  if (!session.may('report.purchaseOrderTracking')) return null
  return <Progress answer={answer} supplier={supplier} />
}
