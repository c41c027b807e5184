import { useEffect, useRef, useState } from 'react'
import { useLatest } from '../../../ui/control/use-latest.ts'
import './file-drop.css'

export type FileDropProps = {
  /** What is chosen here, as the page says it; the name of the file once one is chosen. */
  label: string
  /** How the input is called where the label is a file's name. */
  name?: string | undefined
  hint: string
  /** The endings that are offered. */
  accept: string
  /** Any number of files at once; else one. */
  multiple?: boolean | undefined
  /** Something was chosen before: less room, another may take its place. */
  small?: boolean | undefined
  disabled?: boolean | undefined
  onFiles: (files: readonly File[]) => void
}

/** Where files are dropped, or chosen. */
export function FileDrop(props: FileDropProps): React.JSX.Element {
  const { label, name = label, hint, accept, multiple = false, small = false, disabled = false, onFiles } = props
  const [over, setOver] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const give = useLatest((files: readonly File[]) => {
    const taken = multiple ? files : files.slice(0, 1)
    if (taken.length > 0 && !disabled) onFiles(taken)
  })
  useEffect(() => {
    const element = box.current
    if (element === null) return undefined
    const hold = (event: DragEvent): void => {
      event.preventDefault()
      setOver(event.type === 'dragover')
      if (event.type === 'drop') give.current([...(event.dataTransfer?.files ?? [])])
    }
    const kinds = ['dragover', 'dragleave', 'drop'] as const
    for (const kind of kinds) element.addEventListener(kind, hold)
    return () => {
      for (const kind of kinds) element.removeEventListener(kind, hold)
    }
  }, [give])
  return (
    <div ref={box} className={['file-drop', over ? 'is-over' : '', small ? 'is-small' : ''].join(' ').trim()}>
      <label>
        <input
          type="file"
          className="sr-only"
          multiple={multiple}
          accept={accept}
          aria-label={name}
          disabled={disabled}
          onChange={(event) => {
            const chosen = [...(event.target.files ?? [])]
            // The same file again, once it was mended, is a choice too.
            event.target.value = ''
            give.current(chosen)
          }}
        />
        <b>{label}</b>
        <span className="faint">{hint}</span>
      </label>
    </div>
  )
}
