import { useState } from 'react'
import { api } from '../../../ui/api/client.ts'
import { IconButton } from '../../../ui/control/button.tsx'
import { t } from '../../../ui/language.ts'
import { rowText } from '../catalogue/row-text.ts'
import type { JsonRow } from '../../../ui/derive/values.ts'
import type { CounterMember } from './counter-state.ts'

export type MemberBoxProps = {
  input: React.RefObject<HTMLInputElement | null>
  member: CounterMember | undefined
  onMember: (member: CounterMember | undefined) => void
  onMiss: (text: string) => void
  /** The member is there, or nobody is wanted: back to the goods. */
  onDone: () => void
}

const memberOf = (row: JsonRow): CounterMember => ({
  id: rowText(row, 'id'),
  name: rowText(row, 'name'),
  phone: rowText(row, 'phone'),
})

const digits = (text: string): string => text.replace(/\D/g, '')

/** The one whose number it is, in whole or by its end; else the only one found. */
const chosenOf = (found: readonly CounterMember[], text: string): CounterMember | undefined => {
  const number = digits(text)
  const same = number.length < 4 ? [] : found.filter((one) => digits(one.phone).endsWith(number))
  if (same.length === 1) return same[0]
  return found.length === 1 ? found[0] : undefined
}

/** 会员: found by the telephone number, or by name; their prices are asked for at once. */
export function MemberBox({ input, member, onMember, onMiss, onDone }: MemberBoxProps): React.JSX.Element {
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const find = async (): Promise<void> => {
    const wanted = text.trim()
    if (wanted === '') return onDone()
    setBusy(true)
    try {
      const page = await api.list<JsonRow>('customer', { q: wanted, limit: 20 })
      const found = chosenOf(page.rows.filter((row) => row['disabled'] !== true).map(memberOf), wanted)
      if (found === undefined) return onMiss(wanted)
      setText('')
      onMember(found)
      onDone()
    } catch {
      onMiss(wanted)
    } finally {
      setBusy(false)
    }
    return undefined
  }
  if (member !== undefined) {
    return (
      <div className="counter-member">
        <span className="clip grow">
          {member.name} <span className="muted">{member.phone}</span>
        </span>
        <IconButton
          icon="close"
          label={t('counter.noMember')}
          onClick={() => {
            onMember(undefined)
            onDone()
          }}
        />
      </div>
    )
  }
  return (
    <div className="counter-member">
      <input
        ref={input}
        value={text}
        inputMode="tel"
        autoComplete="off"
        disabled={busy}
        aria-label={t('counter.member')}
        placeholder={t('counter.memberHint')}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') {
            event.preventDefault()
            void find()
          } else if (event.key === 'Escape') {
            setText('')
            onDone()
          }
        }}
      />
      <kbd>F3</kbd>
    </div>
  )
}
