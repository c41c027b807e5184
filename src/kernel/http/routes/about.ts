import type { FastifyInstance, FastifyRequest } from 'fastify'
import { actorOf } from '../../access/caller.ts'
import { inTransaction } from '../../database/transaction.ts'
import type { Catalogue } from '../../definition/domain.ts'
import { isUnused } from '../../documents/shared-records.ts'
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

/** The product as a company has shaped it, and the entities that fields go with and that it never had a record of. */
interface Shape {
  readonly installed: Installed
  readonly unused: ReadonlySet<string>
}

const nothing: ReadonlySet<string> = new Set()

/** The product as the caller's company has shaped it; as it is, for who acts in none. */
const shapedFor = (context: ServerContext, request: FastifyRequest): Promise<Shape> =>
  callerOf(request).company === undefined
    ? Promise.resolve({ installed: context.installed, unused: nothing })
    : answer(context, request, async (work) => ({
        installed: work.installed,
        unused: new Set(goneWith(context.installed.catalogue).filter((entity) => isUnused(work, entity))),
      }))

const gone = new WeakMap<Catalogue, readonly string[]>()

/** The entities that fields of the product go with. */
const goneWith = (catalogue: Catalogue): readonly string[] => {
  const known = gone.get(catalogue)
  if (known !== undefined) return known
  const definitions = [...catalogue.entities.values(), ...catalogue.documents.values()]
  const fields = definitions.flatMap((one) => [
    ...Object.values(one.sort === 'document' ? one.header : one.fields),
    ...Object.values(one.tables).flatMap((table) => Object.values(table.fields)),
  ])
  const found = [...new Set(fields.flatMap((field) => field.onlyWith ?? []))].toSorted()
  gone.set(catalogue, found)
  return found
}

/** Made once for each company's shape and set of roles. */
const shapes = new WeakMap<Installed, Map<string, string>>()

const catalogueFor = ({ installed, unused }: Shape, roles: readonly string[]): string => {
  const byRoles = shapes.get(installed) ?? new Map<string, string>()
  shapes.set(installed, byRoles)
  const key = `${roles.toSorted().join()}/${[...unused].join()}`
  const made = byRoles.get(key) ?? JSON.stringify(catalogueJson(installed, { roles, unused }))
  byRoles.set(key, made)
  return made
}

/** What the installation is: alive, what it defines, what it answers, whether its books are sound. */
export const aboutRoutes = (app: FastifyInstance, context: ServerContext, routes: readonly DeclaredRoute[]): void => {
  app.get('/api/health', { config: { right: 'public' } }, async (_request, reply) => {
    const state = await health(context)
    return reply.code(state.database === 'up' ? 200 : 503).send(state)
  })
  app.get('/api/catalogue', { config: { right: 'session' } }, async (request, reply) => {
    const shape = await shapedFor(context, request)
    const isProduct = shape.installed === context.installed
    const shaped = catalogueFor(shape, isProduct ? [] : (actorOf(callerOf(request)).roles ?? []))
    return reply.type('application/json').send(shaped)
  })
  app.get('/api/openapi.json', { config: { right: 'session' } }, async (request) => {
    const { catalogue, product: bare } = (await shapedFor(context, request)).installed
    const roles = actorOf(callerOf(request)).roles ?? []
    return openApi(bare === undefined ? catalogue : shownTo(catalogue, roles), context.version, routes)
  })
  app.get('/api/checks', { config: { right: 'books.check' } }, async (request, reply) => {
    reply.header('content-language', languageOf(request))
    return answer(context, request, (work) => runChecks(context, work))
  })
}
