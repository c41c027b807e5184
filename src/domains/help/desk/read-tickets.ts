import type { Json } from '../../../base/json.ts'
import { notFound } from '../../../kernel/definition/problem.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { ticketClock } from './service-clock.ts'
import type { Urgency } from './service-clock.ts'

export interface TicketRow {
  readonly id: string
  readonly number: number
  readonly kind: string
  readonly urgency: Urgency
  readonly title: string
  readonly text: string
  readonly context: Json
  readonly screenshot: string | null
  readonly user_id: string
  readonly user_name: string
  readonly state: string
  readonly opened_at: Date | string
  readonly answered_at: Date | string | null
  readonly solved_at: Date | string | null
  readonly mailed_to: string | null
  readonly mail_error: string | null
}

const columns = `id, number, kind, urgency, title, text, context, screenshot, user_id, user_name, state, opened_at, answered_at,
  solved_at, mailed_to, mail_error`

/** Who answers tickets: whoever may change the company's settings. */
export const answersTickets = (work: Work): boolean => work.actor.may('company.update')

const moment = (at: Date | string): Date => new Date(at)
const momentOrNone = (at: Date | string | null): Date | null => (at === null ? null : moment(at))
const told = (at: Date | string | null): string | null => momentOrNone(at)?.toISOString() ?? null

/** A ticket as pages show it, with its clock at this moment. */
export const ticketJson = (work: Work, row: TicketRow): { readonly [key: string]: Json } => {
  const times = {
    openedAt: moment(row.opened_at),
    urgency: row.urgency,
    answeredAt: momentOrNone(row.answered_at),
    solvedAt: momentOrNone(row.solved_at),
  }
  const clock = ticketClock(times, work.clock.now())
  return {
    id: row.id,
    number: `GD-${String(row.number).padStart(5, '0')}`,
    kind: row.kind,
    urgency: row.urgency,
    title: row.title,
    by: row.user_name,
    state: row.state,
    openedAt: times.openedAt.toISOString(),
    answeredAt: told(row.answered_at),
    solvedAt: told(row.solved_at),
    answerBy: clock.answerBy.toISOString(),
    solveBy: clock.solveBy.toISOString(),
    answerBroken: clock.answerBroken,
    solveBroken: clock.solveBroken,
    mailedTo: row.mailed_to,
    mailError: row.mail_error,
  }
}

/** Tickets, the newest first: one's own, or everyone's. */
export const listTickets = (work: Work, all: boolean): Promise<TicketRow[]> =>
  work.tx.rows<TicketRow>(
    `select ${columns} from help_ticket where company_id = $1 and ($2 or user_id = $3) order by number desc limit 200`,
    [work.company, all, work.actor.id],
  )

/** A ticket that this person may see: their own, or any for who answers. */
export const findTicket = async (work: Work, id: string): Promise<TicketRow> => {
  const [row] = await work.tx.rows<TicketRow>(
    `select ${columns} from help_ticket where company_id = $1 and id::text = $2 and ($3 or user_id = $4)`,
    [work.company, id, answersTickets(work), work.actor.id],
  )
  if (row === undefined) throw notFound('没有这张工单', 'There is no such ticket')
  return row
}

export interface Reply {
  readonly by: string
  readonly fromDesk: boolean
  readonly text: string
  readonly at: string
}

export const repliesOf = async (work: Work, ticket: string): Promise<Reply[]> => {
  const rows = await work.tx.rows<{ user_name: string; from_desk: boolean; text: string; at: Date | string }>(
    `select user_name, from_desk, text, at from help_reply where company_id = $1 and ticket::text = $2 order by at, id`,
    [work.company, ticket],
  )
  return rows.map((row) => ({
    by: row.user_name,
    fromDesk: row.from_desk,
    text: row.text,
    at: moment(row.at).toISOString(),
  }))
}

export interface Desk {
  readonly mail: string
  readonly adviser: string
  readonly phone: string
  readonly bundle: boolean
}

/** Who helps the company. */
export const deskOf = async (work: Work): Promise<Desk> => {
  const [row] = await work.tx.rows<Desk>(`select mail, adviser, phone, bundle from help_desk where company_id = $1`, [
    work.company,
  ])
  return row ?? { mail: '', adviser: '', phone: '', bundle: true }
}
