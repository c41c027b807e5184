import { useEffect, useRef, useState } from 'react'
import { useLatest } from '../../../ui/control/use-latest.ts'
import { t } from '../../../ui/language.ts'

/** Where a file is chosen, or dropped. */
export function FileChoice({ file, onFile }: { file: File | null; onFile: (file: File) => void }): React.JSX.Element {
  const [over, setOver] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const give = useLatest(onFile)
  useEffect(() => {
    const element = box.current
    if (element === null) return undefined
    const hold = (event: DragEvent): void => {
      event.preventDefault()
      setOver(event.type === 'dragover')
      const dropped = event.type === 'drop' ? event.dataTransfer?.files[0] : undefined
      if (dropped) give.current(dropped)
    }
    const kinds = ['dragover', 'dragleave', 'drop'] as const
    for (const kind of kinds) element.addEventListener(kind, hold)
    return () => {
      for (const kind of kinds) element.removeEventListener(kind, hold)
    }
  }, [give])
  const look = ['import-drop', over ? 'is-over' : '', file === null ? '' : 'is-small'].join(' ').trim()
  return (
    <div ref={box} className={look}>
      <label>
        <input
          type="file"
          className="sr-only"
          accept=".xlsx,.xls,.csv,.txt,.tsv"
          aria-label={t('import.choose')}
          onChange={(event) => {
            const chosen = event.target.files?.[0]
            // The same file again, once it was mended, is a choice too.
            event.target.value = ''
            if (chosen) onFile(chosen)
          }}
        />
        <b>{file?.name ?? t('import.choose')}</b>
        <span className="faint">{file === null ? t('import.kinds') : t('import.another')}</span>
      </label>
    </div>
  )
}
