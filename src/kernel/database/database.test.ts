import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { openDatabase, type Database } from './database.ts'
import { applicationRole } from './schema-sql.ts'
import { migrate } from './migrate.ts'
import { scopedRole } from './schema-sql.ts'
import { findSystemPostgres, hasPgbouncer, startSystemServer, type SystemServer } from './testing-system-server.ts'
import { inTransaction } from './transaction.ts'
import { testingPlace } from './testing-place.ts'

const folder = mkdtempSync(join(testingPlace(), 'suanpan-database-'))
chmodSync(folder, 0o711)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const migrations = join(folder, 'migrations')
mkdirSync(migrations)
writeFileSync(
  join(migrations, '0001-sample.sql'),
  `create table sample (
     company_id uuid not null, id uuid not null default gen_random_uuid(), code text collate "C" not null,
     amount numeric(20, 2) not null, primary key (company_id, id), unique (company_id, code));
   alter table sample enable row level security;
   alter table sample force row level security;
   create policy company on sample
     using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
   grant select, insert on sample to ${applicationRole}`,
)
writeFileSync(join(migrations, '0002-index.sql'), 'create index sample_amount on sample (company_id, amount)')

const one = '00000000-0000-7000-8000-000000000001'
const two = '00000000-0000-7000-8000-000000000002'

async function keepsCompaniesApart({ pool }: Database): Promise<void> {
  for (const company of [one, two]) {
    await inTransaction(pool, { company }, async (tx) => {
      tx.send('insert into sample (company_id, code, amount) values ($1, $2, 1.50)', [company, `kept-${company}`])
    })
  }
  const seen = await inTransaction(pool, { company: one, readOnly: true }, (tx) =>
    tx.query("select company_id, amount, current_user::text as who from sample where code like 'kept-%'"),
  )
  expect(seen.rows).toEqual([{ company_id: one, amount: '1.50', who: applicationRole }])
  const scoped = await inTransaction(pool, { company: one, readOnly: true, scope: [] }, (tx) =>
    tx.query('select current_user::text as who'),
  )
  expect(scoped.rows).toEqual([{ who: scopedRole }])
  const nobody = await inTransaction(pool, { readOnly: true }, (tx) => tx.query('select 1 from sample'))
  expect(nobody.rows).toEqual([])
  const foreign = inTransaction(pool, { company: one }, (tx) =>
    tx.query("insert into sample (company_id, code, amount) values ($1, 'foreign', 1)", [two]),
  )
  await expect(foreign).rejects.toThrow(/row-level security/)
  const forbidden = inTransaction(pool, { company: one }, (tx) => tx.query('update sample set amount = 2'))
  await expect(forbidden).rejects.toThrow(/permission denied/)
}

/** Sixty clients of two companies at once: nobody sees an error or a row of the other company, and nothing is lost. */
async function servesSixtyClients({ pool }: Database): Promise<void> {
  const rounds = 8
  const client = async (number: number): Promise<void> => {
    const company = number % 2 === 0 ? one : two
    for (let round = 0; round < rounds; round += 1) {
      await inTransaction(pool, { company }, async (tx) => {
        const [before, others] = await Promise.all([
          tx.query<{ n: number }>('select count(*)::int as n from sample where code like $1', [`load-${number}-%`]),
          tx.query('select 1 from sample where company_id <> $1', [company]),
        ])
        expect(before.rows).toEqual([{ n: round }])
        expect(others.rows).toEqual([])
        tx.send('insert into sample (company_id, code, amount) values ($1, $2, 1)', [
          company,
          `load-${number}-${round}`,
        ])
        tx.send('select set_config($1, $2, true)', ['suanpan.trace', String(number)])
      })
    }
  }
  await Promise.all(Array.from({ length: 60 }, (_, number) => client(number)))
  for (const company of [one, two]) {
    const { rows } = await inTransaction(pool, { company, readOnly: true }, (tx) =>
      tx.query("select count(*)::int as n from sample where code like 'load-%'"),
    )
    expect(rows).toEqual([{ n: 30 * rounds }])
  }
}

async function open(url: string | undefined, prepare = true): Promise<Database> {
  const settings = { dataDir: join(folder, 'data'), url, prepare, poolSize: 60 }
  const database = await openDatabase(settings, () => {})
  onTestFinished(() => database.close())
  return database
}

test('the embedded database: two roles, migrations, sixty clients', { timeout: 60_000 }, async () => {
  const database = await open(undefined)
  expect(await migrate(database.owner, migrations)).toEqual(['0001-sample', '0002-index'])
  await keepsCompaniesApart(database)
  await servesSixtyClients(database)
})

const bin = findSystemPostgres()
if (bin === undefined || !hasPgbouncer()) {
  console.warn('LEFT OUT: tests with a server of the system, which need PostgreSQL and pgbouncer installed')
}

describe.runIf(bin !== undefined)('a server of the system', () => {
  let server: Promise<SystemServer> | undefined
  const running = (): Promise<SystemServer> => (server ??= startSystemServer(bin ?? ''))
  afterAll(async () => await (await server)?.stop())

  test('migrations run, roles are made, companies stay apart', { timeout: 60_000 }, async () => {
    const database = await open((await running()).direct)
    expect(await migrate(database.owner, migrations)).toEqual(['0001-sample', '0002-index'])
    expect((await database.pool.query('select current_user::text as who')).rows).toEqual([{ who: applicationRole }])
    await keepsCompaniesApart(database)
  })

  test.runIf(hasPgbouncer())('through pgbouncer in transaction mode, sixty clients', { timeout: 60_000 }, async () => {
    const database = await open((await running()).pooled, false)
    await migrate(database.owner, migrations)
    await servesSixtyClients(database)
    const { rows } = await database.owner.query<{ n: number }>('select count(*)::int as n from pg_prepared_statements')
    expect(rows).toEqual([{ n: 0 }])
  })
})
