import { useEffect, useId, useState } from 'react'
import { Icon } from '../../../ui/icons/icon.tsx'
import { t } from '../../../ui/language.ts'
import { formatMoneyText } from '../../../ui/number/decimal-text.ts'
import { readScan } from './counter-state.ts'
import type { CounterItem } from './counter-state.ts'
import type { CounterData } from './use-counter-data.ts'

export type ScanBoxProps = {
  input: React.RefObject<HTMLInputElement | null>
  data: CounterData
  onAdd: (item: CounterItem, quantity: string) => void
  /** Enter on an empty box: on to the payment. */
  onEmpty: () => void
  onMiss: (code: string) => void
  /** Keys that mean something while nothing is typed. */
  onKey: (key: string) => boolean
}

/** Where the scanner types: codes that are known are on the counter at once, words are looked up. */
export function ScanBox({ input, data, onAdd, onEmpty, onMiss, onKey }: ScanBoxProps): React.JSX.Element {
  const [text, setText] = useState('')
  const [matches, setMatches] = useState<readonly CounterItem[]>([])
  const [chosen, setChosen] = useState(0)
  const listId = useId()
  const { quantity, code } = readScan(text)
  const { search } = data
  useEffect(() => input.current?.focus(), [input])
  useEffect(() => {
    if (code.length < 2) return undefined
    const abort = new AbortController()
    const timer = setTimeout(() => {
      search(code, abort.signal).then(
        (found) => {
          setMatches(found)
          setChosen(0)
        },
        () => undefined,
      )
    }, 160)
    return () => {
      abort.abort()
      clearTimeout(timer)
    }
  }, [code, search])
  const shown = code.length < 2 ? [] : matches
  const clear = (): void => {
    setText('')
    setMatches([])
  }
  const add = (item: CounterItem): void => {
    onAdd(item, quantity ?? '1')
    clear()
  }
  const enter = (): void => {
    if (code === '') {
      if (quantity === null) onEmpty()
      return
    }
    const known = data.known(code)
    if (known !== undefined) return add(known)
    const match = shown[chosen]
    if (match !== undefined) return add(match)
    // A fast scanner is ahead of the list: ask before saying that there is none.
    search(code).then(
      (found) => (found[0] === undefined ? onMiss(code) : add(found[0])),
      () => onMiss(code),
    )
  }
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      event.preventDefault()
      enter()
    } else if (event.key === 'Escape') clear()
    else if (shown.length > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault()
      setChosen((was) => Math.min(Math.max(was + (event.key === 'ArrowDown' ? 1 : -1), 0), shown.length - 1))
    } else if (text === '' && onKey(event.key)) event.preventDefault()
  }
  return (
    <div className="counter-scan">
      <Icon name="search" />
      <input
        ref={input}
        value={text}
        autoComplete="off"
        spellCheck={false}
        role="combobox"
        aria-expanded={shown.length > 0}
        aria-controls={listId}
        aria-label={t('counter.scan')}
        placeholder={t('counter.scanHint')}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div id={listId} role="listbox" className="counter-matches" hidden={shown.length === 0}>
        {shown.map((item, index) => (
          <div
            key={item.id}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            onMouseDown={(event) => {
              event.preventDefault()
              add(item)
            }}
          >
            <span className="faint">{item.code}</span>
            <span className="clip grow">
              {item.name} {item.name.includes(item.spec) ? '' : item.spec}
            </span>
            <span className="num">{formatMoneyText(item.price, false)}</span>
          </div>
        ))}
      </div>
    </div>
  )
}
