import { readFileSync, readdirSync, statSync } from 'node:fs'
import { arch, cpus, freemem, platform, release, totalmem } from 'node:os'
import { join } from 'node:path'
import type { Transaction } from '../database/transaction.ts'
import { listRuns } from '../backup/backup-runs.ts'

/** Settings whose values are nobody's business; that they are set is said. */
const secretNames = /KEY|PASS|SECRET|TOKEN|URL/i

/** The settings of the program, by name; of a secret only that there is one. */
export const settingsWithoutSecrets = (environment: Readonly<Record<string, string | undefined>>) =>
  Object.fromEntries(
    Object.entries(environment)
      .filter(([name]) => /^(SUANPAN_|DB_|DATA_DIR$|DATABASE_URL$|PORT$|HOST$|TZ$|LANG$|NODE_ENV$)/.test(name))
      .map(([name, value]) => [name, secretNames.test(name) ? (value ? '(set)' : '(unset)') : value]),
  )

/** What the settings keep secret, to be looked for in everything else. */
export const secretsIn = (environment: Readonly<Record<string, string | undefined>>): string[] =>
  Object.entries(environment).flatMap(([name, value]) => {
    if (value === undefined || value === '' || !secretNames.test(name)) return []
    const password = URL.canParse(value) ? decodeURIComponent(new URL(value).password) : ''
    return password === '' ? [value] : [value, password]
  })

/** The machine that the program runs on. */
export const machine = () => ({
  node: process.version,
  platform: platform(),
  release: release(),
  arch: arch(),
  processors: cpus().length,
  memory: totalmem(),
  free: freemem(),
  uptime: Math.round(process.uptime()),
  resident: process.memoryUsage().rss,
})

/** The database: its version, what was migrated, how large the tables are, and what it does at this moment. */
export const databaseFacts = async (tx: Transaction) => {
  const [there] = await tx.rows<{ there: boolean }>(`select to_regclass('schema_migration') is not null as there`)
  const [version, migrations, tables, busy] = await Promise.all([
    tx.rows<{ version: string }>('select version() as version'),
    there?.there === true
      ? tx.rows<{ name: string }>('select name, applied_at from schema_migration order by name')
      : [],
    tx.rows<{ name: string }>(
      `select n.nspname || '.' || c.relname as name, c.reltuples::bigint as rows, pg_total_relation_size(c.oid) as bytes
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and n.nspname in ('public', 'access') order by pg_total_relation_size(c.oid) desc limit 400`,
    ),
    tx.rows<{ state: string }>(
      `select state, wait_event_type, wait_event, extract(epoch from now() - query_start)::int as seconds, left(query, 300) as query
       from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() order by query_start limit 100`,
    ),
  ])
  return { version: version[0]?.version, migrations, tables, busy }
}

/** Statements that took long, where the server counts them; their texts have no values. */
export const slowStatements = async (tx: Transaction): Promise<readonly unknown[]> => {
  const [there] = await tx.rows<{ there: boolean }>(`select to_regclass('pg_stat_statements') is not null as there`)
  if (there?.there !== true) return []
  return tx.rows(
    `select calls, round(mean_exec_time::numeric, 2) as mean, round(total_exec_time::numeric) as total, left(query, 500) as query
     from pg_stat_statements order by total_exec_time desc limit 50`,
  )
}

/** What ran and what failed lately: jobs, backups, the door. */
export const recentWork = async (tx: Transaction) => {
  const [jobs, backups] = await Promise.all([
    tx.rows<{ id: string }>(
      'select id, process, state, progress, total, created_at, ended_at, error from job order by id desc limit 100',
    ),
    listRuns(tx, 30),
  ])
  return { jobs, backups: backups.map(({ outcome: _outcome, actor: _actor, ...run }) => run) }
}

const tail = (file: string, bytes: number): string => {
  const text = readFileSync(file, 'utf8')
  return text.slice(-bytes)
}

/** The end of the embedded database's newest log; nothing where there is none. */
export const databaseLog = (dataDir: string): string => {
  try {
    const folder = join(dataDir, 'postgres', 'log')
    const newest = readdirSync(folder)
      .map((name) => join(folder, name))
      .toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0]
    return newest === undefined ? '' : tail(newest, 100_000)
  } catch {
    return ''
  }
}
