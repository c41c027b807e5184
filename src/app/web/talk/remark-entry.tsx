import { useRef, useState } from 'react'
import { Button, IconButton } from '../../../ui/control/button.tsx'
import { t } from '../../../ui/language.ts'
import { calledPart, peopleFor, withCalled } from './call-people.ts'
import type { Person } from './talk-data.ts'

export type RemarkEntryProps = {
  people: readonly Person[]
  /** Answers what stands against it, null when it was said. */
  onSay: (text: string, key: string) => Promise<Readonly<Record<string, string>> | null>
}

/** Where one writes about a record. `@` offers the colleagues; Ctrl+Enter sends. */
export function RemarkEntry({ people, onSay }: RemarkEntryProps): React.JSX.Element {
  const box = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState('')
  const [cursor, setCursor] = useState(0)
  const [issue, setIssue] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  // One key for one text: pressed twice, or sent again after the line broke, it is said once.
  const [key, setKey] = useState(() => crypto.randomUUID())
  const part = calledPart(text, cursor)
  const offered = part === null ? [] : peopleFor(part, people)
  const write = (next: string, at: number): void => {
    setText(next)
    setCursor(at)
    setIssue(null)
    setKey(crypto.randomUUID())
  }
  const call = (person: Person): void => {
    const next = withCalled(text, cursor, person)
    write(next.text, next.cursor)
    requestAnimationFrame(() => {
      box.current?.focus()
      box.current?.setSelectionRange(next.cursor, next.cursor)
    })
  }
  const say = async (): Promise<void> => {
    if (text.trim() === '' || busy) return
    setBusy(true)
    const issues = await onSay(text, key)
    setBusy(false)
    if (issues === null) write('', 0)
    else setIssue(issues['text'] ?? null)
  }
  const onKey = (event: React.KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    const [first] = offered
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void say()
    else if ((event.key === 'Enter' || event.key === 'Tab') && first !== undefined) call(first)
    else return
    event.preventDefault()
  }
  return (
    <div className="remark-entry">
      <textarea
        ref={box}
        rows={2}
        value={text}
        maxLength={2000}
        aria-label={t('talk.write')}
        placeholder={t('talk.placeholder')}
        onChange={(event) => write(event.target.value, event.target.selectionEnd)}
        onSelect={(event) => setCursor(event.currentTarget.selectionEnd)}
        onKeyDown={onKey}
      />
      {offered.length === 0 ? null : (
        <ul className="remark-people" aria-label={t('talk.people')}>
          {offered.map((person) => (
            <li key={person.id}>
              <button type="button" onClick={() => call(person)}>
                {person.name} <span className="faint small">{person.username}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {issue === null ? null : <p className="is-negative small">{issue}</p>}
      <div className="remark-steps">
        <IconButton
          icon="user"
          size={14}
          label={t('talk.call')}
          onClick={() => {
            const at = box.current?.selectionEnd ?? text.length
            write(`${text.slice(0, at)}@${text.slice(at)}`, at + 1)
            requestAnimationFrame(() => {
              box.current?.focus()
              box.current?.setSelectionRange(at + 1, at + 1)
            })
          }}
        />
        <Button busy={busy} disabled={text.trim() === ''} onClick={() => void say()}>
          {t('talk.send')}
        </Button>
      </div>
    </div>
  )
}
