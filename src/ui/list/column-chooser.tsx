import { useCallback, useState } from 'react'
import { IconButton } from '../control/button.tsx'
import { Checkbox } from '../control/checkbox.tsx'
import { Popover } from '../control/popover.tsx'
import { Icon } from '../icons/icon.tsx'
import { t } from '../language.ts'
import { chosenColumns, moveColumn, type ColumnChoice, type ListColumn } from './column.ts'

export type ColumnChooserProps<Row> = {
  columns: readonly ListColumn<Row>[]
  choice: ColumnChoice | null
  onChoice: (choice: ColumnChoice | null) => void
}

/** Which columns are shown, in which order: boxes, and a grip to drag or to move with the arrow keys. */
export function ColumnChooser<Row>({ columns, choice, onChoice }: ColumnChooserProps<Row>): React.JSX.Element {
  const [anchor, setAnchor] = useState<HTMLButtonElement | null>(null)
  const [open, setOpen] = useState(false)
  const [dragged, setDragged] = useState<string | null>(null)
  const close = useCallback(() => setOpen(false), [])
  const shown = chosenColumns(columns, choice).map((column) => column.key)
  const ordered = [...chosenColumns(columns, choice), ...columns.filter((column) => !shown.includes(column.key))]
  const step = (key: string, by: number): void => {
    const at = shown.indexOf(key)
    if (at < 0 || at + by < 0) return
    onChoice(moveColumn(shown, key, shown[by < 0 ? at - 1 : at + 2] ?? null))
  }
  return (
    <>
      <IconButton
        ref={setAnchor}
        icon="columns"
        label={t('list.columns')}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      />
      <Popover anchor={anchor} open={open} onClose={close} align="end" role="dialog" label={t('list.columns')}>
        <div className="column-chooser">
          <ul>
            {ordered.map((column) => (
              <li key={column.key}>
                <div
                  className="column-line"
                  draggable={shown.includes(column.key)}
                  onDragStart={() => setDragged(column.key)}
                  onDragOver={(event) => dragged !== null && event.preventDefault()}
                  onDrop={() => dragged !== null && onChoice(moveColumn(shown, dragged, column.key))}
                >
                  <Checkbox
                    checked={shown.includes(column.key)}
                    disabled={column.fixed}
                    label={column.label}
                    labelShown
                    onChange={(on) => onChoice(on ? [...shown, column.key] : shown.filter((key) => key !== column.key))}
                  />
                  {shown.includes(column.key) ? (
                    <button
                      type="button"
                      className="column-grip"
                      aria-label={t('list.moveColumn', { label: column.label })}
                      onKeyDown={(event) => {
                        if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
                        event.preventDefault()
                        step(column.key, event.key === 'ArrowUp' ? -1 : 1)
                      }}
                    >
                      <Icon name="drag" size={14} />
                    </button>
                  ) : null}
                </div>
              </li>
            ))}
          </ul>
          <button type="button" className="link-button small" onClick={() => onChoice(null)}>
            {t('list.resetColumns')}
          </button>
        </div>
      </Popover>
    </>
  )
}
