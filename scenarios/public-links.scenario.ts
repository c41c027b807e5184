import { expect, it } from 'vitest'
import { statementReply } from '../src/domains/accounting/index.ts'
import { collection } from '../src/domains/money/index.ts'
import { purchaseOrder, purchaseReceipt } from '../src/domains/purchasing/index.ts'
import { salesDelivery } from '../src/domains/sales/index.ts'
import { loadRecords } from '../src/kernel/documents/load.ts'
import { visit } from './kit/link.ts'
import { openTrade } from './kit/trade.ts'

it('[PUR-07] a supplier confirms an order by a link, and the dates flow back into the order and the plan', async () => {
  const { books } = await openTrade()
  const order = await books.post(purchaseOrder, {
    date: '2026-01-02',
    supplier: 'S1',
    warehouse: 'MAIN',
    promisedOn: '2026-01-10',
    lines: [
      { item: 'A', quantity: '10', price: '11.3' },
      { item: 'A', quantity: '5', price: '11.3', promisedOn: '2026-01-20' },
    ],
  })
  const supply = () =>
    books.rows<{ promised_on: string; quantity: string }>(
      `select promised_on, sum(quantity)::float8::text as quantity from plan_entry where company_id = $1
       group by 1 having sum(quantity) <> 0 order by 1`,
    )
  const shown = await visit(books, 'orderConfirmation', order)
  expect(shown.facts.map((fact) => fact.value)).toContain('169.50')
  expect(shown.questions?.[0]?.rows?.map((row) => [row['wanted'], row['confirmedOn']])).toEqual([
    ['2026-01-10', '2026-01-10'],
    ['2026-01-20', '2026-01-20'],
  ])
  const [first] = shown.questions?.[0]?.rows ?? []
  const answered = await visit(books, 'orderConfirmation', order, {
    answer: [
      'confirm',
      {
        answer: 'changed',
        lines: [{ id: first?.id ?? '', confirmedOn: '2026-01-15', supplierRemark: '模具维修' }],
      },
    ],
  })
  expect(answered.answered).toEqual(['交期有变'])
  expect(await supply()).toEqual([
    { promised_on: '2026-01-15', quantity: '10' },
    { promised_on: '2026-01-20', quantity: '5' },
  ])
  const [stored] = await books.inWork(async (work) => [
    ...(await loadRecords(work.tx, work.company, purchaseOrder, [String(order.header['id'])])).values(),
  ])
  expect(stored?.header['supplierAnswer']).toBe('changed')
  expect(stored?.tables['lines']?.[0]).toMatchObject({ confirmedOn: '2026-01-15', supplierRemark: '模具维修' })
  // What has been received of it stays received when the supplier answers again.
  await books.push(purchaseOrder, order, purchaseReceipt, {
    date: '2026-01-15',
    lines: [
      {
        item: 'A',
        quantity: '4',
        price: '11.3',
        source: { type: 'purchaseOrder', document: String(order.header['id']), line: first?.id ?? '' },
      },
    ],
  })
  await visit(books, 'orderConfirmation', order, { answer: ['confirm', { answer: 'confirmed', lines: [] }] })
  await expect(visit(books, 'orderConfirmation', order, { answer: ['confirm', { answer: 'maybe' }] })).rejects.toThrow(
    /answer/,
  )
})

it('a customer confirms or disputes a statement line by line, and the reply is kept', async () => {
  const { books, itemsOf } = await openTrade()
  await books.post(purchaseReceipt, {
    date: '2026-01-02',
    supplier: 'S1',
    warehouse: 'MAIN',
    lines: [{ item: 'A', quantity: '100', price: '11.3' }],
  })
  const delivery = await books.post(salesDelivery, {
    date: '2026-01-05',
    customer: 'C1',
    warehouse: 'MAIN',
    lines: [{ item: 'A', quantity: '10', price: '22.6' }],
  })
  const [openItem = ''] = await itemsOf(delivery)
  await books.post(collection, {
    date: '2026-01-08',
    customer: 'C1',
    lines: [{ cashAccount: 'BANK', amount: '100' }],
    settlements: [{ openItem, kind: 'receivable', amount: '100' }],
  })
  const parameters = { from: '2026-01-01', to: '2026-01-31', side: 'receivable' }
  const customer = { header: { id: delivery.header['customer'] }, tables: {} }
  const shown = await visit(books, 'statementConfirmation', customer, { parameters })
  expect(shown.facts.map((fact) => fact.value)).toEqual(['客户一', '2026-01-01 — 2026-01-31', '0.00', '126.00'])
  const rows = shown.questions?.[0]?.rows ?? []
  expect(rows.map((row) => row['amount'])).toEqual(['226', '-100'])
  const replied = await visit(books, 'statementConfirmation', customer, {
    parameters,
    answer: [
      'reply',
      { signedBy: '赵会计', lines: [{ id: rows[1]?.id ?? '', verdict: 'disputed', objection: '我们付了 120' }] },
    ],
  })
  expect(replied.answered?.[0]).toMatch(/赵会计 有异议（DZHZ-202601-0001）/)
  const [kept] = await books.rows<{ verdict: string; closing: string; lines: string }>(
    `select h.verdict, h.closing::text as closing, string_agg(l.amount || ' ' || l.verdict || coalesce(' ' || l.objection, ''), '; ' order by l.line_no) as lines
     from statement_reply h join statement_reply_line l on l.company_id = $1 and l.owner_id = h.id where h.company_id = $1 group by h.id, 1, 2`,
  )
  expect(kept).toEqual({
    verdict: 'disputed',
    closing: '126.00',
    lines: '226.00 agreed; -100.00 disputed 我们付了 120',
  })
  expect(statementReply.label).toBe('对账回执')
})
