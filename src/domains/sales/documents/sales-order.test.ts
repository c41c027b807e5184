import { expect, it } from 'vitest'
import { testDatabase } from '../../../kernel/database/testing.ts'
import { createDocument } from '../../../kernel/documents/documents.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { openBooks } from '../../../ledgers/testing/books.ts'
import { sales, salesOrder } from '../index.ts'
import { salesServer } from '../server.ts'

it('derives the same whether orders are written alone or side by side', async () => {
  const books = await openBooks(await testDatabase(), { domains: [sales], servers: [salesServer] })
  const codes = ['A', 'B', 'C', 'D', 'E', 'F']
  for (const code of codes) await books.entity(item, { code, name: code, unit: 'PCS', taxRate: 'VAT13' })
  await books.entity(party, { code: 'C1', name: '客户一', isCustomer: true })
  const orders = await books.inWork((work) =>
    Promise.all(
      codes.map((code) =>
        createDocument(work, salesOrder, { customer: 'C1', lines: [{ item: code, quantity: '2', price: '11.3' }] }),
      ),
    ),
  )
  const lines = orders.map((order) => order.tables['lines']?.[0])
  expect(lines.map((line) => [String(line?.['baseQuantity']), String(line?.['net'])])).toEqual(
    codes.map(() => ['2', '20']),
  )
})
