import type { Transaction } from '../database/transaction.ts'
import { Problem, fieldProblem } from '../definition/problem.ts'
import type { FieldProblem } from '../definition/problem.ts'

/** What a company asks of how its people sign in. */
export interface SignInPolicy {
  /** Roles whose people need a second factor; `*` is everyone. */
  readonly factorFor: readonly string[]
  /** Days there are to set one up, from when it was first asked, or from when someone came. */
  readonly graceDays: number
  /** A session in which nothing happens for so long ends. */
  readonly idleMinutes: number
  /** A session ends after so long, whatever happens in it. */
  readonly longestHours: number
}

/** What holds where a company has said nothing: twelve hours without a touch, seven days in all. */
export const usualPolicy: SignInPolicy = { factorFor: [], graceDays: 7, idleMinutes: 720, longestHours: 168 }

/** How long sessions last at the longest, whatever a company says; the keeper of sessions ends them then. */
export const longestSessionHours = 168

/** The policy of a company. */
export const readSignInPolicy = async (tx: Transaction, company: string): Promise<SignInPolicy> =>
  (
    await tx.rows<SignInPolicy>(
      `select factor_for as "factorFor", grace_days as "graceDays", idle_minutes as "idleMinutes", longest_hours as "longestHours"
       from sign_in_policy where company_id = $1`,
      [company],
    )
  )[0] ?? usualPolicy

const bounds = [
  ['graceDays', 0, 90, '天', 'days'],
  ['idleMinutes', 5, 10_080, '分钟', 'minutes'],
  ['longestHours', 1, longestSessionHours, '小时', 'hours'],
] as const

const check = async (tx: Transaction, company: string, policy: SignInPolicy): Promise<void> => {
  const problems: FieldProblem[] = bounds.flatMap(([name, least, most, unit, english]) => {
    const value = policy[name]
    if (Number.isSafeInteger(value) && value >= least && value <= most) return []
    return [
      fieldProblem(
        name,
        `应为 ${least} 至 ${most} ${unit}的整数`,
        `must be a whole number of ${least} to ${most} ${english}`,
      ),
    ]
  })
  const known = await tx.rows<{ name: string }>('select name from role where company_id = $1', [company])
  const names = new Set(['*', ...known.map((role) => role.name)])
  for (const [index, role] of policy.factorFor.entries())
    if (!names.has(role))
      problems.push(fieldProblem(`factorFor.${index}`, `没有角色“${role}”`, `there is no role ${role}`))
  if (problems.length > 0)
    throw new Problem('invalid', { zh: '登录规则有误，未保存', en: 'The rules of signing in were not saved' }, problems)
}

/** Writes the policy of a company. The days of grace begin when a second factor is first asked of anyone. */
export const writeSignInPolicy = async (
  tx: Transaction,
  company: string,
  policy: SignInPolicy,
): Promise<SignInPolicy> => {
  await check(tx, company, policy)
  const asked = policy.factorFor.length > 0
  await tx.query(
    `insert into sign_in_policy as p (company_id, factor_for, factor_since, grace_days, idle_minutes, longest_hours)
     values ($1, $2, case when $3 then now() end, $4, $5, $6)
     on conflict (company_id) do update set factor_for = excluded.factor_for, grace_days = excluded.grace_days,
       idle_minutes = excluded.idle_minutes, longest_hours = excluded.longest_hours,
       factor_since = case when $3 then coalesce(p.factor_since, now()) end`,
    [
      company,
      JSON.stringify([...new Set(policy.factorFor)]),
      asked,
      policy.graceDays,
      policy.idleMinutes,
      policy.longestHours,
    ],
  )
  return readSignInPolicy(tx, company)
}

/** What is asked of someone in a company, as it is read with who they are. */
export interface FactorRule {
  readonly company: string
  readonly factorFor: readonly string[]
  /** From when the days of grace count for this person. */
  readonly since: string | null
  readonly graceDays: number
}

/** Whether someone has to have a second factor and has none; until when they may go on without. */
export interface FactorDuty {
  readonly until: Date
  readonly overdue: boolean
}

const dayLength = 86_400_000

/** What someone in these roles still owes of a second factor. Pure. */
export const factorDuty = (
  rule: FactorRule | undefined,
  roles: readonly string[],
  has: boolean,
  at: Date,
): FactorDuty | undefined => {
  if (has || rule === undefined || rule.since === null) return undefined
  if (!rule.factorFor.some((role) => role === '*' || roles.includes(role))) return undefined
  const until = new Date(new Date(rule.since).getTime() + rule.graceDays * dayLength)
  return { until, overdue: at.getTime() >= until.getTime() }
}
