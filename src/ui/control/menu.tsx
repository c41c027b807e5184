import { useCallback, useEffect, useRef, useState } from 'react'
import { Icon } from '../icons/icon.tsx'
import type { IconName } from '../icons/paths.ts'
import { Keys } from './button.tsx'
import { Popover } from './popover.tsx'

export type MenuItem = {
  key: string
  label: string
  icon?: IconName
  keys?: string
  danger?: boolean
  disabled?: boolean
  checked?: boolean
  /** A line above this item. */
  divided?: boolean
  onSelect: () => void
}

type MenuListProps = { items: readonly MenuItem[]; onClose: () => void; label?: string }

function MenuList({ items, onClose, label }: MenuListProps): React.JSX.Element {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => list.current?.querySelector<HTMLButtonElement>('button:not(:disabled)')?.focus(), [])
  const move = (event: React.KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const buttons = [...(list.current?.querySelectorAll<HTMLButtonElement>('button:not(:disabled)') ?? [])]
    const at = buttons.findIndex((button) => button === document.activeElement)
    buttons[(at + step + buttons.length) % buttons.length]?.focus()
  }
  const anyMark = items.some((item) => item.checked !== undefined || item.icon !== undefined)
  return (
    <div ref={list} className="menu" role="menu" aria-label={label} tabIndex={-1} onKeyDown={move}>
      {items.map((item) => (
        <button
          key={item.key}
          type="button"
          role={item.checked === undefined ? 'menuitem' : 'menuitemcheckbox'}
          aria-checked={item.checked}
          disabled={item.disabled}
          className={`menu-item ${item.danger ? 'is-negative' : ''} ${item.divided ? 'is-divided' : ''}`}
          onClick={() => {
            onClose()
            item.onSelect()
          }}
        >
          {anyMark ? (
            <span className="menu-mark">
              {item.checked ? <Icon name="check" size={14} /> : item.icon ? <Icon name={item.icon} size={14} /> : null}
            </span>
          ) : null}
          <span className="grow">{item.label}</span>
          {item.keys ? <Keys>{item.keys}</Keys> : null}
        </button>
      ))}
    </div>
  )
}

export type MenuTriggerProps = {
  ref: React.Ref<HTMLButtonElement>
  onClick: () => void
  'aria-haspopup': 'menu'
  'aria-expanded': boolean
}

export type MenuProps = {
  items: readonly MenuItem[]
  align?: 'start' | 'end'
  label?: string
  /** Draws the button that opens the menu. */
  children: (trigger: MenuTriggerProps) => React.ReactNode
}

export function Menu({ items, align = 'start', label, children }: MenuProps): React.JSX.Element {
  const [open, setOpen] = useState(false)
  const [anchor, setAnchor] = useState<HTMLButtonElement | null>(null)
  const close = useCallback(() => setOpen(false), [])
  return (
    <>
      {children({
        ref: setAnchor,
        onClick: () => setOpen((was) => !was),
        'aria-haspopup': 'menu',
        'aria-expanded': open,
      })}
      <Popover anchor={anchor} open={open} onClose={close} align={align}>
        <MenuList items={items} onClose={close} label={label} />
      </Popover>
    </>
  )
}
