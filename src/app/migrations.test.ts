import { expect, test } from 'vitest'
import { pendingStatements } from '../kernel/database/migration-writer.ts'
import { testDatabase } from '../kernel/database/testing.ts'
import { migrationsFolder } from './places.ts'
import { productTables } from './product.ts'

test('every table that the definitions ask for is in a migration', () => {
  expect(pendingStatements(migrationsFolder, productTables), 'write it: npm run suanpan migration <name>').toEqual([])
})

test('the migrated database has the tables, each company’s rows guarded', async () => {
  const { owner } = await testDatabase({ migrated: true })
  const { rows } = await owner.query<{ name: string; guarded: boolean }>(
    `select relname as name, relrowsecurity and relforcerowsecurity as guarded from pg_class
     where relkind = 'r' and relnamespace = 'public'::regnamespace and relname not like 'schema_migration%'`,
  )
  const guarded = new Map(rows.map((row) => [row.name, row.guarded]))
  for (const table of productTables) expect(guarded.get(table.name), table.name).toBe(table.byCompany)
})

test('tables outside the guard are these and no others', () => {
  expect(
    productTables
      .filter((table) => !table.byCompany)
      .map((table) => table.name)
      .toSorted(),
  ).toEqual([
    'api_key',
    'backup_run',
    'backup_setting',
    'company_directory',
    'delegation',
    'identity_link',
    'identity_provider',
    'inbound_interface',
    'job',
    'member',
    'member_scope',
    'passkey',
    'public_link',
    'role',
    'scim_person',
    'search_text',
    'second_factor',
    'sign_in_challenge',
    'sign_in_failure',
    'sign_in_policy',
    'sign_in_record',
  ])
})
