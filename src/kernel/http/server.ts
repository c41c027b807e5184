import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import fastify from 'fastify'
import type { FastifyError, FastifyInstance } from 'fastify'
import { Problem, problemStatus } from '../definition/problem.ts'
import { isTooDeep } from './body.ts'
import { putCompression } from './compression.ts'
import { languageOf } from './context.ts'
import type { ServerContext } from './context.ts'
import { putGate } from './gate.ts'
import { bodyOf, faultBody, problemOf } from './problem-body.ts'
import { aboutRoutes } from './routes/about.ts'
import { approvalRoutes } from './routes/approvals.ts'
import { auditRoutes } from './routes/audit.ts'
import { backupRoutes } from './routes/backups.ts'
import { callRoutes } from './routes/calls.ts'
import { diagnosticsRoutes } from './routes/diagnostics.ts'
import { eventRoutes } from './routes/events.ts'
import { fileRoutes } from './routes/files.ts'
import { identityProviderRoutes } from './routes/identity-providers.ts'
import { interfaceRoutes } from './routes/interfaces.ts'
import { jobRoutes } from './routes/jobs.ts'
import { ledgerRoutes } from './routes/ledgers.ts'
import { linkRoutes } from './routes/links.ts'
import { mcpRoutes } from './routes/mcp.ts'
import { noticeRoutes } from './routes/notices.ts'
import { peopleRoutes } from './routes/people.ts'
import { printJobRoutes } from './routes/print-jobs.ts'
import { printingRoutes } from './routes/printing.ts'
import { recordRoutes } from './routes/records.ts'
import { reportRoutes } from './routes/reports.ts'
import { scimRoutes } from './routes/scim.ts'
import { searchRoutes } from './routes/search.ts'
import { securityRoutes } from './routes/security.ts'
import { sessionRoutes } from './routes/session.ts'
import { signInPolicyRoutes } from './routes/sign-in-policy.ts'
import { singleSignOnRoutes } from './routes/single-sign-on.ts'
import { taskRoutes } from './routes/talk.ts'
import { transferRoutes } from './routes/transfer.ts'
import { viewRoutes } from './routes/views.ts'
import { watchRoutes } from './routes/watch.ts'
import { webhookRoutes } from './routes/webhooks.ts'
import type { DeclaredRoute } from './open-api-rest.ts'
import { putSecurityHeaders } from './security-headers.ts'
import { staticFiles } from './static-files.ts'

export interface ServerOptions {
  /** Where the browser's program was built to. */
  readonly webFolder?: string | undefined
  readonly log: (line: string) => void
  /** Whether a proxy in front says who really calls. */
  readonly trustProxy?: boolean
  /** Told of every route, so that tests can walk them all. */
  readonly onRoute?: (method: string, url: string) => void
}

const largestBody = 8 * 1024 * 1024
const largestFile = 50 * 1024 * 1024

const readJson = (app: FastifyInstance): void => {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) => {
    // Actions need no body; a client that says JSON and sends nothing means nothing.
    request.rawText = body
    if (body === '') done(null, {})
    else void parse(request, body, done)
  })
  app.addHook('preValidation', async (request) => {
    if (isTooDeep(request.body))
      throw new Problem('malformed', { zh: '请求内容嵌套过深', en: 'The body is nested too deep' })
  })
}

const answerErrors = (app: FastifyInstance, context: ServerContext, log: (line: string) => void): void => {
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    const language = languageOf(request)
    const problem = problemOf(error, context.installed.catalogue)
    reply.type('application/problem+json').header('content-language', language)
    if (problem !== undefined) {
      if (problem.kind === 'tooMany' || problem.kind === 'unavailable') reply.header('retry-after', '5')
      return reply.code(problemStatus[problem.kind]).send(JSON.stringify(bodyOf(problem, language)))
    }
    const fault = faultBody(language)
    log(
      `${fault.reference} ${request.method} ${request.routeOptions.url ?? ''} failed: ${error.stack ?? error.message}`,
    )
    return reply.code(500).send(JSON.stringify(fault))
  })
}

/** Builds the HTTP server. It listens when whoever asked for it says so. */
export const createServer = async (context: ServerContext, options: ServerOptions): Promise<FastifyInstance> => {
  const app = fastify({
    bodyLimit: largestBody,
    trustProxy: options.trustProxy ?? false,
    forceCloseConnections: true,
    requestTimeout: 120_000,
    // Addresses that cannot be decoded never reach a route.
    frameworkErrors: (error, request, reply) => {
      const problem =
        problemOf(error, context.installed.catalogue) ??
        new Problem('malformed', { zh: '地址无法读取', en: 'The address cannot be read' })
      const body = bodyOf(problem, languageOf(request))
      reply.hijack()
      reply.raw.writeHead(body.status, { 'content-type': 'application/problem+json' }).end(JSON.stringify(body))
    },
    routerOptions: { maxParamLength: 300 },
  })
  const routes: DeclaredRoute[] = []
  app.addHook('onRoute', (route) => {
    for (const method of [route.method].flat()) {
      routes.push({ method, url: route.url })
      options.onRoute?.(method, route.url)
    }
  })
  await app.register(cookie)
  await app.register(multipart, { limits: { fileSize: largestFile, files: 1, fields: 20, fieldSize: 200_000 } })
  app.decorateRequest('rawText', undefined)
  readJson(app)
  answerErrors(app, context, options.log)
  putSecurityHeaders(app)
  putGate(app, context)
  putCompression(app)
  sessionRoutes(app, context)
  securityRoutes(app, context)
  signInPolicyRoutes(app, context)
  identityProviderRoutes(app, context)
  singleSignOnRoutes(app, context)
  peopleRoutes(app, context)
  await scimRoutes(app, context)
  aboutRoutes(app, context, routes)
  searchRoutes(app, context)
  approvalRoutes(app, context)
  ledgerRoutes(app, context)
  reportRoutes(app, context)
  transferRoutes(app, context)
  jobRoutes(app, context)
  eventRoutes(app, context)
  noticeRoutes(app, context)
  taskRoutes(app, context)
  fileRoutes(app, context)
  linkRoutes(app, context)
  viewRoutes(app, context)
  webhookRoutes(app, context)
  watchRoutes(app, context)
  backupRoutes(app, context)
  auditRoutes(app, context)
  diagnosticsRoutes(app, context)
  callRoutes(app, context)
  printingRoutes(app, context)
  mcpRoutes(app, context)
  interfaceRoutes(app, context)
  printJobRoutes(app, context)
  recordRoutes(app, context)
  await staticFiles(app, options.webFolder)
  return app
}
