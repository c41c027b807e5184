import { randomBytes } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { getMigrations } from 'better-auth/db/migration'
import { username } from 'better-auth/plugins/username'
import type { Pool } from 'pg'
import { createPool, traitsOf } from '../database/pool.ts'
import { applicationRole, scopedRole } from '../database/schema-sql.ts'
import { longestSessionHours } from './sign-in-policy.ts'

/** A pool to the same database that finds the tables of people first; they live in a schema of their own. */
const accessPool = (pool: Pool): Pool => {
  const { role, prepare } = traitsOf(pool)
  const { password } = pool.options
  return createPool({
    ...pool.options,
    password,
    max: 4,
    prepare,
    ...(role === undefined ? {} : { role }),
    options: '-c search_path=access',
  })
}

const optionsFor = (database: Pool, secret: string) => ({
  database,
  secret,
  baseURL: 'http://127.0.0.1',
  telemetry: { enabled: false },
  logger: { disabled: true },
  emailAndPassword: { enabled: true, minPasswordLength: 8, maxPasswordLength: 128, autoSignIn: false },
  session: {
    expiresIn: longestSessionHours * 3600,
    additionalFields: {
      company: { type: 'string' as const, required: false, input: false },
      previewing: { type: 'string' as const, required: false, input: false },
      // The only company it opens, how it was opened, and by which identity provider.
      bound: { type: 'string' as const, required: false, input: false },
      provider: { type: 'string' as const, required: false, input: false },
      way: { type: 'string' as const, required: false, input: false },
    },
  },
  user: { additionalFields: { language: { type: 'string' as const, required: false } } },
  rateLimit: { enabled: false },
  plugins: [username({ minUsernameLength: 1, maxUsernameLength: 60, usernameValidator: (name) => isUsername(name) })],
})

const makeAuth = (database: Pool, secret: string) => betterAuth(optionsFor(database, secret))

/** The people of this installation, their passwords and sessions, kept by better-auth in the schema `access`. */
export interface Accounts {
  readonly auth: ReturnType<typeof makeAuth>
  close(): Promise<void>
}

/** Names people sign in with: letters of any script, figures, and `. _ - @`. */
export const isUsername = (name: string): boolean => /^[\p{Letter}\p{Number}._@-]{1,60}$/u.test(name)

/** Brings the tables of people up to date. Runs at start, as the owner of the tables. */
export const migrateAccess = async (owner: Pool): Promise<void> => {
  await owner.query('create schema if not exists access')
  const pool = accessPool(owner)
  try {
    const { runMigrations } = await getMigrations(optionsFor(pool, randomBytes(32).toString('hex')))
    await runMigrations()
  } finally {
    await pool.end()
  }
  const { rowCount } = await owner.query('select 1 from pg_roles where rolname = $1', [applicationRole])
  if (rowCount === 0) return
  await owner.query(
    `grant usage on schema access to ${applicationRole};
     grant select, insert, update, delete on all tables in schema access to ${applicationRole};
     grant usage on schema access to ${scopedRole};
     grant select on all tables in schema access to ${scopedRole}`,
  )
}

/** Opens the keeper of people. Nothing is signed with its secret that outlives the process: sessions are rows. */
export const openAccounts = (pool: Pool): Accounts => {
  const own = accessPool(pool)
  return { auth: makeAuth(own, randomBytes(32).toString('hex')), close: () => own.end() }
}
