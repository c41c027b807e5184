import { useRef, useState } from 'react'
import { Button, IconButton } from '../control/button.tsx'
import { Icon } from '../icons/icon.tsx'
import { t } from '../language.ts'
import './document.css'

export type Attachment = { id: string; name: string; size: number; path: string; by?: string; at?: string }

export type AttachmentsPanelProps = {
  attachments: readonly Attachment[]
  onAdd?: (files: readonly File[]) => Promise<void>
  onRemove?: (id: string) => void
}

/** A size for reading: 86 KB, 4.1 MB. */
export function formatFileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  const kilobytes = bytes / 1024
  return kilobytes < 1000 ? `${Math.round(kilobytes)} KB` : `${Math.round((kilobytes / 1024) * 10) / 10} MB`
}

/** The papers of a document. Files come by choosing, dropping or pasting a picture. */
export function AttachmentsPanel({ attachments, onAdd, onRemove }: AttachmentsPanelProps): React.JSX.Element {
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [busy, setBusy] = useState(false)
  const add = (files: readonly File[]): void => {
    if (onAdd === undefined || files.length === 0) return
    setBusy(true)
    void onAdd(files).finally(() => setBusy(false))
  }
  return (
    <div
      className={over ? 'attachments is-over' : 'attachments'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        add([...event.dataTransfer.files])
      }}
      onPaste={(event) => add([...event.clipboardData.files])}
    >
      <ul>
        {attachments.map((one) => (
          <li key={one.id}>
            <Icon name="file" size={14} />
            <a href={one.path} className="clip grow" target="_blank" rel="noreferrer">
              {one.name}
            </a>
            <span className="faint small">{formatFileSize(one.size)}</span>
            {onRemove ? (
              <IconButton
                icon="trash"
                size={14}
                label={t('attachments.remove', { name: one.name })}
                onClick={() => onRemove(one.id)}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {attachments.length === 0 ? <p className="faint">{t('attachments.none')}</p> : null}
      {onAdd ? (
        <>
          <input
            ref={input}
            type="file"
            multiple
            hidden
            aria-label={t('attachments.add')}
            onChange={(event) => add([...(event.target.files ?? [])])}
          />
          <Button icon="paperclip" busy={busy} onClick={() => input.current?.click()}>
            {t('attachments.add')}
          </Button>
        </>
      ) : null}
    </div>
  )
}
