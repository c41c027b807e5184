import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Json } from '../../../base/json.ts'
import { textOf } from '../../../base/text.ts'
import { inTransaction } from '../../database/transaction.ts'
import { Problem } from '../../definition/problem.ts'
import type { FieldProblem, Message } from '../../definition/problem.ts'
import {
  createInterface,
  definitionAt,
  interfaceByToken,
  listInterfaces,
  mappingIn,
  mappingProblems,
  readInterface,
  removeInterface,
  updateInterface,
} from '../../mapping/interfaces.ts'
import { mapRecord, recordsIn } from '../../mapping/map-record.ts'
import { messageFormats, readMessage } from '../../mapping/read-message.ts'
import { receive, replay } from '../../mapping/receive.ts'
import type { Received } from '../../mapping/receive.ts'
import { bodyOf, pathPart } from '../body.ts'
import { answer, change, languageOf } from '../context.ts'
import type { ServerContext } from '../context.ts'
import { bodyOf as problemBody } from '../problem-body.ts'
import type { Language } from '../language.ts'
import { rateLimit } from '../rate-limit.ts'
import { originOf } from '../site.ts'

const path = '/api/interfaces'

const told = (request: FastifyRequest, received: readonly Received[]) =>
  received.map(({ problem, ...one }) => ({
    ...one,
    ...(problem === undefined ? {} : { problem: problemBody(problem, languageOf(request)) }),
  }))

/** What a mapping makes of a sample, without writing anything. */
const tryRoute = (app: FastifyInstance, context: ServerContext): void => {
  app.post(`${path}/try`, { config: { right: 'interface.update' } }, async (request) => {
    const body = bodyOf(request)
    const mapping = mappingIn(body['mapping'])
    const definition = definitionAt(context.installed.catalogue, textOf(body['type']))
    const problems = definition === undefined ? [] : mappingProblems(definition, mapping)
    if (problems.length > 0)
      throw new Problem('invalid', { zh: '对应关系有误', en: 'The mapping is not right yet' }, problems)
    const format = messageFormats.find((one) => one === body['format']) ?? 'json'
    const records = recordsIn(readMessage(textOf(body['sample']), format), mapping)
    return { rows: records.slice(0, 20).map((one) => mapRecord(one, mapping)), count: records.length }
  })
}

interface KeptError {
  readonly text: Message
  readonly errors: readonly FieldProblem[]
}

/** Why a record was refused, in one line, each field at fault named. */
const errorLine = (error: KeptError | null, language: Language): string | null =>
  error === null
    ? null
    : [error.text[language], ...error.errors.map((one) => `${one.path} ${one.message[language]}`)].join('；')

/** The log of an interface, and taking records of it once more. */
const logRoutes = (app: FastifyInstance, context: ServerContext): void => {
  app.get(`${path}/:id/messages`, { config: { right: 'interface.read' } }, (request) =>
    answer(context, request, async (work) => {
      const { id, type } = await readInterface(work, pathPart(request, 'id'))
      const rows = await work.tx.rows<{ readonly error: KeptError | null; readonly state: string }>(
        `select id, external_id as "externalId", state, record_id as record, label, error, at from inbound_message
         where company_id = $1 and interface_id = $2 order by at desc, id desc limit 200`,
        [work.company, id],
      )
      const language = languageOf(request)
      return {
        rows: rows.map(({ error, state, ...row }) => ({
          ...row,
          type,
          state: state === 'done' ? 'sent' : state,
          error: errorLine(error, language),
        })),
      }
    }),
  )
  app.post(`${path}/:id/replay`, { config: { right: 'interface.update' } }, async (request) => {
    const { message } = bodyOf(request)
    const { asked, sources } = await answer(context, request, async (work) => {
      const found = await readInterface(work, pathPart(request, 'id'))
      const rows = await work.tx.rows<{ readonly source: Json }>(
        `select source from inbound_message where company_id = $1 and interface_id = $2 and state = 'failed'
           and ($3::text is null or id::text = $3) order by at, id limit 1000`,
        [work.company, found.id, message === undefined ? null : textOf(message)],
      )
      return { asked: found, sources: rows.map((row) => row.source) }
    })
    return { results: told(request, await replay(context, asked, sources)) }
  })
}

/** Where other systems leave their records: the token in the address is what lets them in. */
const doorRoute = (app: FastifyInstance, context: ServerContext): void => {
  for (const type of ['text/csv', 'application/xml', 'text/xml', 'text/plain'])
    app.addContentTypeParser(type, { parseAs: 'string' }, (_request, body, done) => done(null, body))
  const limit = rateLimit(600, { zh: '请求过于频繁，请稍后再试', en: 'Too many requests; try again later' })
  app.post('/api/inbound/:token', { config: { right: 'public' } }, async (request, reply) => {
    limit(request.ip)
    const asked = await inTransaction(context.pool, { readOnly: true }, (tx) =>
      interfaceByToken(tx, pathPart(request, 'token')),
    )
    if (asked === undefined)
      throw new Problem('unauthenticated', {
        zh: '接口地址无效或已停用',
        en: 'The address is not valid, or not in use',
      })
    const text =
      request.rawText ?? (typeof request.body === 'string' ? request.body : JSON.stringify(request.body ?? null))
    const results = await receive(context, asked, text)
    const failed = results.filter(({ state }) => state === 'failed').length
    // What was refused is told record by record; where nothing was taken, the whole is refused.
    return reply.code(failed > 0 && failed === results.length ? 422 : 200).send({ results: told(request, results) })
  })
}

/** Interfaces that people draw without code: other systems' records become drafts or posted documents here. */
export const interfaceRoutes = (app: FastifyInstance, context: ServerContext): void => {
  doorRoute(app, context)
  tryRoute(app, context)
  logRoutes(app, context)
  app.get(path, { config: { right: 'interface.read' } }, async (request) => ({
    rows: await answer(context, request, (work) => listInterfaces(work)),
  }))
  app.post(path, { config: { right: 'interface.create' } }, (request, reply) =>
    change(context, request, reply, async (work) => {
      const { id, token } = await createInterface(work, bodyOf(request))
      return { status: 201, body: { id }, secret: { address: `${originOf(context, request)}/api/inbound/${token}` } }
    }),
  )
  app.patch(`${path}/:id`, { config: { right: 'interface.update' } }, (request, reply) =>
    change(context, request, reply, async (work) => {
      await updateInterface(work, pathPart(request, 'id'), bodyOf(request))
      return { status: 204, body: null }
    }),
  )
  app.delete(`${path}/:id`, { config: { right: 'interface.delete' } }, (request, reply) =>
    change(context, request, reply, async (work) => {
      await removeInterface(work, pathPart(request, 'id'))
      return { status: 204, body: null }
    }),
  )
}
