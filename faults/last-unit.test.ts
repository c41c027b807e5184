import { expect, test } from 'vitest'
import { purchaseReceipt } from '../src/domains/purchasing/index.ts'
import { salesDelivery } from '../src/domains/sales/index.ts'
import { Problem } from '../src/kernel/definition/problem.ts'
import { item } from '../src/ledgers/dimensions/item.ts'
import { openCompany } from './kit/company.ts'
import type { Company } from './kit/company.ts'
import { isFull, sized } from './kit/size.ts'

const limit = isFull ? 3_600_000 : 300_000

/** What a person would read: the refusal's own sentences, or the bare error, which nobody should ever read. */
const shown = (error: unknown): string =>
  error instanceof Problem
    ? [error.text.zh, ...error.errors.map((one) => one.message.zh)].join('；')
    : `not a refusal: ${String(error)}`

const onHand = (books: Company) =>
  books.rows<{ code: string; quantity: string }>(
    `select i.code, trim_scale(sum(b.quantity))::text as quantity from stock_balance b
     join item i on i.company_id = $1 and i.id = b.item where b.company_id = $1 group by 1 order by 1`,
  )

const expectSound = async (books: Company) => {
  await books.wait()
  expect(await books.unsound()).toEqual([])
  expect(books.failures()).toEqual([])
}

const numbers = (books: Company, table: 'sales_delivery' | 'purchase_receipt') =>
  books.rows<{ number: string }>(`select number from ${table} where company_id = $1 and state = 'posted'`)

test(
  `[INV-34] the last unit has one buyer out of ${sized(1000, 60)} who want it at once`,
  async () => {
    const books = await openCompany('ONE')
    const goods = { date: '2026-01-01', warehouse: 'MAIN' }
    const lines = [{ item: 'A', quantity: '1', price: '11.30' }]
    await books.post(purchaseReceipt, { ...goods, supplier: 'S1', lines })
    const buyers = Array.from({ length: sized(1000, 60) }, () =>
      books.post(salesDelivery, { ...goods, customer: 'C1', lines }),
    )
    const outcomes = await Promise.allSettled(buyers)
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    const refusals = new Set(outcomes.flatMap((one) => (one.status === 'rejected' ? [shown(one.reason)] : [])))
    console.log('refused with:', [...refusals].join(' | '))
    expect(refusals.size).toBe(1)
    expect([...refusals][0]).toMatch(/库存不足/)
    expect((await onHand(books)).filter((row) => row.quantity !== '0')).toEqual([])
    expect(await numbers(books, 'sales_delivery')).toHaveLength(1)
    await expectSound(books)
  },
  limit,
)

/** What one of fifty does, one document after the other: goods come, half as many go, over items in an order of its own. */
const write = async (books: Company, writer: number, documents: number): Promise<unknown[]> => {
  const refused: unknown[] = []
  for (let n = 0; n < documents; n += 1) {
    // Steps that share no divisor with twenty, so that writers meet on the same items in different orders.
    const step = [1, 3, 7, 9, 11, 13, 17, 19][writer % 8] ?? 1
    const items = [0, 1, 2, 3, 4].map((k) => `X${(writer + n + k * step) % 20}`)
    const isReceipt = n % 2 === 0
    const lines = items.map((code) => ({ item: code, quantity: isReceipt ? '2' : '1', price: '11.30' }))
    const head = { date: `2026-01-${String(1 + (n % 9)).padStart(2, '0')}`, warehouse: 'MAIN', lines }
    const posted = isReceipt
      ? books.post(purchaseReceipt, { ...head, supplier: 'S1' })
      : books.post(salesDelivery, { ...head, customer: 'C1' })
    await posted.catch((error: unknown) => refused.push(shown(error)))
  }
  return refused
}

test(
  `[INV-34] fifty writers post ${sized(10_000, 200)} documents on twenty shared items: no error, no deadlock, no double number, sound books`,
  async () => {
    const books = await openCompany('FIFTY')
    const codes = Array.from({ length: 20 }, (_, n) => `X${n}`)
    for (const code of codes) await books.entity(item, { code, name: `商品${code}`, unit: 'PCS', taxRate: 'VAT13' })
    const head = { date: '2026-01-01', warehouse: 'MAIN', supplier: 'S1' }
    const plenty = codes.map((code) => ({ item: code, quantity: '100000', price: '11.30' }))
    await books.post(purchaseReceipt, { ...head, lines: plenty })
    const each = sized(200, 4)
    const begun = performance.now()
    const refused = await Promise.all(Array.from({ length: 50 }, (_, writer) => write(books, writer, each)))
    const seconds = (performance.now() - begun) / 1000
    console.log(`${50 * each} documents by fifty writers: ${Math.round((50 * each) / seconds)} a second`)
    // Collisions that the kernel tries again are nobody's errors; how many there were tells how the locks are ordered.
    const [collisions] = await books.rows<{ deadlocks: string }>(
      `select deadlocks from pg_stat_database where datname = current_database() and $1::uuid is not null`,
    )
    console.log(`deadlocks that were tried again: ${collisions?.deadlocks ?? '?'}`)
    expect(refused.flat()).toEqual([])
    for (const table of ['sales_delivery', 'purchase_receipt'] as const) {
      const given = (await numbers(books, table)).map((row) => row.number)
      expect(given).toHaveLength((50 * each) / 2 + (table === 'purchase_receipt' ? 1 : 0))
      expect(new Set(given).size).toBe(given.length)
    }
    const expected = 100_000 + (each / 2) * 50 * 5 * (1 / 20)
    const held = await onHand(books)
    expect(held.reduce((sum, row) => sum + Number(row.quantity), 0)).toBe(expected * 20)
    await expectSound(books)
  },
  limit,
)
