import { beforeEach, describe, expect, test } from 'vitest'
import { voucher } from '../src/domains/accounting/index.ts'
import { purchaseReceipt } from '../src/domains/purchasing/index.ts'
import { salesDelivery, salesOrder } from '../src/domains/sales/index.ts'
import { approvalRule } from '../src/kernel/approvals/approval-rule.ts'
import { actOn } from '../src/kernel/documents/actions.ts'
import { createDocument, findDocument } from '../src/kernel/documents/documents.ts'
import type { JsonObject } from '../src/kernel/documents/draft.ts'
import type { DocumentAction } from '../src/kernel/documents/lifecycle.ts'
import type { LoadedRecord } from '../src/kernel/documents/load.ts'
import { item } from '../src/ledgers/dimensions/item.ts'
import { party } from '../src/ledgers/dimensions/party.ts'
import { sourceOf } from './kit/source-of.ts'
import { openTrade } from './kit/trade.ts'
import type { Trade } from './kit/trade.ts'

let books: Trade['books']

/** Someone who acts: what they may do beside, the rules say. */
const as = (name: string, ...roles: string[]) => ({
  id: name,
  name,
  username: name,
  roles,
  may: (right: string) => right !== 'approval.override',
})
const clerk = as('小陈', 'seller')
const boss = as('周总', 'owner')
const accountant = as('老李', 'accountant')

const write = (actor: typeof clerk, line: JsonObject, more: JsonObject = {}) =>
  books.inWork((work) =>
    createDocument({ ...work, actor }, salesOrder, {
      customer: 'HONG',
      warehouse: 'MAIN',
      date: '2026-02-01',
      ...more,
      lines: [{ item: 'PEN', ...line }],
    }),
  )

const act = (actor: typeof clerk, order: LoadedRecord, action: DocumentAction, input: JsonObject = {}) =>
  books.inWork(async (work) => {
    const own = { ...work, actor }
    const found = await findDocument(own, salesOrder, String(order.header['id']), { lock: true })
    return actOn(own, salesOrder, found, action, input)
  })

const waitsFor = async (order: LoadedRecord) => {
  const rows = await books.rows<{ approver: string; reasons: { zh: string }[] }>(
    `select approver, reasons from approval_step where company_id = $1 and document_id = $2 and is_current and state = 'waiting' order by step`,
    order.header['id'],
  )
  return rows.map((row) => [row.approver, ...row.reasons.map((reason) => reason.zh)])
}

const rule = (name: string, step: number, approverRole: string, ...conditions: JsonObject[]) =>
  books.entity(approvalRule, { code: name, name, documentType: 'salesOrder', step, approverRole, conditions })

beforeEach(async () => {
  const trade = await openTrade({ creditControl: 'approve', belowFloor: 'approve' })
  books = trade.books
  await books.rows(
    `insert into role (company_id, name, label, rights)
     values ($1, 'owner', '老板', '[]'), ($1, 'accountant', '会计', '[]') returning name`,
  )
  await books.entity(item, {
    code: 'PEN',
    name: '钢笔',
    unit: 'PCS',
    taxRate: 'VAT13',
    salePrice: '113',
    minimumPrice: '80',
  })
  await books.entity(party, { code: 'HONG', name: '宏达', isCustomer: true, creditLimit: '5000' })
  await books.post(purchaseReceipt, {
    supplier: 'S1',
    warehouse: 'MAIN',
    date: '2026-01-01',
    lines: [{ item: 'PEN', quantity: '1000', price: '67.8' }],
  })
})

describe('the approval of orders', () => {
  test('[SAL-07] amount, credit, margin and price floor decide who approves', async () => {
    await rule('大单', 2, 'owner', { fact: 'amount', operator: 'gt', threshold: '10000' })
    await rule('超信用', 1, 'accountant', { fact: 'creditExceeded', operator: 'eq', threshold: '是' })
    await rule('低毛利', 1, 'owner', { fact: 'marginPercent', operator: 'lt', threshold: '20' })
    await rule('低于底价', 1, 'owner', { fact: 'belowFloor', operator: 'eq', threshold: '是' })

    // 10 at 113: net 1,000 against a cost of 600; within the limit: nobody is asked.
    const plain = await write(clerk, { quantity: '10' })
    expect((await act(clerk, plain, 'post')).header['state']).toBe('posted')

    // 11,300 is much for one order, and more than the 5,000 of credit.
    const large = await write(clerk, { quantity: '100' })
    await expect(act(clerk, large, 'post')).rejects.toThrow(/needs the approval of 会计、老板; submit it/)
    await act(clerk, large, 'submit')
    expect(await waitsFor(large)).toEqual([
      ['会计', '超信用额度'],
      ['老板', '价税合计 11,300.00 大于 10,000.00'],
    ])
    await expect(act(boss, large, 'approve')).rejects.toThrow(/waits for the approval of 会计/)
    await act(accountant, large, 'approve')
    const posted = await act(boss, large, 'approve')
    expect(posted.header).toMatchObject({ state: 'posted', postedBy: '周总' })
    // What was approved as an order is delivered without being asked again.
    const delivery = await books.push(salesOrder, large, salesDelivery, { date: '2026-02-02' })
    expect(delivery.header['state']).toBe('posted')

    // Net 619.47 of ten at 70 against 600: 3 %, and below the floor of 80. The margin itself is told to nobody.
    const cheap = await write(clerk, { quantity: '10', price: '70' }, { customer: 'C1' })
    await act(clerk, cheap, 'submit')
    expect(await waitsFor(cheap)).toEqual([
      ['老板', '低于最低售价'],
      ['老板', '毛利率% 小于 20'],
    ])
    await act(boss, cheap, 'reject', { reason: '价格太低' })
    await expect(act(clerk, cheap, 'post')).rejects.toThrow(/submit it for approval/)
  })

  test('a delivery is judged again where credit or price has become worse than was agreed with its order', async () => {
    await rule('超信用', 1, 'accountant', { fact: 'creditExceeded', operator: 'eq', threshold: '是' })
    for (const [code, fact] of [
      ['CK1', 'creditExceeded'],
      ['CK2', 'creditHold'],
      ['CK3', 'belowFloor'],
    ] as const) {
      await books.entity(approvalRule, {
        code,
        name: code,
        documentType: 'salesDelivery',
        step: 1,
        approverRole: 'owner',
        conditions: [{ fact, operator: 'eq', threshold: '是' }],
      })
    }
    const order = await write(clerk, { quantity: '30' })
    await act(clerk, order, 'post')
    const part = (quantity: string, price = '113') => ({
      date: '2026-02-02',
      lines: [{ item: 'PEN', quantity, price, source: sourceOf('salesOrder', order) }],
    })
    const deliver = (more: JsonObject) =>
      books.inWork(async (work) => {
        const own = { ...work, actor: clerk }
        const draft = { customer: 'HONG', warehouse: 'MAIN', ...more }
        return actOn(own, salesDelivery, await createDocument(own, salesDelivery, draft), 'post', {})
      })
    // 3,390 of 5,000 are ordered: as agreed, and nobody is asked. The part delivered was counted as ordered already.
    expect((await deliver(part('10'))).header['state']).toBe('posted')
    // Cheaper than it was ordered, and below the floor of 80.
    await expect(deliver(part('5', '70'))).rejects.toThrow(/needs the approval of 老板/)
    // 2,000 more owed meanwhile: 390 beyond the limit, which nobody approved.
    await books.post(voucher, {
      date: '2026-02-01',
      lines: [
        { summary: '期初', account: '1122', debit: '2000', party: 'HONG' },
        { summary: '期初', account: '5001', credit: '2000' },
      ],
    })
    await expect(deliver(part('10'))).rejects.toThrow(/needs the approval of 老板/)
    // What was approved with the order is not asked again.
    const approved = await write(clerk, { quantity: '20' })
    await act(clerk, approved, 'submit')
    await act(accountant, approved, 'approve')
    const covered = { item: 'PEN', quantity: '20', price: '113', source: sourceOf('salesOrder', approved) }
    expect((await deliver({ date: '2026-02-02', lines: [covered] })).header['state']).toBe('posted')
  })

  test('credit counts what is owed and what is ordered and has not left, once, and no drafts', async () => {
    const over = /exceeds the credit limit of 5,000.00 by 650.00; 3,390.00 are owed or ordered already/
    await write(clerk, { quantity: '30' })
    const first = await write(clerk, { quantity: '30' })
    await act(clerk, first, 'post')
    const second = await write(clerk, { quantity: '20' })
    await expect(act(clerk, second, 'post')).rejects.toThrow(over)
    // Delivered, it is owed and no longer ordered: the same.
    await books.push(salesOrder, first, salesDelivery, { date: '2026-02-02' })
    await expect(act(clerk, second, 'post')).rejects.toThrow(over)
    const small = await write(clerk, { quantity: '14' })
    expect((await act(clerk, small, 'post')).header['state']).toBe('posted')
  })

  test('approval is refusal where no rule could ever give it', async () => {
    const cheap = await write(clerk, { quantity: '1', price: '70' })
    await expect(act(clerk, cheap, 'post')).rejects.toThrow(/minimum price/)
    const large = await write(clerk, { quantity: '100' })
    await expect(act(clerk, large, 'post')).rejects.toThrow(/exceeds the credit limit of 5,000.00 by 6,300.00/)
  })

  test('whoever a rule names posts their own sale at once, unless four eyes are asked for', async () => {
    await books.entity(approvalRule, {
      code: 'R1',
      name: '大单',
      documentType: 'salesOrder',
      step: 1,
      approverRole: 'owner',
      fourEyes: false,
      conditions: [{ fact: 'amount', operator: 'gt', threshold: '1000' }],
    })
    const own = await write(boss, { quantity: '20' })
    expect((await act(boss, own, 'post')).header['state']).toBe('posted')
    await rule('大单复核', 1, 'owner', { fact: 'amount', operator: 'gt', threshold: '3000' })
    const larger = await write(boss, { quantity: '40' }, { customer: 'C1' })
    await expect(act(boss, larger, 'post')).rejects.toThrow(/submit it/)
  })
})
