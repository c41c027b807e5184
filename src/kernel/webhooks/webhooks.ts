import { newId } from '../../base/id.ts'
import type { Json } from '../../base/json.ts'
import { textOf } from '../../base/text.ts'
import { isRightPattern } from '../access/rights.ts'
import { audit } from '../audit/audit.ts'
import { conflict, fieldProblem, invalid, notFound } from '../definition/problem.ts'
import type { FieldProblem } from '../definition/problem.ts'
import type { JsonObject } from '../documents/draft.ts'
import type { Work } from '../posting/work.ts'
import { newSecret, sealSecret } from './signature.ts'

/** Of a webhook all but its secret, which is shown when it is made or changed. */
const columns = `w.id, w.name, w.url, w.events, w.enabled, w.created_at as "createdAt", coalesce(u.name, w.user_id) as "user",
  w.failing_since as "failingSince", w.stopped_because as "stoppedBecause"`

const from = `from webhook w left join access."user" u on u.id = w.user_id where w.company_id = $1`

interface Said {
  readonly name: string
  readonly url: string
  readonly events: readonly string[]
  readonly enabled: boolean
}

export const listWebhooks = (work: Work): Promise<Json[]> =>
  work.tx.rows<{ readonly [name: string]: Json }>(
    `select ${columns},
       (select count(*)::int from webhook_delivery d where d.company_id = $1 and d.webhook_id = w.id and d.state in ('waiting', 'sending')) as waiting,
       (select count(*)::int from webhook_delivery d where d.company_id = $1 and d.webhook_id = w.id and d.state = 'failed') as failed
     ${from} order by w.created_at, w.id`,
    [work.company],
  )

const readWebhook = async (work: Work, id: string): Promise<{ readonly [name: string]: Json }> => {
  const rows = await work.tx.rows<{ readonly [name: string]: Json }>(`select ${columns} ${from} and w.id::text = $2`, [
    work.company,
    id,
  ])
  if (rows[0] === undefined) throw notFound('没有这个推送地址', 'There is no such webhook')
  return rows[0]
}

const isOutside = (url: string): boolean =>
  url.length <= 500 && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) && new URL(url).username === ''

const isEvent = (text: Json): boolean => typeof text === 'string' && isRightPattern(text)

const problemsOf = (input: JsonObject): FieldProblem[] => {
  const { name, url, events } = input
  const problems: FieldProblem[] = []
  if (typeof name !== 'string' || name.trim() === '' || name.length > 100)
    problems.push(fieldProblem('name', '请填写名称（最多 100 个字）', 'needs a name of at most 100 characters'))
  if (typeof url !== 'string' || !isOutside(url))
    problems.push(fieldProblem('url', '请填写 http 或 https 地址', 'must be an http or https address'))
  if (!Array.isArray(events) || events.length === 0 || events.length > 100)
    problems.push(fieldProblem('events', '请至少选择一个事件', 'needs at least one event'))
  else {
    const wrong = events.findIndex((event) => !isEvent(event))
    if (wrong >= 0)
      problems.push(fieldProblem(`events.${wrong}`, '事件应写作 salesOrder.post、salesOrder.* 或 *', 'is no event'))
  }
  if (input['enabled'] !== undefined && typeof input['enabled'] !== 'boolean')
    problems.push(fieldProblem('enabled', '应为是或否', 'must be true or false'))
  return problems
}

const saidIn = (input: JsonObject): Said => {
  const problems = problemsOf(input)
  if (problems.length > 0) throw invalid('推送地址有误，未保存', 'The webhook was not saved', problems)
  return {
    name: textOf(input['name']).trim(),
    url: textOf(input['url']),
    events: Array.isArray(input['events']) ? input['events'].map(String) : [],
    enabled: input['enabled'] !== false,
  }
}

/** Makes a webhook that tells with the rights of whoever makes it. Its secret is answered this once. */
export const createWebhook = async (work: Work, input: JsonObject): Promise<{ body: Json; secret: string }> => {
  const said = saidIn(input)
  const id = newId<'webhook'>()
  const secret = newSecret()
  await work.tx.query(
    `insert into webhook (company_id, id, name, url, events, secret, enabled, user_id, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      work.company,
      id,
      said.name,
      said.url,
      JSON.stringify(said.events),
      sealSecret(work.secrets, secret),
      said.enabled,
      work.actor.id,
      work.clock.now(),
    ],
  )
  audit(work, { action: 'create', type: 'webhook', record: id, label: said.name, after: said })
  return { body: await readWebhook(work, id), secret }
}

/** Changes a webhook; `newSecret: true` gives it another secret, answered this once. One that is switched on again starts afresh. */
export const updateWebhook = async (
  work: Work,
  id: string,
  input: JsonObject,
): Promise<{ body: Json; secret: string | undefined }> => {
  const before = await readWebhook(work, id)
  const said = saidIn({ ...before, ...input })
  const secret = input['newSecret'] === true ? newSecret() : undefined
  await work.tx.query(
    `update webhook set name = $3, url = $4, events = $5, enabled = $6, secret = coalesce($7, secret),
       failing_since = case when $6 and not enabled then null else failing_since end,
       stopped_because = case when $6 then null else stopped_because end
     where company_id = $1 and id::text = $2`,
    [
      work.company,
      id,
      said.name,
      said.url,
      JSON.stringify(said.events),
      said.enabled,
      secret === undefined ? null : sealSecret(work.secrets, secret),
    ],
  )
  audit(work, {
    action: 'update',
    type: 'webhook',
    record: textOf(before['id']),
    label: said.name,
    before,
    after: { ...said, secretChanged: secret !== undefined },
  })
  return { body: await readWebhook(work, id), secret }
}

/** Deletes a webhook with what was told by it. */
export const deleteWebhook = async (work: Work, id: string): Promise<void> => {
  const before = await readWebhook(work, id)
  await work.tx.query(`delete from webhook_delivery where company_id = $1 and webhook_id::text = $2`, [
    work.company,
    id,
  ])
  await work.tx.query(`delete from webhook where company_id = $1 and id::text = $2`, [work.company, id])
  audit(work, {
    action: 'delete',
    type: 'webhook',
    record: textOf(before['id']),
    label: textOf(before['name']),
    before,
  })
}

/** What was told by a webhook, newest first, with what became of it. */
export const listWebhookDeliveries = (work: Work, id: string, state: string | undefined): Promise<Json[]> =>
  work.tx.rows<{ readonly [name: string]: Json }>(
    `select id, event, label, state, attempts, status, answer, error, body, at, sent_at as "sentAt", next_at as "nextAt"
     from webhook_delivery where company_id = $1 and webhook_id::text = $2 and ($3::text is null or state = $3)
     order by at desc, id desc limit 200`,
    [work.company, id, state ?? null],
  )

/** Tells once more: one message, or all of a webhook since a moment, whether they arrived or not. Answers how many. */
export const replayDeliveries = async (work: Work, id: string, input: JsonObject): Promise<Json> => {
  await readWebhook(work, id)
  const { delivery, since } = input
  const moment = typeof since === 'string' ? new Date(since) : undefined
  if (typeof delivery !== 'string' && (moment === undefined || Number.isNaN(moment.getTime())))
    throw invalid('请说明重发哪些', 'Say what to send again', [
      fieldProblem('since', '请填写时间或某一条', 'needs a moment, or `delivery` an id'),
    ])
  const { rowCount } = await work.tx.query(
    `update webhook_delivery set state = 'waiting', attempts = 0, next_at = now(), error = null
     where company_id = $1 and webhook_id::text = $2 and state <> 'sending'
       and (id::text = $3 or ($3::text is null and at >= $4::timestamptz))`,
    [work.company, id, typeof delivery === 'string' ? delivery : null, moment ?? null],
  )
  if (rowCount === 0) throw conflict('没有可以重发的消息', 'There is nothing to send again')
  return { count: rowCount }
}
