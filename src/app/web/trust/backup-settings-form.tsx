import { useState } from 'react'
import { request } from '../../../ui/api/client.ts'
import { ApiProblem } from '../../../ui/api/problem.ts'
import { Button } from '../../../ui/control/button.tsx'
import { Checkbox } from '../../../ui/control/checkbox.tsx'
import { showToast } from '../../../ui/control/toast.tsx'
import { t, type Word } from '../../../ui/language.ts'
import type { BackupSettings } from './backup-data.ts'

const texts = [
  { name: 'daily', word: 'backup.daily', help: null },
  { name: 'folder', word: 'backup.folder', help: 'backup.folderHelp' },
  { name: 'second', word: 'backup.second', help: 'backup.secondHelp' },
] as const
const counts = [
  { name: 'keepDaily', word: 'backup.keepDaily' },
  { name: 'keepWeekly', word: 'backup.keepWeekly' },
  { name: 'keepMonthly', word: 'backup.keepMonthly' },
  { name: 'drillEvery', word: 'backup.drillEvery' },
] as const

type FieldProps = {
  readonly word: Word
  readonly value: string
  readonly problem: string | undefined
  readonly disabled: boolean
  readonly placeholder?: string
  readonly kind?: 'text' | 'password' | 'time'
  readonly onChange: (value: string) => void
}

function Field({
  word,
  value,
  problem,
  disabled,
  placeholder,
  kind = 'text',
  onChange,
}: FieldProps): React.JSX.Element {
  return (
    <label>
      <span>{t(word)}</span>
      <span className="input-box">
        <input
          type={kind}
          value={value}
          placeholder={placeholder}
          autoComplete={kind === 'password' ? 'new-password' : 'off'}
          disabled={disabled}
          onChange={(event) => onChange(event.target.value)}
        />
      </span>
      {problem === undefined ? null : <small className="is-negative">{problem}</small>}
    </label>
  )
}

type FormProps = {
  readonly settings: BackupSettings
  readonly hasPassphrase: boolean
  readonly mayChange: boolean
  readonly onSaved: () => void
}

/** When backups are taken, where they go, how long they are kept, and what they are locked by. */
export function BackupSettingsForm({ settings, hasPassphrase, mayChange, onSaved }: FormProps): React.JSX.Element {
  const [values, setValues] = useState<Readonly<Record<string, string>>>({})
  const [enabled, setEnabled] = useState(settings.enabled)
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({})
  const [sending, setSending] = useState(false)
  const valueOf = (name: keyof BackupSettings | 'passphrase'): string =>
    values[name] ?? (name === 'passphrase' ? '' : String(settings[name]))
  const set = (name: string) => (value: string) => setValues((was) => ({ ...was, [name]: value }))
  const save = async (): Promise<void> => {
    setSending(true)
    setProblems({})
    const numbers = counts.map(({ name }) => [
      name,
      /^\d+$/.test(valueOf(name)) ? Number(valueOf(name)) : valueOf(name),
    ])
    const body = { ...values, ...Object.fromEntries(numbers), enabled }
    try {
      await request('backups/settings', { method: 'PUT', body })
      setValues({})
      showToast('done', t('backup.saved'))
      onSaved()
    } catch (error) {
      if (error instanceof ApiProblem && error.errors.length > 0)
        setProblems(Object.fromEntries(error.errors.map((one) => [one.path, one.message])))
      else showToast('error', error instanceof Error ? error.message : String(error))
    } finally {
      setSending(false)
    }
  }
  return (
    <form
      className="settings-form backup-form"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Checkbox checked={enabled} label={t('backup.enabled')} labelShown disabled={!mayChange} onChange={setEnabled} />
      {texts.map(({ name, word, help }) => (
        <Field
          key={name}
          word={word}
          value={valueOf(name)}
          problem={problems[name]}
          disabled={!mayChange}
          kind={name === 'daily' ? 'time' : 'text'}
          {...(help === null ? {} : { placeholder: t(help) })}
          onChange={set(name)}
        />
      ))}
      <div className="backup-counts">
        {counts.map(({ name, word }) => (
          <Field
            key={name}
            word={word}
            value={valueOf(name)}
            problem={problems[name]}
            disabled={!mayChange}
            onChange={set(name)}
          />
        ))}
      </div>
      <Field
        word="backup.passphrase"
        value={valueOf('passphrase')}
        problem={problems['passphrase']}
        disabled={!mayChange}
        kind="password"
        {...(hasPassphrase ? { placeholder: t('backup.passphraseSet') } : {})}
        onChange={set('passphrase')}
      />
      {mayChange ? (
        <Button look="primary" type="submit" busy={sending}>
          {t('save')}
        </Button>
      ) : null}
    </form>
  )
}
