import { expect, it } from 'vitest'
import { voucher } from '../src/domains/accounting/index.ts'
import { purchaseReceipt } from '../src/domains/purchasing/index.ts'
import { salesDelivery } from '../src/domains/sales/index.ts'
import { pendingTransfers } from '../src/kernel/posting/pending-transfers.ts'
import { ask } from './kit/finance.ts'
import { openTrade } from './kit/trade.ts'

it('[SYS-16] what one area posts stands in all others in the same moment: nothing is queued, sent or synchronised', async () => {
  const { books, ledger, openItems } = await openTrade()
  const waiting = async () => {
    const rows = await books.rows<{ jobs: string; runs: string }>(
      `select (select count(*) from job where company_id = $1)::text as jobs,
         (select count(*) from schedule_run where company_id = $1)::text as runs`,
    )
    return rows[0]
  }
  const head = { warehouse: 'MAIN' }
  await books.post(purchaseReceipt, {
    ...head,
    date: '2026-01-03',
    supplier: 'S1',
    lines: [{ item: 'A', quantity: '10', price: '11.3' }],
  })
  await books.post(salesDelivery, {
    ...head,
    date: '2026-01-05',
    customer: 'C1',
    lines: [{ item: 'A', quantity: '4', price: '22.6' }],
  })
  // Stock, receivables and the general ledger, asked before anything that follows a commit has run.
  const stock = await ask(books, 'stockOnHand')
  expect(stock.rows).toMatchObject([{ quantity: '6' }])
  expect(await openItems()).toEqual(['estimate -100.00', 'receivable 90.40'])
  expect(await ledger()).toMatchObject({ 1122: '90.40', 1405: '60.00', 5401: '40.00' })
  await books.post(voucher, {
    date: '2026-01-06',
    lines: [
      { summary: '收现', account: '1001', debit: '90.40', cashAccount: 'CASH' },
      { summary: '收现', account: '1122', credit: '90.40', party: 'C1' },
    ],
  })
  expect(await ledger()).toMatchObject({ 1001: '90.40' })
  expect(await waiting()).toEqual({ jobs: '0', runs: '0' })
  // The page 账务体检 shows it: posted documents whose effect is still to come.
  expect(await books.inWork(pendingTransfers)).toEqual([])
})
