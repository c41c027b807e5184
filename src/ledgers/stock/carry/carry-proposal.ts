import type { Period } from '../../../base/calendar-date.ts'
import type { Proposal } from '../../../kernel/posting/proposal.ts'

/** Asks for the carry of a month: what went out by monthly weighted average gets its final cost. */
export interface CarryProposal extends Proposal {
  readonly ledger: 'stockCarry'
  readonly month: Period
}

export const carryMonth = (month: Period): CarryProposal => ({ ledger: 'stockCarry', line: null, month })
