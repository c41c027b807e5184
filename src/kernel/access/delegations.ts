import type { CalendarDate } from '../../base/calendar-date.ts'
import { newId } from '../../base/id.ts'
import { audit } from '../audit/audit.ts'
import { Problem, fieldProblem, notFound } from '../definition/problem.ts'
import type { FieldProblem } from '../definition/problem.ts'
import type { Work } from '../posting/work.ts'
import { isRightPattern } from './rights.ts'

/** 代理: someone stands in for another from day to day, with some of the other's rights or all. */
export interface DelegationView {
  readonly id: string
  readonly fromUser: string
  readonly fromName: string
  readonly toUser: string
  readonly toName: string
  readonly fromDate: CalendarDate
  readonly toDate: CalendarDate
  readonly rights: readonly string[]
  readonly note: string | null
  readonly createdBy: string
  readonly revokedAt: Date | null
}

export interface DelegationInput {
  readonly from: string
  readonly to: string
  readonly fromDate: CalendarDate
  readonly toDate: CalendarDate
  readonly rights: readonly string[]
  readonly note: string | null
}

/** Delegations that someone gave or has; all of the company for who manages its users. */
export const listDelegations = (work: Work, all: boolean): Promise<DelegationView[]> =>
  work.tx.rows<DelegationView>(
    `select d.id, d.from_user as "fromUser", f.name as "fromName", d.to_user as "toUser", t.name as "toName", d.from_date as "fromDate",
       d.to_date as "toDate", d.rights, d.note, d.created_by as "createdBy", d.revoked_at as "revokedAt"
     from delegation d join access."user" f on f.id = d.from_user join access."user" t on t.id = d.to_user
     where d.company_id = $1 and ($2 or d.from_user = $3 or d.to_user = $3) order by d.from_date desc, d.id desc limit 500`,
    [work.company, all, work.actor.id],
  )

/** The people of the company, for choosing who stands in. */
export const colleagues = (work: Work): Promise<{ id: string; name: string; username: string }[]> =>
  work.tx.rows(
    `select distinct u.id, u.name, u.username from access."user" u join member m on m.user_id = u.id
     where m.company_id = $1 and not m.disabled order by u.name`,
    [work.company],
  )

const problemsOf = async (work: Work, input: DelegationInput): Promise<FieldProblem[]> => {
  const people = new Set((await colleagues(work)).map((one) => one.id))
  return [
    ...(people.has(input.to) ? [] : [fieldProblem('to', '没有这个用户', 'there is no such user')]),
    ...(people.has(input.from) ? [] : [fieldProblem('from', '没有这个用户', 'there is no such user')]),
    ...(input.from === input.to ? [fieldProblem('to', '不能代理自己', 'must be someone else')] : []),
    ...(input.toDate < input.fromDate
      ? [fieldProblem('toDate', '结束日期不能早于开始日期', 'must not be before the first day')]
      : []),
    ...(input.rights.length === 0 ? [fieldProblem('rights', '请选择代理的权限', 'choose what is lent')] : []),
    ...input.rights.flatMap((right, index) =>
      isRightPattern(right) ? [] : [fieldProblem(`rights.${index}`, `“${right}”不是权限`, `${right} is no right`)],
    ),
  ]
}

/** Lets someone stand in. What is lent is never more than the lender has at the time it is used. */
export const createDelegation = async (work: Work, input: DelegationInput): Promise<string> => {
  const problems = await problemsOf(work, input)
  if (problems.length > 0)
    throw new Problem('invalid', { zh: '代理有误，未保存', en: 'The delegation was not saved' }, problems)
  const id = newId<'delegation'>()
  await work.tx.query(
    `insert into delegation (company_id, id, from_user, to_user, from_date, to_date, rights, note, created_at, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      work.company,
      id,
      input.from,
      input.to,
      input.fromDate,
      input.toDate,
      JSON.stringify(input.rights),
      input.note,
      work.clock.now(),
      work.actor.name,
    ],
  )
  audit(work, { action: 'create', type: 'delegation', record: id, label: input.to, after: input })
  return id
}

/** Ends a delegation at once; it stays in the list. Only who gave it may, or who manages users. */
export const revokeDelegation = async (work: Work, id: string, any: boolean): Promise<void> => {
  const { rowCount } = await work.tx.query(
    `update delegation set revoked_at = coalesce(revoked_at, $4) where company_id = $1 and id::text = $2 and ($3 or from_user = $5)`,
    [work.company, id, any, work.clock.now(), work.actor.id],
  )
  if (rowCount === 0) throw notFound('没有这个代理', 'There is no such delegation')
  audit(work, { action: 'delete', type: 'delegation', record: id, label: id })
}
