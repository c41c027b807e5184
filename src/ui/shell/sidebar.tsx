import { useEffect, useRef, useState } from 'react'
import { Popover } from '../control/popover.tsx'
import { useLatest } from '../control/use-latest.ts'
import { BrandMark, Icon } from '../icons/icon.tsx'
import type { IconName } from '../icons/paths.ts'
import { t } from '../language.ts'
import { Go } from './navigation.tsx'

export type Area = {
  key: string
  label: string
  icon: IconName
  path: string
  /** Work waiting for this user. */
  count?: number
  /** What the area holds, shown beside its name on hover and by the right arrow key. */
  flyout?: React.ReactNode
  /** A line above: areas come in groups. */
  divided?: boolean
}

export type SidebarProps = {
  areas: readonly Area[]
  active: string
  folded: boolean
  onFold: (folded: boolean) => void
  product: string
}

type AreaLineProps = { area: Area; active: boolean; folded: boolean; open: boolean; onOpen: (open: boolean) => void }

function AreaLine({ area, active, folded, open, onOpen }: AreaLineProps): React.JSX.Element {
  const [line, setLine] = useState<HTMLLIElement | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const later = (next: boolean, pause: number): void => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => onOpen(next), pause)
  }
  const box = line?.getBoundingClientRect()
  return (
    <li
      ref={setLine}
      className={area.divided ? 'is-divided' : undefined}
      onPointerEnter={(event) => event.pointerType === 'mouse' && area.flyout && later(true, 160)}
      onPointerLeave={() => later(false, 200)}
    >
      <Go
        to={area.path}
        className="area"
        aria-current={active ? 'page' : undefined}
        aria-haspopup={area.flyout ? 'dialog' : undefined}
        aria-expanded={area.flyout ? open : undefined}
        title={folded && !area.flyout ? area.label : undefined}
        onClick={() => {
          clearTimeout(timer.current)
          onOpen(false)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowRight' || !area.flyout) return
          event.preventDefault()
          onOpen(true)
          setTimeout(() => document.querySelector<HTMLElement>('.popover[role="dialog"] a')?.focus(), 50)
        }}
      >
        <Icon name={area.icon} />
        <span className="sidebar-word">{area.label}</span>
        {area.count ? <span className="area-count">{area.count}</span> : null}
      </Go>
      {area.flyout && box ? (
        <Popover
          anchor={{ x: box.right + 4, y: box.top - 4 }}
          open={open}
          onClose={() => onOpen(false)}
          gap={0}
          role="dialog"
          label={area.label}
        >
          <FlyoutBody
            onEnter={() => clearTimeout(timer.current)}
            onLeave={() => later(false, 200)}
            onGo={() => onOpen(false)}
          >
            {area.flyout}
          </FlyoutBody>
        </Popover>
      ) : null}
    </li>
  )
}

type FlyoutBodyProps = { onEnter: () => void; onLeave: () => void; onGo: () => void; children: React.ReactNode }

/** Closes when one of its links is followed, whether by mouse or by key. */
function FlyoutBody({ onEnter, onLeave, onGo, children }: FlyoutBodyProps): React.JSX.Element {
  const body = useRef<HTMLDivElement>(null)
  const go = useLatest(onGo)
  useEffect(() => {
    const element = body.current
    const onClick = (event: Event): void => {
      if (event.target instanceof Element && event.target.closest('a, button') !== null) go.current()
    }
    element?.addEventListener('click', onClick)
    return () => element?.removeEventListener('click', onClick)
  }, [go])
  return (
    <div ref={body} onPointerEnter={onEnter} onPointerLeave={onLeave}>
      {children}
    </div>
  )
}

export function Sidebar({ areas, active, folded, onFold, product }: SidebarProps): React.JSX.Element {
  const [open, setOpen] = useState<string | null>(null)
  return (
    <nav className="sidebar" aria-label={t('shell.areas')}>
      <Go to="/" className="brand" aria-label={product}>
        <BrandMark />
        <span className="sidebar-word">{product}</span>
      </Go>
      <ul className="area-list">
        {areas.map((area) => (
          <AreaLine
            key={area.key}
            area={area}
            active={area.key === active}
            folded={folded}
            open={open === area.key}
            onOpen={(on) => setOpen((was) => (on ? area.key : was === area.key ? null : was))}
          />
        ))}
      </ul>
      <button
        type="button"
        className="sidebar-fold"
        aria-expanded={!folded}
        aria-label={folded ? t('shell.unfold') : t('shell.fold')}
        onClick={() => onFold(!folded)}
      >
        <Icon name={folded ? 'unfold' : 'fold'} />
        <span className="sidebar-word">{t('shell.fold')}</span>
      </button>
    </nav>
  )
}
