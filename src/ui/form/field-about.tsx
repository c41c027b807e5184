import { useState } from 'react'
import { Popover } from '../control/popover.tsx'
import { Icon } from '../icons/icon.tsx'
import { t } from '../language.ts'

export type FieldAboutProps = {
  text: string
  /** Opened by F1 from within the field too. */
  open: boolean
  onOpen: (open: boolean) => void
}

/** The mark beside a label: what the field is, by a click or F1. It is passed over by Tab, which goes from field to field. */
export function FieldAbout({ text, open, onOpen }: FieldAboutProps): React.JSX.Element {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  return (
    <>
      <button
        ref={setAnchor}
        type="button"
        tabIndex={-1}
        className="field-about"
        aria-label={t('help.whatIsThis')}
        title={t('help.whatIsThis')}
        aria-expanded={open}
        onClick={() => onOpen(!open)}
      >
        <Icon name="help" size={12} />
      </button>
      <Popover anchor={anchor} open={open} onClose={() => onOpen(false)} className="field-about-text">
        <div role="note">
          {text.split('\n').map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      </Popover>
    </>
  )
}
