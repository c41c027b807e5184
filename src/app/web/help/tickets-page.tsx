import { useState } from 'react'
import { BusyBar } from '../../../ui/control/progress-bar.tsx'
import { Button } from '../../../ui/control/button.tsx'
import { t } from '../../../ui/language.ts'
import { formatMoment } from '../../../ui/list/format-moment.ts'
import { PageProblem } from '../frame/frame-states.tsx'
import { usePage, usePageTitle } from '../frame/page.ts'
import { DeskSettings } from './desk-settings.tsx'
import { FeedbackDialog } from './feedback-dialog.tsx'
import { TicketCard } from './ticket-card.tsx'
import { useTickets, type Ticket } from './use-tickets.ts'
import '../../../ui/list/list-page.css'
import './tickets.css'

/** What the service's clock says: solved, broken, or by when. */
function Clock({ ticket }: { ticket: Ticket }): React.JSX.Element {
  if (ticket.answeredAt === null && ticket.answerBroken)
    return <span className="is-negative">{t('ticket.answerLate', { at: formatMoment(ticket.answerBy) })}</span>
  if (ticket.solvedAt === null && ticket.solveBroken)
    return <span className="is-negative">{t('ticket.solveLate', { at: formatMoment(ticket.solveBy) })}</span>
  if (ticket.state === 'solved')
    return (
      <span className={ticket.answerBroken || ticket.solveBroken ? 'is-warning' : 'is-positive'}>
        {t(ticket.answerBroken || ticket.solveBroken ? 'ticket.solvedLate' : 'ticket.solvedInTime')}
      </span>
    )
  const by = ticket.answeredAt === null ? ticket.answerBy : ticket.solveBy
  return (
    <span className="muted">
      {t(ticket.answeredAt === null ? 'ticket.answerBy' : 'ticket.solveBy', { at: formatMoment(by) })}
    </span>
  )
}

/** 工单: what one has asked and what became of it; for who answers, everyone's, with the service's clock. */
export function TicketsPage(): React.JSX.Element {
  usePageTitle(t('ticket.tickets'))
  const { search, setSearch } = usePage()
  const [asking, setAsking] = useState(false)
  const found = useTickets()
  const rows = found.data?.rows ?? []
  const chosen = search.get('id') ?? rows[0]?.id ?? null
  return (
    <div className="page-scroll tickets">
      <BusyBar busy={found.isFetching} />
      <header className="page-head">
        <h1>{t('ticket.tickets')}</h1>
        <span className="muted">{t('ticket.hours')}</span>
        <div className="page-actions">
          <Button look="primary" icon="plus" onClick={() => setAsking(true)}>
            {t('ticket.feedback')}
          </Button>
        </div>
      </header>
      {found.error ? <PageProblem error={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.data?.answers === true ? <DeskSettings /> : null}
      {found.isSuccess && rows.length === 0 ? <p className="tickets-none muted">{t('ticket.none')}</p> : null}
      <div className="tickets-body">
        <ul className="ticket-list">
          {rows.map((ticket) => (
            <li key={ticket.id}>
              <button
                type="button"
                aria-label={`${ticket.number} ${ticket.title}`}
                aria-current={ticket.id === chosen ? 'true' : undefined}
                onClick={() => setSearch(new URLSearchParams({ id: ticket.id }))}
              >
                <span className="clip">
                  <b>{ticket.title}</b>
                </span>
                <span className="ticket-facts">
                  <small className="muted">
                    {ticket.number} {ticket.by} {t(`ticket.state.${ticket.state}`)}
                  </small>
                  <small>
                    <Clock ticket={ticket} />
                  </small>
                </span>
              </button>
            </li>
          ))}
        </ul>
        {chosen === null ? null : <TicketCard key={chosen} id={chosen} />}
      </div>
      {asking ? <FeedbackDialog path="/tickets" title="" onClose={() => setAsking(false)} /> : null}
    </div>
  )
}
