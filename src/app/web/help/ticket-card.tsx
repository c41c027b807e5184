import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { requestJson } from '../../../ui/api/client.ts'
import { Button } from '../../../ui/control/button.tsx'
import { showToast } from '../../../ui/control/toast.tsx'
import { t } from '../../../ui/language.ts'
import { formatMoment } from '../../../ui/list/format-moment.ts'
import { ticketsKey, useTicket } from './use-tickets.ts'

/** One ticket: what was asked with its context, what was said since, and the next word. */
export function TicketCard({ id }: { id: string }): React.JSX.Element | null {
  const client = useQueryClient()
  const { data } = useTicket(id)
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  if (data === undefined) return null
  const tell = async (path: string, body: object): Promise<void> => {
    setBusy(true)
    try {
      await requestJson(path, { method: 'POST', body: { ticket: id, ...body } })
      setText('')
      await client.invalidateQueries({ queryKey: ticketsKey })
    } catch (error) {
      showToast('error', error instanceof Error ? error.message : String(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <article className="ticket-card">
      <h2>{data.title}</h2>
      <p className="muted small">
        {data.number} {data.by} {formatMoment(data.openedAt)}
        {data.mailedTo === null ? '' : ` · ${t('ticket.mailed', { address: data.mailedTo })}`}
        {data.mailError === null ? '' : ` · ${data.mailError}`}
      </p>
      <p className="ticket-text">{data.text}</p>
      <details>
        <summary>{t('ticket.context')}</summary>
        <dl>
          {Object.entries(data.context).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </details>
      {data.screenshot === null ? null : <img src={data.screenshot} alt={t('ticket.picture')} />}
      <ul className="ticket-replies">
        {data.replies.map((reply) => (
          <li key={`${reply.at}${reply.text}`} className={reply.fromDesk ? 'is-desk' : undefined}>
            <small className="muted">
              {reply.by} {formatMoment(reply.at)}
            </small>
            <p className="ticket-text">{reply.text}</p>
          </li>
        ))}
      </ul>
      <label>
        <span className="sr-only">{t('ticket.reply')}</span>
        <span className="input-box is-tall">
          <textarea
            rows={3}
            placeholder={t('ticket.reply')}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </span>
      </label>
      <p className="ticket-doors">
        <Button
          look="primary"
          busy={busy}
          disabled={text.trim() === ''}
          onClick={() => void tell('calls/reply-ticket', { text })}
        >
          {t('ticket.reply')}
        </Button>
        <Button busy={busy} onClick={() => void tell('calls/solve-ticket', { solved: data.state !== 'solved' })}>
          {t(data.state === 'solved' ? 'ticket.reopen' : 'ticket.solve')}
        </Button>
      </p>
    </article>
  )
}
