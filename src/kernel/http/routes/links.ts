import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Json } from '../../../base/json.ts'
import { kebab } from '../../definition/define.ts'
import { Problem, notFound } from '../../definition/problem.ts'
import type { AnyPublicLink } from '../../definition/public-link.ts'
import { isJsonObject } from '../../documents/draft.ts'
import type { LoadedRecord } from '../../documents/load.ts'
import type { Actor, PublicLinkRun, Work } from '../../posting/work.ts'
import { linksOf, makeLink, markOpened, revokeLink } from '../../public-links/public-links.ts'
import type { OpenedLink } from '../../public-links/public-links.ts'
import { bodyOf, pathPart } from '../body.ts'
import { answer, change, languageOf } from '../context.ts'
import type { ServerContext } from '../context.ts'
import { readParameters } from '../parameters.ts'
import { rightsAt } from '../record-answers.ts'
import type { Address } from '../record-answers.ts'
import { inWork } from '../work.ts'
import { addressesOf, findRecord } from './records.ts'

const purposeOf = (links: readonly AnyPublicLink[], name: Json | undefined): AnyPublicLink => {
  const found = links.find((link) => link.name === name) ?? (name === undefined ? links[0] : undefined)
  if (found === undefined) throw notFound('没有这种链接', 'There is no such kind of link')
  return found
}

const idOf = (record: LoadedRecord) => String(record.header['id'])

/** The links of a record: which there are, a new one, an end to one. */
const subjectRoutes = (
  app: FastifyInstance,
  context: ServerContext,
  address: Address,
  links: readonly AnyPublicLink[],
): void => {
  const { definition } = address
  const path = `/api/${kebab(address.name)}/:id/links`
  app.get(path, { config: { right: rightsAt(address, 'read') } }, async (request) =>
    answer(context, request, async (work) => {
      const record = await findRecord(work, definition, pathPart(request, 'id'))
      return { rows: await linksOf(work, idOf(record)) }
    }),
  )
  app.post(path, { config: { right: rightsAt(address, 'share') } }, async (request, reply) => {
    const { purpose, days, parameters } = bodyOf(request)
    const link = purposeOf(links, purpose)
    return change(context, request, reply, async (work) => {
      const record = await findRecord(work, definition, pathPart(request, 'id'))
      const given = isJsonObject(parameters) ? parameters : {}
      await readParameters(work, link.parameters, given)
      const made = await makeLink(work, link, record, {
        days: typeof days === 'number' ? days : undefined,
        parameters: Object.fromEntries(Object.keys(link.parameters).map((name) => [name, given[name] ?? null])),
      })
      const body = { id: made.id, purpose: link.name, expiresAt: made.expiresAt.toISOString() }
      return { status: 201, body, secret: { token: made.token, url: `/link#${made.token}` } }
    })
  })
  app.delete(`${path}/:link`, { config: { right: rightsAt(address, 'share') } }, async (request, reply) =>
    change(context, request, reply, async (work) => {
      const record = await findRecord(work, definition, pathPart(request, 'id'))
      await revokeLink(work, idOf(record), pathPart(request, 'link'))
      return { status: 204, body: null }
    }),
  )
}

const openedOf = (request: FastifyRequest): OpenedLink => {
  if (request.link === undefined) throw new Problem('unauthenticated', { zh: '链接无效', en: 'The link is not valid' })
  return request.link
}

/** The visitor acts as the link, which has no right of its own: what it may do is what its purpose answers. */
const visitor = (link: OpenedLink, label: string): Actor => ({
  id: `link:${link.id}`,
  name: `公开链接（${label}）`,
  may: () => false,
})

const runOf = (context: ServerContext, link: OpenedLink): PublicLinkRun => {
  const run = context.installed.publicLinks.get(link.purpose)
  if (run === undefined) throw notFound('这种链接已停用', 'Links of this kind are no longer served')
  return run
}

const openingOf = async (run: PublicLinkRun, link: OpenedLink, request: FastifyRequest, work: Work) => {
  const language = languageOf(request)
  return {
    record: link.record,
    parameters: await readParameters(work, run.link.parameters, link.parameters),
    say: (zh: string, en: string) => (language === 'zh' ? zh : en),
  }
}

/** What a link shows, and the answers it takes, for whoever holds its token: `Authorization: Link <token>`. */
const visitorRoutes = (app: FastifyInstance, context: ServerContext): void => {
  const inLink = (request: FastifyRequest, step: (run: PublicLinkRun, work: Work) => Promise<void>) => {
    const link = openedOf(request)
    const run = runOf(context, link)
    return inWork(context, { company: link.company, actor: visitor(link, run.link.label) }, async (work) => {
      await step(run, work)
      markOpened(work, link)
      return run.show(await openingOf(run, link, request, work), work)
    })
  }
  app.get('/api/link', { config: { right: 'link' } }, async (request) => inLink(request, async () => {}))
  app.get('/api/link/files/:name', { config: { right: 'link' } }, async (request, reply) => {
    const link = openedOf(request)
    const run = runOf(context, link)
    const file = await inWork(context, { company: link.company, actor: visitor(link, run.link.label) }, async (work) =>
      run.file?.(await openingOf(run, link, request, work), pathPart(request, 'name'), work),
    )
    if (file === undefined) throw notFound('没有这个文件', 'There is no such file')
    return reply
      .type(file.contentType)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .header('content-security-policy', "default-src 'none'; sandbox")
      .send(file.bytes)
  })
  app.post('/api/link/:answer', { config: { right: 'link' } }, async (request) => {
    const name = pathPart(request, 'answer')
    const input = bodyOf(request)
    return inLink(request, async (run, work) => {
      const take = Object.hasOwn(run.answers, name) ? run.answers[name] : undefined
      if (take === undefined) throw notFound('这个链接不收这种答复', 'The link takes no such answer')
      await take(await openingOf(run, openedOf(request), request, work), input, work)
    })
  })
}

/** Links that open one record for one purpose without sign-in. */
export const linkRoutes = (app: FastifyInstance, context: ServerContext): void => {
  const bySubject = Map.groupBy(context.installed.catalogue.publicLinks.values(), (link) => link.subject.name)
  for (const address of addressesOf(context)) {
    const links = bySubject.get(address.definition.name)
    if (links !== undefined) subjectRoutes(app, context, address, links)
  }
  visitorRoutes(app, context)
}
