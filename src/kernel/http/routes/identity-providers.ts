import type { FastifyInstance } from 'fastify'
import { createProvider, listProviders, removeProvider, updateProvider } from '../../access/identity-providers.ts'
import type { ProviderInput } from '../../access/identity-providers.ts'
import { OpenIdError, discover } from '../../access/open-id.ts'
import { audit } from '../../audit/audit.ts'
import { Problem, fieldProblem, notFound } from '../../definition/problem.ts'
import { isJsonObject } from '../../documents/draft.ts'
import type { JsonObject } from '../../documents/draft.ts'
import { bodyOf, pathPart } from '../body.ts'
import { answer, change } from '../context.ts'
import type { ServerContext } from '../context.ts'
import { originOf } from '../site.ts'

const path = '/api/identity-providers'

const texts = ['name', 'issuer', 'clientId', 'clientSecret', 'usernameClaim', 'groupClaim'] as const
const lists = ['scopes', 'defaultRoles'] as const
const switches = ['enabled', 'creates', 'trusted'] as const

const wrongShape = (field: string) =>
  new Problem('invalid', { zh: '单点登录设置有误，未保存', en: 'The identity provider was not saved' }, [
    fieldProblem(field, '格式不正确', 'has the wrong form'),
  ])

const pick = <Name extends string, Value>(
  body: JsonObject,
  names: readonly Name[],
  read: (value: unknown) => Value | undefined,
): Partial<Record<Name, Value>> => {
  const found: Partial<Record<Name, Value>> = {}
  for (const name of names) {
    if (body[name] === undefined) continue
    const value = read(body[name])
    if (value === undefined) throw wrongShape(name)
    found[name] = value
  }
  return found
}

const readText = (value: unknown) =>
  typeof value === 'string' && value.length <= 2000 && !value.includes('\u0000') ? value : undefined
const readList = (value: unknown) =>
  Array.isArray(value) && value.length <= 50 && value.every((one) => typeof one === 'string')
    ? value.map(String)
    : undefined
const readSwitch = (value: unknown) => (typeof value === 'boolean' ? value : undefined)

const rolesIn = (body: JsonObject): Pick<ProviderInput, 'roles'> => {
  const given = body['roles']
  if (given === undefined) return {}
  if (!isJsonObject(given)) throw wrongShape('roles')
  const roles = Object.entries(given).map(([group, role]) => {
    if (typeof role !== 'string') throw wrongShape('roles')
    return [group, role] as const
  })
  return { roles: Object.fromEntries(roles) }
}

const inputOf = (body: JsonObject): ProviderInput => ({
  ...pick(body, texts, readText),
  ...pick(body, lists, readList),
  ...pick(body, switches, readSwitch),
  ...rolesIn(body),
})

/** The identity providers that a company lets its people come by. */
export const identityProviderRoutes = (app: FastifyInstance, context: ServerContext): void => {
  const mayRead = { config: { right: 'signInPolicy.read' } }
  const mayChange = { config: { right: 'signInPolicy.update' } }
  app.get(path, mayRead, async (request) => ({
    rows: (await answer(context, request, (work) => listProviders(work.tx, work.company))).map((one) => ({
      ...one,
      // What the provider is told to send people back to.
      callback: `${originOf(context, request)}/api/sign-in/provider/${one.id}/callback`,
    })),
  }))
  app.post(path, mayChange, (request, reply) => {
    const { clientSecret: _kept, ...said } = bodyOf(request)
    const input = inputOf(bodyOf(request))
    return change(
      context,
      request,
      reply,
      async (work) => {
        const made = await createProvider(work.tx, context.secrets, work.company, input, context.reachesInside)
        audit(work, { action: 'create', type: 'identityProvider', record: made.id, label: made.name, after: made })
        return { status: 201, body: JSON.parse(JSON.stringify(made)) as JsonObject }
      },
      said,
    )
  })
  app.patch(`${path}/:id`, mayChange, (request, reply) =>
    change(context, request, reply, async (work) => {
      const id = pathPart(request, 'id')
      const after = await updateProvider(
        work.tx,
        context.secrets,
        work.company,
        id,
        inputOf(bodyOf(request)),
        context.reachesInside,
      )
      audit(work, { action: 'update', type: 'identityProvider', record: after.id, label: after.name, after })
      return { status: 200, body: JSON.parse(JSON.stringify(after)) as JsonObject }
    }),
  )
  app.delete(`${path}/:id`, mayChange, (request, reply) =>
    change(context, request, reply, async (work) => {
      const id = pathPart(request, 'id')
      await removeProvider(work.tx, work.company, id)
      audit(work, { action: 'delete', type: 'identityProvider', record: id, label: id })
      return { status: 204, body: null }
    }),
  )
  app.post(`${path}/:id/try`, mayChange, async (request) => {
    const id = pathPart(request, 'id')
    const providers = await answer(context, request, (work) => listProviders(work.tx, work.company))
    const provider = providers.find((one) => one.id === id)
    if (provider === undefined) throw notFound('没有这个身份提供方', 'There is no such identity provider')
    try {
      return await discover(provider.issuer, context.reachesInside)
    } catch (error) {
      if (!(error instanceof OpenIdError)) throw error
      throw new Problem('invalid', { zh: '连接不上身份提供方', en: 'The identity provider does not answer as one' }, [
        fieldProblem('issuer', `签发者没有给出有效的配置：${error.message}`, error.message),
      ])
    }
  })
}
