import { useState } from 'react'
import { focusOnMount } from '../control/focus-on-mount.ts'
import { Button, IconButton } from '../control/button.tsx'
import { Dialog } from '../control/dialog.tsx'
import { Checkbox } from '../control/checkbox.tsx'
import { Menu } from '../control/menu.tsx'
import { t } from '../language.ts'

export type SavedView = {
  readonly key: string
  readonly label: string
  readonly count?: number
  readonly shared?: boolean
  readonly own?: boolean
}

export type ViewBarProps = {
  title: string
  views: readonly SavedView[]
  active: string
  onView: (key: string) => void
  onAdd?: () => void
  onRename?: (key: string) => void
  onDelete?: (key: string) => void
  children?: React.ReactNode
}

/** The title of the list, its saved queries, and at the right what begins something new. */
export function ViewBar({
  title,
  views,
  active,
  onView,
  onAdd,
  onRename,
  onDelete,
  children,
}: ViewBarProps): React.JSX.Element {
  const chosen = views.find((view) => view.key === active)
  return (
    <header className="page-head">
      <h1>{title}</h1>
      <nav className="view-bar" aria-label={t('view.label')}>
        {views.map((view) => (
          <Button key={view.key} look="text" pressed={view.key === active} onClick={() => onView(view.key)}>
            {view.label}
            {view.count ? <span className="faint">{view.count}</span> : null}
          </Button>
        ))}
        {chosen?.own && (onRename || onDelete) ? (
          <Menu
            items={[
              { key: 'rename', label: t('view.rename'), onSelect: () => onRename?.(chosen.key) },
              { key: 'delete', label: t('view.delete'), danger: true, onSelect: () => onDelete?.(chosen.key) },
            ]}
          >
            {(trigger) => <IconButton icon="chevronDown" size={14} label={t('view.options')} {...trigger} />}
          </Menu>
        ) : null}
        {onAdd ? <IconButton icon="plus" size={14} label={t('view.new')} onClick={onAdd} /> : null}
      </nav>
      <div className="page-actions">{children}</div>
    </header>
  )
}

export type SaveViewDialogProps = {
  open: boolean
  name?: string
  shared?: boolean
  onSave: (name: string, shared: boolean) => void
  onClose: () => void
}

export function SaveViewDialog(props: SaveViewDialogProps): React.JSX.Element {
  const { open, name = '', onSave, onClose } = props
  const [draft, setDraft] = useState(name)
  const [shared, setShared] = useState(props.shared ?? false)
  const save = (): void => {
    if (draft.trim() !== '') onSave(draft.trim(), shared)
  }
  return (
    <Dialog
      open={open}
      title={t('view.save')}
      onClose={onClose}
      width={360}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" disabled={draft.trim() === ''} onClick={save}>
            {t('save')}
          </Button>
        </>
      }
    >
      <div className="view-dialog">
        <div className="input-box">
          <input
            ref={focusOnMount}
            aria-label={t('view.name')}
            placeholder={t('view.name')}
            value={draft}
            onChange={(event) => setDraft(event.target.value)}
            onKeyDown={(event) => event.key === 'Enter' && save()}
          />
        </div>
        <Checkbox checked={shared} label={t('view.shared')} labelShown onChange={setShared} />
      </div>
    </Dialog>
  )
}
