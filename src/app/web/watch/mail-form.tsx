import { useState } from 'react'
import { Button } from '../../../ui/control/button.tsx'
import { showToast } from '../../../ui/control/toast.tsx'
import { t } from '../../../ui/language.ts'
import { Choice, FormRow } from './form-row.tsx'
import { useKeyFor, useWatchDeeds, type Issues, type Question } from './watch-data.ts'

const rhythms = ['day', 'week', 'month'] as const
const formats = ['xlsx', 'pdf'] as const

export type MailFormProps = {
  name: string
  what: { readonly question: Question } | { readonly dashboard: string }
  onDone: () => void
  children?: React.ReactNode
}

/** 定时发邮件: when, as what, and to which address. */
export function MailForm({ name, what, onDone, children }: MailFormProps): React.JSX.Element {
  const send = useWatchDeeds()
  const [draft, setDraft] = useState({ name, address: '', time: '08:00', day: '1' })
  const [every, setEvery] = useState<(typeof rhythms)[number]>('day')
  const [format, setFormat] = useState<(typeof formats)[number]>('xlsx')
  const [issues, setIssues] = useState<Issues>({})
  const [busy, setBusy] = useState(false)
  const keyFor = useKeyFor()
  const change = (part: Partial<typeof draft>): void => setDraft({ ...draft, ...part })
  const save = async (event: React.FormEvent): Promise<void> => {
    event.preventDefault()
    setBusy(true)
    const rhythm = { every, day: Number(draft.day), time: draft.time }
    const body = { ...what, name: draft.name, address: draft.address.trim(), format, rhythm }
    const refused = await send('subscriptions', 'POST', body, keyFor(body))
    setBusy(false)
    if (refused !== null) return setIssues(refused)
    showToast('done', t('watch.mailSaved'))
    onDone()
  }
  const days = Array.from({ length: every === 'week' ? 7 : 31 }, (_, index) => String(index + 1))
  return (
    <form className="settings-form watch-form" onSubmit={(event) => void save(event)}>
      <FormRow label={t('watch.name')} name="name" issues={issues}>
        <input value={draft.name} maxLength={60} onChange={(event) => change({ name: event.target.value })} />
      </FormRow>
      {children}
      <FormRow label={t('watch.every')} name="rhythm" issues={issues}>
        <Choice
          value={every}
          options={rhythms.map((value) => ({ value, label: t(`watch.every.${value}`) }))}
          onChange={setEvery}
        />
      </FormRow>
      {every === 'day' ? null : (
        <FormRow label={t(every === 'week' ? 'watch.weekday' : 'watch.monthday')} name="day" issues={issues}>
          <Choice
            value={draft.day}
            options={days.map((value) => ({ value, label: value }))}
            onChange={(day) => change({ day })}
          />
        </FormRow>
      )}
      <FormRow label={t('watch.time')} name="time" issues={issues}>
        <input type="time" value={draft.time} onChange={(event) => change({ time: event.target.value })} />
      </FormRow>
      <FormRow label={t('watch.address')} name="address" issues={issues}>
        <input
          type="email"
          autoComplete="email"
          value={draft.address}
          onChange={(event) => change({ address: event.target.value })}
        />
      </FormRow>
      <FormRow label={t('watch.format')} name="format" issues={issues}>
        <Choice
          value={format}
          options={formats.map((value) => ({ value, label: t(`report.${value}`) }))}
          onChange={setFormat}
        />
      </FormRow>
      <Button look="primary" type="submit" busy={busy}>
        {t('watch.mailSave')}
      </Button>
    </form>
  )
}
