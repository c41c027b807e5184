import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { readMigrations } from './migrate.ts'
import { schemaDifference } from './schema-sql.ts'
import type { TableSpec } from './table-spec.ts'

const snapshotFile = 'schema.json'

/** The tables as the last migration left them; none before the first. */
export const readSnapshot = (folder: string): readonly TableSpec[] => {
  const file = join(folder, snapshotFile)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as readonly TableSpec[]) : []
}

/** What the definitions ask for and no migration does yet; empty when nothing is pending. */
export const pendingStatements = (folder: string, wanted: readonly TableSpec[]): string[] =>
  schemaDifference(readSnapshot(folder), wanted)

/**
 * Writes the next migration, `NNNN-name.sql`, from the difference between the last snapshot and the tables wanted, and
 * the snapshot after it. Answers the file's name, or undefined when nothing is pending.
 * @throws Error when a column changes its type: a person writes that migration by hand.
 */
export const writeMigration = (folder: string, name: string, wanted: readonly TableSpec[]): string | undefined => {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) throw new Error(`A migration is called like add-bins, not ${name}`)
  const statements = pendingStatements(folder, wanted)
  if (statements.length === 0) return undefined
  mkdirSync(folder, { recursive: true })
  const last = readMigrations(folder).at(-1)?.number ?? '0000'
  const file = `${String(Number(last) + 1).padStart(4, '0')}-${name}.sql`
  writeFileSync(join(folder, file), `${statements.join('\n')}\n`)
  writeFileSync(join(folder, snapshotFile), `${JSON.stringify(wanted, null, 1)}\n`)
  return file
}

/** Creates all tables at once, in a database that has none of them. */
export const createSchema = async (owner: Pool, wanted: readonly TableSpec[]): Promise<void> => {
  await owner.query(schemaDifference([], wanted).join('\n'))
}
