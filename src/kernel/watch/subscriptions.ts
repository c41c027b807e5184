import { randomBytes } from 'node:crypto'
import { isCalendarDate } from '../../base/calendar-date.ts'
import type { CalendarDate } from '../../base/calendar-date.ts'
import { newId } from '../../base/id.ts'
import { textOf } from '../../base/text.ts'
import { hashOf } from '../access/caller.ts'
import { fieldProblem, invalid, notFound } from '../definition/problem.ts'
import type { FieldProblem } from '../definition/problem.ts'
import type { JsonObject } from '../documents/draft.ts'
import type { Work } from '../posting/work.ts'
import { findDashboard } from './dashboards.ts'
import { lastDueDay } from './next-due.ts'
import type { Rhythm } from './next-due.ts'
import { readQuestion } from './question.ts'
import type { Question } from './question.ts'

/** 订阅: a report or a dashboard that comes by mail, with the rights its subscriber has at that moment. */
export interface Subscription {
  readonly id: string
  readonly name: string
  readonly owner: string
  readonly dashboard: string | null
  readonly question: Question | null
  readonly format: 'xlsx' | 'pdf'
  readonly rhythm: Rhythm
  readonly address: string
  readonly enabled: boolean
}

const columns = `id, name, owner, dashboard, question, format, rhythm, address, enabled`
const addressPattern = /^[^\s@<>]+@[^\s@<>]+$/

/** One's own subscriptions with what became of the last of each. */
export const listSubscriptions = (work: Work): Promise<Subscription[]> =>
  work.tx.rows<Subscription>(
    `select s.id, s.name, s.owner, s.dashboard, s.question, s.format, s.rhythm, s.address, s.enabled,
       s.stopped_at as "stoppedAt", r.state as "lastState", r.sent_at as "lastSentAt", r.error as "lastError"
     from subscription s left join lateral (select state, sent_at, error from subscription_run r
       where r.company_id = s.company_id and r.subscription_id = s.id order by r.at desc, r.id desc limit 1) r on true
     where s.company_id = $1 and s.owner = $2 order by s.id`,
    [work.company, work.actor.id],
  )

export const ownSubscription = async (work: Work, id: string): Promise<Subscription> => {
  const rows = await work.tx.rows<Subscription>(
    `select ${columns} from subscription where company_id = $1 and id::text = $2 and owner = $3`,
    [work.company, id, work.actor.id],
  )
  if (rows[0] === undefined) throw notFound('没有这个订阅，或不是您的', 'There is no such subscription of yours')
  return rows[0]
}

/** What was sent by a subscription, the newest first. */
export const subscriptionLog = async (work: Work, id: string) => {
  const { id: own } = await ownSubscription(work, id)
  return work.tx.rows(
    `select id, due_on as "dueOn", state, attempts, sent_at as "sentAt", answer, error from subscription_run
     where company_id = $1 and subscription_id = $2 order by at desc, id desc limit 100`,
    [work.company, own],
  )
}

const readRhythm = (given: unknown, was: Rhythm | undefined): Rhythm | undefined => {
  if (given === undefined) return was
  const { every, day = 1, time } = typeof given === 'object' && given !== null ? (given as JsonObject) : {}
  const isEvery = every === 'day' || every === 'week' || every === 'month'
  const isTime = typeof time === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(time)
  const longest = every === 'week' ? 7 : 31
  if (!isEvery || !isTime || typeof day !== 'number' || !Number.isInteger(day) || day < 1 || day > longest)
    return undefined
  return { every, day, time }
}

const readWhat = async (work: Work, body: JsonObject, was: Partial<Subscription>) => {
  if (body['dashboard'] !== undefined && body['dashboard'] !== null) {
    const { id } = await findDashboard(work, textOf(body['dashboard']))
    return { dashboard: id, question: null }
  }
  if (body['question'] === undefined && was.id !== undefined)
    return { dashboard: was.dashboard ?? null, question: was.question ?? null }
  const question = readQuestion(work, body['question'], 'question')
  return 'path' in question ? question : { dashboard: null, question }
}

/** Reads what a subscription is to be; what is not given stays as it was. */
export const readSubscription = async (
  work: Work,
  body: JsonObject,
  was: Partial<Subscription> = {},
): Promise<Subscription> => {
  const { name = was.name, format = was.format ?? 'xlsx', address = was.address } = body
  const rhythm = readRhythm(body['rhythm'], was.rhythm)
  const enabled = typeof body['enabled'] === 'boolean' ? body['enabled'] : (was.enabled ?? true)
  const what = await readWhat(work, body, was)
  const problems: FieldProblem[] = 'path' in what ? [what] : []
  if (typeof name !== 'string' || name.trim() === '' || name.length > 60 || name.includes('\u0000'))
    problems.push(fieldProblem('name', '请填写名称，60 字以内', 'must be a name of 60 letters at most'))
  if (format !== 'xlsx' && format !== 'pdf')
    problems.push(fieldProblem('format', '应为 xlsx 或 pdf', 'must be xlsx or pdf'))
  if (rhythm === undefined)
    problems.push(
      fieldProblem('rhythm', '请选择每天、每周几或每月几号，以及时间', 'must say every day, week or month and a time'),
    )
  if (typeof address !== 'string' || address.length > 200 || !addressPattern.test(address))
    problems.push(fieldProblem('address', '请填写正确的邮箱', 'must be a mail address'))
  const isRead = !('path' in what) && rhythm !== undefined && typeof name === 'string' && typeof address === 'string'
  if (problems.length > 0 || !isRead || (format !== 'xlsx' && format !== 'pdf'))
    throw invalid('订阅未保存', 'The subscription was not saved', problems)
  const id = was.id ?? newId<'subscription'>()
  return { id, owner: work.actor.id, ...what, name: name.trim(), format, rhythm, address, enabled }
}

const zoneOf = (work: Work): string => String(work.settings['zone'] ?? 'Asia/Shanghai')

/** Keeps a subscription. It begins with the next time that comes: what was due before is not sent. */
export const saveSubscription = (work: Work, one: Subscription): void => {
  const through = lastDueDay(one.rhythm, work.clock.now(), zoneOf(work)) ?? work.clock.today(zoneOf(work))
  work.tx.send(
    `insert into subscription (company_id, id, name, owner, dashboard, question, format, rhythm, address, enabled, sent_through)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (company_id, id) do update set name = excluded.name, dashboard = excluded.dashboard, question = excluded.question,
       format = excluded.format, rhythm = excluded.rhythm, address = excluded.address, enabled = excluded.enabled,
       sent_through = excluded.sent_through, stopped_at = null`,
    [
      work.company,
      one.id,
      one.name,
      one.owner,
      one.dashboard,
      one.question === null ? null : JSON.stringify(one.question),
      one.format,
      JSON.stringify(one.rhythm),
      one.address,
      one.enabled,
      through,
    ],
  )
}

export const dropSubscription = async (work: Work, id: string): Promise<void> => {
  const { id: own } = await ownSubscription(work, id)
  work.tx.send(`delete from subscription_run where company_id = $1 and subscription_id = $2`, [work.company, own])
  work.tx.send(`delete from subscription where company_id = $1 and id = $2`, [work.company, own])
}

/** Puts a run into the queue; of one day there is one. */
export const queueRun = (work: Work, subscription: string, day: CalendarDate): void =>
  work.tx.send(
    `insert into subscription_run (company_id, id, subscription_id, due_on, state, next_at, at) values ($1, $2, $3, $4, 'waiting', $5, $5)
     on conflict (company_id, subscription_id, due_on) do update set state = 'waiting', attempts = 0, next_at = excluded.next_at,
       error = null`,
    [work.company, newId<'subscriptionRun'>(), subscription, day, work.clock.now()],
  )

/** Queues what became due since it was last sent; what was missed meanwhile is made up for by one mail. */
export const queueSubscriptions = async (work: Work): Promise<void> => {
  const rows = await work.tx.rows<{ id: string; rhythm: Rhythm; through: string }>(
    `select id, rhythm, sent_through::text as through from subscription where company_id = $1 and enabled for update`,
    [work.company],
  )
  for (const { id, rhythm, through } of rows) {
    const due = lastDueDay(rhythm, work.clock.now(), zoneOf(work))
    if (due === undefined || (isCalendarDate(through) && due <= through)) continue
    work.tx.send(`update subscription set sent_through = $3 where company_id = $1 and id = $2`, [work.company, id, due])
    queueRun(work, id, due)
  }
}

/** A link that stops a subscription without signing in; the one before it works no more. */
export const makeStopToken = (work: Work, id: string): string => {
  const token = randomBytes(24).toString('base64url')
  work.tx.send(`update subscription set stop_hash = $3 where company_id = $1 and id = $2`, [
    work.company,
    id,
    hashOf(token),
  ])
  return `${work.company}.${token}`
}

/** Stops the subscription of a token; answers its name, undefined where the token is none. */
export const stopByToken = async (work: Work, secret: string): Promise<string | undefined> => {
  const rows = await work.tx.rows<{ name: string }>(
    `update subscription set enabled = false, stopped_at = coalesce(stopped_at, $3)
     where company_id = $1 and stop_hash = $2 returning name`,
    [work.company, hashOf(secret), work.clock.now()],
  )
  return rows[0]?.name
}

/** What is read of a subscription as it was kept. */
export const subscriptionOf = async (work: Work, id: string): Promise<Subscription | undefined> => {
  const rows = await work.tx.rows<Subscription>(
    `select ${columns} from subscription where company_id = $1 and id = $2`,
    [work.company, id],
  )
  return rows[0]
}
