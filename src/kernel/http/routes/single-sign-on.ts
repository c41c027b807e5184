import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { askChallenge, takeChallenge } from '../../access/challenges.ts'
import { findProvider, offeredProviders } from '../../access/identity-providers.ts'
import type { Provider } from '../../access/identity-providers.ts'
import { OpenIdError, authorizationUrl, discover, endSessionUrl, newPending, redeemCode } from '../../access/open-id.ts'
import { linkIdentity, personOf } from '../../access/provider-people.ts'
import type { NotLetIn } from '../../access/provider-people.ts'
import { tellChanged } from '../../access/sign-in-notices.ts'
import { openSession } from '../../access/sign-in.ts'
import { inTransaction } from '../../database/transaction.ts'
import { Problem, notFound } from '../../definition/problem.ts'
import { pathPart, queryOf } from '../body.ts'
import { callerOf } from '../context.ts'
import type { ServerContext } from '../context.ts'
import { rateLimit } from '../rate-limit.ts'
import { isSecure, originOf } from '../site.ts'
import { entranceOf, handOver } from './session-answer.ts'
import { confirmPassword, personOf as signingPerson } from './signing-person.ts'

/** The browser that was sent away brings this back; another's answer is not taken from it. */
const stateCookie = 'suanpan_door'
const doorPath = '/api/sign-in/provider'

type Refusal = NotLetIn | 'unreachable' | 'untrusted' | 'expired' | 'refused'

const callbackOf = (context: ServerContext, request: FastifyRequest, provider: string): string =>
  `${originOf(context, request)}${doorPath}/${provider}/callback`

/** Only to a page of ours: a path, never another host. */
const pathOnly = (to: string | undefined): string =>
  to !== undefined && /^\/(?![/\\])[^\\\s]*$/.test(to) && to.length <= 500 ? to : '/'

const providerOf = async (context: ServerContext, id: string): Promise<Provider> => {
  const provider = await inTransaction(context.pool, { readOnly: true }, (tx) => findProvider(tx, context.secrets, id))
  if (provider === undefined) throw notFound('没有这个单点登录', 'There is no such identity provider')
  return provider
}

/** Asks the provider who this is: remembers the question, and says where the browser has to go. */
const sendAway = async (
  context: ServerContext,
  request: FastifyRequest,
  reply: FastifyReply,
  provider: Provider,
  more: { readonly to: string; readonly user?: string },
): Promise<string> => {
  const addresses = await discover(provider.issuer, context.reachesInside)
  const pending = newPending(callbackOf(context, request, provider.id))
  const state = await inTransaction(context.pool, {}, (tx) =>
    askChallenge(tx, {
      purpose: 'provider',
      data: { ...pending, provider: provider.id, to: more.to },
      ...(more.user === undefined ? {} : { user: more.user }),
    }),
  )
  reply.setCookie(stateCookie, state, {
    path: doorPath,
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(context, request),
    maxAge: 600,
  })
  return authorizationUrl(provider, addresses, pending, state)
}

const backTo = (reply: FastifyReply, refusal: Refusal) => reply.redirect(`/sign-in?refused=${refusal}`, 302)

/** What the browser brought back is taken once: the question, if it was asked of this provider and from this browser. */
const questionOf = async (context: ServerContext, request: FastifyRequest, provider: string) => {
  const { state = '' } = queryOf(request)
  if (state === '' || request.cookies[stateCookie] !== state) return undefined
  const asked = await inTransaction(context.pool, {}, (tx) => takeChallenge(tx, 'provider', state))
  return asked?.data['provider'] === provider ? asked : undefined
}

const arrive = async (
  context: ServerContext,
  request: FastifyRequest,
  reply: FastifyReply,
  provider: Provider,
): Promise<{ readonly refused: Refusal } | { readonly next: string }> => {
  const asked = await questionOf(context, request, provider.id)
  if (asked === undefined) return { refused: 'expired' }
  const { code, iss } = queryOf(request)
  if (code === undefined) return { refused: 'refused' }
  const { nonce = '', verifier = '', redirect = '', to } = asked.data
  const addresses = await discover(provider.issuer, context.reachesInside)
  if (iss === undefined ? addresses.namesItself : iss !== addresses.issuer) return { refused: 'untrusted' }
  const said = await redeemCode(provider, addresses, { nonce, verifier, redirect }, code, context.reachesInside)
  const { user } = asked
  if (user !== null) {
    await inTransaction(context.pool, {}, (tx) => linkIdentity(tx, provider, said.subject, user, false))
    await tellChanged(context, user, { zh: `已关联“${provider.name}”`, en: `${provider.name} was linked` })
    return { next: '/me' }
  }
  const found = await personOf(context.pool, context.accounts, provider, said)
  if ('refused' in found) return found
  const opened = await openSession(context.pool, context.accounts, {
    user: found.user,
    way: provider.trusted ? 'trusted' : 'provider',
    entrance: entranceOf(request),
    by: { provider: provider.id, company: provider.company },
  })
  await handOver(context, request, reply, opened)
  return { next: pathOnly(to) }
}

/** Where someone is signed out whom an identity provider let in; undefined where it has no such place or does not answer. */
export const signOutAddress = async (
  context: ServerContext,
  request: FastifyRequest,
  id: string,
): Promise<string | undefined> => {
  const provider = await inTransaction(context.pool, { readOnly: true }, (tx) => findProvider(tx, context.secrets, id))
  if (provider === undefined) return undefined
  const addresses = await discover(provider.issuer, context.reachesInside).catch(() => undefined)
  return addresses && endSessionUrl(provider, addresses, `${originOf(context, request)}/`)
}

const linkRoutes = (app: FastifyInstance, context: ServerContext): void => {
  const config = { right: 'session' }
  app.get('/api/session/identities', { config }, async (request) => {
    const { userId, company } = callerOf(request)
    return inTransaction(context.pool, { readOnly: true }, async (tx) => ({
      rows: await tx.rows(
        `select p.id, p.name, max(l.linked_at) as "linkedAt" from identity_provider p
         left join identity_link l on l.company_id = p.company_id and l.provider_id = p.id and l.user_id = $2
         where p.company_id = $1 and p.enabled group by p.id, p.name order by p.name`,
        [company ?? null, userId],
      ),
    }))
  })
  app.post('/api/session/identities/:id', { config }, async (request, reply) => {
    await confirmPassword(context, request)
    const provider = await providerOf(context, pathPart(request, 'id'))
    const { userId, company } = signingPerson(request)
    if (provider.company !== company) throw notFound('没有这个单点登录', 'There is no such identity provider')
    return { next: await sendAway(context, request, reply, provider, { to: '/me', user: userId }) }
  })
  app.post('/api/session/identities/:id/remove', { config }, async (request, reply) => {
    await confirmPassword(context, request)
    const { userId } = signingPerson(request)
    await inTransaction(context.pool, {}, (tx) =>
      tx.query('delete from identity_link where provider_id::text = $1 and user_id = $2', [
        pathPart(request, 'id'),
        userId,
      ]),
    )
    await tellChanged(context, userId, { zh: '已取消关联单点登录', en: 'a link to an identity provider was removed' })
    return reply.code(204).send()
  })
}

/** Single sign-on by OpenID Connect: to the provider and back, and linking one's own user to what it says. */
export const singleSignOnRoutes = (app: FastifyInstance, context: ServerContext): void => {
  linkRoutes(app, context)
  // No password is tried here; what is kept small is what a crowd could make this server ask of the provider.
  const limit = rateLimit(120, {
    zh: '登录请求过于频繁，请一分钟后再试',
    en: 'Too many attempts; try again in a minute',
  })
  const config = { right: 'public' }
  app.get('/api/sign-in/providers', { config }, async () => ({
    rows: await inTransaction(context.pool, { readOnly: true }, (tx) => offeredProviders(tx)),
  }))
  app.get(`${doorPath}/:id`, { config }, async (request, reply) => {
    limit(request.ip)
    try {
      const provider = await providerOf(context, pathPart(request, 'id'))
      const address = await sendAway(context, request, reply, provider, { to: pathOnly(queryOf(request)['to']) })
      return await reply.redirect(address, 302)
    } catch (error) {
      if (error instanceof OpenIdError) return backTo(reply, error.fault)
      throw error
    }
  })
  app.get(`${doorPath}/:id/callback`, { config }, async (request, reply) => {
    reply.clearCookie(stateCookie, { path: doorPath })
    try {
      const provider = await providerOf(context, pathPart(request, 'id'))
      const came = await arrive(context, request, reply, provider)
      return await ('next' in came ? reply.redirect(came.next, 302) : backTo(reply, came.refused))
    } catch (error) {
      if (error instanceof OpenIdError) return backTo(reply, error.fault)
      if (error instanceof Problem && error.kind === 'notFound') return backTo(reply, 'expired')
      throw error
    }
  })
}
