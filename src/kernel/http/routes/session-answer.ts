import type { FastifyReply, FastifyRequest } from 'fastify'
import { namesOff } from '../../access/modules.ts'
import { callerBySession } from '../../access/caller.ts'
import type { Caller } from '../../access/caller.ts'
import { tellNewDevice } from '../../access/sign-in-notices.ts'
import { longestSessionHours } from '../../access/sign-in-policy.ts'
import type { Entrance, OpenedSession } from '../../access/sign-in.ts'
import { Problem } from '../../definition/problem.ts'
import type { ServerContext } from '../context.ts'
import { cookieName, isSecure } from '../site.ts'

/** Who is signed in, where they act, and what they may do. */
export const me = (context: ServerContext, caller: Caller) => ({
  user: { id: caller.userId, username: caller.username, name: caller.name },
  company: caller.companies.find((one) => one.id === caller.company) ?? null,
  companies: caller.companies,
  rights: caller.rights,
  /** Names of what belongs to modules that the company has off. */
  off: namesOff(context.installed.catalogue, caller.modulesOff),
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

const setCookie = (context: ServerContext, request: FastifyRequest, reply: FastifyReply, token: string) =>
  reply.setCookie(cookieName(isSecure(context, request)), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(context, request),
    maxAge: longestSessionHours * 3600,
  })

/** Hands a session over to the browser; tells its person where it is a new device. */
export const handOver = async (
  context: ServerContext,
  request: FastifyRequest,
  reply: FastifyReply,
  opened: OpenedSession,
): Promise<void> => {
  if (opened.isNewDevice) await tellNewDevice(context, opened.user, entranceOf(request))
  setCookie(context, request, reply, opened.token)
}

/** Hands a session over to the browser, and answers who one is now. */
export const enter = async (
  context: ServerContext,
  request: FastifyRequest,
  reply: FastifyReply,
  opened: OpenedSession,
) => {
  const caller = await callerBySession(context.pool, opened.token)
  if (caller === undefined) throw new Problem('unauthenticated', { zh: '请重新登录', en: 'Sign in again' })
  await handOver(context, request, reply, opened)
  return me(context, caller)
}
