import type { FastifyInstance, FastifyRequest } from 'fastify'
import { newId } from '../../../base/id.ts'
import { kebab } from '../../definition/define.ts'
import { Problem, fieldProblem, notFound } from '../../definition/problem.ts'
import type { FieldProblem } from '../../definition/problem.ts'
import type { JsonObject } from '../../documents/draft.ts'
import type { Work } from '../../posting/work.ts'
import { bodyOf, pathPart, queryOf } from '../body.ts'
import { answer, change } from '../context.ts'
import type { ServerContext } from '../context.ts'
import { rightsAt } from '../record-answers.ts'
import type { Address } from '../record-answers.ts'
import { addressesOf } from './records.ts'

interface ViewRow {
  readonly id: string
  readonly type: string
  readonly name: string
  readonly owner: string
  readonly shared: boolean
  readonly definition: { readonly search: string }
}

const viewOf = (work: Work, { id, type, name, owner, shared, definition }: ViewRow) => ({
  id,
  type,
  name,
  shared,
  own: owner === work.actor.id,
  search: definition.search,
})

const isText = (value: unknown, longest: number): value is string =>
  typeof value === 'string' &&
  value.trim() !== '' &&
  value.length <= longest &&
  value.isWellFormed() &&
  !value.includes('\u0000')

interface ViewInput {
  readonly name: string
  readonly search: string
  readonly shared: boolean
}

/** What a view says; what is not given stays as it was. */
const readView = (body: JsonObject, was: Partial<ViewInput> = {}): ViewInput => {
  const { name = was.name, search = was.search ?? '', shared = was.shared ?? false } = body
  const problems: FieldProblem[] = []
  const isName = isText(name, 60)
  const isSearch = search === '' || isText(search, 8000)
  if (!isName) problems.push(fieldProblem('name', '请填写名称，60 字以内', 'must be a name of 60 letters at most'))
  if (!isSearch) problems.push(fieldProblem('search', '查询有误或过长', 'is not a query'))
  if (typeof shared !== 'boolean') problems.push(fieldProblem('shared', '应为是或否', 'must be true or false'))
  if (!isName || !isSearch || problems.length > 0) {
    throw new Problem('invalid', { zh: '视图有误，未保存', en: 'The view was not saved' }, problems)
  }
  return { name: name.trim(), search, shared: shared === true }
}

const ownView = async (work: Work, id: string): Promise<ViewRow> => {
  const rows = await work.tx.rows<ViewRow>(
    `select id, type, name, owner, shared, definition from saved_view where company_id = $1 and id::text = $2 and owner = $3 for update`,
    [work.company, id, work.actor.id],
  )
  if (rows[0] === undefined) throw notFound('没有这个视图，或不是您建的', 'There is no such view of yours')
  return rows[0]
}

/** Queries of lists that people keep: each their own, and with `shared` for everyone in the company who may read the list. */
export const viewRoutes = (app: FastifyInstance, context: ServerContext): void => {
  const addresses = new Map(addressesOf(context).map((address) => [kebab(address.name), address]))
  const readable = (work: Work, type: string | undefined): Address => {
    const own = [...work.installed.catalogue.documents.values()].find(
      (one) => one.storedAs !== undefined && kebab(one.name) === type,
    )
    const address = own === undefined ? addresses.get(type ?? '') : { definition: own, name: own.name }
    if (address === undefined) {
      throw new Problem('invalid', { zh: '视图有误', en: 'The view is not valid' }, [
        fieldProblem('type', '没有这种列表', 'there is no such list'),
      ])
    }
    if (rightsAt(address, 'read').some((right) => work.actor.may(right))) return address
    throw new Problem('forbidden', { zh: '没有权限查看这个列表', en: 'You may not see this list' })
  }
  app.get('/api/views', { config: { right: 'session' } }, async (request) =>
    answer(context, request, async (work) => {
      const { type } = queryOf(request)
      readable(work, type)
      const rows = await work.tx.rows<ViewRow>(
        `select id, type, name, owner, shared, definition from saved_view
         where company_id = $1 and type = $2 and (owner = $3 or shared) order by owner <> $3, id`,
        [work.company, type, work.actor.id],
      )
      return { rows: rows.map((row) => viewOf(work, row)) }
    }),
  )
  app.post('/api/views', { config: { right: 'session' } }, async (request, reply) => {
    const body = bodyOf(request)
    return change(context, request, reply, async (work) => {
      const type = typeof body['type'] === 'string' ? body['type'] : ''
      readable(work, type)
      const { name, search, shared } = readView(body)
      const row: ViewRow = { id: newId<'view'>(), type, name, owner: work.actor.id, shared, definition: { search } }
      work.tx.send(
        `insert into saved_view (company_id, id, type, name, owner, shared, definition) values ($1, $2, $3, $4, $5, $6, $7)`,
        [work.company, row.id, type, name, row.owner, shared, JSON.stringify(row.definition)],
      )
      return { status: 201, body: viewOf(work, row) }
    })
  })
  const oneOf = (request: FastifyRequest) => pathPart(request, 'id')
  app.patch('/api/views/:id', { config: { right: 'session' } }, async (request, reply) =>
    change(context, request, reply, async (work) => {
      const was = await ownView(work, oneOf(request))
      const { name, search, shared } = readView(bodyOf(request), { ...was, search: was.definition.search })
      work.tx.send(`update saved_view set name = $3, shared = $4, definition = $5 where company_id = $1 and id = $2`, [
        work.company,
        was.id,
        name,
        shared,
        JSON.stringify({ search }),
      ])
      return { status: 200, body: viewOf(work, { ...was, name, shared, definition: { search } }) }
    }),
  )
  app.delete('/api/views/:id', { config: { right: 'session' } }, async (request, reply) =>
    change(context, request, reply, async (work) => {
      const was = await ownView(work, oneOf(request))
      work.tx.send(`delete from saved_view where company_id = $1 and id = $2`, [work.company, was.id])
      return { status: 204, body: null }
    }),
  )
}
