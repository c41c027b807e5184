import { useEffect, useState } from 'react'
import { Button } from '../../../ui/control/button.tsx'
import { Icon } from '../../../ui/icons/icon.tsx'
import { t } from '../../../ui/language.ts'

export type CountScanProps = {
  input: React.RefObject<HTMLInputElement | null>
  onCode: (code: string) => void
}

/** Where the scanner types. The phone's own keyboard stays away unless it is asked for: it would cover half of the page. */
export function CountScan({ input, onCode }: CountScanProps): React.JSX.Element {
  const [text, setText] = useState('')
  const [byHand, setByHand] = useState(false)
  useEffect(() => input.current?.focus({ preventScroll: true }), [input])
  return (
    <div className="count-scan">
      <Icon name="scan" size={20} />
      <input
        ref={input}
        aria-label={t('count.scan')}
        placeholder={t('count.scan')}
        inputMode={byHand ? 'text' : 'none'}
        enterKeyHint="done"
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          event.preventDefault()
          if (text.trim() !== '') onCode(text.trim())
          setText('')
        }}
      />
      <Button
        look="text"
        icon="pencil"
        title={t('count.byHand')}
        aria-label={t('count.byHand')}
        pressed={byHand}
        onClick={() => {
          setByHand(!byHand)
          input.current?.blur()
          setTimeout(() => input.current?.focus(), 50)
        }}
      />
    </div>
  )
}
