import { newId } from '../../base/id.ts'
import { audit } from '../audit/audit.ts'
import { conflict, fieldProblem, forbidden, invalid } from '../definition/problem.ts'
import type { AnyDocument } from '../definition/record.ts'
import type { JsonObject } from '../documents/draft.ts'
import type { LoadedRecord } from '../documents/load.ts'
import type { Work } from '../posting/work.ts'
import { announce, mayDecide } from './approvals.ts'
import { leftAfter, decideSteps, nextSteps, stepsOf } from './steps.ts'
import type { Step } from './steps.ts'

const idOf = (record: LoadedRecord) => String(record.header['id'])

interface Person {
  readonly id: string
  readonly name: string
  readonly username: string
}

const personNamed = async (work: Work, given: unknown): Promise<Person> => {
  const rows =
    typeof given === 'string'
      ? await work.tx.rows<Person>(
          `select distinct u.id, u.name, u.username from access."user" u join member m on m.user_id = u.id and m.company_id = $1
           where not m.disabled and (u.username = $2 or u.id = $2)`,
          [work.company, given],
        )
      : []
  const [found] = rows
  if (found === undefined)
    throw invalid('请选择审批人', 'Choose who approves', [
      fieldProblem('user', '没有这个用户', 'there is no such user'),
    ])
  if (found.id === work.actor.id)
    throw invalid('请选择别人', 'Choose someone else', [fieldProblem('user', '不能是自己', 'must be someone else')])
  return found
}

/** The one step that whoever acts is asked for; without one there is nothing to hand over. */
const myStep = async (work: Work, record: LoadedRecord): Promise<{ step: Step; steps: readonly Step[] }> => {
  const steps = record.header['state'] === 'submitted' ? await stepsOf(work, idOf(record)) : []
  const [step] = mayDecide(work, record, steps)
  if (step === undefined) throw forbidden('这张单据没有等您审批', 'This document does not wait for your approval')
  return { step, steps }
}

const note = (work: Work, definition: AnyDocument, record: LoadedRecord, action: string, after: JsonObject): void =>
  audit(work, {
    action,
    type: definition.name,
    record: idOf(record),
    label: String(record.header['number']),
    after,
  })

const insertLike = (work: Work, step: Step, person: Person, at: number, words: string): string => {
  const id = newId<'approvalStep'>()
  work.tx.send(
    `insert into approval_step (company_id, id, document_type, document_id, document_number, rule_id, step, role, user_name, approver,
       four_eyes, reasons, facts, state, is_current, submitted_by, submitted_by_id, submitted_at, flow_id, added_by)
     select company_id, $3, document_type, document_id, document_number, $3, $4, null, $5, $6, four_eyes, $7, '{}', 'waiting', true,
       submitted_by, submitted_by_id, submitted_at, flow_id, $8 from approval_step where company_id = $1 and id = $2`,
    [
      work.company,
      step.id,
      id,
      at,
      person.username,
      person.name,
      JSON.stringify([{ zh: words, en: words }]),
      work.actor.name,
    ],
  )
  return id
}

/** 转办: someone else decides instead; who handed it on stays in the history. */
export const delegateStep = async (
  work: Work,
  definition: AnyDocument,
  record: LoadedRecord,
  input: { readonly user: unknown; readonly note: string | null },
): Promise<void> => {
  const { step } = await myStep(work, record)
  const person = await personNamed(work, input.user)
  work.tx.send(
    `update approval_step set role = null, user_name = $3, approver = $4, added_by = $5, note = $6, due_at = null where company_id = $1 and id = $2`,
    [work.company, step.id, person.username, person.name, work.actor.name, input.note],
  )
  note(work, definition, record, 'delegate', { to: person.name, note: input.note })
  announce(work, definition, record, [{ ...step, role: null, user: person.username, dueAt: null }])
}

/**
 * 加签: one more is asked, before oneself (one's own approval waits for theirs) or after (one approves, and they come next).
 */
export const countersign = async (
  work: Work,
  definition: AnyDocument,
  record: LoadedRecord,
  input: { readonly user: unknown; readonly note: string | null; readonly when: unknown },
): Promise<void> => {
  const { step, steps } = await myStep(work, record)
  const person = await personNamed(work, input.user)
  const isAfter = input.when === 'after'
  const words = `${work.actor.name} 加签${input.note === null ? '' : `：${input.note}`}`
  insertLike(work, step, person, step.step + (isAfter ? 1 : -1), words)
  if (isAfter) decideSteps(work, [step], 'approved', input.note)
  note(work, definition, record, 'countersign', {
    who: person.name,
    when: isAfter ? 'after' : 'before',
    note: input.note,
  })
  const now = await stepsOf(work, idOf(record))
  // Whoever is next may have changed; those who knew already are not told again.
  const known = new Set(nextSteps(isAfter ? leftAfter(steps, [step]) : steps).map((one) => one.id))
  announce(
    work,
    definition,
    record,
    nextSteps(now).filter((one) => !known.has(one.id) || isAfter),
  )
}

/** 退回: approvals from a step on are asked for again; the document stays submitted. */
export const returnToStep = async (
  work: Work,
  definition: AnyDocument,
  record: LoadedRecord,
  input: { readonly step: unknown; readonly reason: string | null },
): Promise<void> => {
  const { step, steps } = await myStep(work, record)
  if (input.reason === null)
    throw invalid('请说明退回原因', 'Say why it is returned', [fieldProblem('reason', '请填写原因', 'is required')])
  const earlier = steps.filter((one) => one.step < step.step && one.state !== 'waiting')
  const wanted = Number(input.step ?? Math.max(...earlier.map((one) => one.step)))
  const again = steps.filter((one) => one.step >= wanted && one.state !== 'waiting' && one.step <= step.step)
  if (!earlier.some((one) => one.step === wanted))
    throw conflict('前面没有可以退回的步骤', 'There is no earlier step to return to')
  // What was decided stays in the history as it was; it is asked for anew beside it.
  for (const one of again) {
    work.tx.send(
      `insert into approval_step (company_id, id, document_type, document_id, document_number, rule_id, step, role, user_name, approver,
         four_eyes, reasons, facts, state, is_current, submitted_by, submitted_by_id, submitted_at, flow_id, any_of, hours,
         escalate_role, escalate_user, added_by)
       select company_id, $3, document_type, document_id, document_number, rule_id, step, role, user_name, approver, four_eyes, $4, facts,
         'waiting', true, submitted_by, submitted_by_id, submitted_at, flow_id, any_of, hours, escalate_role, escalate_user, added_by
       from approval_step where company_id = $1 and id = $2`,
      [
        work.company,
        one.id,
        newId<'approvalStep'>(),
        JSON.stringify([
          ...one.reasons,
          { zh: `${work.actor.name} 退回：${input.reason}`, en: `returned: ${input.reason}` },
        ]),
      ],
    )
  }
  work.tx.send(`update approval_step set is_current = false where company_id = $1 and id = any($2::uuid[])`, [
    work.company,
    again.map((one) => one.id),
  ])
  note(work, definition, record, 'return', { step: wanted, reason: input.reason })
  announce(work, definition, record, nextSteps(await stepsOf(work, idOf(record))))
}
