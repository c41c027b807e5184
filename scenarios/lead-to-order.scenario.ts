import { describe, expect, test } from 'vitest'
import { customers, lead, opportunity } from '../src/domains/customers/index.ts'
import { purchaseReceipt } from '../src/domains/purchasing/index.ts'
import {
  contractTemplate,
  quotation,
  salesContract,
  salesDelivery,
  salesInvoice,
  salesOrder,
  salesTarget,
} from '../src/domains/sales/index.ts'
import { convertDocument } from '../src/kernel/documents/convert.ts'
import { findDocument } from '../src/kernel/documents/documents.ts'
import { trace } from '../src/kernel/documents/links.ts'
import type { LoadedRecord } from '../src/kernel/documents/load.ts'
import { printDocuments } from '../src/kernel/print/print-documents.ts'
import type { AnyDocument } from '../src/kernel/definition/record.ts'
import { item } from '../src/ledgers/dimensions/item.ts'
import { employee } from '../src/ledgers/dimensions/people.ts'
import { ask, run } from './kit/finance.ts'
import { openTrade } from './kit/trade.ts'
import type { Trade } from './kit/trade.ts'

const openShop = async (settings = {}): Promise<Trade['books']> => {
  const { books } = await openTrade(settings)
  await books.entity(item, {
    code: 'PEN',
    name: '钢笔',
    unit: 'PCS',
    taxRate: 'VAT13',
    salePrice: '113',
    spec: '0.5mm',
  })
  await books.entity(employee, { code: 'E1', name: '林知远' })
  await books.post(purchaseReceipt, {
    supplier: 'S1',
    warehouse: 'MAIN',
    date: '2026-01-01',
    lines: [{ item: 'PEN', quantity: '1000', price: '67.8' }],
  })
  return books
}

const linesOf = (record: LoadedRecord) =>
  (record.tables['lines'] ?? []).map((line) => [String(line['quantity']), String(line['price']), String(line['gross'])])

const read = (books: Trade['books'], definition: AnyDocument, record: LoadedRecord) =>
  books.inWork((work) => findDocument(work, definition, String(record.header['id'])))

describe('from a lead to an order', () => {
  test('[SAL-01] nothing is typed twice, and the chain is one click either way', async () => {
    expect(customers.documents).toContain(lead)
    const books = await openShop()
    const found = await books.post(lead, {
      company: '苏州明德文具有限公司',
      contact: '许经理',
      phone: '13800000000',
      address: '苏州市工业园区 1 号',
      salesperson: 'E1',
      origin: 'exhibition',
      lines: [{ item: 'PEN', interest: '学生用笔', quantity: '200' }],
    })
    // The confirmed lead is a customer with everything that was written down.
    const [known] = await books.rows<{ name: string; contact: string; address: string; is_customer: boolean }>(
      `select p.name, p.contact, p.address, p.is_customer from party p join lead l on l.company_id = $1 and l.customer = p.id
       where p.company_id = $1`,
    )
    expect(known).toEqual({
      name: '苏州明德文具有限公司',
      contact: '许经理',
      address: '苏州市工业园区 1 号',
      is_customer: true,
    })
    const chance = await books.push(lead, found, opportunity, { stage: 'offer', probability: 60 })
    expect(linesOf(chance)).toEqual([['200', '113', '22600']])
    const offer = await books.push(opportunity, chance, quotation, { validUntil: '2026-02-28' })
    const order = await books.push(quotation, offer, salesOrder, { warehouse: 'MAIN' })
    expect(linesOf(order)).toEqual([['200', '113', '22600']])
    const chain = async (record: LoadedRecord) => {
      const { upstream, downstream } = await books.inWork((work) => trace(work, String(record.header['id'])))
      return [upstream.map((one) => one.type), downstream.map((one) => one.type)]
    }
    expect(await chain(order)).toEqual([expect.arrayContaining(['quotation']), []])
    expect(await chain(offer)).toEqual([
      expect.arrayContaining(['opportunity']),
      expect.arrayContaining(['salesOrder']),
    ])
    expect(await chain(found)).toEqual([[], expect.arrayContaining(['opportunity'])])
  })

  test('[SAL-03] an offer becomes an order with delivery and payment as they were offered', async () => {
    const books = await openShop()
    const offer = await books.post(quotation, {
      customer: 'C1',
      deliverOn: '2026-03-01',
      address: '宁波市鄞州区 8 号',
      paymentMethod: '预付 30%，余款月结',
      lines: [{ item: 'PEN', quantity: '10', price: '100' }],
    })
    const { draft } = await books.inWork((work) =>
      convertDocument(work, quotation, String(offer.header['id']), 'salesOrder'),
    )
    expect(draft).toMatchObject({
      promisedOn: '2026-03-01',
      address: '宁波市鄞州区 8 号',
      paymentMethod: '预付 30%，余款月结',
    })
    const order = await books.push(quotation, offer, salesOrder)
    expect(linesOf(order)).toEqual([['10', '100', '1000']])
    expect((await read(books, quotation, offer)).header).toMatchObject({ outcome: 'won' })
  })

  test('[SAL-02] every version of an offer is kept and compared; it is won, or lost with a reason', async () => {
    const books = await openShop()
    const offer = await books.post(quotation, {
      customer: 'C1',
      validUntil: '2026-02-28',
      lines: [
        { item: 'PEN', quantity: '10', price: '113' },
        { item: 'A', quantity: '1', price: '50' },
      ],
    })
    const [pen] = (await read(books, quotation, offer)).tables['lines'] ?? []
    await books.act(quotation, offer, 'amend', {
      lines: [{ id: String(pen?.['id']), item: 'PEN', quantity: '20', price: '105' }],
    })
    const number = String(offer.header['number'])
    const { rows } = await ask(books, 'saleVersions', { type: 'quotation', number })
    expect(rows.map((row) => [row['version'], row['item'], row['quantity'], row['change']])).toEqual([
      ['V1', '合计', null, '首版'],
      ['V1', 'PEN 钢笔', '10', ''],
      ['V1', 'A 商品甲', '1', ''],
      ['V2', '合计', null, ''],
      ['V2', 'PEN 钢笔', '20', '数量 10 → 20，单价 113 → 105'],
      ['V2', 'A 商品甲', '1', '删除'],
    ])
    expect(rows.filter((row) => row['item'] === '合计').map((row) => row['gross'])).toEqual(['1180', '2100'])
    const [paper] = await books.inWork((work) => printDocuments(work, quotation, [String(offer.header['id'])], 'zh'))
    expect(paper?.title).toBe('销售报价单')
    expect(paper?.head).toContainEqual(expect.objectContaining({ label: '有效期至', value: '2026-02-28' }))
    await run(books, 'loseQuotation', { quotation: number, reason: '价格高于同行' })
    expect((await read(books, quotation, offer)).header).toMatchObject({
      outcome: 'lost',
      lostReason: '价格高于同行',
      state: 'closed',
    })
    await expect(
      books.post(quotation, { customer: 'C1', outcome: 'lost', lines: [{ item: 'PEN', quantity: '1' }] }),
    ).rejects.toThrow(/why it was lost/)
  })
})

describe('contracts and plans', () => {
  test('[SAL-05] posting an order writes its contract, filled from the template, linked and versioned', async () => {
    const books = await openShop({ contractFromOrder: true })
    await books.entity(contractTemplate, {
      code: 'T1',
      name: '标准购销合同',
      body: '甲方：{客户}\n货物：\n{明细}\n总价 {金额}（{大写}），{交货日期} 前交至 {交货地址}。付款：{付款方式}。',
    })
    const order = await books.post(salesOrder, {
      customer: 'C1',
      warehouse: 'MAIN',
      promisedOn: '2026-03-01',
      address: '宁波市鄞州区 8 号',
      paymentMethod: '货到 30 天',
      lines: [{ item: 'PEN', quantity: '10' }],
    })
    const [row] = await books.rows<{ id: string; state: string; terms: string }>(
      `select id, state, terms from sales_contract where company_id = $1`,
    )
    expect(row?.state).toBe('draft')
    expect(row?.terms).toBe(
      [
        '甲方：客户一',
        '货物：',
        '1. 钢笔 0.5mm 10 个 单价 113 金额 1,130.00',
        '总价 1,130.00（人民币壹仟壹佰叁拾元整），2026-03-01 前交至 宁波市鄞州区 8 号。付款：货到 30 天。',
      ].join('\n'),
    )
    const contract = await books.inWork((work) => findDocument(work, salesContract, row?.id ?? ''))
    await books.act(salesContract, contract, 'post')
    await books.act(salesContract, contract, 'amend', { terms: '另行约定' })
    const { rows } = await ask(books, 'saleVersions', {
      type: 'salesContract',
      number: String(contract.header['number']),
    })
    expect(rows.filter((each) => each['item'] === '合计').map((each) => each['version'])).toEqual(['V1', 'V2'])
    const [paper] = await books.inWork((work) => printDocuments(work, salesContract, [row?.id ?? ''], 'zh'))
    expect(paper).toMatchObject({ title: '销售合同', inWords: expect.stringContaining('壹仟壹佰叁拾元整') })
    expect(paper?.head).toContainEqual({ label: '合同正文', value: '另行约定', isLong: true })
    const { upstream } = await books.inWork((work) => trace(work, row?.id ?? ''))
    expect(upstream.map((one) => one.number)).toContain(order.header['number'])
  })

  test('[SAL-06] the register says how far contracts are fulfilled, and plans what was sold of what was meant to be', async () => {
    const books = await openShop()
    const contract = await books.post(salesContract, {
      customer: 'C1',
      date: '2026-01-05',
      deliverOn: '2026-03-31',
      lines: [{ item: 'PEN', quantity: '100', price: '113' }],
    })
    const order = await books.push(salesContract, contract, salesOrder, { warehouse: 'MAIN', date: '2026-01-06' })
    const [line] = order.tables['lines'] ?? []
    const source = { type: 'salesOrder', document: String(order.header['id']), line: String(line?.['id']) }
    const delivery = await books.post(salesDelivery, {
      customer: 'C1',
      warehouse: 'MAIN',
      date: '2026-01-10',
      salesperson: 'E1',
      lines: [{ item: 'PEN', quantity: '40', price: '113', source }],
    })
    await books.push(salesDelivery, delivery, salesInvoice, { date: '2026-01-11' })
    const register = await ask(books, 'contractRegister')
    expect(register.rows).toMatchObject([
      { amount: '11300.00', ordered: '11300.00', delivered: '4520.00', invoiced: '4520.00', fulfilment: '40' },
    ])
    expect((await ask(books, 'contractRegister', { open: true })).rows).toHaveLength(1)
    await books.entity(salesTarget, {
      code: '2026-01',
      name: '一月计划',
      month: '2026-01',
      lines: [{ salesperson: 'E1', amount: '5000' }, { item: 'PEN', quantity: '80' }, { amount: '8000' }],
    })
    const progress = await ask(books, 'targetProgress', { from: '2026-01', to: '2026-01' })
    expect(progress.rows.map((row) => [row['of'], row['planAmount'], Number(row['amount']), row['reached']])).toEqual([
      ['林知远', '5000.00', 4000, '80'],
      ['钢笔', null, 4000, '50'],
      ['全公司', '8000.00', 4000, '50'],
    ])
  })
})
