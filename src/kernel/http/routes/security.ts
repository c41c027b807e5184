import type { FastifyInstance } from 'fastify'
import { beginFactor, confirmFactor, factorState, removeFactor } from '../../access/second-factor.ts'
import { endSessions, listSessions } from '../../access/sessions.ts'
import { listPasskeys } from '../../access/passkeys.ts'
import { tellChanged } from '../../access/sign-in-notices.ts'
import { listSignIns } from '../../access/sign-in-record.ts'
import { forgetFailures } from '../../access/sign-in.ts'
import { refuseForOtherCompanies, readUser } from '../../access/users.ts'
import { inTransaction } from '../../database/transaction.ts'
import { bodyOf, pathPart } from '../body.ts'
import { confirmPassword, noted, personOf } from './signing-person.ts'
import { actingOf, callerOf } from '../context.ts'
import type { ServerContext } from '../context.ts'
import { inWork } from '../work.ts'

/** What the app's camera reads, as squares of a grid; read when it is first needed, for the drawing of symbols is large. */
const qrCodeOf = async (text: string) => {
  const { drawSymbol } = await import('../../print/template/symbols.ts')
  const drawn = drawSymbol('qr', text)
  return drawn && { across: drawn.across, down: drawn.down, dark: drawn.dark }
}

const factorRoutes = (app: FastifyInstance, context: ServerContext): void => {
  const path = '/api/session/second-factor'
  const config = { right: 'session' }
  app.post(path, { config }, async (request) => {
    await confirmPassword(context, request)
    const { userId: id, username } = personOf(request)
    const begun = await inTransaction(context.pool, {}, (tx) => beginFactor(tx, context.secrets, { id, username }))
    return { ...begun, code: await qrCodeOf(begun.uri) }
  })
  app.post(`${path}/confirm`, { config }, async (request) => {
    const { userId, username } = personOf(request)
    const { code } = bodyOf(request)
    const recoveryCodes = await inTransaction(context.pool, {}, (tx) =>
      confirmFactor(tx, context.secrets, userId, typeof code === 'string' ? code : '', new Date()),
    )
    await noted(context, request, 'secondFactorOn', username)
    await tellChanged(context, userId, { zh: '已开启两步验证', en: 'the second factor was turned on' })
    return { recoveryCodes }
  })
  app.post(`${path}/remove`, { config }, async (request, reply) => {
    await confirmPassword(context, request)
    const { userId, username } = personOf(request)
    await inTransaction(context.pool, {}, (tx) => removeFactor(tx, userId))
    await noted(context, request, 'secondFactorOff', username)
    await tellChanged(context, userId, { zh: '已关闭两步验证', en: 'the second factor was turned off' })
    return reply.code(204).send()
  })
  app.delete('/api/users/:id/second-factor', { config: { right: 'user.update' } }, async (request, reply) => {
    const user = await inWork(context, actingOf(request), (work) =>
      readUser(work.tx, work.company, pathPart(request, 'id')),
    )
    await refuseForOtherCompanies(context.pool, callerOf(request), user.id, 'secondFactor')
    await inTransaction(context.pool, {}, async (tx) => {
      await removeFactor(tx, user.id)
      await tx.query('delete from passkey where user_id = $1', [user.id])
    })
    await forgetFailures(context.pool, user.username)
    await noted(context, request, 'secondFactorOff', user.username)
    await tellChanged(context, user.id, {
      zh: '管理员关闭了两步验证',
      en: 'an administrator turned the second factor off',
    })
    return reply.code(204).send()
  })
}

/** How one signs in and where one is signed in: the second factor, and one's open sessions. */
export const securityRoutes = (app: FastifyInstance, context: ServerContext): void => {
  factorRoutes(app, context)
  const config = { right: 'session' }
  app.get('/api/session/security', { config }, async (request) => {
    const { userId, token } = callerOf(request)
    const [passkeys, secondFactor, signIns, sessions] = await Promise.all([
      inTransaction(context.pool, { readOnly: true }, (tx) => listPasskeys(tx, userId)),
      inTransaction(context.pool, { readOnly: true }, (tx) => factorState(tx, userId)),
      inTransaction(context.pool, { readOnly: true }, (tx) => listSignIns(tx, userId)),
      listSessions(context.pool, userId, token),
    ])
    return { passkeys, secondFactor, signIns, sessions }
  })
  app.delete('/api/session/others', { config }, async (request) => {
    const { userId, token } = personOf(request)
    return { ended: await endSessions(context.pool, userId, { butToken: token }) }
  })
  app.delete('/api/session/others/:id', { config }, async (request, reply) => {
    await endSessions(context.pool, personOf(request).userId, { id: pathPart(request, 'id') })
    return reply.code(204).send()
  })
}
