import type { FastifyInstance, FastifyRequest } from 'fastify'
import { callerByKey, callerBySession } from '../access/caller.ts'
import type { Caller } from '../access/caller.ts'
import { namesOff, withinModules } from '../access/modules.ts'
import { isOff } from '../access/off-rights.ts'
import { Problem } from '../definition/problem.ts'
import { linkByToken } from '../public-links/public-links.ts'
import { companyOf } from './context.ts'
import type { RouteRight, ServerContext } from './context.ts'
import { rateLimit } from './rate-limit.ts'
import { cookieName, isSecure } from './site.ts'

const bearer = (request: FastifyRequest): string | undefined =>
  /^Bearer ([\w-]{20,200})$/i.exec(request.headers.authorization ?? '')?.[1]

const resolve = async (context: ServerContext, request: FastifyRequest): Promise<Caller | undefined> => {
  const key = bearer(request)
  if (key !== undefined) {
    const caller = await callerByKey(context.pool, key, request.ip)
    if (caller === undefined)
      throw new Problem('unauthenticated', {
        zh: '密钥无效、已停用，或不能从这个地址使用',
        en: 'The key is not valid, or not from this address',
      })
    return caller
  }
  const token = request.cookies[cookieName(isSecure(context, request))]
  return token === undefined || token === '' ? undefined : callerBySession(context.pool, token)
}

/** Of one address, whatever links it holds. */
const requestsByLinkPerMinute = 60

const isSafe = (request: FastifyRequest) => ['GET', 'HEAD', 'OPTIONS'].includes(request.method)

/** Refuses what another site's page makes a browser send: cookies go along by themselves, keys do not. */
const refuseOtherSites = (request: FastifyRequest): void => {
  if (isSafe(request) || bearer(request) !== undefined) return
  const site = request.headers['sec-fetch-site']
  const origin = request.headers.origin
  const isOurs =
    site !== undefined
      ? site === 'same-origin' || site === 'none'
      : origin === undefined || (URL.canParse(origin) && new URL(origin).host === request.headers.host)
  if (!isOurs)
    throw new Problem('forbidden', { zh: '来自其他网站的请求已拒绝', en: 'Requests from other sites are refused' })
}

const list = (right: string | readonly string[]): readonly string[] => (typeof right === 'string' ? [right] : right)

const refuseWithout = (context: ServerContext, caller: Caller, right: RouteRight, request: FastifyRequest): void => {
  if (right === 'session') return
  companyOf(caller)
  const any = typeof right === 'function' ? right(request) : list(right)
  if (any.some((one) => caller.may(one))) return
  const off = new Set(namesOff(context.installed.catalogue, caller.modulesOff))
  if (any.every((one) => isOff(off, one)))
    throw new Problem('forbidden', {
      zh: '这个功能模块没有启用；管理员可以在“设置 → 功能模块”里启用，原有数据都在',
      en: 'This module is switched off; an administrator can switch it on in the settings, and what was written is there',
    })
  throw new Problem('forbidden', {
    zh: `需要权限：${any.join(' 或 ')}`,
    en: `It needs the right ${any.join(' or ')}`,
  })
}

/** What may be done while one looks with someone else's eyes: stop, and leave. */
const endsPreview = new Set(['/api/session/preview', '/api/session'])

const refuseInPreview = (request: FastifyRequest, caller: Caller): void => {
  if (caller.previewedBy === undefined || isSafe(request)) return
  if (request.method === 'DELETE' && endsPreview.has(request.routeOptions.url ?? '')) return
  throw new Problem('forbidden', {
    zh: `正在以“${caller.name}”的身份预览，只能查看；请先结束预览`,
    en: `You look with the eyes of ${caller.name} and can change nothing; end the preview first`,
  })
}

/** Where one can go before the second factor that the company asks for is set up: to set it up, and out. */
const beforeFactor = /^\/api\/(session|catalogue)(\/|$)/

const refuseWithoutFactor = (request: FastifyRequest, caller: Caller): void => {
  if (caller.factorDuty?.overdue !== true || beforeFactor.test(request.routeOptions.url ?? '')) return
  throw new Problem('forbidden', {
    zh: '公司要求两步验证：请先在“我的 → 登录安全”开启两步验证或添加通行密钥',
    en: 'Your company asks for a second factor: set one up, or a passkey, under Me first',
  })
}

const linkToken = (request: FastifyRequest): string | undefined =>
  /^Link ([\w-]{20,100})$/i.exec(request.headers.authorization ?? '')?.[1]

/** Lets holders of a link in to what it opens. Tokens cannot be guessed; the limit keeps a crowd off the database. */
const linkGate = (context: ServerContext) => {
  const limit = rateLimit(requestsByLinkPerMinute, {
    zh: '请求过于频繁，请一分钟后再试',
    en: 'Too many requests; try again in a minute',
  })
  return async (request: FastifyRequest): Promise<void> => {
    limit(request.ip)
    const token = linkToken(request)
    const link = token === undefined ? undefined : await linkByToken(context.pool, token, context.clock.now())
    if (link === undefined) {
      throw new Problem('unauthenticated', {
        zh: '链接无效、已过期或已停用，请向对方再要一个',
        en: 'The link is not valid, has expired or was withdrawn; ask for another',
      })
    }
    request.link = link
  }
}

/**
 * The one gate: finds out who calls and what they may do in one wait, and lets nothing pass whose right is not declared. A
 * route without a declared right stops the program from starting.
 */
export const putGate = (app: FastifyInstance, context: ServerContext): void => {
  app.decorateRequest('caller', undefined)
  app.decorateRequest('link', undefined)
  const enterByLink = linkGate(context)
  app.addHook('onRoute', (route) => {
    const right = route.config?.right
    if (right === undefined || (typeof right !== 'function' && list(right).length === 0)) {
      throw new Error(`The route ${String(route.method)} ${route.url} declares no right`)
    }
  })
  app.addHook('onRequest', async (request) => {
    const right = request.routeOptions.config.right
    if (right === undefined || right === 'public') {
      refuseOtherSites(request)
      return
    }
    refuseOtherSites(request)
    if (right === 'link') {
      await enterByLink(request)
      return
    }
    const caller = await resolve(context, request)
    request.caller = caller === undefined ? undefined : withinModules(context.installed.catalogue, caller)
    if (request.caller === undefined) throw new Problem('unauthenticated', { zh: '请先登录', en: 'Sign in first' })
    refuseWithout(context, request.caller, right, request)
    refuseInPreview(request, request.caller)
    refuseWithoutFactor(request, request.caller)
  })
}
