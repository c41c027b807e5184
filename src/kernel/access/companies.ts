import { randomBytes } from 'node:crypto'
import type { Pool } from 'pg'
import { newId } from '../../base/id.ts'
import type { Id } from '../../base/id.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Work } from '../posting/work.ts'
import type { Accounts } from './accounts.ts'
import { administratorRole } from './ready-role.ts'
import { createPerson } from './users.ts'

/** Enters a company into the directory with the roles that come with the product, and gives a person the role of its administrator. */
export const enterCompany = async (
  { tx, installed }: Pick<Work, 'tx' | 'installed'>,
  company: { readonly id: Id<'company'>; readonly code: string; readonly name: string; readonly zone: string },
  administrator: string | undefined,
): Promise<void> => {
  await tx.query(
    `insert into company_directory (company_id, code, name, zone) values ($1, $2, $3, $4) on conflict do nothing`,
    [company.id, company.code, company.name, company.zone],
  )
  const roles = [administratorRole, ...installed.readyRoles]
  await tx.query(
    `insert into role (company_id, name, label, rights, people) select $1, r.name, r.label, r.rights::jsonb, r.people
     from unnest($2::text[], $3::text[], $4::text[], $5::text[]) as r(name, label, rights, people)`,
    [
      company.id,
      roles.map((r) => r.name),
      roles.map((r) => r.label),
      roles.map((r) => JSON.stringify(r.rights)),
      roles.map((r) => r.people ?? 'all'),
    ],
  )
  if (administrator === undefined) return
  await tx.query(`insert into member (company_id, user_id, role) values ($1, $2, 'administrator')`, [
    company.id,
    administrator,
  ])
}

export const newCompanyId = (): Id<'company'> => newId<'company'>()

/** The user `admin`: made on first start, with the password given or one that is answered to be printed once. */
export const ensureAdministrator = async (
  pool: Pool,
  accounts: Accounts,
  given: string | undefined,
): Promise<{ readonly id: string; readonly password: string | undefined }> => {
  const found = await inTransaction(pool, { readOnly: true }, (tx) =>
    tx.rows<{ id: string }>(`select id from access."user" where username = 'admin'`),
  )
  if (found[0] !== undefined) return { id: found[0].id, password: undefined }
  const password = given ?? randomBytes(9).toString('base64url')
  const id = await createPerson(accounts, { username: 'admin', name: '管理员', password })
  return { id, password: given === undefined ? password : undefined }
}
