import { useState } from 'react'
import { Button } from '../../../ui/control/button.tsx'
import { Dialog } from '../../../ui/control/dialog.tsx'
import { focusOnMount } from '../../../ui/control/focus-on-mount.ts'
import { showToast } from '../../../ui/control/toast.tsx'
import { t } from '../../../ui/language.ts'
import { useSession } from '../session/session.ts'
import { useTalkDeeds, useTasks } from './talk-data.ts'
import '../settings/settings.css'
import './talk.css'

export type TaskDialogProps = {
  onClose: () => void
  /** What it is about. */
  subject?: { readonly address: string; readonly id: string }
}

/** Asks someone, or oneself, to do something by a day. */
export function TaskDialog({ onClose, subject }: TaskDialogProps): React.JSX.Element {
  const { user } = useSession()
  const { ask } = useTalkDeeds()
  const people = useTasks('mine', false).data?.people ?? []
  const [draft, setDraft] = useState({ title: '', assignee: user.id, dueOn: '' })
  const [issues, setIssues] = useState<Readonly<Record<string, string>>>({})
  const [key, setKey] = useState(() => crypto.randomUUID())
  const [busy, setBusy] = useState(false)
  const change = (part: Partial<typeof draft>): void => {
    setDraft({ ...draft, ...part })
    setKey(crypto.randomUUID())
  }
  const save = async (event: React.FormEvent): Promise<void> => {
    event.preventDefault()
    setBusy(true)
    const about = subject === undefined ? {} : { type: subject.address, record: subject.id }
    const refused = await ask({ ...draft, dueOn: draft.dueOn === '' ? null : draft.dueOn, ...about }, key)
    setBusy(false)
    if (refused !== null) return setIssues(refused)
    showToast('done', t('task.saved'))
    onClose()
  }
  const issue = (name: string): React.JSX.Element | null =>
    issues[name] === undefined ? null : <small className="is-negative">{issues[name]}</small>
  return (
    <Dialog open title={t('task.new')} onClose={onClose}>
      <form className="settings-form task-form" onSubmit={(event) => void save(event)}>
        <label>
          <span>{t('task.title')}</span>
          <span className="input-box">
            <input
              ref={focusOnMount}
              value={draft.title}
              maxLength={200}
              onChange={(event) => change({ title: event.target.value })}
            />
          </span>
          {issue('title')}
        </label>
        <label>
          <span>{t('task.assignee')}</span>
          <span className="input-box">
            <select value={draft.assignee} onChange={(event) => change({ assignee: event.target.value })}>
              {people.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.id === user.id ? t('task.me', { name: one.name }) : one.name}
                </option>
              ))}
            </select>
          </span>
          {issue('assignee')}
        </label>
        <label>
          <span>{t('task.day')}</span>
          <span className="input-box">
            <input type="date" value={draft.dueOn} onChange={(event) => change({ dueOn: event.target.value })} />
          </span>
          {issue('dueOn')}
        </label>
        <Button look="primary" type="submit" busy={busy} disabled={draft.title.trim() === ''}>
          {t('task.save')}
        </Button>
      </form>
    </Dialog>
  )
}
