import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { calendarDate } from '../base/calendar-date.ts'
import { fixedClock } from '../base/clock.ts'
import { migrateAccess } from '../kernel/access/accounts.ts'
import { enterCompany, ensureAdministrator, newCompanyId } from '../kernel/access/companies.ts'
import { testDatabase } from '../kernel/database/testing.ts'
import { countWaits } from '../kernel/database/wire.ts'
import { openContext } from '../kernel/http/open-context.ts'
import type { OpenContext } from '../kernel/http/open-context.ts'
import { createServer } from '../kernel/http/server.ts'
import { clientOf } from '../kernel/http/testing/client.ts'
import type { TestClient } from '../kernel/http/testing/client.ts'
import { inWork } from '../kernel/http/work.ts'
import { createCompany } from '../ledgers/setup/create-company.ts'
import { installed } from './product.ts'
import { testingPlace } from '../kernel/database/testing-place.ts'

let admin: TestClient
let context: OpenContext

beforeAll(async () => {
  const database = await testDatabase({ migrated: true })
  await migrateAccess(database.owner)
  const dataDir = mkdtempSync(join(testingPlace(), 'suanpan-app-'))
  context = openContext({
    pool: database.pool,
    installed,
    clock: fixedClock(calendarDate('2026-03-15')),
    dataDir,
    version: 'test',
    log: console.error,
    createCompany: (work) => createCompany(work, { code: 'B', name: '乙公司' }),
  })
  const app = await createServer(context, { log: console.error })
  afterAll(async () => {
    await app.close()
    await context.close()
    rmSync(dataDir, { recursive: true })
  })
  const { id: user } = await ensureAdministrator(database.pool, context.accounts, 'correct horse')
  const id = newCompanyId()
  await inWork(context, { company: id, actor: { id: user, name: 'admin', may: () => true } }, async (work) => {
    await createCompany(work, { code: 'A', name: '甲公司' })
    await enterCompany(work, { id, code: 'A', name: '甲公司', zone: 'Asia/Shanghai' }, user)
  })
  const signedIn = await clientOf(app, {}).ask('POST', '/api/session', { username: 'admin', password: 'correct horse' })
  admin = clientOf(app, { cookie: String(signedIn.headers['set-cookie']).split(';')[0] ?? '' })
  for (const n of [1, 2, 3, 4, 5])
    await admin.ask('POST', '/api/item', { code: `I${n}`, name: `商品 ${n}`, unit: 'PCS', taxRate: 'VAT13' })
  await admin.ask('POST', '/api/supplier', { code: 'S1', name: '供应商' })
  await admin.ask('POST', '/api/customer', { code: 'C1', name: '客户' })
})

const lines = (quantity: string) => [1, 2, 3, 4, 5].map((n) => ({ item: `I${n}`, quantity, price: '11.30' }))

test('a posted document of five lines waits for the database at most twelve times', async () => {
  const receipt = { supplier: 'S1', warehouse: 'MAIN', date: '2026-03-10', lines: lines('100') }
  const received = await admin.ask('POST', '/api/purchase-receipt?then=post', receipt)
  expect(received.body).toMatchObject({ state: 'posted' })
  const delivery = { customer: 'C1', warehouse: 'MAIN', date: '2026-03-12', lines: lines('2') }
  // The first one takes up a number series and reads the chart; from then on the count is what it is.
  const first = await admin.ask('POST', '/api/sales-delivery?then=post', delivery)
  expect(first.body).toMatchObject({ state: 'posted' })
  // What follows commits waits on connections of its own, and would be counted here.
  await context.followUps.stop()
  const before = countWaits()
  const posted = await admin.ask('POST', '/api/sales-delivery?then=post', delivery)
  const waits = countWaits() - before
  expect(posted.body).toMatchObject({ state: 'posted' })
  console.log(`a posted sales delivery of five lines: ${waits} waits`)
  expect(waits).toBeLessThanOrEqual(12)
})

test('the installed product has its catalogue, its interface and its checks', async () => {
  expect((await admin.ask('GET', '/api/catalogue')).status).toBe(200)
  expect((await admin.ask('GET', '/api/openapi.json')).status).toBe(200)
  const checks = (await admin.ask<{ name: string; ok: boolean; detail: string }[]>('GET', '/api/checks')).body
  expect(checks.filter((check) => !check.ok)).toEqual([])
})

interface ReportBody {
  readonly rows: readonly Readonly<Record<string, unknown>>[]
}

const report = async (path: string): Promise<ReportBody['rows']> =>
  (await admin.ask<ReportBody>('GET', `/api/reports/${path}`)).body.rows

test('the cockpit’s reports tell sales by day, what waits, and what is short [BI-07] [BI-08]', async () => {
  await admin.ask('POST', '/api/sales-order?then=post', {
    customer: 'C1',
    warehouse: 'MAIN',
    date: '2026-03-13',
    lines: lines('1'),
  })
  await admin.ask('POST', '/api/sales-delivery', { customer: 'C1', warehouse: 'MAIN', lines: lines('1') })
  const days = await report('sales-summary?by=day&from=2026-03-01&to=2026-03-31')
  expect(days.map((row) => [row['key'], Number(row['net'])])).toEqual([['2026-03-12', 200]])
  const waiting = await report('open-documents')
  const of = (type: string) => waiting.find((row) => row['type'] === type)
  expect(of('salesOrder')).toMatchObject({ draft: 0, submitted: 0, open: 1 })
  expect(of('salesDelivery')).toMatchObject({ draft: 1, open: 2 })
  expect(await report('stock-on-hand?short=true')).toEqual([])
  await admin.ask('PATCH', '/api/item/I1', { safetyStock: '500' })
  expect((await report('stock-on-hand?short=true')).map((row) => row['code'])).toEqual(['I1'])
})
