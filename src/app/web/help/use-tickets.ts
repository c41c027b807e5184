import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { requestJson } from '../../../ui/api/client.ts'

export type Ticket = {
  readonly id: string
  readonly number: string
  readonly kind: 'question' | 'fault' | 'idea'
  readonly urgency: 'urgent' | 'normal' | 'low'
  readonly title: string
  readonly by: string
  readonly state: 'open' | 'answered' | 'solved'
  readonly openedAt: string
  readonly answeredAt: string | null
  readonly solvedAt: string | null
  readonly answerBy: string
  readonly solveBy: string
  readonly answerBroken: boolean
  readonly solveBroken: boolean
  readonly mailedTo: string | null
  readonly mailError: string | null
}

type TicketDetail = Ticket & {
  readonly text: string
  readonly context: Readonly<Record<string, string>>
  readonly screenshot: string | null
  readonly mine: boolean
  readonly replies: readonly {
    readonly by: string
    readonly fromDesk: boolean
    readonly text: string
    readonly at: string
  }[]
}

type Tickets = { readonly answers: boolean; readonly rows: readonly Ticket[] }

export const ticketsKey = ['tickets'] as const

export function useTickets(): UseQueryResult<Tickets, Error> {
  return useQuery({
    queryKey: ticketsKey,
    queryFn: ({ signal }) => requestJson<Tickets>('calls/tickets', { query: { all: true }, signal }),
  })
}

export function useTicket(id: string | null): UseQueryResult<TicketDetail, Error> {
  return useQuery({
    queryKey: [...ticketsKey, id],
    queryFn: ({ signal }) => requestJson<TicketDetail>('calls/read-ticket', { query: { ticket: id ?? '' }, signal }),
    enabled: id !== null,
  })
}
