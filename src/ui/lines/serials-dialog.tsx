import { useEffect, useRef } from 'react'
import { repeatedSerials, serialNumbers, serialText } from '../../base/serial-numbers.ts'
import { Button } from '../control/button.tsx'
import { Dialog } from '../control/dialog.tsx'
import { t } from '../language.ts'
import './serials-dialog.css'

export type SerialsDialogProps = {
  label: string
  text: string
  onChange: (text: string) => void
  onDone: () => void
  onClose: () => void
}

/** One code a line: scanned one after the other, or pasted by the thousand; how many there are, and which came twice. */
export function SerialsDialog({ label, text, onChange, onDone, onClose }: SerialsDialogProps): React.JSX.Element {
  const area = useRef<HTMLTextAreaElement>(null)
  const serials = serialNumbers(text)
  const repeated = repeatedSerials(serials)
  // The grid opened it with one space between two; here each has its line, and the scanner's Enter begins the next.
  const shown = useRef(false)
  useEffect(() => {
    if (shown.current) return
    shown.current = true
    if (serials.length > 0) onChange(`${serials.join('\n')}\n`)
    area.current?.focus()
  }, [serials, onChange])
  const done = (): void => {
    onChange(serialText([...new Set(serials)]))
    requestAnimationFrame(onDone)
  }
  return (
    <Dialog
      open
      title={label}
      onClose={onClose}
      width={420}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          {repeated.length > 0 ? (
            <Button onClick={() => onChange(`${[...new Set(serials)].join('\n')}\n`)}>
              {t('serials.dropDoubles')}
            </Button>
          ) : null}
          <Button look="primary" onClick={done}>
            {t('serials.done', { count: new Set(serials).size })}
          </Button>
        </>
      }
    >
      <textarea
        ref={area}
        className="serials-area"
        aria-label={label}
        value={text}
        spellCheck={false}
        placeholder={t('serials.hint')}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) done()
          event.stopPropagation()
        }}
      />
      <p className="serials-count" role="status">
        {t('serials.count', { count: serials.length })}
        {repeated.length > 0 ? (
          <span className="is-negative">
            {' '}
            {t('serials.doubles', { count: repeated.length, names: repeated.slice(0, 5).join('、') })}
          </span>
        ) : null}
      </p>
    </Dialog>
  )
}
