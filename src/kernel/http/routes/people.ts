import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isUuid } from '../../../base/id.ts'
import type { Json } from '../../../base/json.ts'
import { writeMemberScope } from '../../access/member-scope.ts'
import { isPeopleScope } from '../../access/row-scope.ts'
import type { MemberScope, PeopleScope } from '../../access/row-scope.ts'
import { createKey, listKeys, revokeKey } from '../../access/keys.ts'
import { isRightPattern } from '../../access/rights.ts'
import { createUser, listUsers, readUser, refuseForOtherCompanies, removeUser, updateUser } from '../../access/users.ts'
import type { UserInput, UserView } from '../../access/users.ts'
import { audit } from '../../audit/audit.ts'
import { inTransaction } from '../../database/transaction.ts'
import { Problem, fieldProblem } from '../../definition/problem.ts'
import { isJsonObject } from '../../documents/draft.ts'
import type { JsonObject } from '../../documents/draft.ts'
import { bodyOf, pathPart } from '../body.ts'
import { actingOf, answer, callerOf, change, companyOf } from '../context.ts'
import type { Work } from '../../posting/work.ts'
import { inWork } from '../work.ts'
import { delegationRoutes } from './delegations.ts'
import type { ServerContext } from '../context.ts'

const wrongShape = (path: string) =>
  new Problem('invalid', { zh: '内容有误，未保存', en: 'Not saved' }, [
    fieldProblem(path, '格式不正确', 'has the wrong form'),
  ])

const textIn = (body: JsonObject, name: string): string | undefined => {
  const value = body[name]
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'string' || value.length > 200 || value.includes('\u0000') || !value.isWellFormed())
    throw wrongShape(name)
  return value
}

const textsIn = (body: JsonObject, name: string): string[] | undefined => {
  const value = body[name]
  if (value === undefined) return undefined
  if (
    !Array.isArray(value) ||
    value.length > 500 ||
    !value.every((one) => typeof one === 'string' && !one.includes('\u0000'))
  )
    throw wrongShape(name)
  return value.map(String)
}

/** Whose records a role shows. */
const peopleIn = (body: JsonObject): PeopleScope => {
  const given = textIn(body, 'people') ?? 'all'
  if (!isPeopleScope(given)) throw wrongShape('people')
  return given
}

/** Who of the employees a user is and what bounds the rows they are shown. */
const memberScopeIn = (body: JsonObject): MemberScope => {
  const chosen = body['chosen'] ?? {}
  if (!isJsonObject(chosen)) throw wrongShape('chosen')
  const lists = Object.entries(chosen).map(([entity, ids]) => {
    if (!Array.isArray(ids) || ids.length > 500 || !ids.every((id) => typeof id === 'string' && isUuid(id)))
      throw wrongShape(`chosen.${entity}`)
    return [entity, ids.map(String)] as const
  })
  const people = textIn(body, 'people') ?? null
  const employee = textIn(body, 'employee') ?? null
  if (people !== null && !isPeopleScope(people)) throw wrongShape('people')
  if (employee !== null && !isUuid(employee)) throw wrongShape('employee')
  return { employee, people, chosen: Object.fromEntries(lists) }
}

const scopeRoutes = (app: FastifyInstance, context: ServerContext): void => {
  app.put('/api/users/:id/scope', { config: { right: 'user.update' } }, async (request, reply) => {
    const id = pathPart(request, 'id')
    const scope = memberScopeIn(bodyOf(request))
    return change(context, request, reply, async (work) => {
      const user = await readUser(work.tx, work.company, id)
      await writeMemberScope(work, id, scope)
      noteUser(work, 'scope', { ...user, scope })
      return { status: 200, body: JSON.parse(JSON.stringify({ ...user, scope })) as Json }
    })
  })
}

const userInput = (body: JsonObject): UserInput => ({
  username: textIn(body, 'username'),
  name: textIn(body, 'name'),
  password: textIn(body, 'password'),
  ...(body['language'] === undefined ? {} : { language: textIn(body, 'language') ?? null }),
  roles: textsIn(body, 'roles'),
  ...(typeof body['disabled'] === 'boolean' ? { disabled: body['disabled'] } : {}),
})

/** What the trail keeps of a user: never the password, only that there is a new one. */
type NotedUser = UserView & { readonly passwordChanged?: boolean }

/** People have no row of their own in the company's tables; the trail names them. */
const noteUser = (work: Work, action: string, user: NotedUser): void =>
  audit(work, { action, type: 'user', record: work.company, label: user.username, after: user })

const note = (context: ServerContext, request: FastifyRequest, action: string, user: NotedUser): Promise<void> =>
  inWork(context, actingOf(request), async (work) => noteUser(work, action, user))

const userRoutes = (app: FastifyInstance, context: ServerContext): void => {
  app.get('/api/users', { config: { right: 'user.read' } }, async (request) => {
    const company = companyOf(callerOf(request))
    return { rows: await inTransaction(context.pool, { readOnly: true }, (tx) => listUsers(tx, company)) }
  })
  app.get('/api/users/:id', { config: { right: 'user.read' } }, async (request) => {
    const company = companyOf(callerOf(request))
    return inTransaction(context.pool, { readOnly: true }, (tx) => readUser(tx, company, pathPart(request, 'id')))
  })
  app.post('/api/users', { config: { right: 'user.create' } }, async (request, reply) => {
    const body = bodyOf(request)
    const { password: _password, ...said } = body
    // Beside the transaction that keeps the answer: people are kept by better-auth, on connections of its own.
    const create = async (work: Work) => {
      const user = await createUser(context.apartPool, context.accounts, work.company, userInput(body))
      noteUser(work, 'create', user)
      return { status: 201, body: JSON.parse(JSON.stringify(user)) as Json }
    }
    return change(context, request, reply, create, said)
  })
  app.patch('/api/users/:id', { config: { right: 'user.update' } }, async (request) => {
    const company = companyOf(callerOf(request))
    const input = userInput(bodyOf(request))
    const id = pathPart(request, 'id')
    if (input.password !== undefined) await refuseForOtherCompanies(context.pool, callerOf(request), id, 'password')
    const user = await updateUser(context.pool, context.accounts, company, id, input)
    await note(context, request, 'update', { ...user, passwordChanged: input.password !== undefined })
    return user
  })
  app.delete('/api/users/:id', { config: { right: 'user.delete' } }, async (request, reply) => {
    const company = companyOf(callerOf(request))
    const id = pathPart(request, 'id')
    const user = await inTransaction(context.pool, { readOnly: true }, (tx) => readUser(tx, company, id))
    await removeUser(context.pool, company, id)
    await note(context, request, 'delete', user)
    return reply.code(204).send()
  })
  app.post('/api/session/password', { config: { right: 'session' } }, async (request, reply) => {
    const caller = callerOf(request)
    const body = bodyOf(request)
    const auth = await context.accounts.auth.$context
    const account = await auth.internalAdapter.findCredentialAccount(caller.userId)
    const matches = await auth.password
      .verify({ hash: account?.password ?? '', password: textIn(body, 'current') ?? '' })
      .catch(() => false)
    if (!matches)
      throw new Problem('invalid', { zh: '原密码不正确', en: 'The current password is wrong' }, [
        fieldProblem('current', '原密码不正确', 'is wrong'),
      ])
    await updateUser(context.pool, context.accounts, companyOf(caller), caller.userId, {
      password: textIn(body, 'password') ?? '',
    })
    return reply.code(204).send()
  })
}

const roleRoutes = (app: FastifyInstance, context: ServerContext): void => {
  app.get('/api/roles', { config: { right: 'role.read' } }, async (request) => ({
    rows: await answer(context, request, (work) =>
      work.tx.rows(`select name, label, rights, people from role where company_id = $1 order by name`, [work.company]),
    ),
  }))
  app.put('/api/roles/:name', { config: { right: 'role.update' } }, async (request, reply) => {
    const body = bodyOf(request)
    const name = pathPart(request, 'name')
    const label = textIn(body, 'label')
    const rights = textsIn(body, 'rights') ?? []
    const wrong = rights.findIndex((right) => !isRightPattern(right))
    if (wrong >= 0) throw wrongShape(`rights.${wrong}`)
    const people = peopleIn(body)
    if (!/^[a-z][a-zA-Z0-9]{0,59}$/.test(name) || label === undefined || label === '') throw wrongShape('label')
    if (name === 'administrator') {
      throw new Problem('conflict', { zh: '管理员角色不能修改', en: 'The administrator’s role cannot be changed' })
    }
    return change(context, request, reply, async (work) => {
      await work.tx.query(
        `insert into role (company_id, name, label, rights, people) values ($1, $2, $3, $4, $5)
         on conflict (company_id, name) do update set label = excluded.label, rights = excluded.rights, people = excluded.people`,
        [work.company, name, label, JSON.stringify(rights), people],
      )
      audit(work, {
        action: 'update',
        type: 'role',
        record: work.company,
        label: name,
        after: { name, label, rights, people },
      })
      return { status: 200, body: { name, label, rights, people } }
    })
  })
}

const keyRoutes = (app: FastifyInstance, context: ServerContext): void => {
  app.get('/api/keys', { config: { right: 'key.read' } }, async (request) => ({
    rows: await answer(context, request, (work) => listKeys(work.tx, work.company)),
  }))
  app.post('/api/keys', { config: { right: 'key.create' } }, async (request, reply) => {
    const body = bodyOf(request)
    const expires = textIn(body, 'expiresAt')
    const input = {
      name: textIn(body, 'name') ?? '',
      scopes: textsIn(body, 'scopes') ?? [],
      addresses: textsIn(body, 'addresses') ?? [],
      expiresAt: expires === undefined ? null : new Date(expires),
    }
    if (input.expiresAt !== null && Number.isNaN(input.expiresAt.getTime())) throw wrongShape('expiresAt')
    return change(context, request, reply, async (work) => {
      const { id, key } = await createKey(work.tx, work.company, callerOf(request), input)
      audit(work, {
        action: 'create',
        type: 'apiKey',
        record: id,
        label: input.name,
        after: { scopes: input.scopes, addresses: input.addresses, expiresAt: expires ?? null },
      })
      const body: Json = { id, name: input.name, scopes: input.scopes, addresses: input.addresses }
      return { status: 201, body, secret: { key } }
    })
  })
  app.delete('/api/keys/:id', { config: { right: 'key.delete' } }, async (request, reply) => {
    const id = pathPart(request, 'id')
    return change(context, request, reply, async (work) => {
      await revokeKey(work.tx, work.company, id)
      audit(work, { action: 'delete', type: 'apiKey', record: id, label: id })
      return { status: 204, body: null }
    })
  })
}

/** Users, their roles, and keys for machines. */
export const peopleRoutes = (app: FastifyInstance, context: ServerContext): void => {
  userRoutes(app, context)
  scopeRoutes(app, context)
  delegationRoutes(app, context)
  roleRoutes(app, context)
  keyRoutes(app, context)
}
