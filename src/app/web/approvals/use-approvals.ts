import { useQuery } from '@tanstack/react-query'
import { requestJson } from '../../../ui/api/client.ts'
import type { ApprovalStep } from '../../../ui/document/approval-strip.tsx'
import { currentLanguage } from '../../../ui/language.ts'
import { formatMoment } from '../../../ui/list/format-moment.ts'
import type { DocumentAnswer } from '../document/document-answer.ts'

type Words = { readonly zh: string; readonly en: string }

/** One approval that waits, or that was refused, as the server lists it. */
export type WaitingApproval = {
  readonly id: string
  readonly address: string
  readonly type: string
  readonly label: string
  readonly document: string
  readonly number: string
  readonly step: number
  readonly approver: string
  readonly state: 'waiting' | 'rejected'
  readonly reasons: readonly Words[]
  readonly submittedBy: string
  readonly submittedAt: string
  readonly decidedBy: string | null
  readonly note: string | null
  readonly isMine: boolean
}

export const approvalScopes = ['mine', 'requested', 'all'] as const
export type ApprovalScope = (typeof approvalScopes)[number]

export function wordsOf(reasons: readonly Words[]): string {
  return reasons.map((one) => (currentLanguage() === 'en' ? one.en : one.zh)).join('；')
}

/** What waits for this person's approval, or what they submitted. */
export function useApprovals(scope: ApprovalScope) {
  return useQuery({
    queryKey: ['approvals', scope],
    queryFn: ({ signal }) =>
      requestJson<{ rows: readonly WaitingApproval[] }>('approvals/waiting', { query: { scope }, signal }),
    select: (answer) => answer.rows,
    staleTime: 5_000,
  })
}

type AnsweredStep = {
  readonly step: number
  readonly approver: string
  readonly state: ApprovalStep['state']
  readonly reasons: readonly Words[]
  readonly decidedBy: string | null
  readonly decidedAt: string | null
  readonly note: string | null
}

/** The approvals of a document as its page shows them. */
export function approvalSteps(answer: DocumentAnswer | null): readonly ApprovalStep[] {
  const steps = (answer?.['approval'] ?? []) as readonly AnsweredStep[]
  const next = Math.min(...steps.filter((one) => one.state === 'waiting').map((one) => one.step))
  return steps.map((one, index) => ({
    key: String(index),
    approver: one.approver,
    state: one.state,
    isNext: one.state === 'waiting' && one.step === next,
    ...(one.decidedBy === null ? {} : { by: one.decidedBy }),
    ...(one.decidedAt === null ? {} : { at: formatMoment(one.decidedAt) }),
    ...(one.note === null ? {} : { note: one.note }),
    reasons: wordsOf(one.reasons),
  }))
}
