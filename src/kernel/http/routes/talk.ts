import type { FastifyInstance, FastifyRequest } from 'fastify'
import { colleagues } from '../../access/delegations.ts'
import { kebab } from '../../definition/define.ts'
import { Problem, fieldProblem } from '../../definition/problem.ts'
import { findDocument } from '../../documents/documents.ts'
import type { JsonObject } from '../../documents/draft.ts'
import { findEntity } from '../../documents/entities.ts'
import type { Work } from '../../posting/work.ts'
import { addRemark, calledIn, listRemarks, refuseUnseeing, withdrawRemark } from '../../talk/remarks.ts'
import type { Subject } from '../../talk/remarks.ts'
import { addTask, dropTask, listTasks, markTask, personIn } from '../../talk/tasks.ts'
import { bodyOf, pathPart, queryOf } from '../body.ts'
import { addressIn, routeRight } from '../company-address.ts'
import { actingOf, answer, change } from '../context.ts'
import type { ServerContext } from '../context.ts'
import { rightsAt } from '../record-answers.ts'
import type { Address } from '../record-answers.ts'
import { unseeing } from '../sees-record.ts'

const subjectAt = async (work: Work, { definition, name }: Address, key: string): Promise<Subject> => {
  const { header } =
    definition.sort === 'document' ? await findDocument(work, definition, key) : await findEntity(work, definition, key)
  const called = [header['number'] ?? header['code'], header['name']].filter((text) => typeof text === 'string')
  return { type: name, id: String(header['id']), label: [definition.label, ...called].join(' ') }
}

/**
 * 评论: what people say about a record. Whoever may read it may read and add to it; who is called by `@` must be able to see
 * the record. Their sight is asked in their name, so before the transaction that writes.
 */
export const remarkRoutes = (app: FastifyInstance, context: ServerContext, address: Address, path: string): void => {
  const config = { right: routeRight(address, 'read') }
  const subjectOf = (work: Work, request: FastifyRequest) =>
    subjectAt(work, addressIn(work, request, address), pathPart(request, 'id'))
  app.get(`${path}/:id/remarks`, { config }, async (request) =>
    answer(context, request, async (work) => {
      const { id } = await subjectOf(work, request)
      const [rows, people] = await Promise.all([listRemarks(work, id), colleagues(work)])
      return { rows, people: people.filter((one) => one.id !== work.actor.id) }
    }),
  )
  app.post(`${path}/:id/remarks`, { config }, async (request, reply) => {
    const body = bodyOf(request)
    const { text } = body
    const said = typeof text === 'string' ? text : ''
    const { called, place } = await answer(context, request, async (work) => {
      const { id } = await subjectOf(work, request)
      return {
        called: calledIn(said, await colleagues(work)),
        place: { address: addressIn(work, request, address), id },
      }
    })
    refuseUnseeing(await unseeing(context, actingOf(request).company, called, place), 'text')
    return change(context, request, reply, async (work) => ({
      status: 201,
      body: { id: addRemark(work, await subjectOf(work, request), body, called) },
    }))
  })
  app.delete(`${path}/:id/remarks/:remark`, { config }, async (request, reply) =>
    change(context, request, reply, async (work) => {
      const { id } = await subjectOf(work, request)
      await withdrawRemark(work, id, pathPart(request, 'remark'))
      return { status: 204, body: null }
    }),
  )
}

/** The address of a type by either of its names: `salesOrder`, `sales-order`, `customer`. */
const addressNamed = (work: Work, name: unknown): Address | undefined => {
  const { documents, entities, facets } = work.installed.catalogue
  const isIt = (one: string) => one === name || kebab(one) === name
  const found = [...documents.values(), ...entities.values()].find((one) => isIt(one.name))
  if (found !== undefined) return { definition: found, name: found.name }
  const facet = [...facets].find(([one]) => isIt(one))
  return facet === undefined ? undefined : { definition: facet[1].entity, name: facet[0], flag: facet[1].facet.flag }
}

/** The record that a task is about, which whoever asks must be able to see. */
const subjectIn = async (work: Work, { type, record }: JsonObject) => {
  if (type === undefined || type === null) return undefined
  const address = addressNamed(work, type)
  if (address === undefined || !rightsAt(address, 'read').some((right) => work.actor.may(right))) {
    throw new Problem('invalid', { zh: '待办未保存', en: 'The task was not kept' }, [
      fieldProblem('type', '没有这种记录，或您无权查看', 'there is no such type, or you may not see it'),
    ])
  }
  return { address, subject: await subjectAt(work, address, typeof record === 'string' ? record : '') }
}

/** 待办: what people ask each other to do. Each sees what they have and what they asked for. */
export const taskRoutes = (app: FastifyInstance, context: ServerContext): void => {
  const config = { right: 'session' }
  app.get('/api/tasks', { config }, async (request) => {
    const { scope, done, record } = queryOf(request)
    const asked = { scope: scope === 'asked' || scope === 'all' ? scope : 'mine', done: done === '1', record } as const
    return answer(context, request, async (work) => {
      const [rows, people] = await Promise.all([listTasks(work, asked), colleagues(work)])
      return { rows, people }
    })
  })
  app.post('/api/tasks', { config }, async (request, reply) => {
    const body = bodyOf(request)
    const { person, about } = await answer(context, request, async (work) => ({
      person: personIn(await colleagues(work), body['assignee'], work.actor.id),
      about: await subjectIn(work, body),
    }))
    if (person !== undefined && about !== undefined) {
      const place = { address: about.address, id: about.subject.id }
      refuseUnseeing(await unseeing(context, actingOf(request).company, [person], place), 'assignee')
    }
    return change(context, request, reply, async (work) => ({
      status: 201,
      body: { id: addTask(work, body, person, about?.subject) },
    }))
  })
  for (const [step, done] of [
    ['done', true],
    ['open', false],
  ] as const) {
    app.post(`/api/tasks/:id/${step}`, { config }, async (request, reply) =>
      change(context, request, reply, async (work) => {
        await markTask(work, pathPart(request, 'id'), done)
        return { status: 200, body: { done } }
      }),
    )
  }
  app.delete('/api/tasks/:id', { config }, async (request, reply) =>
    change(context, request, reply, async (work) => {
      await dropTask(work, pathPart(request, 'id'))
      return { status: 204, body: null }
    }),
  )
}
