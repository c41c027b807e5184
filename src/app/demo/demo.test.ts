import { tmpdir } from 'node:os'
import { expect, it } from 'vitest'
import { calendarDate } from '../../base/calendar-date.ts'
import { newId } from '../../base/id.ts'
import { enterCompany } from '../../kernel/access/companies.ts'
import { testDatabase } from '../../kernel/database/testing.ts'
import { installed } from '../product.ts'
import { buildDemo, demoCompany } from './build-demo.ts'

const database = await testDatabase({ migrated: true })
const source = {
  pool: database.pool,
  apartPool: database.pool,
  elsewherePool: database.pool,
  installed,
  dataDir: tmpdir(),
}

it('builds a small company whose books are right', async () => {
  const company = newId<'company'>()
  const pace = { ordersADay: 0.6, lineAmount: 2400, customers: 8, items: 16 }
  const written = await buildDemo(source, company, {
    today: calendarDate('2026-03-18'),
    months: 2,
    pace,
    entered: (work) => enterCompany(work, { id: company, ...demoCompany }, undefined),
  })
  expect(written).toBeGreaterThan(60)
})
