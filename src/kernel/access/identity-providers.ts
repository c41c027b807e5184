import { newId } from '../../base/id.ts'
import type { Id } from '../../base/id.ts'
import type { Transaction } from '../database/transaction.ts'
import type { SecretBox } from '../secrets/secret-box.ts'
import { Problem, fieldProblem, notFound } from '../definition/problem.ts'
import type { FieldProblem } from '../definition/problem.ts'

/** What a company makes of what its identity provider says. */
export interface ProviderSettings {
  /** Asked for beside `openid`. */
  readonly scopes: readonly string[]
  /** The claim that names people as this product does: `preferred_username`, `email`. */
  readonly usernameClaim: string
  /** The claim that lists their groups. */
  readonly groupClaim: string
  /** The role that each group gives. */
  readonly roles: Readonly<Record<string, string>>
  /** The roles of who is in no such group; none refuses them. */
  readonly defaultRoles: readonly string[]
  /** Whether someone who was never added here is made a user at the first sign-in; else they are refused until invited. */
  readonly creates: boolean
  /** Whether it asks a second factor itself, so that none is owed here. */
  readonly trusted: boolean
}

/** An identity provider as administrators see it: without its secret. */
export interface ProviderView extends ProviderSettings {
  readonly id: string
  readonly name: string
  readonly issuer: string
  readonly clientId: string
  readonly enabled: boolean
}

/** An identity provider as the door uses it. */
export interface Provider extends ProviderView {
  readonly company: Id<'company'>
  readonly clientSecret: string
}

/** What is said of a provider; what is not given stays. */
export type ProviderInput = Partial<Omit<ProviderView, 'id'>> & { readonly clientSecret?: string }

const usual: Omit<ProviderView, 'id'> = {
  name: '',
  issuer: '',
  clientId: '',
  enabled: true,
  scopes: ['profile', 'email'],
  usernameClaim: 'preferred_username',
  groupClaim: 'groups',
  roles: {},
  defaultRoles: [],
  creates: false,
  trusted: false,
}

const columns = `id, name, issuer, client_id as "clientId", enabled, settings`

type Row = Pick<ProviderView, 'id' | 'name' | 'issuer' | 'clientId' | 'enabled'> & {
  readonly settings: ProviderSettings
}

const viewOf = ({ settings, ...row }: Row): ProviderView => ({ ...row, ...settings })

/** The identity providers of a company. */
export const listProviders = async (tx: Transaction, company: string): Promise<ProviderView[]> =>
  (
    await tx.rows<Row>(`select ${columns} from identity_provider where company_id = $1 order by name, id`, [company])
  ).map(viewOf)

/** Those that anyone may come by: their names alone. */
export const offeredProviders = (tx: Transaction): Promise<{ id: string; name: string }[]> =>
  tx.rows('select id, name from identity_provider where enabled order by name, id')

/** What the secrets of identity providers are sealed for. */
const place = 'identity_provider.client_secret'

/** A provider may have none: public clients prove themselves by PKCE alone. */
const sealed = (secrets: SecretBox, text: string): string => (text === '' ? '' : secrets.seal(place, text))
const opened = (secrets: SecretBox, text: string): string => (text === '' ? '' : secrets.open(place, text))

/** One provider that is in use, with its secret. */
export const findProvider = async (tx: Transaction, secrets: SecretBox, id: string): Promise<Provider | undefined> => {
  const rows = await tx.rows<Row & { company: Id<'company'>; clientSecret: string }>(
    `select ${columns}, company_id as company, client_secret as "clientSecret" from identity_provider where id::text = $1 and enabled`,
    [id],
  )
  const row = rows[0]
  return row && { ...viewOf(row), company: row.company, clientSecret: opened(secrets, row.clientSecret) }
}

const isAddress = (text: string, allowPlain: boolean): boolean =>
  URL.canParse(text) && (new URL(text).protocol === 'https:' || (allowPlain && new URL(text).protocol === 'http:'))

const check = async (
  tx: Transaction,
  company: string,
  given: Omit<ProviderView, 'id'>,
  allowPlain: boolean,
): Promise<void> => {
  const problems: FieldProblem[] = []
  const needed = (name: 'name' | 'clientId', zh: string): void => {
    if (given[name].trim() === '' || given[name].length > 200)
      problems.push(fieldProblem(name, `请填写${zh}`, 'is required, 200 characters at most'))
  }
  needed('name', '名称')
  needed('clientId', '客户端 ID')
  if (!isAddress(given.issuer, allowPlain))
    problems.push(fieldProblem('issuer', '请填写以 https:// 开头的签发者地址', 'must be an https address'))
  const known = await tx.rows<{ name: string }>('select name from role where company_id = $1', [company])
  const names = new Set(known.map((role) => role.name))
  const unknownRole = [...Object.values(given.roles), ...given.defaultRoles].find((role) => !names.has(role))
  if (unknownRole !== undefined)
    problems.push(fieldProblem('roles', `没有角色“${unknownRole}”`, `there is no role ${unknownRole}`))
  if (problems.length > 0)
    throw new Problem(
      'invalid',
      { zh: '单点登录设置有误，未保存', en: 'The identity provider was not saved' },
      problems,
    )
}

const write = async (
  tx: Transaction,
  company: string,
  id: string,
  given: Omit<ProviderView, 'id'>,
  clientSecret: string | undefined,
): Promise<ProviderView> => {
  const { name, issuer, clientId, enabled, ...settings } = given
  const rows = await tx.rows<Row>(
    `insert into identity_provider as p (company_id, id, name, issuer, client_id, client_secret, enabled, settings)
     values ($1, $2, $3, $4, $5, coalesce($6, ''), $7, $8)
     on conflict (company_id, id) do update set name = excluded.name, issuer = excluded.issuer, client_id = excluded.client_id,
       client_secret = coalesce($6, p.client_secret), enabled = excluded.enabled, settings = excluded.settings
     returning ${columns}`,
    [company, id, name.trim(), issuer.trim(), clientId.trim(), clientSecret ?? null, enabled, JSON.stringify(settings)],
  )
  if (rows[0] === undefined) throw notFound('没有这个身份提供方', 'There is no such identity provider')
  return viewOf(rows[0])
}

/** Adds an identity provider to a company. */
export const createProvider = async (
  tx: Transaction,
  secrets: SecretBox,
  company: string,
  { clientSecret = '', ...input }: ProviderInput,
  allowPlain: boolean,
): Promise<ProviderView> => {
  const given = { ...usual, ...input }
  await check(tx, company, given, allowPlain)
  return write(tx, company, newId<'identityProvider'>(), given, sealed(secrets, clientSecret))
}

/** Changes an identity provider. The secret stays unless a new one is given. Another issuer is another provider: its links go. */
export const updateProvider = async (
  tx: Transaction,
  secrets: SecretBox,
  company: string,
  id: string,
  { clientSecret, ...input }: ProviderInput,
  allowPlain: boolean,
): Promise<ProviderView> => {
  const before = (await listProviders(tx, company)).find((one) => one.id === id)
  if (before === undefined) throw notFound('没有这个身份提供方', 'There is no such identity provider')
  const { id: _id, ...kept } = before
  const given = { ...kept, ...input }
  await check(tx, company, given, allowPlain)
  if (given.issuer !== before.issuer)
    await tx.query('delete from identity_link where company_id = $1 and provider_id = $2', [company, id])
  return write(
    tx,
    company,
    id,
    given,
    clientSecret === undefined || clientSecret === '' ? undefined : sealed(secrets, clientSecret),
  )
}

/** Takes an identity provider away, with the links to it and the sessions it opened. */
export const removeProvider = async (tx: Transaction, company: string, id: string): Promise<void> => {
  const { rowCount } = await tx.query('delete from identity_provider where company_id = $1 and id::text = $2', [
    company,
    id,
  ])
  if (rowCount === 0) throw notFound('没有这个身份提供方', 'There is no such identity provider')
  await tx.query('delete from identity_link where company_id = $1 and provider_id::text = $2', [company, id])
  await tx.query('delete from access.session where provider = $1', [id])
}
