import type { FastifyInstance, FastifyRequest } from 'fastify'
import { callerBySession } from '../../access/caller.ts'
import { tellLocked } from '../../access/sign-in-notices.ts'
import { chooseCompany, lookAs, signIn, signOut } from '../../access/sign-in.ts'
import type { OpenedSession } from '../../access/sign-in.ts'
import { readUser } from '../../access/users.ts'
import { audit } from '../../audit/audit.ts'
import { Problem, fieldProblem } from '../../definition/problem.ts'
import { bodyOf as readBody } from '../body.ts'
import { actingOf, callerOf } from '../context.ts'
import type { ServerContext } from '../context.ts'
import { cookieName, isSecure, siteOf } from '../site.ts'
import { userByPasskey } from '../../access/passkeys.ts'
import { passkeyRoutes } from './passkeys.ts'
import { rateLimit } from '../rate-limit.ts'
import { enter, entranceOf, me } from './session-answer.ts'
import { signOutAddress } from './single-sign-on.ts'
import { inWork } from '../work.ts'

/** At most so many attempts a minute from one address, right or wrong, before anything is looked up. */
const attemptsPerMinute = 30

const checkPassword = async (context: ServerContext, request: FastifyRequest): Promise<OpenedSession> => {
  const body = readBody(request)
  const { username, password, passkey } = body
  if (typeof username !== 'string' || typeof password !== 'string' || username === '' || password === '') {
    throw new Problem('invalid', { zh: '请填写用户名和密码', en: 'User name and password are needed' })
  }
  // Nobody has such a name, and the database could not even be asked for it.
  if (username.includes('\u0000') || !username.isWellFormed()) {
    throw new Problem('unauthenticated', { zh: '用户名或密码不正确', en: 'Wrong user name or password' })
  }
  return signIn(context.pool, context.accounts, {
    username,
    password,
    secrets: context.secrets,
    code: typeof body['code'] === 'string' ? body['code'].slice(0, 40) : undefined,
    passkey: passkey === undefined ? undefined : (tx) => userByPasskey(tx, siteOf(context, request), passkey),
    entrance: entranceOf(request),
    onLocked: (user) => tellLocked(context, user, entranceOf(request)),
  })
}

/** Signing in and out, who one is, and in which company one acts. */
export const sessionRoutes = (app: FastifyInstance, context: ServerContext): void => {
  const limit = rateLimit(attemptsPerMinute, {
    zh: '登录请求过于频繁，请一分钟后再试',
    en: 'Too many attempts; try again in a minute',
  })
  app.post('/api/session', { config: { right: 'public' } }, async (request, reply) => {
    limit(request.ip)
    const opened = await checkPassword(context, request)
    return reply.code(201).send(await enter(context, request, reply, opened))
  })
  passkeyRoutes(app, context)
  app.get('/api/session', { config: { right: 'session' } }, async (request) => me(context, callerOf(request)))
  app.delete('/api/session', { config: { right: 'session' } }, async (request, reply) => {
    const { token } = callerOf(request)
    const provider = token === undefined ? undefined : await signOut(context.pool, token)
    const secure = isSecure(context, request)
    reply.clearCookie(cookieName(secure), { path: '/', secure })
    const next = provider === undefined ? undefined : await signOutAddress(context, request, provider)
    // Whoever was let in by an identity provider is sent there to be signed out as well.
    return next === undefined ? reply.code(204).send() : reply.code(200).send({ next })
  })
  app.post('/api/session/preview', { config: { right: 'user.preview' } }, async (request) => {
    const caller = callerOf(request)
    const { user } = readBody(request)
    if (caller.token === undefined || typeof user !== 'string') {
      throw new Problem('invalid', { zh: '请选择用户', en: 'Choose a user' }, [
        fieldProblem('user', '请选择用户', 'is needed'),
      ])
    }
    const seen = await inWork(context, actingOf(request), async (work) => {
      const found = await readUser(work.tx, work.company, user)
      audit(work, { action: 'preview', type: 'user', record: work.company, label: found.username })
      return found
    })
    await lookAs(context.pool, caller.token, seen.id)
    const now = await callerBySession(context.pool, caller.token)
    return me(context, now ?? caller)
  })
  app.delete('/api/session/preview', { config: { right: 'session' } }, async (request) => {
    const caller = callerOf(request)
    if (caller.token !== undefined) await lookAs(context.pool, caller.token, null)
    const now = caller.token === undefined ? undefined : await callerBySession(context.pool, caller.token)
    return me(context, now ?? caller)
  })
  app.post('/api/session/company', { config: { right: 'session' } }, async (request) => {
    const caller = callerOf(request)
    const wanted = readBody(request)['company']
    const company = caller.companies.find((one) => one.id === wanted || one.code === wanted)
    if (company === undefined || caller.token === undefined) {
      throw new Problem('forbidden', { zh: '您不属于这个公司', en: 'You do not belong to this company' })
    }
    await chooseCompany(context.pool, caller.token, company.id)
    const now = await callerBySession(context.pool, caller.token)
    return me(context, now ?? caller)
  })
}
