import { Button, Tag } from '../../../ui/control/button.tsx'
import type { TagTone } from '../../../ui/control/button.tsx'
import { t } from '../../../ui/language.ts'
import { formatMoment } from '../../../ui/list/format-moment.ts'

/** One message that went out, or is to go out. */
export type Delivery = {
  readonly id: string
  readonly state: 'waiting' | 'sending' | 'sent' | 'failed'
  readonly at: string
  readonly error: string | null
}

const tones: Readonly<Record<Delivery['state'], TagTone>> = {
  waiting: 'warning',
  sending: 'neutral',
  sent: 'positive',
  failed: 'negative',
}

type DeliveryLogProps<Row extends Delivery> = {
  readonly rows: readonly Row[]
  readonly empty: string
  readonly textOf: (row: Row) => string
  /** What stands in small letters before the time. */
  readonly detailOf: (row: Row) => readonly (string | number | null)[]
  readonly mayRetry: (row: Row) => boolean
  readonly onRetry: (row: Row) => void
}

/** 发送记录: what was sent, newest first, what became of it, and sending it once more. */
export function DeliveryLog<Row extends Delivery>(props: DeliveryLogProps<Row>): React.JSX.Element {
  const { rows, empty, textOf, detailOf, mayRetry, onRetry } = props
  if (rows.length === 0) return <p className="muted">{empty}</p>
  return (
    <ul className="message-log">
      {rows.map((row) => (
        <li key={row.id}>
          <Tag tone={tones[row.state]}>{t(`messages.state.${row.state}`)}</Tag>
          <span>
            {textOf(row)}
            <small className="muted">
              {[...detailOf(row), formatMoment(row.at), row.error].filter(Boolean).join(' · ')}
            </small>
          </span>
          {mayRetry(row) ? (
            <Button size="small" onClick={() => onRetry(row)}>
              {t('messages.retry')}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
