import { useCallback, useState } from 'react'
import { Popover } from '../control/popover.tsx'
import { Icon } from '../icons/icon.tsx'
import { readText } from '../field/read-text.ts'
import { shiftDate } from '../field/read-date.ts'
import { t } from '../language.ts'
import { Calendar } from './calendar.tsx'
import type { EditorProps } from './editor.ts'

/** A date is typed, in any short way, or picked. Arrow keys step a day. */
export function DateEditor(props: EditorProps): React.JSX.Element {
  const { id, field, onChange, onProblem, today, invalid, describedBy } = props
  const value = typeof props.value === 'string' ? props.value : null
  const [draft, setDraft] = useState<string | null>(null)
  const [open, setOpen] = useState(false)
  const [box, setBox] = useState<HTMLDivElement | null>(null)
  const close = useCallback(() => setOpen(false), [])
  const give = (date: string | null): void => {
    onProblem?.(null)
    setDraft(null)
    setOpen(false)
    if (date !== value) onChange(date)
  }
  const commit = (): void => {
    if (draft === null) return
    const read = readText(field, draft, today)
    if (read.ok) give(typeof read.value === 'string' ? read.value : null)
    else onProblem?.(read.message)
  }
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.key === 'Enter') commit()
    if (event.key === 'Escape') setDraft(null)
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    if (event.altKey) setOpen(true)
    else give(shiftDate(value ?? today, event.key === 'ArrowUp' ? 1 : -1))
  }
  return (
    <div className="input-box" ref={setBox}>
      <input
        id={id}
        value={draft ?? value ?? ''}
        placeholder={field.placeholder}
        aria-invalid={invalid || undefined}
        aria-describedby={describedBy}
        aria-required={field.required || undefined}
        autoComplete="off"
        onChange={(event) => setDraft(event.target.value)}
        onBlur={commit}
        onKeyDown={onKeyDown}
      />
      <button
        type="button"
        className="input-icon"
        aria-label={t('calendar.open', { label: field.label })}
        tabIndex={-1}
        onClick={() => setOpen((was) => !was)}
      >
        <Icon name="calendar" size={14} />
      </button>
      <Popover anchor={box} open={open} onClose={close} role="dialog" label={field.label}>
        <Calendar value={value} today={today} onPick={give} />
      </Popover>
    </div>
  )
}
