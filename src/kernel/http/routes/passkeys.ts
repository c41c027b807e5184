import type { FastifyInstance, FastifyRequest } from 'fastify'
import {
  addPasskey,
  askPasskey,
  beginPasskey,
  refusePasskey,
  removePasskey,
  renamePasskey,
  userByPasskey,
} from '../../access/passkeys.ts'
import { tellChanged } from '../../access/sign-in-notices.ts'
import { openSession } from '../../access/sign-in.ts'
import { isLetIn } from '../../access/users.ts'
import { inTransaction } from '../../database/transaction.ts'
import { bodyOf, pathPart } from '../body.ts'
import type { ServerContext } from '../context.ts'
import { rateLimit } from '../rate-limit.ts'
import { siteOf } from '../site.ts'
import { enter, entranceOf } from './session-answer.ts'
import { confirmPassword, noted, personOf } from './signing-person.ts'

const path = '/api/session/passkeys'

const nameIn = (request: FastifyRequest): string => {
  const { name } = bodyOf(request)
  return typeof name === 'string' ? name : ''
}

/** One's own passkeys: added and removed with the password again, named. */
const ownPasskeys = (app: FastifyInstance, context: ServerContext): void => {
  const config = { right: 'session' }
  app.post(`${path}/options`, { config }, async (request) => {
    await confirmPassword(context, request)
    const { userId: id, username, name } = personOf(request)
    return inTransaction(context.pool, {}, (tx) => beginPasskey(tx, { id, username, name }, siteOf(context, request)))
  })
  app.post(path, { config }, async (request, reply) => {
    const { userId, username } = personOf(request)
    const { response = null } = bodyOf(request)
    const given = { name: nameIn(request), response }
    const made = await inTransaction(context.pool, {}, (tx) => addPasskey(tx, userId, siteOf(context, request), given))
    await noted(context, request, 'passkeyAdded', `${username} ${made.name}`)
    await tellChanged(context, userId, { zh: `已添加通行密钥“${made.name}”`, en: `the passkey ${made.name} was added` })
    return reply.code(201).send(made)
  })
  app.patch(`${path}/:id`, { config }, async (request, reply) => {
    const { userId } = personOf(request)
    await inTransaction(context.pool, {}, (tx) => renamePasskey(tx, userId, pathPart(request, 'id'), nameIn(request)))
    return reply.code(204).send()
  })
  app.post(`${path}/:id/remove`, { config }, async (request, reply) => {
    await confirmPassword(context, request)
    const { userId, username } = personOf(request)
    await inTransaction(context.pool, {}, (tx) => removePasskey(tx, userId, pathPart(request, 'id')))
    await noted(context, request, 'passkeyRemoved', username)
    await tellChanged(context, userId, { zh: '已删除一个通行密钥', en: 'a passkey was removed' })
    return reply.code(204).send()
  })
}

/** Passkeys: one's own, and signing in by one without name or password. */
export const passkeyRoutes = (app: FastifyInstance, context: ServerContext): void => {
  ownPasskeys(app, context)
  // A signature cannot be guessed; the limit keeps a crowd off the database.
  const limit = rateLimit(120, {
    zh: '登录请求过于频繁，请一分钟后再试',
    en: 'Too many attempts; try again in a minute',
  })
  app.post('/api/sign-in/passkey/options', { config: { right: 'public' } }, async (request) => {
    limit(request.ip)
    return inTransaction(context.pool, {}, (tx) => askPasskey(tx, siteOf(context, request)))
  })
  app.post('/api/sign-in/passkey', { config: { right: 'public' } }, async (request, reply) => {
    limit(request.ip)
    const { response = null } = bodyOf(request)
    const user = await inTransaction(context.pool, {}, async (tx) => {
      const found = await userByPasskey(tx, siteOf(context, request), response)
      return found !== undefined && (await isLetIn(tx, found)) ? found : undefined
    })
    if (user === undefined) return refusePasskey()
    const opened = await openSession(context.pool, context.accounts, {
      user,
      way: 'passkey',
      entrance: entranceOf(request),
    })
    return reply.code(201).send(await enter(context, request, reply, opened))
  })
}
