import { Button, IconButton } from '../control/button.tsx'
import { Checkbox } from '../control/checkbox.tsx'
import { Menu } from '../control/menu.tsx'
import { t } from '../language.ts'
import { nothingSelected, selectedCount, type Selection } from './selection.ts'

export type BatchAction = { key: string; label: string; main?: boolean; danger?: boolean; onSelect: () => void }

export type ListFootProps = {
  total: number | null
  loaded: number
  /** 单 张 个: what the rows are counted in. */
  unit?: string
  selection: Selection
  onSelect: (selection: Selection) => void
  /** Only those that every selected row allows. */
  actions: readonly BatchAction[]
  /** Sums of the selection, such as `2,140 件 · 340,940.00`. */
  summary?: string
  status?: React.ReactNode
}

const mostButtons = 6

/** The bar under the list: what is loaded, or with rows selected what can be done with them. It never changes its height. */
export function ListFoot(props: ListFootProps): React.JSX.Element {
  const { total, loaded, unit = '', selection, onSelect, actions, summary, status } = props
  const count = selectedCount(selection, total ?? loaded)
  if (count === 0) {
    return (
      <footer className="list-foot">
        <span>
          {total === null
            ? t('list.loaded', { count: loaded, unit })
            : t('list.loadedOf', { count: loaded, total, unit })}
        </span>
        <span className="list-foot-end">{status}</span>
      </footer>
    )
  }
  const shown = actions.slice(0, mostButtons)
  const rest = actions.slice(mostButtons)
  return (
    <footer className="list-foot is-batch">
      <Checkbox
        checked={selection.all && selection.ids.size === 0 ? true : 'some'}
        label={t('list.clearSelection')}
        onChange={() => onSelect(nothingSelected)}
      />
      <b className="medium">{t('list.selected', { count, unit })}</b>
      {summary ? <span className="muted">{summary}</span> : null}
      <span className="rule-v" />
      <span className="batch-actions">
        {shown.map((action) => (
          <Button
            key={action.key}
            look="text"
            danger={action.danger}
            className={action.main ? 'is-main' : undefined}
            onClick={action.onSelect}
          >
            {action.label}
          </Button>
        ))}
        {rest.length > 0 ? (
          <Menu items={rest}>{(trigger) => <IconButton icon="more" label={t('more')} {...trigger} />}</Menu>
        ) : null}
      </span>
      <span className="grow" />
      {total !== null && !selection.all && count < total ? (
        <Button look="text" onClick={() => onSelect({ all: true, ids: new Set() })}>
          {t('list.selectAll', { count: total, unit })}
        </Button>
      ) : null}
      <Button look="text" keys="Esc" onClick={() => onSelect(nothingSelected)}>
        {t('cancel')}
      </Button>
    </footer>
  )
}

export type BatchOutcome = {
  readonly id: string
  readonly name: string
  readonly ok: boolean
  readonly message?: string
}

/** What became of each row of a batch action. */
export function BatchReport({
  outcomes,
  onOpen,
}: {
  outcomes: readonly BatchOutcome[]
  onOpen?: (id: string) => void
}): React.JSX.Element {
  const failed = outcomes.filter((one) => !one.ok)
  return (
    <div className="batch-report">
      <p>{t('list.batchDone', { done: outcomes.length - failed.length, failed: failed.length })}</p>
      <ul>
        {failed.map((one) => (
          <li key={one.id}>
            <button type="button" className="link-button" onClick={() => onOpen?.(one.id)}>
              {one.name}
            </button>
            <span className="is-negative">{one.message}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
