import type { Json } from '../../base/json.ts'
import { newId } from '../../base/id.ts'
import type { Message } from '../definition/problem.ts'
import type { AnyDocument } from '../definition/record.ts'
import type { LoadedRecord } from '../documents/load.ts'
import { isUnused } from '../documents/shared-records.ts'
import type { Actor, Identity, Work } from '../posting/work.ts'
import { approvalRule } from './approval-rule.ts'
import { approvalFlow } from './flow.ts'
import type { Required } from './rules.ts'

export type StepState = 'waiting' | 'approved' | 'rejected' | 'skipped'

/** One approval that a document needs or had: by whom, why, and what became of it. */
export interface Step {
  readonly id: string
  readonly documentId: string
  readonly rule: string
  readonly step: number
  readonly role: string | null
  readonly user: string | null
  /** Who is meant, in words: the role's label or the person's name. */
  readonly approver: string
  readonly fourEyes: boolean
  readonly reasons: readonly Message[]
  readonly facts: Readonly<Record<string, Json>>
  readonly state: StepState
  readonly submittedBy: string
  readonly submittedById: string
  readonly submittedAt: Date
  readonly decidedBy: string | null
  readonly decidedAt: Date | null
  readonly note: string | null
  /** The version of the flow it comes from; null for a rule's. */
  readonly flow: string | null
  /** Of those in one group the first to approve is enough. */
  readonly anyOf: string | null
  readonly hours: number | null
  readonly dueAt: Date | null
  readonly escalateRole: string | null
  readonly escalateUser: string | null
  readonly escalatedAt: Date | null
  readonly addedBy: string | null
}

/** The columns of a step under the names that code knows, for `approval_step s`. */
export const stepColumns = `s.id, s.document_id as "documentId", s.rule_id as rule, s.step, s.role, s.user_name as "user",
  s.approver, s.four_eyes as "fourEyes", s.reasons, s.facts, s.state, s.submitted_by as "submittedBy",
  s.submitted_by_id as "submittedById", s.submitted_at as "submittedAt", s.decided_by as "decidedBy",
  s.decided_at as "decidedAt", s.note, s.flow_id as flow, s.any_of as "anyOf", s.hours, s.due_at as "dueAt",
  s.escalate_role as "escalateRole", s.escalate_user as "escalateUser", s.escalated_at as "escalatedAt", s.added_by as "addedBy"`

/** The steps of a document's present submission, in order; none once it was taken back to draft and not rejected. */
export const stepsOf = async (work: Work, document: string): Promise<Step[]> =>
  isUnused(work, approvalRule.name) && isUnused(work, approvalFlow.name)
    ? []
    : work.tx.rows<Step>(
        `select ${stepColumns} from approval_step s
         where s.company_id = $1 and s.document_id = $2 and s.is_current order by s.step, s.submitted_at, s.id`,
        [work.company, document],
      )

/** The steps that are next: those of the lowest number that still wait. */
export const nextSteps = (steps: readonly Step[]): readonly Step[] => {
  const waiting = steps.filter((step) => step.state === 'waiting')
  const first = Math.min(...waiting.map((step) => step.step))
  return waiting.filter((step) => step.step === first)
}

/** Whether someone is who a rule names. */
const isWho = (
  one: { readonly username?: string; readonly roles?: readonly string[] },
  by: { readonly role: string | null; readonly user: string | null },
): boolean =>
  (by.user !== null && by.user === one.username) || (by.role !== null && one.roles?.includes(by.role) === true)

/** Whom someone stands in for who is named by a rule. */
export const principalOf = (
  actor: Actor,
  by: { readonly role: string | null; readonly user: string | null },
): Identity | undefined => actor.standsFor?.find((one) => isWho(one, by))

export const isNamed = (actor: Actor, by: { readonly role: string | null; readonly user: string | null }): boolean =>
  isWho(actor, by) || principalOf(actor, by) !== undefined

/** Who decides a step, in words: whoever does it, and for whom where they stand in. */
const deciderOf = (actor: Actor, step: Step): string => {
  const principal = isWho(actor, step) ? undefined : principalOf(actor, step)
  return principal === undefined ? actor.name : `${actor.name}（代${principal.name}）`
}

/** Names of roles and people in words. */
const approversOf = async (work: Work, required: readonly Required[]): Promise<ReadonlyMap<string, string>> => {
  const rows = await work.tx.rows<{ name: string; label: string }>(
    `select name, label from role where company_id = $1 and name = any($2::text[])`,
    [
      work.company,
      required.flatMap(({ rule }) => [rule.role, rule.escalateTo?.role].filter((role) => typeof role === 'string')),
    ],
  )
  return new Map(rows.map((row) => [row.name, row.label]))
}

/** Who is to approve by a rule, in words. */
export const namesOf = async (work: Work, required: readonly Required[]): Promise<readonly string[]> => {
  const roles = await approversOf(work, required)
  return required.map(({ rule }) =>
    [rule.role === null ? undefined : (roles.get(rule.role) ?? rule.role), rule.user ?? undefined]
      .filter((name) => name !== undefined)
      .join('、'),
  )
}

/** Writes the steps that a document needs, waiting or, with `by`, approved at once by whoever may. */
export const openSteps = async (
  work: Work,
  definition: AnyDocument,
  record: LoadedRecord,
  required: readonly Required[],
  by?: string,
): Promise<void> => {
  const names = await namesOf(work, required)
  const now = work.clock.now()
  for (const [index, { rule, reasons, facts }] of required.entries()) {
    work.tx.send(
      `insert into approval_step (company_id, id, document_type, document_id, document_number, rule_id, step, role, user_name, approver,
         four_eyes, reasons, facts, state, is_current, submitted_by, submitted_by_id, submitted_at, decided_by, decided_at,
         flow_id, any_of, hours, escalate_role, escalate_user)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, true, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24)`,
      [
        work.company,
        newId(),
        definition.name,
        record.header['id'],
        record.header['number'],
        rule.id,
        rule.step,
        rule.role,
        rule.user,
        names[index],
        rule.fourEyes,
        JSON.stringify(reasons),
        JSON.stringify(facts),
        by === undefined ? 'waiting' : 'approved',
        work.actor.name,
        work.actor.id,
        now,
        by ?? null,
        by === undefined ? null : now,
        rule.flow ?? null,
        rule.anyOf ?? null,
        rule.hours ?? null,
        rule.escalateTo?.role ?? null,
        rule.escalateTo?.user ?? null,
      ],
    )
  }
}

/** Says what became of some steps. Where one approval of a group is there, the others are not waited for. */
export const decideSteps = (work: Work, steps: readonly Step[], state: StepState, note: string | null): void => {
  const now = work.clock.now()
  for (const [name, of] of Map.groupBy(steps, (step) => deciderOf(work.actor, step))) {
    work.tx.send(
      `update approval_step set state = $3, decided_by = $4, decided_at = $5, note = $6 where company_id = $1 and id = any($2::uuid[])`,
      [work.company, of.map((step) => step.id), state, name, now, note],
    )
  }
  const groups = steps.flatMap((step) => step.anyOf ?? [])
  if (state !== 'approved' || groups.length === 0) return
  work.tx.send(
    `update approval_step set state = 'skipped' where company_id = $1 and document_id = $2 and is_current and state = 'waiting'
       and any_of = any($3::uuid[])`,
    [work.company, steps[0]?.documentId, groups],
  )
}

/** The steps that still wait once some were approved. */
export const leftAfter = (steps: readonly Step[], approved: readonly Step[]): readonly Step[] => {
  const groups = new Set(approved.flatMap((step) => step.anyOf ?? []))
  return steps.filter(
    (step) => step.state === 'waiting' && !approved.includes(step) && !(step.anyOf !== null && groups.has(step.anyOf)),
  )
}

/** Once one step is rejected the others need no answer. */
export const dropWaiting = (work: Work, document: string): void =>
  work.tx.send(
    `update approval_step set is_current = false where company_id = $1 and document_id = $2 and is_current and state = 'waiting'`,
    [work.company, document],
  )

/** The submission is over: a new one is judged afresh. */
export const forgetSteps = (work: Work, document: string): void =>
  work.tx.send(
    `update approval_step set is_current = false where company_id = $1 and document_id = $2 and is_current`,
    [work.company, document],
  )
