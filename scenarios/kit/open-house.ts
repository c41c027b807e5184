import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { calendarDate } from '../../src/base/calendar-date.ts'
import { movableClock } from '../../src/base/clock.ts'
import { migrationsFolder } from '../../src/app/places.ts'
import { installed } from '../../src/app/product.ts'
import { migrateAccess } from '../../src/kernel/access/accounts.ts'
import { enterCompany, newCompanyId } from '../../src/kernel/access/companies.ts'
import { createPerson, createUser } from '../../src/kernel/access/users.ts'
import { testDatabase } from '../../src/kernel/database/testing.ts'
import { openContext } from '../../src/kernel/http/open-context.ts'
import { createServer } from '../../src/kernel/http/server.ts'
import { clientOf } from '../../src/kernel/http/testing/client.ts'
import type { Reply, TestClient } from '../../src/kernel/http/testing/client.ts'
import { inWork } from '../../src/kernel/http/work.ts'
import { createCompany } from '../../src/ledgers/setup/create-company.ts'
import { testingPlace } from '../../src/kernel/database/testing-place.ts'

export const housePassword = 'correct horse battery'

/** The whole product behind its door, with two companies and the people of one of them: stories in which it matters who asks. */
export const openHouse = async () => {
  const database = await testDatabase({ migrated: true })
  await migrateAccess(database.owner)
  const dataDir = mkdtempSync(join(testingPlace(), 'suanpan-house-'))
  // Started as root, PostgreSQL works as another user, and must be able to reach its folder.
  chmodSync(dataDir, 0o711)
  const clock = movableClock(calendarDate('2026-03-15'))
  const context = openContext({
    pool: database.pool,
    installed,
    clock,
    dataDir,
    version: 'test',
    backup: { owner: database.owner, migrationsFolder },
    log: console.error,
    createCompany: (work, { code, name }) =>
      createCompany(work, {
        code: typeof code === 'string' ? code : 'X',
        name: typeof name === 'string' ? name : '另一公司',
      }),
  })
  const routes: { readonly method: string; readonly url: string }[] = []
  const app = await createServer(context, {
    log: console.error,
    // Types of a company's own are reached by a pattern; here by one that there is not.
    onRoute: (method, url) => void routes.push({ method, url: url.replace(/:own\([^)]*\)/, 'x-none') }),
  })
  afterAll(async () => {
    await app.close()
    await context.close()
    rmSync(dataDir, { recursive: true })
  })
  const signIn = async (username: string): Promise<TestClient> => {
    const reply = await clientOf(app, {}).ask('POST', '/api/session', { username, password: housePassword })
    if (reply.status !== 201) throw new Error(`${username} cannot sign in: ${reply.text}`)
    return clientOf(app, { cookie: String(reply.headers['set-cookie']).split(';')[0] ?? '' })
  }
  const found = async (code: string, name: string, administrator: string) => {
    const user = await createPerson(context.accounts, { username: administrator, name, password: housePassword })
    const id = newCompanyId()
    await inWork(context, { company: id, actor: { id: user, name, may: () => true } }, async (work) => {
      await createCompany(work, { code, name })
      await enterCompany(work, { id, code, name, zone: 'Asia/Shanghai' }, user)
    })
    return { id, admin: await signIn(administrator) }
  }
  const one = await found('A', '甲公司', 'admin1')
  const two = await found('B', '乙公司', 'admin2')
  /** Adds someone to the first company, and signs them in. */
  const person = async (username: string, ...roles: string[]) => {
    const user = await createUser(database.pool, context.accounts, one.id, {
      username,
      name: username,
      password: housePassword,
      roles,
    })
    return { id: user.id, client: await signIn(username) }
  }
  return {
    app,
    context,
    database,
    clock,
    routes,
    one,
    two,
    admin: one.admin,
    stranger: two.admin,
    person,
    found,
    signIn,
    visitor: clientOf(app, {}),
  }
}

/** What was asked for is there, else the test says why not. */
export const must = <Body>(reply: Reply<Body>): Body => {
  if (reply.status >= 300) throw new Error(`${reply.status} ${reply.text.slice(0, 800)}`)
  return reply.body
}
