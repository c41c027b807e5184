import { Drawer } from '../control/dialog.tsx'
import { t } from '../language.ts'
import { formatMoment } from '../list/format-moment.ts'
import './document.css'

export type HistoryChange = { field: string; /** 第 3 行 */ where?: string; before: string; after: string }

export type HistoryEntry = {
  id: string
  action: string
  by: string
  at: string
  note?: string
  changes: readonly HistoryChange[]
}

export type HistoryDrawerProps = { open: boolean; onClose: () => void; entries: readonly HistoryEntry[] | null }

function ChangeRow({ change }: { change: HistoryChange }): React.JSX.Element {
  return (
    <li>
      <span className="faint">{[change.where, change.field].filter(Boolean).join(' ')}</span>
      <span>
        {change.before === '' ? null : <del>{change.before}</del>}
        {change.before !== '' && change.after !== '' ? ' → ' : null}
        {change.after === '' ? null : <ins>{change.after}</ins>}
      </span>
    </li>
  )
}

/** What changed, by whom, when, before and after; the newest first. */
export function HistoryDrawer({ open, onClose, entries }: HistoryDrawerProps): React.JSX.Element {
  return (
    <Drawer open={open} onClose={onClose} title={t('document.history')} width={440}>
      {entries === null ? <p className="drawer-note">{t('loading')}</p> : null}
      {entries?.length === 0 ? <p className="drawer-note">{t('document.noHistory')}</p> : null}
      <ol className="history">
        {entries?.map((entry) => (
          <li key={entry.id}>
            <header>
              <b className="medium">{entry.action}</b>
              <span className="muted">{entry.by}</span>
              <time className="faint small" dateTime={entry.at}>
                {formatMoment(entry.at)}
              </time>
            </header>
            {entry.note ? <p className="muted">{entry.note}</p> : null}
            <ul>
              {entry.changes.map((change) => (
                <ChangeRow key={`${change.where ?? ''}${change.field}`} change={change} />
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </Drawer>
  )
}
