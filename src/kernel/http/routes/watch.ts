import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isUuid } from '../../../base/id.ts'
import type { Id } from '../../../base/id.ts'
import { systemActor } from '../../access/system-actor.ts'
import { fieldProblem, invalid } from '../../definition/problem.ts'
import type { Work } from '../../posting/work.ts'
import { dropAlertRule, listAlertRules, ownAlertRule, readAlertRule, saveAlertRule } from '../../watch/alert-rules.ts'
import type { AlertRule } from '../../watch/alert-rules.ts'
import { askQuestion } from '../../watch/compose-mail.ts'
import {
  createDashboard,
  deleteDashboard,
  findDashboard,
  listDashboards,
  updateDashboard,
} from '../../watch/dashboards.ts'
import { figureOf } from '../../watch/figure.ts'
import {
  dropSubscription,
  listSubscriptions,
  ownSubscription,
  queueRun,
  readSubscription,
  saveSubscription,
  stopByToken,
  subscriptionLog,
} from '../../watch/subscriptions.ts'
import { bodyOf, pathPart } from '../body.ts'
import { answer, change, expectedVersion } from '../context.ts'
import type { ServerContext } from '../context.ts'
import { inWork } from '../work.ts'

const config = { right: 'session' }
const idOf = (request: FastifyRequest): string => pathPart(request, 'id')

const dashboardRoutes = (app: FastifyInstance, context: ServerContext): void => {
  app.get('/api/dashboards', { config }, async (request) =>
    answer(context, request, async (work) => {
      const mayShare = work.actor.may('dashboard.share')
      const roles = mayShare
        ? await work.tx.rows(`select name, label from role where company_id = $1 order by name`, [work.company])
        : []
      return { rows: await listDashboards(work), roles, mayShare }
    }),
  )
  app.get('/api/dashboards/:id', { config }, async (request) =>
    answer(context, request, async (work) => {
      const { owner, ...dashboard } = await findDashboard(work, idOf(request))
      return { ...dashboard, own: owner === work.actor.id }
    }),
  )
  app.post('/api/dashboards', { config }, async (request, reply) => {
    const body = bodyOf(request)
    return change(context, request, reply, async (work) => ({
      status: 201,
      body: JSON.parse(JSON.stringify(await createDashboard(work, body))),
    }))
  })
  app.patch('/api/dashboards/:id', { config }, async (request, reply) => {
    const body = bodyOf(request)
    const version = expectedVersion(request)
    return change(context, request, reply, async (work) => ({
      status: 200,
      body: JSON.parse(JSON.stringify(await updateDashboard(work, idOf(request), body, version))),
    }))
  })
  app.delete('/api/dashboards/:id', { config }, async (request, reply) =>
    change(context, request, reply, async (work) => {
      await deleteDashboard(work, idOf(request))
      return { status: 204, body: null }
    }),
  )
}

/** The figure of a rule as it stands, by the rights of whoever makes it; a rule that finds none is refused. */
const valueNow = async (work: Work, rule: AlertRule): Promise<string> => {
  const { answered } = await askQuestion(work, rule.question)
  const value = figureOf(answered, rule.measure, rule.figure)
  if (value !== undefined) return value.toString()
  throw invalid('预警规则未保存', 'The rule was not saved', [
    fieldProblem('figure', '请选择报表里的一个数字列', 'choose a column of figures of the report'),
  ])
}

const alertRoutes = (app: FastifyInstance, context: ServerContext): void => {
  app.get('/api/alert-rules', { config }, async (request) =>
    answer(context, request, async (work) => ({ rows: await listAlertRules(work) })),
  )
  app.post('/api/alert-rules', { config }, async (request, reply) => {
    const body = bodyOf(request)
    const value = await answer(context, request, (work) => valueNow(work, readAlertRule(work, body)))
    return change(context, request, reply, async (work) => {
      const rule = readAlertRule(work, body)
      saveAlertRule(work, rule)
      return { status: 201, body: { id: rule.id, value } }
    })
  })
  app.patch('/api/alert-rules/:id', { config }, async (request, reply) => {
    const body = bodyOf(request)
    const value = await answer(context, request, async (work) =>
      valueNow(work, readAlertRule(work, body, await ownAlertRule(work, idOf(request)))),
    )
    return change(context, request, reply, async (work) => {
      const rule = readAlertRule(work, body, await ownAlertRule(work, idOf(request)))
      saveAlertRule(work, rule)
      return { status: 200, body: { id: rule.id, value } }
    })
  })
  app.delete('/api/alert-rules/:id', { config }, async (request, reply) =>
    change(context, request, reply, async (work) => {
      await dropAlertRule(work, idOf(request))
      return { status: 204, body: null }
    }),
  )
}

const subscriptionRoutes = (app: FastifyInstance, context: ServerContext): void => {
  app.get('/api/subscriptions', { config }, async (request) =>
    answer(context, request, async (work) => ({ rows: await listSubscriptions(work) })),
  )
  app.get('/api/subscriptions/:id/runs', { config }, async (request) =>
    answer(context, request, async (work) => ({ rows: await subscriptionLog(work, idOf(request)) })),
  )
  app.post('/api/subscriptions', { config }, async (request, reply) => {
    const body = bodyOf(request)
    return change(context, request, reply, async (work) => {
      const made = await readSubscription(work, body)
      saveSubscription(work, made)
      return { status: 201, body: { id: made.id } }
    })
  })
  app.patch('/api/subscriptions/:id', { config }, async (request, reply) => {
    const body = bodyOf(request)
    return change(context, request, reply, async (work) => {
      const next = await readSubscription(work, body, await ownSubscription(work, idOf(request)))
      saveSubscription(work, next)
      return { status: 200, body: { id: next.id } }
    })
  })
  app.post('/api/subscriptions/:id/send', { config }, async (request, reply) =>
    change(context, request, reply, async (work) => {
      const { id } = await ownSubscription(work, idOf(request))
      queueRun(work, id, work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai')))
      return { status: 202, body: { id } }
    }),
  )
  app.delete('/api/subscriptions/:id', { config }, async (request, reply) =>
    change(context, request, reply, async (work) => {
      await dropSubscription(work, idOf(request))
      return { status: 204, body: null }
    }),
  )
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const paper = (words: string): string =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>算盘</title><style>body{font:16px/1.6 sans-serif;max-width:32em;margin:4em auto;padding:0 1em}button{font:inherit;padding:.4em 1.2em}</style>
${words}</html>`

/**
 * The link in a mail that stops it, without sign-in. Opening it asks; only the button stops, because mail programs open links by
 * themselves.
 */
const stopRoutes = (app: FastifyInstance, context: ServerContext): void => {
  const open = { config: { right: 'public' } }
  app.get('/api/subscription-stop/:token', open, async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(
      paper(
        `<h1>停止发送？</h1><p>停止后这份报表不再寄到此邮箱；在算盘的“预警与订阅”里可以重新启用。</p>
<form method="post" enctype="text/plain"><button>停止发送 Stop these mails</button></form>`,
      ),
    ),
  )
  app.post('/api/subscription-stop/:token', open, async (request, reply) => {
    const [company = '', secret = ''] = pathPart(request, 'token').split('.')
    const name = isUuid(company)
      ? await inWork(context, { company: company as Id<'company'>, actor: systemActor }, (work) =>
          stopByToken(work, secret),
        )
      : undefined
    const words =
      name === undefined
        ? '<h1>链接无效</h1><p>请使用最近一封邮件里的链接，或在算盘的“预警与订阅”里停用。</p>'
        : `<h1>已停止</h1><p>“${escaped(name)}”不再寄送。</p>`
    return reply
      .code(name === undefined ? 404 : 200)
      .type('text/html; charset=utf-8')
      .send(paper(words))
  })
}

/** Dashboards, rules that watch figures, and reports by mail: each person's own, with the rights they have. */
export const watchRoutes = (app: FastifyInstance, context: ServerContext): void => {
  dashboardRoutes(app, context)
  alertRoutes(app, context)
  subscriptionRoutes(app, context)
  stopRoutes(app, context)
}
