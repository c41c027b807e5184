import { useEffect, useRef, useState } from 'react'
import { useLatest } from '../../../ui/control/use-latest.ts'
import { t } from '../../../ui/language.ts'

/** Where invoices are dropped, or chosen; any number of them. */
export function FileDrop({
  busy,
  onFiles,
}: {
  busy: number
  onFiles: (files: readonly File[]) => void
}): React.JSX.Element {
  const [over, setOver] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const give = useLatest(onFiles)
  useEffect(() => {
    const element = box.current
    if (element === null) return undefined
    const hold = (event: DragEvent): void => {
      event.preventDefault()
      setOver(event.type === 'dragover')
      const dropped = event.type === 'drop' ? [...(event.dataTransfer?.files ?? [])] : []
      if (dropped.length > 0) give.current(dropped)
    }
    const kinds = ['dragover', 'dragleave', 'drop'] as const
    for (const kind of kinds) element.addEventListener(kind, hold)
    return () => {
      for (const kind of kinds) element.removeEventListener(kind, hold)
    }
  }, [give])
  return (
    <div ref={box} className={over ? 'invoice-drop is-over' : 'invoice-drop'}>
      <label>
        <input
          type="file"
          className="sr-only"
          multiple
          accept=".xml,.ofd,.pdf,.zip"
          aria-label={t('inbox.drop')}
          disabled={busy > 0}
          onChange={(event) => {
            const chosen = [...(event.target.files ?? [])]
            event.target.value = ''
            if (chosen.length > 0) onFiles(chosen)
          }}
        />
        <b>{busy > 0 ? t('inbox.busy', { count: busy }) : t('inbox.drop')}</b>
        <span className="faint">{t('inbox.kinds')}</span>
      </label>
    </div>
  )
}
