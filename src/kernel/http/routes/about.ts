import type { FastifyInstance, FastifyRequest } from 'fastify'
import { actorOf } from '../../access/caller.ts'
import type { Caller } from '../../access/caller.ts'
import { inTransaction } from '../../database/transaction.ts'
import { answer, callerOf, languageOf } from '../context.ts'
import type { ServerContext } from '../context.ts'
import { catalogueJson } from '../catalogue-json.ts'
import { openApi } from '../open-api.ts'
import type { DeclaredRoute } from '../open-api-rest.ts'
import { pendingTransfers } from '../../posting/pending-transfers.ts'
import { verifyAuditChain } from '../../audit/audit-chain.ts'
import { shownTo } from '../../own/company-view.ts'
import type { Installed, Work } from '../../posting/work.ts'

const health = async (context: ServerContext) => {
  const started = performance.now()
  const database = await inTransaction(context.pool, { readOnly: true }, (tx) => tx.rows('select 1 as ok')).then(
    () => 'up',
    () => 'down',
  )
  return {
    status: database === 'up' ? 'ok' : 'degraded',
    version: context.version,
    database,
    milliseconds: Math.round(performance.now() - started),
  }
}

/** Runs every invariant of the books, the trail's among them. */
const runChecks = async (context: ServerContext, work: Work) => {
  const results = []
  for (const check of context.installed.bookChecks) {
    const violations = await check.violations(work)
    results.push({
      name: check.name,
      label: check.label,
      ok: violations.length === 0,
      detail: violations.length === 0 ? '' : violations.join('；'),
      ...(violations[0] === undefined ? {} : { first: violations[0] }),
    })
  }
  const waiting = await pendingTransfers(work)
  results.push({
    name: 'pendingTransfers',
    label: '各模块之间待同步的数据为零',
    ok: waiting.length === 0,
    detail: waiting.join('；'),
  })
  const broken = await verifyAuditChain(work.tx, work.company)
  results.push({ name: 'auditChain', label: '操作记录完整', ok: broken === undefined, detail: broken ?? '' })
  return results
}

/** The product as the caller's company has shaped it; as it is, for who acts in none. */
const shapedFor = (context: ServerContext, request: FastifyRequest): Promise<Installed> =>
  callerOf(request).company === undefined
    ? Promise.resolve(context.installed)
    : answer(context, request, async (work) => work.installed)

/** Made once for each company's shape and set of roles. */
const shapes = new WeakMap<Installed, Map<string, string>>()

const catalogueFor = (installed: Installed, caller: Caller): string => {
  const roles = actorOf(caller).roles ?? []
  const byRoles = shapes.get(installed) ?? new Map<string, string>()
  shapes.set(installed, byRoles)
  const key = roles.toSorted().join()
  const made = byRoles.get(key) ?? JSON.stringify(catalogueJson(installed, roles))
  byRoles.set(key, made)
  return made
}

/** What the installation is: alive, what it defines, what it answers, whether its books are sound. */
export const aboutRoutes = (app: FastifyInstance, context: ServerContext, routes: readonly DeclaredRoute[]): void => {
  const product = JSON.stringify(catalogueJson(context.installed))
  app.get('/api/health', { config: { right: 'public' } }, async (_request, reply) => {
    const state = await health(context)
    return reply.code(state.database === 'up' ? 200 : 503).send(state)
  })
  app.get('/api/catalogue', { config: { right: 'session' } }, async (request, reply) => {
    const installed = await shapedFor(context, request)
    const shaped = installed === context.installed ? product : catalogueFor(installed, callerOf(request))
    return reply.type('application/json').send(shaped)
  })
  app.get('/api/openapi.json', { config: { right: 'session' } }, async (request) => {
    const { catalogue, product: bare } = await shapedFor(context, request)
    const roles = actorOf(callerOf(request)).roles ?? []
    return openApi(bare === undefined ? catalogue : shownTo(catalogue, roles), context.version, routes)
  })
  app.get('/api/checks', { config: { right: 'books.check' } }, async (request, reply) => {
    reply.header('content-language', languageOf(request))
    return answer(context, request, (work) => runChecks(context, work))
  })
}
