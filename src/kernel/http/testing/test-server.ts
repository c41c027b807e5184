import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { calendarDate } from '../../../base/calendar-date.ts'
import { movableClock } from '../../../base/clock.ts'
import { migrateAccess } from '../../access/accounts.ts'
import { ensureAdministrator, enterCompany, newCompanyId } from '../../access/companies.ts'
import { createUser } from '../../access/users.ts'
import { createSchema } from '../../database/migration-writer.ts'
import { withRowConditions } from '../../database/row-conditions.ts'
import { systemTables } from '../../database/system-tables.ts'
import { tablesOf } from '../../database/table-spec.ts'
import { testDatabase } from '../../database/testing.ts'
import { createEntity } from '../../documents/entities.ts'
import { openContext } from '../open-context.ts'
import { createServer } from '../server.ts'
import { inWork } from '../work.ts'
import { clientOf } from './client.ts'
import type { TestClient } from './client.ts'
import { shop } from './shop.ts'

/** A server of the small shop on a database of its own, with two companies and their people. */
export const openTestServer = async () => {
  const database = await testDatabase()
  await createSchema(database.owner, withRowConditions(shop.catalogue, [...systemTables, ...tablesOf(shop.catalogue)]))
  await migrateAccess(database.owner)
  const dataDir = mkdtempSync(join(tmpdir(), 'suanpan-http-'))
  const clock = movableClock(calendarDate('2026-03-15'))
  const logged: string[] = []
  const log = (line: string) => void logged.push(line)
  const company = shop.catalogue.entities.get('company')
  if (company === undefined) throw new Error('the shop has no company')
  const context = openContext({
    pool: database.pool,
    installed: shop,
    clock,
    dataDir,
    version: 'test',
    publicUrl: 'https://erp.example',
    allowPrivateWebhooks: true,
    log,
    createCompany: (work, input) => createEntity(work, company, input, work.company),
  })
  const routes: { readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'; readonly url: string }[] = []
  const app = await createServer(context, {
    log,
    onRoute: (method, url) => {
      if (method === 'GET' || method === 'POST' || method === 'PATCH' || method === 'PUT' || method === 'DELETE')
        routes.push({ method, url: url.replace(/:own\([^)]*\)/, 'x-none') })
    },
  })
  afterAll(async () => {
    await app.close()
    await context.close()
    rmSync(dataDir, { recursive: true, force: true })
  })
  const admin = await ensureAdministrator(database.pool, context.accounts, 'correct horse')
  const addCompany = async (code: string, name: string) => {
    const id = newCompanyId()
    await inWork(context, { company: id, actor: { id: admin.id, name: 'test', may: () => true } }, async (work) => {
      await createEntity(work, company, { code, name }, id)
      await enterCompany(work, { id, code, name, zone: 'Asia/Shanghai' }, undefined)
    })
    return id
  }
  const one = await addCompany('A', '甲公司')
  const two = await addCompany('B', '乙公司')
  const addUser = (company: string, username: string, ...roles: string[]) =>
    createUser(database.pool, context.accounts, company, { username, name: username, password: 'correct horse', roles })
  await addUser(one, 'anna', 'administrator')
  await addUser(two, 'bert', 'administrator')
  await addUser(one, 'store', 'storekeeper')
  const signIn = async (username: string, headers: Readonly<Record<string, string>> = {}): Promise<TestClient> => {
    const reply = await clientOf(app, headers).ask('POST', '/api/session', { username, password: 'correct horse' })
    if (reply.status !== 201) throw new Error(`cannot sign in: ${reply.text}`)
    const cookie = String(reply.headers['set-cookie']).split(';')[0] ?? ''
    return clientOf(app, { ...headers, cookie })
  }
  return { app, context, database, clock, log, logged, routes, one, two, signIn, addUser, visitor: clientOf(app, {}) }
}
