import { tmpdir } from 'node:os'
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { openSecretBox } from '../src/kernel/secrets/secret-box.ts'
import { importNorthwind } from '../src/app/northwind/import-northwind.ts'
import { readNorthwind } from '../src/app/northwind/read-northwind.ts'
import { installed } from '../src/app/product.ts'
import { calendarDate } from '../src/base/calendar-date.ts'
import { fixedClock } from '../src/base/clock.ts'
import { decimal, sum } from '../src/base/decimal.ts'
import { newId } from '../src/base/id.ts'
import { testDatabase } from '../src/kernel/database/testing.ts'
import { inWork } from '../src/kernel/http/work.ts'
import { brokenInvariants } from '../src/ledgers/testing/invariants.ts'

const file = resolve(
  import.meta.dirname,
  '..',
  process.env['SUANPAN_DATA'] ?? '../shared/data',
  'northwind/northwind.sql',
)
const isThere = existsSync(file)
if (!isThere) console.warn(`Northwind is left out: there is no ${file} (SUANPAN_DATA says where the data is)`)

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

it.runIf(isThere)(
  '[IMP-01] [INV-28] [FIN-06] trades the whole of Northwind, and every figure ties',
  { timeout: 180_000 },
  async () => {
    const data = readNorthwind(readFileSync(file, 'utf8'))
    const exact = sum(
      data.orders.flatMap(({ lines }) =>
        lines.map((line) => decimal(line.price).times(line.quantity).times(decimal(100).minus(line.discount)).div(100)),
      ),
    )
    expect(exact.toDecimalPlaces(2).toString()).toBe('1265793.04')
    const company = newId<'company'>()
    const outcome = await importNorthwind(source, company, data, { analyze: () => database.owner.query('analyze') })
    expect(outcome).toMatchObject({ orders: 830, lines: 2155 })
    const acting = { company, actor: { id: 'test', name: 'test', may: () => true } }
    const clock = fixedClock(calendarDate('1998-12-31'))
    await inWork({ ...source, clock, committed: () => {} }, acting, async (work) => {
      const one = async (sql: string) => (await work.tx.rows<{ value: string }>(sql, [work.company]))[0]?.value
      // A line's amount is rounded to cents once, when it is written, and what is stored is what is summed: 25 cents more
      // than the exact product of all lines.
      for (const table of ['sales_order_line', 'sales_delivery_line', 'sales_invoice_line']) {
        expect(await one(`select sum(net) as value from ${table} where company_id = $1`), table).toBe('1265793.29')
      }
      expect(await one(`select sum(quantity)::integer as value from sales_delivery_line where company_id = $1`)).toBe(
        51317,
      )
      const revenue = `select sum(e.credit - e.debit) as value from general_entry e join account a on a.company_id = $1 and a.id = e.account_id
      where e.company_id = $1 and a.code = '5001'`
      expect(await one(revenue)).toBe('1265793.29')
      const collected = `select sum(book_amount) as value from cash_entry where company_id = $1`
      expect(await one(collected)).toBe('1265793.29')
      expect(await one(`select sum(open) as value from party_item where company_id = $1 and kind = 'receivable'`)).toBe(
        '0.00',
      )
      expect(await one(`select sum(quantity)::integer as value from stock_balance where company_id = $1`)).toBe(0)
      expect(await brokenInvariants(work)).toEqual([])
      for (const check of installed.bookChecks) expect(await check.violations(work), check.name).toEqual([])
    })
  },
)
