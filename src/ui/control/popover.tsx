import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import './overlay.css'

export type PopoverProps = {
  /** The element it hangs from, or a point of the window. */
  anchor: HTMLElement | { x: number; y: number } | null
  open: boolean
  onClose: () => void
  children: React.ReactNode
  align?: 'start' | 'end'
  /** Takes at least the width of the anchor. */
  matchWidth?: boolean
  className?: string
  role?: 'menu' | 'dialog' | 'listbox' | 'presentation'
  label?: string
  gap?: number
}

type Place = { left: number; top: number; minWidth?: number }

function anchorBox(anchor: HTMLElement | { x: number; y: number }): DOMRect {
  return anchor instanceof HTMLElement ? anchor.getBoundingClientRect() : new DOMRect(anchor.x, anchor.y, 0, 0)
}

function placeBeside(box: DOMRect, panel: DOMRect, align: 'start' | 'end', gap: number): Place {
  const margin = 8
  const wanted = align === 'end' ? box.right - panel.width : box.left
  const left = Math.max(margin, Math.min(wanted, globalThis.innerWidth - panel.width - margin))
  const below = box.bottom + gap
  const fitsBelow = below + panel.height <= globalThis.innerHeight - margin
  const above = box.top - gap - panel.height
  return {
    left,
    top:
      fitsBelow || above < margin
        ? Math.min(below, Math.max(margin, globalThis.innerHeight - panel.height - margin))
        : above,
  }
}

/** A panel that hangs from an element, above everything, and closes by Esc, a click elsewhere or a scroll of what it hangs from. */
export function Popover(props: PopoverProps): React.ReactNode {
  const {
    anchor,
    open,
    onClose,
    children,
    align = 'start',
    matchWidth,
    className,
    role = 'presentation',
    label,
    gap = 4,
  } = props
  const panel = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<Place | null>(null)

  useLayoutEffect(() => {
    if (!open || anchor === null || panel.current === null) return undefined
    const element = panel.current
    const settle = (): void => {
      const box = anchorBox(anchor)
      setPlace({
        ...placeBeside(box, element.getBoundingClientRect(), align, gap),
        ...(matchWidth ? { minWidth: box.width } : {}),
      })
    }
    settle()
    const observer = new ResizeObserver(settle)
    observer.observe(element)
    globalThis.addEventListener('resize', settle)
    globalThis.addEventListener('scroll', settle, true)
    return () => {
      observer.disconnect()
      globalThis.removeEventListener('resize', settle)
      globalThis.removeEventListener('scroll', settle, true)
    }
  }, [open, anchor, align, matchWidth, gap])

  useEffect(() => {
    if (!open) return undefined
    const onPointer = (event: PointerEvent): void => {
      const target = event.target
      if (!(target instanceof Node)) return
      const inside = panel.current?.contains(target) || (anchor instanceof HTMLElement && anchor.contains(target))
      const nested = target instanceof Element && target.closest('.popover') !== null
      if (!inside && !nested) onClose()
    }
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      event.preventDefault()
      onClose()
      if (anchor instanceof HTMLElement) anchor.focus()
    }
    document.addEventListener('pointerdown', onPointer, true)
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('pointerdown', onPointer, true)
      document.removeEventListener('keydown', onKey)
    }
  }, [open, anchor, onClose])

  if (!open || anchor === null) return null
  return createPortal(
    <div
      ref={panel}
      role={role}
      aria-label={label}
      className={`popover ${className ?? ''}`}
      style={place === null ? { visibility: 'hidden' } : place}
    >
      {children}
    </div>,
    document.body,
  )
}
