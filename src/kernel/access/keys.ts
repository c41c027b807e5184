import { randomBytes } from 'node:crypto'
import { newId } from '../../base/id.ts'
import type { Transaction } from '../database/transaction.ts'
import { Problem, fieldProblem, notFound } from '../definition/problem.ts'
import { hashOf } from './caller.ts'
import type { Caller } from './caller.ts'
import { isNetwork } from './key-addresses.ts'
import { isRightPattern } from './rights.ts'

/** A key for a machine, as lists show it; the key itself is shown once. */
export interface KeyView {
  readonly id: string
  readonly name: string
  readonly scopes: readonly string[]
  /** Addresses and networks it may be used from; from everywhere where there are none. */
  readonly addresses: readonly string[]
  readonly user: string
  readonly createdAt: Date
  readonly expiresAt: Date | null
  readonly lastUsedAt: Date | null
  readonly lastAddress: string | null
  readonly revokedAt: Date | null
}

export const listKeys = (tx: Transaction, company: string): Promise<KeyView[]> =>
  tx.rows<KeyView>(
    `select k.id, k.name, k.scopes, k.addresses, u.username as "user", k.created_at as "createdAt", k.expires_at as "expiresAt",
       k.last_used_at as "lastUsedAt", k.last_address as "lastAddress", k.revoked_at as "revokedAt"
     from api_key k left join access."user" u on u.id = k.user_id where k.company_id = $1 order by k.created_at desc, k.id desc`,
    [company],
  )

/** What is said of a new key. */
export interface KeyInput {
  readonly name: string
  readonly scopes: readonly string[]
  readonly addresses?: readonly string[]
  readonly expiresAt?: Date | null
}

const check = (caller: Caller, { name, scopes, addresses = [], expiresAt }: KeyInput) => {
  const problems = scopes.flatMap((scope, index) => {
    if (!isRightPattern(scope)) return [fieldProblem(`scopes.${index}`, `“${scope}”不是权限`, `${scope} is no right`)]
    return []
  })
  if (name.trim() === '' || name.length > 100)
    problems.push(fieldProblem('name', '请填写名称（最多 100 个字）', 'needs a name of at most 100 characters'))
  for (const [index, address] of addresses.entries())
    if (!isNetwork(address))
      problems.push(
        fieldProblem(
          `addresses.${index}`,
          `“${address}”不是 IP 地址或网段，如 203.0.113.7、10.0.0.0/8`,
          `${address} is no address or network such as 10.0.0.0/8`,
        ),
      )
  if (expiresAt instanceof Date && expiresAt.getTime() <= Date.now())
    problems.push(fieldProblem('expiresAt', '到期日应在今天之后', 'must be later than today'))
  if (scopes.length === 0) problems.push(fieldProblem('scopes', '请至少给一项权限', 'needs at least one scope'))
  if (caller.via === 'key') throw new Problem('forbidden', { zh: '密钥不能生成密钥', en: 'A key cannot make keys' })
  if (problems.length > 0)
    throw new Problem('invalid', { zh: '密钥有误，未保存', en: 'The key was not made' }, problems)
}

/** Makes a key of one company with scopes, which never go beyond what its maker may do. Its text is answered this once. */
export const createKey = async (
  tx: Transaction,
  company: string,
  caller: Caller,
  input: KeyInput,
): Promise<{ id: string; key: string }> => {
  check(caller, input)
  const key = `sp_${randomBytes(32).toString('base64url')}`
  const id = newId<'apiKey'>()
  await tx.query(
    `insert into api_key (company_id, id, name, hash, user_id, scopes, created_at, expires_at, addresses)
     values ($1, $2, $3, $4, $5, $6, now(), $7, $8)`,
    [
      company,
      id,
      input.name.trim(),
      hashOf(key),
      caller.userId,
      JSON.stringify(input.scopes),
      input.expiresAt ?? null,
      JSON.stringify(input.addresses ?? []),
    ],
  )
  return { id, key }
}

/** Revokes a key; it stays in the list. */
export const revokeKey = async (tx: Transaction, company: string, id: string): Promise<void> => {
  const { rowCount } = await tx.query(
    `update api_key set revoked_at = coalesce(revoked_at, now()) where company_id = $1 and id::text = $2`,
    [company, id],
  )
  if (rowCount === 0) throw notFound('没有这个密钥', 'There is no such key')
}
