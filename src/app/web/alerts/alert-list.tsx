import { Button, Tag } from '../../../ui/control/button.tsx'
import { Checkbox } from '../../../ui/control/checkbox.tsx'
import { Menu, type MenuItem } from '../../../ui/control/menu.tsx'
import { t } from '../../../ui/language.ts'
import { said } from '../../../ui/language/said.ts'
import { formatDecimalText, formatMoneyText } from '../../../ui/number/decimal-text.ts'
import { Go } from '../../../ui/shell/navigation.tsx'
import { cell } from '../report/report-answer.ts'
import type { Session } from '../session/session.ts'
import { deedsFor, isShort, maySetAside, toneOf, type AlertRow, type MendingDeed } from './alert-deeds.ts'

export type AlertListProps = {
  rows: readonly AlertRow[]
  session: Session
  busy: string | null
  chosen: ReadonlySet<string>
  onChoose: (key: string, chosen: boolean) => void
  onDeed: (row: AlertRow, deed: MendingDeed) => void
  onAside: (row: AlertRow) => void
  onBack: (row: AlertRow) => void
}

const isAside = (row: AlertRow): boolean => cell(row, 'asideNote') !== ''

/** The lot as it is, expired or not: who sees one wants to see where it came from and went. */
const lotPath = (row: AlertRow): string =>
  `/report/lot-trace?${new URLSearchParams({ lot: `${cell(row, 'lot')}@${cell(row, 'code')}`, asked: '1' }).toString()}`

function Buttons({
  row,
  session,
  busy,
  onDeed,
  onAside,
  onBack,
}: AlertListProps & { row: AlertRow }): React.JSX.Element {
  const deeds = deedsFor(row, session)
  const first = deeds[0]
  const mayHide = maySetAside(session)
  const further: MenuItem[] = [
    ...deeds.slice(1).map((deed) => ({ key: deed, label: t(`alerts.${deed}`), onSelect: () => onDeed(row, deed) })),
    ...(mayHide && !isAside(row)
      ? [{ key: 'aside', label: `${t('alerts.aside')}…`, divided: deeds.length > 1, onSelect: () => onAside(row) }]
      : []),
  ]
  const key = cell(row, 'key')
  return (
    <span className="alert-buttons">
      {isAside(row) && mayHide ? (
        <Button size="small" onClick={() => onBack(row)} disabled={busy !== null}>
          {t('alerts.back')}
        </Button>
      ) : null}
      {first === undefined || isAside(row) ? null : (
        <Button size="small" busy={busy === key} disabled={busy !== null} onClick={() => onDeed(row, first)}>
          {t(`alerts.${first}`)}
        </Button>
      )}
      {further.length === 0 || isAside(row) ? null : (
        <Menu items={further} label={t('more')}>
          {(trigger) => (
            <Button
              {...trigger}
              size="small"
              look="text"
              icon="more"
              aria-label={`${t('more')} ${cell(row, 'name')}`}
            />
          )}
        </Menu>
      )}
    </span>
  )
}

function AlertItem(props: AlertListProps & { row: AlertRow }): React.JSX.Element {
  const { row, session, chosen, onChoose } = props
  const key = cell(row, 'key')
  const where = [cell(row, 'place'), cell(row, 'lot')].filter((text) => text !== '')
  const choosable = isShort(row) && !isAside(row) && session.may('purchaseRequest.create')
  const value = cell(row, 'value')
  return (
    <li className="alert-row">
      <span className="alert-choose">
        {choosable ? (
          <Checkbox
            checked={chosen.has(key)}
            label={`${t('alerts.choose')} ${cell(row, 'name')}`}
            onChange={(wanted) => onChoose(key, wanted)}
          />
        ) : null}
      </span>
      <Tag tone={toneOf(row)}>{said(cell(row, 'kindLabel'))}</Tag>
      <span className="alert-goods">
        <Go to={`/doc/item/${cell(row, 'itemId')}`}>{cell(row, 'name')}</Go>
        <span className="faint">{cell(row, 'code')}</span>
        {cell(row, 'lot') === '' ? (
          <span className="faint">{where.join(' · ')}</span>
        ) : (
          <Go to={lotPath(row)}>{where.join(' · ')}</Go>
        )}
      </span>
      <span className="alert-why">
        {said(cell(row, 'reason'))}
        {isAside(row) ? (
          <small className="faint">
            {t('alerts.asideBy', { by: cell(row, 'asideBy'), note: cell(row, 'asideNote') })}
            {cell(row, 'asideUntil') === '' ? '' : `　${t('alerts.asideUntil', { day: cell(row, 'asideUntil') })}`}
          </small>
        ) : null}
      </span>
      <span className="alert-quantity num">{formatDecimalText(cell(row, 'quantity'))}</span>
      <span className="alert-value num">{value === '' ? '' : formatMoneyText(value)}</span>
      <span className="alert-since faint">{cell(row, 'since').slice(5)}</span>
      <Buttons {...props} />
    </li>
  )
}

/** The alerts with what can be done about each: rows on the desk, cards on a phone. */
export function AlertList(props: AlertListProps): React.JSX.Element {
  return (
    <ul className="alert-list">
      {props.rows.map((row) => (
        <AlertItem key={cell(row, 'key')} {...props} row={row} />
      ))}
    </ul>
  )
}
