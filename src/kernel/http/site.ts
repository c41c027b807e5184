import type { FastifyRequest } from 'fastify'
import type { Site } from '../access/passkeys.ts'
import type { ServerContext } from './context.ts'

/**
 * The address that the browser shows. Behind a proxy that ends HTTPS it is the one the operator said, for requests to that host;
 * a shop's own network may still ask the machine itself.
 */
export const originOf = (context: Pick<ServerContext, 'publicUrl'>, request: FastifyRequest): string => {
  const { publicUrl } = context
  if (publicUrl !== undefined && new URL(publicUrl).host === request.headers.host) return publicUrl
  return `${request.protocol}://${request.headers.host ?? ''}`
}

/** The site that passkeys sign for. */
export const siteOf = (context: Pick<ServerContext, 'publicUrl'>, request: FastifyRequest): Site => {
  const origin = originOf(context, request)
  return { origin, host: URL.canParse(origin) ? new URL(origin).hostname : '' }
}

/** Whether the browser came by HTTPS, so that cookies may be bound to it. */
export const isSecure = (context: Pick<ServerContext, 'publicUrl'>, request: FastifyRequest): boolean =>
  originOf(context, request).startsWith('https:')

/** By HTTPS the cookie's name says that no other host can have set it; over HTTP in a shop browsers refuse such a name. */
export const cookieName = (secure: boolean): string => (secure ? '__Host-suanpan_session' : 'suanpan_session')
