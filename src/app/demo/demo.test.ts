import { tmpdir } from 'node:os'
import { expect, it } from 'vitest'
import { calendarDate } from '../../base/calendar-date.ts'
import { movableClock } from '../../base/clock.ts'
import { newId } from '../../base/id.ts'
import { enterCompany } from '../../kernel/access/companies.ts'
import { testDatabase } from '../../kernel/database/testing.ts'
import { inWork } from '../../kernel/http/work.ts'
import type { Work } from '../../kernel/posting/work.ts'
import { openSecretBox } from '../../kernel/secrets/secret-box.ts'
import { installed } from '../product.ts'
import { buildDemo, demoCompany } from './build-demo.ts'

const database = await testDatabase({ migrated: true })
const source = {
  pool: database.pool,
  writingPool: database.pool,
  apartPool: database.pool,
  elsewherePool: database.pool,
  installed,
  dataDir: tmpdir(),
  secrets: openSecretBox(tmpdir()),
}

const february = { from: '2026-02-01', to: '2026-02-28' }
const march = { from: '2026-03-01', to: '2026-03-21' }

it('[FIN-03] builds a small company whose books are right, and of a month no more than one voucher in twenty was typed', async () => {
  const company = newId<'company'>()
  const pace = { ordersADay: 0.6, lineAmount: 2400, customers: 8, items: 16 }
  const written = await buildDemo(source, company, {
    today: calendarDate('2026-03-21'),
    months: 2,
    pace,
    entered: (work) => enterCompany(work, { id: company, ...demoCompany }, undefined),
  })
  expect(written).toBeGreaterThan(60)
  // The accountant looks through a whole month, reviews it in one go, and had to type next to nothing.
  const actor = { id: newId<'user'>(), name: '会计', may: () => true }
  const seen = { ...source, clock: movableClock(calendarDate('2026-03-21')), committed: () => {} }
  const during = <T>(step: (work: Work) => Promise<T>): Promise<T> => inWork(seen, { company, actor }, step)
  const listed = await during(async (work) => installed.reports.get('voucherList')?.run(february, work))
  const rows = listed?.rows ?? []
  const typed = rows.filter((row) => row['kind'] === '手工')
  console.log(`${rows.length} vouchers of a month, ${typed.length} typed`)
  expect(rows.length).toBeGreaterThan(30)
  expect(1 - typed.length / rows.length).toBeGreaterThanOrEqual(0.95)
  // On the twentieth the month was reviewed, booked and closed in one go; what came since waits for the next.
  const [closed] = await during((work) =>
    work.tx.rows<{ state: string; unbooked: number }>(
      `select p.state, (select count(*)::integer from general_voucher v where v.company_id = $1 and v.period = p.code and v.withdraws is null
         and not exists (select 1 from general_voucher w where w.company_id = $1 and w.withdraws = v.id)
         and not exists (select 1 from voucher_booking b where b.company_id = $1 and b.voucher = v.id)) as unbooked
       from period p where p.company_id = $1 and p.code = '2026-02'`,
      [company],
    ),
  )
  expect(closed).toEqual({ state: 'closed', unbooked: 0 })
  const since = await during(async (work) => installed.reports.get('voucherList')?.run(march, work))
  const waiting = since?.rows.length ?? 0
  expect(waiting).toBeGreaterThan(10)
  const progress = { report: async () => {}, cancelled: async () => false }
  const review = installed.processes.get('reviewVouchers')
  expect(await review?.run({ period: '2026-03' }, during, progress)).toEqual({ reviewed: waiting })
  const book = installed.processes.get('bookVouchers')
  expect(await book?.run({ period: '2026-03' }, during, progress)).toMatchObject({ booked: waiting, unreviewed: 0 })
})
