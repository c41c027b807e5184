import { expect, test } from 'vitest'
import { decimal } from '../../base/decimal.ts'
import { insertJsonSql, jsonRow } from './json-rows.ts'
import { testDatabase } from './testing.ts'
import { inTransaction } from './transaction.ts'

const { pool, owner } = await testDatabase()

await owner.query(`
  create table shelf (company_id uuid not null, id int not null, note text, amount numeric(20, 2), day date, at timestamptz,
    full_up boolean, custom jsonb, primary key (company_id, id));
  grant select, insert on shelf to suanpan_app`)

const company = '0190a1b2-0000-7000-8000-000000000001'
const columns = ['id', 'note', 'amount', 'day', 'at', 'full_up', 'custom'] as const

test('rows go in by the names of their columns, exactly as they are', async () => {
  const note = `“引号” "double" 'single' \\ back {brace}, comma\n\ttab 🀄`
  const rows: Record<(typeof columns)[number], unknown>[] = [
    {
      id: 1,
      note,
      amount: decimal('12345678901234567.89'),
      day: '2026-02-28',
      at: new Date('2026-02-28T15:59:59.123Z'),
      full_up: false,
      custom: { a: [1, '2', null], decimal: decimal('0.10') },
    },
    { id: 2, note: '', amount: null, day: undefined, at: null, full_up: true, custom: 'text alone' },
  ]
  const json = JSON.stringify(rows.map((row) => jsonRow(columns.map((name) => [name, row[name]]))))
  const stored = await inTransaction(pool, { company }, async (tx) => {
    tx.send(insertJsonSql('shelf', ['company_id'], columns), [company, json])
    return tx.rows(`select ${columns.join(', ')} from shelf order by id`)
  })
  expect(stored).toEqual([
    {
      id: 1,
      note,
      amount: '12345678901234567.89',
      day: '2026-02-28',
      at: new Date('2026-02-28T15:59:59.123Z'),
      full_up: false,
      custom: { a: [1, '2', null], decimal: '0.1' },
    },
    { id: 2, note: '', amount: null, day: null, at: null, full_up: true, custom: 'text alone' },
  ])
})
