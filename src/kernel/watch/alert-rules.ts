import { decimal, isDecimalString } from '../../base/decimal.ts'
import { newId } from '../../base/id.ts'
import { textOf } from '../../base/text.ts'
import { fieldProblem, invalid, notFound } from '../definition/problem.ts'
import type { FieldProblem } from '../definition/problem.ts'
import type { JsonObject } from '../documents/draft.ts'
import { notify } from '../notices/notify.ts'
import type { Work } from '../posting/work.ts'
import { isMeasure } from './figure.ts'
import type { Measure } from './figure.ts'
import { readQuestion } from './question.ts'
import type { Question } from './question.ts'

/** 预警规则: tells its owner when a figure of a report goes above or below a threshold. */
export interface AlertRule {
  readonly id: string
  readonly name: string
  readonly owner: string
  readonly question: Question
  readonly measure: Measure
  /** The column; of a count none. */
  readonly figure: string
  readonly comparison: 'above' | 'below'
  readonly threshold: string
  readonly enabled: boolean
  readonly tripped: boolean
  readonly value: string | null
  readonly error: string | null
}

const columns = `id, name, owner, question, measure, figure, comparison, threshold::text as threshold, enabled, tripped, value, error,
  checked_at as "checkedAt"`

/** A rule is looked at every ten minutes. */
export const minutesBetween = 10

export const listAlertRules = (work: Work): Promise<AlertRule[]> =>
  work.tx.rows<AlertRule>(`select ${columns} from alert_rule where company_id = $1 and owner = $2 order by id`, [
    work.company,
    work.actor.id,
  ])

export const ownAlertRule = async (work: Work, id: string): Promise<AlertRule> => {
  const rows = await work.tx.rows<AlertRule>(
    `select ${columns} from alert_rule where company_id = $1 and id::text = $2 and owner = $3`,
    [work.company, id, work.actor.id],
  )
  if (rows[0] === undefined) throw notFound('没有这条预警规则，或不是您建的', 'There is no such rule of yours')
  return rows[0]
}

/** Reads what a rule is to be; what is not given stays as it was. */
export const readAlertRule = (work: Work, body: JsonObject, was: Partial<AlertRule> = {}): AlertRule => {
  const { name = was.name, measure = was.measure, figure = was.figure ?? '', comparison = was.comparison } = body
  const threshold = textOf(body['threshold'] ?? was.threshold)
  const enabled = typeof body['enabled'] === 'boolean' ? body['enabled'] : (was.enabled ?? true)
  const problems: FieldProblem[] = []
  const asked =
    body['question'] === undefined && was.question ? was.question : readQuestion(work, body['question'], 'question')
  if ('path' in asked) problems.push(asked)
  if (typeof name !== 'string' || name.trim() === '' || name.length > 60 || name.includes('\u0000'))
    problems.push(fieldProblem('name', '请填写名称，60 字以内', 'must be a name of 60 letters at most'))
  if (!isMeasure(measure)) problems.push(fieldProblem('measure', '请选择看哪种数', 'choose what to measure'))
  if (comparison !== 'above' && comparison !== 'below')
    problems.push(fieldProblem('comparison', '应为高于或低于', 'must be above or below'))
  if (!isDecimalString(threshold) || decimal(threshold).abs().gte('1e15'))
    problems.push(fieldProblem('threshold', '请填写数字', 'must be a number'))
  const isRead = !('path' in asked) && isMeasure(measure) && typeof name === 'string' && typeof figure === 'string'
  if (problems.length > 0 || !isRead || (comparison !== 'above' && comparison !== 'below'))
    throw invalid('预警规则未保存', 'The rule was not saved', problems)
  const kept = { id: was.id ?? newId<'alertRule'>(), owner: work.actor.id, tripped: false, value: null, error: null }
  return { ...kept, name: name.trim(), question: asked, measure, figure, comparison, threshold, enabled }
}

/** Keeps a rule; it is looked at anew within moments. */
export const saveAlertRule = (work: Work, rule: AlertRule): void =>
  work.tx.send(
    `insert into alert_rule (company_id, id, name, owner, question, measure, figure, comparison, threshold, enabled, next_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (company_id, id) do update set name = excluded.name, question = excluded.question, measure = excluded.measure,
       figure = excluded.figure, comparison = excluded.comparison, threshold = excluded.threshold, enabled = excluded.enabled,
       tripped = false, error = null, next_at = excluded.next_at`,
    [
      work.company,
      rule.id,
      rule.name,
      rule.owner,
      JSON.stringify(rule.question),
      rule.measure,
      rule.figure,
      rule.comparison,
      rule.threshold,
      rule.enabled,
      work.clock.now(),
    ],
  )

export const dropAlertRule = async (work: Work, id: string): Promise<void> => {
  const { id: own } = await ownAlertRule(work, id)
  work.tx.send(`delete from alert_rule where company_id = $1 and id = $2`, [work.company, own])
}

const isOver = ({ comparison, threshold }: AlertRule, value: string): boolean =>
  comparison === 'above' ? decimal(value).gt(threshold) : decimal(value).lt(threshold)

/** Takes the rules that are due, so that no other process looks at them too. */
export const takeAlertRules = (work: Work): Promise<AlertRule[]> =>
  work.tx.rows<AlertRule>(
    `update alert_rule set next_at = $2::timestamptz + make_interval(mins => ${minutesBetween})
     where company_id = $1 and enabled and next_at <= $2 returning ${columns}`,
    [work.company, work.clock.now()],
  )

/** Notes what a rule found. Its owner is told once when the figure goes over, and again only after it came back. */
export const noteAlert = (
  work: Work,
  rule: AlertRule,
  found: { readonly value: string } | { readonly error: string },
): void => {
  const value = 'value' in found ? found.value : null
  const trips = value !== null && isOver(rule, value)
  work.tx.send(
    `update alert_rule set tripped = $3, value = $4, error = $5, checked_at = $6 where company_id = $1 and id = $2`,
    [
      work.company,
      rule.id,
      value === null ? rule.tripped : trips,
      value,
      'error' in found ? found.error.slice(0, 500) : null,
      work.clock.now(),
    ],
  )
  if (!trips || rule.tripped) return
  const side = rule.comparison === 'above' ? '高于' : '低于'
  const limit = decimal(rule.threshold).toString()
  notify(work, {
    to: { user: rule.owner },
    key: `figureAlert/${rule.id}/${work.clock.now().getTime()}`,
    subject: { type: 'alertRule', id: rule.id },
    text: {
      zh: `${rule.name}：现为 ${value}，${side} ${limit}`,
      en: `${rule.name}: it is ${value}, ${rule.comparison} ${limit}`,
    },
  })
}
