import type { Json } from '../../base/json.ts'
import { Decimal } from '../../base/decimal.ts'
import { fieldProblem } from '../definition/problem.ts'
import type { FieldProblem, Message } from '../definition/problem.ts'
import type { AnyDocument } from '../definition/record.ts'
import { isUnused, sharedReading } from '../documents/shared-records.ts'
import { lineTableOf, tableOf } from '../documents/storage.ts'
import type { PostingInput } from '../posting/proposal.ts'
import type { EntityCheck, Work } from '../posting/work.ts'
import { approvalRule } from './approval-rule.ts'
import { evaluate, readThreshold } from './evaluate.ts'
import type { Condition } from './evaluate.ts'

/** A rule in force, as it is stored. */
export interface Rule {
  readonly id: string
  readonly name: string
  readonly step: number
  readonly role: string | null
  readonly user: string | null
  readonly fourEyes: boolean
  readonly matching: 'all' | 'any'
  readonly conditions: readonly Condition[]
  /** Of a node of a flow: the version, the group of which one is enough, the hours there are, and who is asked after them. */
  readonly flow?: string
  readonly anyOf?: string | null
  readonly hours?: number | null
  readonly escalateTo?: { readonly role: string | null; readonly user: string | null } | null
}

/** A rule that a document falls under, and why. */
export interface Required {
  readonly rule: Rule
  readonly reasons: readonly Message[]
  /** The facts that the rule compared, so that a document amended within what was approved is not asked again. */
  readonly facts: Readonly<Record<string, Json>>
}

interface StoredRule extends Rule {
  readonly type: string
}

/** All rules in force; asked again when one is changed. */
const allRules = sharedReading([approvalRule.name], (work) =>
  work.tx.rows<StoredRule>(
    `select r.document_type as type, r.id, r.name, r.step, r.approver_role as role, r.approver_user as "user",
       coalesce(r.four_eyes, false) as "fourEyes", coalesce(r.matching, 'all') as matching,
       coalesce((select jsonb_agg(jsonb_build_object('fact', c.fact, 'operator', c.operator, 'threshold', c.threshold) order by c.line_no)
         from ${lineTableOf(approvalRule, 'conditions').name} c where c.company_id = $1 and c.owner_id = r.id), '[]') as conditions
     from ${tableOf(approvalRule).name} r where r.company_id = $1 and not r.disabled order by r.step, r.code`,
    [work.company],
  ),
)

/** The rules in force for a type of document; none, without a question, for a type that has no facts. */
export const rulesFor = async (work: Work, definition: AnyDocument): Promise<readonly Rule[]> =>
  !work.installed.approvalFacts.has(definition.name) || isUnused(work, approvalRule.name)
    ? []
    : (await allRules(work)).filter((rule) => rule.type === definition.name)

/** Whether a rule in force compares one of these facts: where none does, nothing could ever be approved. */
export const asksAbout = async (work: Work, definition: AnyDocument, facts: readonly string[]): Promise<boolean> =>
  (await rulesFor(work, definition)).some((rule) => rule.conditions.some(({ fact }) => facts.includes(fact)))

const plain = (value: unknown): Json => {
  if (Decimal.isDecimal(value)) return value.toString()
  return typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number' ? value : null
}

/** Which of the rules a document falls under as it stands. */
export const judge = async (
  work: Work,
  definition: AnyDocument,
  rules: readonly Rule[],
  input: PostingInput<AnyDocument>,
): Promise<readonly Required[]> => {
  const known = work.installed.approvalFacts.get(definition.name)
  if (known === undefined || rules.length === 0) return []
  const facts: Readonly<Record<string, unknown>> = await known.find(input, work)
  return rules.flatMap((rule) => {
    const reasons = evaluate(rule.conditions, known.facts, facts, rule.matching)
    if (reasons === undefined) return []
    const compared = Object.fromEntries(rule.conditions.map(({ fact }) => [fact, plain(facts[fact])]))
    return [{ rule, reasons: reasons.length === 0 ? [{ zh: rule.name, en: rule.name }] : reasons, facts: compared }]
  })
}

const words = (items: readonly { readonly name: string; readonly label: string }[]) =>
  items.map((one) => `${one.name} ${one.label}`).join('、')

const conditionProblems = (record: Readonly<Record<string, unknown>>, work: Work): FieldProblem[] => {
  const known = work.installed.approvalFacts.get(String(record['documentType']))
  const conditions = Array.isArray(record['conditions']) ? (record['conditions'] as readonly Condition[]) : []
  if (known === undefined) return []
  const facts = Object.entries(known.facts).map(([name, { label }]) => ({ name, label }))
  return conditions.flatMap((condition, index) => {
    const at = `conditions.${index}`
    const field = known.facts[condition.fact]
    if (field === undefined) {
      return [fieldProblem(`${at}.fact`, `没有这个事实；可用：${words(facts)}`, `must be one of ${words(facts)}`)]
    }
    return readThreshold(field, condition.threshold) === undefined
      ? [fieldProblem(`${at}.threshold`, `不能与“${field.label}”比较`, `cannot be compared with ${condition.fact}`)]
      : []
  })
}

/** A rule names a type of document that has facts, facts of it, and someone who exists to approve. */
export const checkApprovalRule: EntityCheck = {
  entity: approvalRule,
  check: async (record, work) => {
    const types = [...work.installed.approvalFacts.values()].map(({ document }) => document)
    const { documentType, approverRole: role, approverUser: user } = record
    const unknown = types.some((type) => type.name === documentType)
      ? []
      : [fieldProblem('documentType', `可用：${words(types)}`, `must be one of ${words(types)}`)]
    if (!role && !user) {
      return [...unknown, fieldProblem('approverRole', '请填写审批角色或审批人', 'name a role or a person to approve')]
    }
    const [roles, people] = await Promise.all([
      role ? work.tx.rows(`select 1 from role where company_id = $1 and name = $2`, [work.company, role]) : [],
      user
        ? work.tx.rows(
            `select 1 from access."user" u join member m on m.user_id = u.id and m.company_id = $1 where u.username = $2`,
            [work.company, user],
          )
        : [],
    ])
    return [
      ...unknown,
      ...conditionProblems(record, work),
      ...(role && roles.length === 0 ? [fieldProblem('approverRole', '没有这个角色', 'there is no such role')] : []),
      ...(user && people.length === 0 ? [fieldProblem('approverUser', '没有这个用户', 'there is no such user')] : []),
    ]
  },
}
