import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Json } from '../../../base/json.ts'
import { textOf } from '../../../base/text.ts'
import { problemStatus } from '../../definition/problem.ts'
import { problemOf } from '../problem-body.ts'
import { isScimObject, readFilter } from '../../scim/filter.ts'
import type { ScimObject } from '../../scim/filter.ts'
import { patched } from '../../scim/patch.ts'
import {
  changeUser,
  dropRole,
  dropUser,
  provisionRole,
  provisionUser,
  renameRole,
  scimRole,
  scimUser,
  scimUsers,
  setMembers,
} from '../../scim/provisioning.ts'
import { groupResource, listRoles, membersAt, textAt, userResource } from '../../scim/resources.ts'
import { resourceTypes, schemas, serviceConfig } from '../../scim/service.ts'
import { ScimProblem } from '../../scim/scim-problem.ts'
import type { Work } from '../../posting/work.ts'
import { pathPart, queryOf } from '../body.ts'
import { actingOf, answer } from '../context.ts'
import type { ServerContext } from '../context.ts'
import { inWork } from '../work.ts'

const base = '/scim/v2'
const mostPerPage = 200
const listSchema = 'urn:ietf:params:scim:api:messages:2.0:ListResponse'
const errorSchema = 'urn:ietf:params:scim:api:messages:2.0:Error'

const bodyIn = (request: FastifyRequest): ScimObject => {
  const body = request.body as Json | undefined
  if (!isScimObject(body)) throw new ScimProblem(400, 'The body is no object', 'invalidSyntax')
  return body
}

const numberIn = (text: string | undefined, unless: number): number => {
  if (text === undefined) return unless
  if (!/^-?\d{1,9}$/.test(text)) throw new ScimProblem(400, 'startIndex and count are whole numbers', 'invalidValue')
  return Number(text)
}

const without = (resource: ScimObject, names: readonly string[], isKept: boolean): ScimObject =>
  Object.fromEntries(
    Object.entries(resource).filter(
      ([name]) => ['schemas', 'id'].includes(name) || names.includes(name.toLowerCase()) === isKept,
    ),
  )

/** The attributes that were asked for (RFC 7644 §3.9). */
const asked = (resource: ScimObject, query: Readonly<Record<string, string | undefined>>): ScimObject => {
  const names = (text: string) => text.split(',').map((one) => one.trim().split('.')[0]?.toLowerCase() ?? '')
  if (query['attributes'] !== undefined) return without(resource, names(query['attributes']), true)
  return query['excludedAttributes'] === undefined
    ? resource
    : without(resource, names(query['excludedAttributes']), false)
}

/** A page of what the filter lets through; counting begins at one (RFC 7644 §3.4.2.4). */
const listed = (resources: readonly ScimObject[], request: FastifyRequest): ScimObject => {
  const query = queryOf(request)
  const { filter } = query
  const found = filter === undefined ? resources : resources.filter(readFilter(filter))
  const start = Math.max(1, numberIn(query['startIndex'], 1))
  const count = Math.min(mostPerPage, Math.max(0, numberIn(query['count'], mostPerPage)))
  const page = found.slice(start - 1, start - 1 + count).map((one) => asked(one, query))
  return {
    schemas: [listSchema],
    totalResults: found.length,
    startIndex: start,
    itemsPerPage: page.length,
    Resources: page,
  }
}

const answerErrors = (app: FastifyInstance, context: ServerContext): void => {
  app.setErrorHandler(async (error, _request, reply) => {
    const problem = error instanceof ScimProblem ? undefined : problemOf(error, context.installed.catalogue)
    if (!(error instanceof ScimProblem) && problem === undefined) throw error
    const isInvalid = problem?.kind === 'invalid'
    const said =
      error instanceof ScimProblem
        ? error
        : new ScimProblem(
            isInvalid ? 400 : problemStatus[problem?.kind ?? 'malformed'],
            problem?.message ?? '',
            isInvalid ? 'invalidValue' : undefined,
          )
    const { status, scimType, message } = said
    return reply
      .code(status)
      .type('application/scim+json')
      .send({ schemas: [errorSchema], status: String(status), ...(scimType && { scimType }), detail: message })
  })
}

type Step = (work: Work, request: FastifyRequest) => Promise<{ status: number; body?: ScimObject }>

const done = (context: ServerContext, step: Step) => async (request: FastifyRequest, reply: FastifyReply) => {
  const { status, body } = await inWork(context, actingOf(request), (work) => step(work, request))
  const meta = body?.['meta']
  if (status === 201 && isScimObject(meta)) reply.header('location', textOf(meta['location']))
  return body === undefined ? reply.code(status).send() : reply.code(status).type('application/scim+json').send(body)
}

const question =
  (context: ServerContext, step: (work: Work, request: FastifyRequest) => Promise<ScimObject>) =>
  async (request: FastifyRequest, reply: FastifyReply) =>
    reply.type('application/scim+json').send(await answer(context, request, (work) => step(work, request)))

const shownUser = async (work: Work, id: string): Promise<ScimObject> =>
  userResource(await scimUser(work.tx, work.company, id), await listRoles(work.tx, work.company), base)

const shownGroup = async (work: Work, id: string): Promise<ScimObject> =>
  groupResource(await scimRole(work.tx, work.company, id), base)

const userRoutes = (app: FastifyInstance, context: ServerContext): void => {
  const list = question(context, async (work, request) => {
    const [users, roles] = [await scimUsers(work.tx, work.company), await listRoles(work.tx, work.company)]
    return listed(
      users.map((user) => userResource(user, roles, base)),
      request,
    )
  })
  const change = (afterOf: (before: ScimObject, body: ScimObject) => ScimObject) =>
    done(context, async (work, request) => {
      const id = pathPart(request, 'id')
      const before = await scimUser(work.tx, work.company, id)
      await changeUser(context, work, before, afterOf(await shownUser(work, id), bodyIn(request)))
      return { status: 200, body: await shownUser(work, id) }
    })
  app.get('/Users', { config: { right: 'user.read' } }, list)
  app.get(
    '/Users/:id',
    { config: { right: 'user.read' } },
    question(context, async (work, request) => asked(await shownUser(work, pathPart(request, 'id')), queryOf(request))),
  )
  app.post(
    '/Users',
    { config: { right: 'user.create' } },
    done(context, async (work, request) => {
      const id = await provisionUser(context, work, bodyIn(request))
      return { status: 201, body: await shownUser(work, id) }
    }),
  )
  app.put(
    '/Users/:id',
    { config: { right: 'user.update' } },
    change((_before, body) => body),
  )
  app.patch('/Users/:id', { config: { right: 'user.update' } }, change(patched))
  app.delete(
    '/Users/:id',
    { config: { right: 'user.delete' } },
    done(context, async (work, request) => {
      await dropUser(context, work, await scimUser(work.tx, work.company, pathPart(request, 'id')))
      return { status: 204 }
    }),
  )
}

const groupRoutes = (app: FastifyInstance, context: ServerContext): void => {
  const change = (afterOf: (before: ScimObject, body: ScimObject) => ScimObject) =>
    done(context, async (work, request) => {
      const id = pathPart(request, 'id')
      const role = await scimRole(work.tx, work.company, id)
      const after = afterOf(groupResource(role, base), bodyIn(request))
      await renameRole(work, role, textAt(after, 'displayName') ?? role.label)
      await setMembers(context, work, role, membersAt(after))
      return { status: 200, body: await shownGroup(work, id) }
    })
  app.get(
    '/Groups',
    { config: { right: 'role.read' } },
    question(context, async (work, request) => {
      const roles = await listRoles(work.tx, work.company)
      return listed(
        roles.map((role) => groupResource(role, base)),
        request,
      )
    }),
  )
  app.get(
    '/Groups/:id',
    { config: { right: 'role.read' } },
    question(context, async (work, request) =>
      asked(await shownGroup(work, pathPart(request, 'id')), queryOf(request)),
    ),
  )
  app.post(
    '/Groups',
    { config: { right: 'role.update' } },
    done(context, async (work, request) => {
      const name = await provisionRole(context, work, bodyIn(request))
      return { status: 201, body: await shownGroup(work, name) }
    }),
  )
  app.put(
    '/Groups/:id',
    { config: { right: 'role.update' } },
    change((_before, body) => body),
  )
  app.patch('/Groups/:id', { config: { right: 'role.update' } }, change(patched))
  app.delete(
    '/Groups/:id',
    { config: { right: 'role.update' } },
    done(context, async (work, request) => {
      await dropRole(context, work, await scimRole(work.tx, work.company, pathPart(request, 'id')))
      return { status: 204 }
    }),
  )
}

/** What the service can do (RFC 7644 §4): the same for every company. */
const aboutService = (app: FastifyInstance): void => {
  const config = { right: 'user.read' }
  const all = (Resources: readonly ScimObject[]): ScimObject => ({
    schemas: [listSchema],
    totalResults: Resources.length,
    startIndex: 1,
    itemsPerPage: Resources.length,
    Resources,
  })
  const put = (url: string, body: ScimObject) =>
    app.get(url, { config }, async (_request, reply) => reply.type('application/scim+json').send(body))
  put('/ServiceProviderConfig', serviceConfig)
  put('/ResourceTypes', all(resourceTypes))
  put('/Schemas', all(schemas))
}

/** People and roles kept by a company's directory: SCIM 2.0 (RFC 7643, RFC 7644) with a key for machines. */
export const scimRoutes = async (app: FastifyInstance, context: ServerContext): Promise<void> => {
  await app.register(
    async (scim) => {
      const parse = scim.getDefaultJsonParser('error', 'error')
      scim.addContentTypeParser<string>('application/scim+json', { parseAs: 'string' }, (request, body, next) => {
        void parse(request, body, next)
      })
      answerErrors(scim, context)
      aboutService(scim)
      userRoutes(scim, context)
      groupRoutes(scim, context)
    },
    { prefix: base },
  )
}
