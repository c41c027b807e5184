import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { requestJson } from '../../../ui/api/client.ts'
import { lastProblem } from '../../../ui/api/problem.ts'
import { Button } from '../../../ui/control/button.tsx'
import { Dialog } from '../../../ui/control/dialog.tsx'
import { Segmented } from '../../../ui/control/segmented.tsx'
import { showToast } from '../../../ui/control/toast.tsx'
import { t } from '../../../ui/language.ts'
import { LabelledInput } from '../settings/labelled-input.tsx'
import { readPicture } from './read-picture.ts'
import { ticketsKey, type Ticket } from './use-tickets.ts'
import './tickets.css'

const kinds = ['question', 'fault', 'idea'] as const
const urgencies = ['urgent', 'normal', 'low'] as const

export type FeedbackDialogProps = { path: string; title: string; onClose: () => void }

/** What goes along with feedback; shown to whoever sends it. */
const contextOf = (path: string, title: string) => ({
  page: path,
  subject: title,
  browser: navigator.userAgent,
  window: `${innerWidth}×${innerHeight}`,
  lastError: lastProblem() ?? '',
})

/** 意见反馈: a question, a fault or an idea from the page in front, with what is known of it there. */
export function FeedbackDialog({ path, title, onClose }: FeedbackDialogProps): React.JSX.Element {
  const client = useQueryClient()
  const [kind, setKind] = useState<(typeof kinds)[number]>('question')
  const [urgency, setUrgency] = useState<(typeof urgencies)[number]>('normal')
  const [words, setWords] = useState({ title: '', text: '' })
  const [picture, setPicture] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const context = contextOf(path, title)
  const send = async (): Promise<void> => {
    setBusy(true)
    try {
      const body = { ...words, kind, urgency, context, ...(picture === null ? {} : { screenshot: picture }) }
      const sent = await requestJson<Ticket>('calls/send-feedback', { method: 'POST', body })
      showToast('done', t('ticket.sent', { number: sent.number }))
      await client.invalidateQueries({ queryKey: ticketsKey })
      onClose()
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog
      open
      title={t('ticket.feedback')}
      width={560}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" busy={busy} onClick={() => void send()}>
            {t('ticket.send')}
          </Button>
        </>
      }
    >
      <div className="feedback">
        <Segmented
          label={t('ticket.kind')}
          value={kind}
          onChange={setKind}
          options={kinds.map((value) => ({ value, label: t(`ticket.kind.${value}`) }))}
        />
        <Segmented
          label={t('ticket.urgency')}
          value={urgency}
          onChange={setUrgency}
          options={urgencies.map((value) => ({ value, label: t(`ticket.urgency.${value}`) }))}
        />
        <LabelledInput
          label={t('ticket.title')}
          value={words.title}
          onChange={(text) => setWords((was) => ({ ...was, title: text }))}
        />
        <label>
          <span>{t('ticket.text')}</span>
          <span className="input-box is-tall">
            <textarea
              rows={4}
              value={words.text}
              onChange={(event) => setWords((was) => ({ ...was, text: event.target.value }))}
            />
          </span>
        </label>
        <label>
          <span>{t('ticket.picture')}</span>
          <input
            type="file"
            accept="image/png,image/jpeg,image/webp"
            onChange={(event) => void readPicture(event.target.files?.[0]).then(setPicture)}
          />
        </label>
        <details>
          <summary>{t('ticket.context')}</summary>
          <dl>
            {Object.entries(context).map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </details>
        {problem === null ? null : (
          <p className="is-negative" role="alert">
            {problem}
          </p>
        )}
      </div>
    </Dialog>
  )
}
