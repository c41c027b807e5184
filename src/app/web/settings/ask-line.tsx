import { useState } from 'react'
import { ApiProblem } from '../../../ui/api/problem.ts'
import { Button } from '../../../ui/control/button.tsx'
import { LabelledInput } from './labelled-input.tsx'

/** What a refusal says of the one thing that was asked. */
export function messageOf(error: unknown): string {
  if (error instanceof ApiProblem) return error.errors[0]?.message ?? error.message
  return error instanceof Error ? error.message : String(error)
}

type AskLineProps = {
  readonly label: string
  readonly action: string
  readonly type: 'password' | 'text'
  readonly onSend: (value: string) => Promise<unknown>
}

/** One line that is asked for, and the deed that it allows. */
export function AskLine({ label, action, type, onSend }: AskLineProps): React.JSX.Element {
  const [value, setValue] = useState('')
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const send = (event: React.FormEvent): void => {
    event.preventDefault()
    setBusy(true)
    onSend(value)
      .then(
        () => {
          setValue('')
          setProblem(undefined)
        },
        (error: unknown) => setProblem(messageOf(error)),
      )
      .finally(() => setBusy(false))
  }
  return (
    <form className="settings-form" onSubmit={send}>
      <LabelledInput
        label={label}
        type={type}
        autoComplete={type === 'password' ? 'current-password' : 'one-time-code'}
        value={value}
        onChange={setValue}
        problem={problem}
      />
      <Button type="submit" busy={busy} disabled={value === ''}>
        {action}
      </Button>
    </form>
  )
}
