import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { webFolder } from '../../src/app/places.ts'
import { installed } from '../../src/app/product.ts'
import { calendarDate } from '../../src/base/calendar-date.ts'
import { movableClock } from '../../src/base/clock.ts'
import { migrateAccess } from '../../src/kernel/access/accounts.ts'
import { enterCompany, ensureAdministrator, newCompanyId } from '../../src/kernel/access/companies.ts'
import { systemActor } from '../../src/kernel/access/system-actor.ts'
import { testDatabase } from '../../src/kernel/database/testing.ts'
import { openContext } from '../../src/kernel/http/open-context.ts'
import { createServer } from '../../src/kernel/http/server.ts'
import { clientOf } from '../../src/kernel/http/testing/client.ts'
import type { TestClient } from '../../src/kernel/http/testing/client.ts'
import { inWork } from '../../src/kernel/http/work.ts'
import { notify } from '../../src/kernel/notices/notify.ts'
import type { NewNotice } from '../../src/kernel/notices/notify.ts'
import { createCompany } from '../../src/ledgers/setup/create-company.ts'

/** The day on which journeys happen. */
export const today = '2026-01-15'

export const administrator = { username: 'admin', password: 'correct horse battery' } as const

/** The product as a person meets it: its page and its interface, on a company of its own. */
export interface RunningProduct {
  readonly address: string
  /** Asks the interface as the administrator, to set the stage and to look behind it. */
  readonly ask: TestClient['ask']
  /** The interface as someone else is answered by it. */
  signIn(person: { readonly username: string; readonly password: string }): Promise<TestClient>
  /** Leaves a notice as server code does. */
  tell(notice: NewNotice): Promise<void>
  /** Lets time pass; it stands still else. */
  wait(milliseconds: number): void
  close(): Promise<void>
}

/** Serves the page, as it is shipped, with an empty company on a fresh database. */
export const openProduct = async (
  settings: Readonly<Record<string, string | boolean>> = {},
): Promise<RunningProduct> => {
  const database = await testDatabase({ migrated: true })
  await migrateAccess(database.owner)
  const dataDir = mkdtempSync(join(tmpdir(), 'suanpan-browser-'))
  const clock = movableClock(calendarDate(today))
  const context = openContext({
    pool: database.pool,
    installed,
    clock,
    dataDir,
    version: 'test',
    log: console.error,
    createCompany: (work) => createCompany(work, { code: 'B', name: '乙公司' }),
  })
  const app = await createServer(context, { webFolder, log: console.error })
  context.followUps.start()
  context.jobs.start()
  const { id: user } = await ensureAdministrator(database.pool, context.accounts, administrator.password)
  const id = newCompanyId()
  await inWork(context, { company: id, actor: { id: user, name: '管理员', may: () => true } }, async (work) => {
    await createCompany(work, { code: 'A', name: '宁波启川厨具有限公司', settings })
    await enterCompany(work, { id, code: 'A', name: '宁波启川厨具有限公司', zone: 'Asia/Shanghai' }, user)
  })
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  const signIn: RunningProduct['signIn'] = async (person) => {
    const signedIn = await clientOf(app, {}).ask('POST', '/api/session', person)
    return clientOf(app, { cookie: String(signedIn.headers['set-cookie']).split(';')[0] ?? '' })
  }
  const client = await signIn(administrator)
  return {
    address,
    ask: (method, url, body, headers) => client.ask(method, url, body, headers),
    signIn,
    tell: (notice) => inWork(context, { company: id, actor: systemActor }, async (work) => notify(work, notice)),
    wait: (milliseconds) => clock.advance(milliseconds),
    close: async () => {
      await app.close()
      await context.close()
      rmSync(dataDir, { recursive: true })
    },
  }
}
