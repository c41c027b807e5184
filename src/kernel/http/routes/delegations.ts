import type { FastifyInstance } from 'fastify'
import { isCalendarDate } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import type { Json } from '../../../base/json.ts'
import { colleagues, createDelegation, listDelegations, revokeDelegation } from '../../access/delegations.ts'
import type { DelegationInput } from '../../access/delegations.ts'
import { Problem, fieldProblem } from '../../definition/problem.ts'
import type { JsonObject } from '../../documents/draft.ts'
import type { Work } from '../../posting/work.ts'
import { bodyOf, pathPart, queryOf } from '../body.ts'
import { answer, change } from '../context.ts'
import type { ServerContext } from '../context.ts'

const wrong = (path: string, zh: string, en: string) =>
  new Problem('invalid', { zh: '代理有误，未保存', en: 'The delegation was not saved' }, [fieldProblem(path, zh, en)])

const dayIn = (body: JsonObject, name: string): CalendarDate => {
  const value = body[name]
  if (typeof value !== 'string' || !isCalendarDate(value))
    throw wrong(name, '日期应写作 2026-01-15', 'must be a date like 2026-01-15')
  return value
}

const managesUsers = (work: Work) => work.actor.may('user.update')

const inputOf = (work: Work, body: JsonObject): DelegationInput => {
  const { from, to, rights, note } = body
  if (typeof to !== 'string') throw wrong('to', '请选择代理人', 'choose who stands in')
  const giver = typeof from === 'string' && from !== '' ? from : work.actor.id
  if (giver !== work.actor.id && !managesUsers(work))
    throw wrong('from', '只能委托自己的权限', 'only your own rights can be lent')
  const isList = Array.isArray(rights) && rights.length <= 100 && rights.every((right) => typeof right === 'string')
  return {
    from: giver,
    to,
    fromDate: dayIn(body, 'fromDate'),
    toDate: dayIn(body, 'toDate'),
    rights: isList ? rights.map(String) : [],
    note: typeof note === 'string' && note !== '' ? note.slice(0, 200) : null,
  }
}

/** 代理: everyone lends their own rights for some days, and takes them back. */
export const delegationRoutes = (app: FastifyInstance, context: ServerContext): void => {
  app.get('/api/delegations', { config: { right: 'session' } }, async (request) =>
    answer(context, request, async (work) => ({
      rows: await listDelegations(work, queryOf(request)['scope'] === 'all' && work.actor.may('user.read')),
      people: await colleagues(work),
    })),
  )
  app.post('/api/delegations', { config: { right: 'session' } }, async (request, reply) => {
    const body = bodyOf(request)
    return change(context, request, reply, async (work) => ({
      status: 201,
      body: { id: await createDelegation(work, inputOf(work, body)) } as Json,
    }))
  })
  app.delete('/api/delegations/:id', { config: { right: 'session' } }, async (request, reply) => {
    const id = pathPart(request, 'id')
    return change(context, request, reply, async (work) => {
      await revokeDelegation(work, id, managesUsers(work))
      return { status: 204, body: null }
    })
  })
}
