import type { FastifyInstance } from 'fastify'
import { inTransaction } from '../../database/transaction.ts'
import { answer, languageOf } from '../context.ts'
import type { ServerContext } from '../context.ts'
import { catalogueJson } from '../catalogue-json.ts'
import { openApi } from '../open-api.ts'
import type { DeclaredRoute } from '../open-api-rest.ts'
import { pendingTransfers } from '../../posting/pending-transfers.ts'
import { verifyAuditChain } from '../../audit/audit-chain.ts'
import type { Work } from '../../posting/work.ts'

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

/** What the installation is: alive, what it defines, what it answers, whether its books are sound. */
export const aboutRoutes = (app: FastifyInstance, context: ServerContext, routes: readonly DeclaredRoute[]): void => {
  const catalogue = JSON.stringify(catalogueJson(context.installed))
  app.get('/api/health', { config: { right: 'public' } }, async (_request, reply) => {
    const state = await health(context)
    return reply.code(state.database === 'up' ? 200 : 503).send(state)
  })
  app.get('/api/catalogue', { config: { right: 'session' } }, async (_request, reply) =>
    reply.type('application/json').send(catalogue),
  )
  app.get('/api/openapi.json', { config: { right: 'session' } }, async () =>
    openApi(context.installed.catalogue, context.version, routes),
  )
  app.get('/api/checks', { config: { right: 'books.check' } }, async (request, reply) => {
    reply.header('content-language', languageOf(request))
    return answer(context, request, (work) => runChecks(context, work))
  })
}
