import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { callerBySession } from '../../access/caller.ts'
import type { Caller } from '../../access/caller.ts'
import { tellLocked, tellNewDevice } from '../../access/sign-in-notices.ts'
import { chooseCompany, lookAs, signIn, signOut } from '../../access/sign-in.ts'
import type { Entrance, OpenedSession } from '../../access/sign-in.ts'
import { longestSessionHours } from '../../access/sign-in-policy.ts'
import { readUser } from '../../access/users.ts'
import { audit } from '../../audit/audit.ts'
import { Problem, fieldProblem } from '../../definition/problem.ts'
import { bodyOf as readBody } from '../body.ts'
import { actingOf, callerOf } from '../context.ts'
import type { ServerContext } from '../context.ts'
import { sessionCookie } from '../gate.ts'
import { rateLimit } from '../rate-limit.ts'
import { inWork } from '../work.ts'

const me = (context: ServerContext, caller: Caller) => ({
  user: { id: caller.userId, username: caller.username, name: caller.name },
  company: caller.companies.find((one) => one.id === caller.company) ?? null,
  companies: caller.companies,
  rights: caller.rights,
  language: caller.language ?? 'zh',
  previewedBy: caller.previewedBy ?? null,
  standsFor: caller.standsFor.map(({ id, name }) => ({ id, name })),
  today: context.clock.today(),
  // Until when one may go on without the second factor that the company asks for.
  factorDuty: caller.factorDuty ?? null,
})

export const entranceOf = (request: FastifyRequest): Entrance => ({
  userAgent: request.headers['user-agent'] ?? '',
  address: request.ip,
})

/** At most so many attempts a minute from one address, right or wrong, before anything is looked up. */
const attemptsPerMinute = 30

/** Hands a session over to the browser, and answers who one is now. */
export const enter = async (
  context: ServerContext,
  request: FastifyRequest,
  reply: FastifyReply,
  opened: OpenedSession,
) => {
  if (opened.isNewDevice) await tellNewDevice(context, opened.user, entranceOf(request))
  const caller = await callerBySession(context.pool, opened.token)
  if (caller === undefined) throw new Problem('unauthenticated', { zh: '请重新登录', en: 'Sign in again' })
  setCookie(request, reply, opened.token)
  return me(context, caller)
}

const setCookie = (request: FastifyRequest, reply: FastifyReply, token: string) =>
  reply.setCookie(sessionCookie, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: request.protocol === 'https',
    maxAge: longestSessionHours * 3600,
  })

const checkPassword = async (context: ServerContext, request: FastifyRequest): Promise<OpenedSession> => {
  const body = readBody(request)
  const { username, password } = body
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
    code: typeof body['code'] === 'string' ? body['code'].slice(0, 40) : undefined,
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
  app.get('/api/session', { config: { right: 'session' } }, async (request) => me(context, callerOf(request)))
  app.delete('/api/session', { config: { right: 'session' } }, async (request, reply) => {
    const { token } = callerOf(request)
    if (token !== undefined) await signOut(context.accounts, token)
    return reply.clearCookie(sessionCookie, { path: '/' }).code(204).send()
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
