import { useEffect, useId, useRef } from 'react'
import { t } from '../language.ts'
import { Button, IconButton } from './button.tsx'
import './overlay.css'

export type DialogProps = {
  open: boolean
  title: string
  onClose: () => void
  children: React.ReactNode
  actions?: React.ReactNode
  width?: number
}

/** A click beside a modal dialog closes it; the element itself is what the backdrop's clicks reach. */
export function useBackdropClose(element: React.RefObject<HTMLDialogElement | null>): void {
  useEffect(() => {
    const dialog = element.current
    if (dialog === null) return undefined
    const onPointer = (event: PointerEvent): void => {
      if (event.target === dialog) dialog.close()
    }
    dialog.addEventListener('pointerdown', onPointer)
    return () => dialog.removeEventListener('pointerdown', onPointer)
  }, [element])
}

/** A modal dialog on the platform's own element, so focus stays inside and comes back by itself. */
export function Dialog({ open, title, onClose, children, actions, width = 440 }: DialogProps): React.JSX.Element {
  const element = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const dialog = element.current
    if (dialog === null) return undefined
    if (open && !dialog.open) dialog.showModal()
    if (!open && dialog.open) dialog.close()
    // A page that is hidden takes its dialog along: left in the top layer, it would hold every other page.
    return () => dialog.close()
  }, [open])
  useBackdropClose(element)
  return (
    <dialog ref={element} className="dialog" style={{ width }} aria-labelledby={titleId} onClose={onClose}>
      {open ? (
        <div className="dialog-body">
          <header className="dialog-head">
            <h2 id={titleId}>{title}</h2>
            <IconButton icon="close" label={t('close')} onClick={onClose} />
          </header>
          <div className="dialog-content">{children}</div>
          {actions ? <footer className="dialog-actions">{actions}</footer> : null}
        </div>
      ) : null}
    </dialog>
  )
}

export type ConfirmProps = {
  open: boolean
  title: string
  /** Says in words what happens and what cannot be undone. */
  text: React.ReactNode
  confirmLabel: string
  danger?: boolean
  busy?: boolean
  onConfirm: () => void
  onClose: () => void
}

export function Confirm({
  open,
  title,
  text,
  confirmLabel,
  danger,
  busy,
  onConfirm,
  onClose,
}: ConfirmProps): React.JSX.Element {
  return (
    <Dialog
      open={open}
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look={danger ? 'outlined' : 'primary'} danger={danger} busy={busy} onClick={onConfirm}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      <div className="dialog-text">{text}</div>
    </Dialog>
  )
}

export type DrawerProps = {
  open: boolean
  title: string
  onClose: () => void
  children: React.ReactNode
  width?: number
}

/** A sheet from the right for what is looked at beside the page: history, attachments, the rail on a narrow screen. */
export function Drawer({ open, title, onClose, children, width = 400 }: DrawerProps): React.JSX.Element | null {
  const panel = useRef<HTMLElement>(null)
  const titleId = useId()
  useEffect(() => {
    if (!open) return undefined
    panel.current?.focus()
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) onClose()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [open, onClose])
  if (!open) return null
  return (
    <div className="drawer-scrim" onPointerDown={(event) => event.target === event.currentTarget && onClose()}>
      <aside
        ref={panel}
        className="drawer"
        style={{ width }}
        role="dialog"
        aria-modal="true"
        aria-labelledby={titleId}
        tabIndex={-1}
      >
        <header className="drawer-head">
          <h2 id={titleId}>{title}</h2>
          <IconButton icon="close" label={t('close')} onClick={onClose} />
        </header>
        <div className="drawer-body">{children}</div>
      </aside>
    </div>
  )
}
