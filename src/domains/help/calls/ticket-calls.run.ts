import { newId } from '../../../base/id.ts'
import type { Json } from '../../../base/json.ts'
import { fieldProblem, invalid } from '../../../kernel/definition/problem.ts'
import { audit } from '../../../kernel/audit/audit.ts'
import { defineCallRun } from '../../../kernel/documents/installed.ts'
import { notify } from '../../../kernel/notices/notify.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { answersTickets, deskOf, findTicket, listTickets, repliesOf, ticketJson } from '../desk/read-tickets.ts'
import { afterServiceHours, serviceTargets } from '../desk/service-clock.ts'
import type { Urgency } from '../desk/service-clock.ts'
import { helpDesk, readTicket, replyTicket, sendFeedback, setHelpDesk, solveTicket, tickets } from './ticket-calls.ts'

/** What follows the commit of a ticket: its mail. */
export const ticketFollowUp = 'ticketMail'

const refuse = (field: string, zh: string, en: string) =>
  invalid('反馈没有发出', 'It was not sent', [fieldProblem(field, zh, en)])

const urgencyOf = (text: string | null | undefined): Urgency => (text === 'urgent' || text === 'low' ? text : 'normal')

const nextNumber = async (work: Work): Promise<number> => {
  const [row] = await work.tx.rows<{ last: string }>(
    `insert into number_series (company_id, series, last) values ($1, 'help-ticket', 1)
     on conflict (company_id, series) do update set last = number_series.last + 1 returning last::text as last`,
    [work.company],
  )
  return Number(row?.last ?? '1')
}

/** A picture of two million characters is a large screen; more is not a screenshot. */
const longestPicture = 2_800_000

const checked = (
  title: string | null | undefined,
  text: string | null | undefined,
  picture: string | null | undefined,
) => {
  if ((title ?? '').trim() === '') throw refuse('title', '请写一个标题', 'give it a title')
  if ((text ?? '').trim() === '') throw refuse('text', '请说明发生了什么', 'say what happened')
  if (picture && !/^data:image\/(?:png|jpeg|webp);base64,/u.test(picture))
    throw refuse('screenshot', '截图应为图片', 'is not a picture')
  if (picture && picture.length > longestPicture) throw refuse('screenshot', '截图过大，请缩小', 'is too large')
}

const tell = (work: Work, to: Parameters<typeof notify>[1]['to'], key: string, zh: string, en: string): void =>
  notify(work, { to, key: `ticket/${key}`, text: { zh, en } })

export const runSendFeedback = defineCallRun(sendFeedback, async (given, work): Promise<Json> => {
  checked(given.title, given.text, given.screenshot)
  const id = newId<'ticket'>()
  const now = work.clock.now()
  const urgency = urgencyOf(given.urgency)
  const number = await nextNumber(work)
  const title = (given.title ?? '').trim()
  await work.tx.query(
    `insert into help_ticket (company_id, id, number, kind, urgency, title, text, context, screenshot, user_id, user_name, state,
       opened_at, answer_by, solve_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9, $10, $11, 'open', $12, $13, $14)`,
    [
      work.company,
      id,
      number,
      given.kind ?? 'question',
      urgency,
      title,
      (given.text ?? '').trim(),
      JSON.stringify(given.context ?? {}),
      given.screenshot ?? null,
      work.actor.id,
      work.actor.name,
      now,
      afterServiceHours(now, serviceTargets[urgency].answer),
      afterServiceHours(now, serviceTargets[urgency].solve),
    ],
  )
  await work.tx.query(`insert into follow_up (company_id, id, kind, subject, at) values ($1, $2, $3, $4, $5)`, [
    work.company,
    newId<'followUp'>(),
    ticketFollowUp,
    id,
    now,
  ])
  audit(work, { action: 'create', type: 'ticket', record: id, label: title })
  tell(work, { right: 'company.update' }, `${id}/new`, `新工单：${title}`, `New ticket: ${title}`)
  return ticketJson(work, await findTicket(work, id))
})

export const runTickets = defineCallRun(tickets, async ({ all }, work): Promise<Json> => {
  const answers = answersTickets(work)
  const rows = await listTickets(work, all === true && answers)
  return { answers, rows: rows.map((row) => ticketJson(work, row)) }
})

export const runReadTicket = defineCallRun(readTicket, async ({ ticket }, work): Promise<Json> => {
  const row = await findTicket(work, ticket ?? '')
  const replies = await repliesOf(work, row.id)
  return {
    ...ticketJson(work, row),
    text: row.text,
    context: row.context,
    screenshot: row.screenshot,
    mine: row.user_id === work.actor.id,
    replies: replies.map((reply) => ({ ...reply })),
  }
})

export const runReplyTicket = defineCallRun(replyTicket, async ({ ticket, text }, work): Promise<Json> => {
  const words = (text ?? '').trim()
  if (words === '') throw refuse('text', '请写回复内容', 'say something')
  const row = await findTicket(work, ticket ?? '')
  const fromDesk = row.user_id !== work.actor.id
  const now = work.clock.now()
  await work.tx.query(
    `insert into help_reply (company_id, id, ticket, user_name, from_desk, text, at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [work.company, newId<'reply'>(), row.id, work.actor.name, fromDesk, words, now],
  )
  // The first word from who helps stops the clock of the answer; who asks again opens it again, with the time it took kept.
  await work.tx.query(
    fromDesk
      ? `update help_ticket set state = 'answered', answered_at = coalesce(answered_at, $3) where company_id = $1 and id::text = $2`
      : `update help_ticket set state = 'open', solved_at = null where company_id = $1 and id::text = $2 and $3::timestamptz is not null`,
    [work.company, row.id, now],
  )
  const to = fromDesk ? { user: row.user_id } : { right: 'company.update' }
  tell(work, to, `${row.id}/${now.getTime()}`, `工单有回复：${row.title}`, `Your ticket was answered: ${row.title}`)
  return ticketJson(work, await findTicket(work, row.id))
})

export const runSolveTicket = defineCallRun(solveTicket, async ({ ticket, solved }, work): Promise<Json> => {
  const row = await findTicket(work, ticket ?? '')
  const now = work.clock.now()
  await work.tx.query(
    `update help_ticket set state = $3, solved_at = $4, answered_at = coalesce(answered_at, $4) where company_id = $1 and id::text = $2`,
    [work.company, row.id, solved === false ? 'open' : 'solved', solved === false ? null : now],
  )
  if (row.user_id !== work.actor.id && solved !== false)
    tell(
      work,
      { user: row.user_id },
      `${row.id}/solved`,
      `工单已解决：${row.title}`,
      `Your ticket is solved: ${row.title}`,
    )
  return ticketJson(work, await findTicket(work, row.id))
})

export const runHelpDesk = defineCallRun(helpDesk, async (_parameters, work): Promise<Json> => {
  const { mail, adviser, phone, bundle } = await deskOf(work)
  return { adviser, phone, bundle, mail: answersTickets(work) ? mail : '', sends: mail !== '' }
})

export const runSetHelpDesk = defineCallRun(setHelpDesk, async (given, work): Promise<Json> => {
  const mail = (given.mail ?? '').trim()
  if (mail !== '' && !/^[^\s@<>]+@[^\s@<>]+$/u.test(mail)) throw refuse('mail', '邮箱格式有误', 'is not a mail address')
  await work.tx.query(
    `insert into help_desk (company_id, mail, adviser, phone, bundle) values ($1, $2, $3, $4, $5)
     on conflict (company_id) do update set mail = $2, adviser = $3, phone = $4, bundle = $5`,
    [work.company, mail, given.adviser ?? '', given.phone ?? '', given.bundle !== false],
  )
  audit(work, { action: 'update', type: 'helpDesk', record: work.company, label: '服务台', after: { mail } })
  return { ...(await deskOf(work)) }
})
