import { Problem } from '../definition/problem.ts'
import { systemActor } from '../access/system-actor.ts'
import { audit } from '../audit/audit.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Transaction } from '../database/transaction.ts'
import type { Id } from '../../base/id.ts'
import { inWork } from '../http/work.ts'
import type { WorkSource } from '../http/work.ts'
import { openCompanyWorker } from '../jobs/company-worker.ts'
import type { CompanyWorker } from '../jobs/company-worker.ts'
import { openSettings } from '../notices/channels/channel-secrets.ts'
import { mailServerOf } from '../notices/channels/channels.ts'
import type { ChannelSettings } from '../notices/channels/channels.ts'
import { sendMail } from '../notices/channels/smtp-client.ts'
import type { Work } from '../posting/work.ts'
import { noteAlert, takeAlertRules } from './alert-rules.ts'
import type { AlertRule } from './alert-rules.ts'
import { askQuestion, asPerson, attachmentOf, composeMail } from './compose-mail.ts'
import { figureOf } from './figure.ts'
import { makeStopToken, subscriptionOf } from './subscriptions.ts'
import type { Subscription } from './subscriptions.ts'

interface Run {
  readonly id: string
  readonly subscription: string
  readonly dueOn: string
  readonly attempts: number
}

/** Minutes until the next try, after each failed one; then it is given up, and the log says so. */
const pauses = [1, 10, 60] as const
const leaseMinutes = 10

const wordsOf = (error: unknown): string =>
  (error instanceof Problem ? error.text.zh : error instanceof Error ? error.message : String(error)).slice(0, 500)

const takeRun = async (work: Work): Promise<Run | undefined> => {
  const rows = await work.tx.rows<Run>(
    `update subscription_run set state = 'sending', attempts = attempts + 1, next_at = $2::timestamptz + make_interval(mins => ${leaseMinutes})
     where company_id = $1 and id = (select id from subscription_run
       where company_id = $1 and state in ('waiting', 'sending') and next_at <= $2 order by next_at limit 1 for update skip locked)
     returning id, subscription_id as subscription, due_on::text as "dueOn", attempts`,
    [work.company, work.clock.now()],
  )
  return rows[0]
}

const mailSettings = async (work: Work): Promise<ChannelSettings> => {
  const rows = await work.tx.rows<{ settings: ChannelSettings }>(
    `select settings from message_channel where company_id = $1 and name = 'mail' and enabled`,
    [work.company],
  )
  if (rows[0] === undefined) throw new Error('邮件通道未启用，请管理员在设置中接好')
  return openSettings(work.secrets, rows[0].settings)
}

/** Who watches figures and mails what was subscribed to, each with the rights of the person it is for. */
export const openWatcher = (
  source: WorkSource,
  publicUrl: string | undefined,
  log: (line: string) => void,
): CompanyWorker => {
  const asSystem = <T>(company: Id<'company'>, step: (work: Work) => Promise<T>): Promise<T> =>
    inWork(source, { company, actor: systemActor }, step)

  const look = async (company: Id<'company'>, rule: AlertRule): Promise<void> => {
    const found = await asPerson(source, company, rule.owner, async (work) => {
      const { answered } = await askQuestion(work, rule.question)
      const value = figureOf(answered, rule.measure, rule.figure)
      return value === undefined ? { error: '报表中没有这一列，或您已无权查看' } : { value: value.toString() }
    }).catch((error: unknown) => ({ error: wordsOf(error) }))
    await asSystem(company, async (work) => noteAlert(work, rule, found))
  }

  const send = async (company: Id<'company'>, run: Run, subscription: Subscription): Promise<string> => {
    const { lines, sheets } = await asPerson(source, company, subscription.owner, (work) =>
      composeMail(work, subscription),
    )
    const attachments = await Promise.all(
      sheets.map((sheet) => attachmentOf(sheet, subscription.format, source.dataDir)),
    )
    const { settings, token } = await asSystem(company, async (work) => {
      const { id, name, address } = subscription
      audit(work, { action: 'export', type: 'subscription', record: id, label: name, after: { address } })
      return { settings: await mailSettings(work), token: makeStopToken(work, id) }
    })
    const stop = `${publicUrl ?? ''}/api/subscription-stop/${token}`
    return sendMail(mailServerOf(settings), {
      id: run.id,
      from: settings['from'] ?? '',
      to: subscription.address,
      subject: `${subscription.name} ${run.dueOn}`,
      text: [...lines, '', ...attachments.map((file) => `附件：${file.name}`), '', `不再接收：${stop}`].join('\n'),
      attachments,
    })
  }

  const note = (
    company: Id<'company'>,
    run: Run,
    state: string,
    said: { answer?: string; error?: string; minutes?: number },
  ) =>
    asSystem(company, async (work) =>
      work.tx.send(
        `update subscription_run set state = $3, answer = $4, error = $5, next_at = $6::timestamptz + make_interval(mins => $7),
           sent_at = case when $3 = 'sent' then $6::timestamptz end where company_id = $1 and id = $2`,
        [company, run.id, state, said.answer ?? null, said.error ?? null, work.clock.now(), said.minutes ?? 0],
      ),
    )

  const carry = async (company: Id<'company'>, run: Run): Promise<void> => {
    try {
      const subscription = await asSystem(company, (work) => subscriptionOf(work, run.subscription))
      if (subscription === undefined) throw new Problem('notFound', { zh: '订阅已删除', en: 'It was deleted' })
      await note(company, run, 'sent', { answer: (await send(company, run, subscription)).slice(0, 500) })
    } catch (error) {
      // Who may not see it any more is not asked again; a mail server may come back.
      const pause = error instanceof Problem ? undefined : pauses[run.attempts - 1]
      const state = pause === undefined ? 'failed' : 'waiting'
      await note(company, run, state, { error: wordsOf(error), minutes: pause ?? 0 })
    }
  }

  const isDue = async (tx: Transaction, company: string): Promise<boolean> => {
    const due = await tx.rows(
      `select 1 from alert_rule where company_id = $1 and enabled and next_at <= $2
       union all select 1 from subscription_run where company_id = $1 and state in ('waiting', 'sending') and next_at <= $2 limit 1`,
      [company, source.clock.now()],
    )
    return due.length > 0
  }

  return openCompanyWorker(source, log, {
    failure: 'figures cannot be watched, or reports not mailed',
    isDue,
    step: async (text) => {
      const company = text as Id<'company'>
      // Looked at first without writing: what is written wakes whoever follows, and so this too.
      if (!(await inTransaction(source.pool, { company, readOnly: true }, (tx) => isDue(tx, company)))) return false
      const rules = await asSystem(company, takeAlertRules)
      for (const rule of rules) await look(company, rule)
      const run = await asSystem(company, takeRun)
      if (run !== undefined) await carry(company, run)
      return true
    },
  })
}
