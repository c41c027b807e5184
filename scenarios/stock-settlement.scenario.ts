import { expect, it } from 'vitest'
import { decimal } from '../src/base/decimal.ts'
import { textOf } from '../src/base/text.ts'
import { costAdjustment, otherIssue, stockReason } from '../src/domains/inventory/index.ts'
import { purchaseReceipt } from '../src/domains/purchasing/index.ts'
import { salesDelivery } from '../src/domains/sales/index.ts'
import { approvalRule } from '../src/kernel/approvals/approval-rule.ts'
import type { ReportRow } from '../src/kernel/definition/report.ts'
import { actOn } from '../src/kernel/documents/actions.ts'
import { createDocument, findDocument } from '../src/kernel/documents/documents.ts'
import type { JsonObject } from '../src/kernel/documents/draft.ts'
import type { DocumentAction } from '../src/kernel/documents/lifecycle.ts'
import type { AnyDocument } from '../src/kernel/definition/record.ts'
import type { LoadedRecord } from '../src/kernel/documents/load.ts'
import type { Books } from '../src/ledgers/testing/books.ts'
import { askReport } from './kit/ask-report.ts'
import { run } from './kit/finance.ts'
import { openAccess, openTrade } from './kit/trade.ts'
import type { Trade } from './kit/trade.ts'

await openAccess()

const openStock = async () => {
  const trade = await openTrade()
  await trade.books.entity(stockReason, { code: 'OUT', name: '盘后调整', direction: 'both', role: 'adminExpense' })
  await trade.books.post(purchaseReceipt, {
    date: '2026-06-02',
    supplier: 'S1',
    warehouse: 'MAIN',
    priceIncludesTax: false,
    lines: [{ item: 'A', quantity: '100', price: '10' }],
  })
  return trade
}

const deliver = (trade: Trade, date: string, quantity: string) =>
  trade.books.post(salesDelivery, {
    date,
    customer: 'C1',
    warehouse: 'MAIN',
    priceIncludesTax: false,
    lines: [{ item: 'A', quantity, price: '20' }],
  })

const issue = (date: string, quantity: string) => ({
  date,
  warehouse: 'MAIN',
  reason: 'OUT',
  lines: [{ item: 'A', quantity }],
})

const figure = (row: ReportRow | undefined, name: string) => decimal(textOf(row?.[name]))

it('[INV-27] the month’s stock is settled: opening + in − out = closing in quantity and value, and locked', async () => {
  const trade = await openStock()
  await deliver(trade, '2026-06-20', '60')
  await trade.books.post(otherIssue, issue('2026-06-25', '5'))
  await run(trade.books, 'closePeriod', { period: '2026-06', bookAll: true })
  await deliver(trade, '2026-07-03', '10')
  for (const month of ['06', '07']) {
    const { rows } = await askReport(trade.books, 'stockSummary', { from: `2026-${month}-01`, to: `2026-${month}-28` })
    for (const what of ['Quantity', 'Amount']) {
      const [row] = rows
      const proved = figure(row, `open${what}`)
        .plus(figure(row, `in${what}`))
        .minus(figure(row, `out${what}`))
      expect(proved.eq(figure(row, `close${what}`))).toBe(true)
    }
  }
  const { rows } = await askReport(trade.books, 'stockSummary', { from: '2026-07-01', to: '2026-07-31' })
  expect(rows[0]).toMatchObject({ openQuantity: '35.000000', openAmount: '350.00', closeAmount: '250.00' })
  // What is settled stays: no movement of the month is added, changed or taken back.
  await expect(trade.books.post(otherIssue, issue('2026-06-30', '1'))).rejects.toThrow(/closed/)
})

/** A person of the company, who does things by their roles. */
const personOf = (books: Books, id: string, ...roles: readonly string[]) => {
  const actor = { id, name: id, username: id, roles, may: (right: string) => right !== 'approval.override' }
  return {
    write: (type: AnyDocument, input: JsonObject) =>
      books.inWork((work) => createDocument({ ...work, actor }, type, input)),
    act: (type: AnyDocument, record: LoadedRecord, action: DocumentAction) =>
      books.inWork(async (work) => {
        const own = { ...work, actor }
        return actOn(own, type, await findDocument(own, type, textOf(record.header['id']), { lock: true }), action, {})
      }),
  }
}

it('[INV-26] an adjustment of quantity or value has its reason and its voucher, and above a limit someone approves it', async () => {
  const trade = await openStock()
  const { books } = trade
  await books.rows(
    `insert into role (company_id, name, label, rights) values ($1, 'owner', '老板', '[]') on conflict do nothing returning name`,
  )
  for (const type of [otherIssue, costAdjustment]) {
    await books.entity(approvalRule, {
      name: `大额${type.label}`,
      documentType: type.name,
      step: '1',
      approverRole: 'owner',
      fourEyes: true,
      conditions: [{ fact: 'amount', operator: 'gte', threshold: '100' }],
    })
  }
  const keeper = personOf(books, 'keeper')
  const owner = personOf(books, 'owner-1', 'owner')
  const small = await keeper.write(otherIssue, issue('2026-06-05', '2'))
  await keeper.act(otherIssue, small, 'post')
  expect(await trade.ledger()).toMatchObject({ 1405: '980.00', 5602: '20.00' })
  const large = await keeper.write(otherIssue, issue('2026-06-05', '20'))
  await expect(keeper.act(otherIssue, large, 'post')).rejects.toThrow(/needs the approval of 老板/)
  await keeper.act(otherIssue, large, 'submit')
  await owner.act(otherIssue, large, 'approve')
  expect(await trade.ledger()).toMatchObject({ 1405: '780.00', 5602: '220.00' })
  const value = { date: '2026-06-06', warehouse: 'MAIN', reason: 'OUT', lines: [{ item: 'A', amount: '-120' }] }
  const revalued = await keeper.write(costAdjustment, value)
  await keeper.act(costAdjustment, revalued, 'submit')
  await owner.act(costAdjustment, revalued, 'approve')
  expect(await trade.ledger()).toMatchObject({ 1405: '660.00', 5602: '340.00' })
  const without = { date: '2026-06-06', warehouse: 'MAIN', lines: [{ item: 'A', amount: '1' }] }
  await expect(books.post(costAdjustment, without)).rejects.toMatchObject({ errors: [{ path: 'reason' }] })
})
