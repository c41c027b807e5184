import { describe, expect, test } from 'vitest'
import { purchaseReceipt } from '../src/domains/purchasing/index.ts'
import { priceList, promotion, salesDelivery, salesInvoice, salesOrder } from '../src/domains/sales/index.ts'
import type { JsonObject } from '../src/kernel/documents/draft.ts'
import type { LoadedRecord } from '../src/kernel/documents/load.ts'
import { createDocument, updateDocument } from '../src/kernel/documents/documents.ts'
import { company } from '../src/ledgers/dimensions/company.ts'
import { updateEntity } from '../src/kernel/documents/entities.ts'
import { item } from '../src/ledgers/dimensions/item.ts'
import { party } from '../src/ledgers/dimensions/party.ts'
import { openTrade } from './kit/trade.ts'
import type { Trade } from './kit/trade.ts'

/** A pen at 10 retail with a box of twelve, and two customers: one of level A, one of none. */
const openShop = async (settings: JsonObject = {}): Promise<Trade['books']> => {
  const { books } = await openTrade(settings)
  await books.entity(item, {
    code: 'PEN',
    name: '钢笔',
    unit: 'PCS',
    taxRate: 'VAT13',
    salePrice: '10',
    minimumPrice: '5',
    units: [{ unit: 'BOX', numerator: 12, denominator: 1 }],
  })
  await books.entity(party, { code: 'HONG', name: '宏达', isCustomer: true, level: 'a', region: '华东' })
  await books.post(purchaseReceipt, {
    supplier: 'S1',
    warehouse: 'MAIN',
    date: '2026-01-01',
    lines: [
      { item: 'PEN', quantity: '10000', price: '3' },
      { item: 'A', quantity: '100', price: '20' },
    ],
  })
  return books
}

const lineOf = (record: LoadedRecord, index = 0) => {
  const line = record.tables['lines']?.[index] ?? {}
  return [String(line['price']), line['priceSource']]
}

describe('the price of a sale', () => {
  test('[SAL-14] follows customer, last deal, level, promotion, wholesale and retail in that order, with breaks, days and regions', async () => {
    const books = await openShop()
    const ask = async (quantity: string, more: JsonObject = {}, line: JsonObject = {}) =>
      lineOf(
        await books.draft(salesOrder, {
          customer: 'HONG',
          date: '2026-02-01',
          ...more,
          lines: [{ item: 'PEN', quantity, ...line }],
        }),
      )
    expect(await ask('1')).toEqual(['10', '零售价'])
    await books.entity(priceList, {
      code: 'PF',
      name: '批发',
      kind: 'wholesale',
      lines: [{ item: 'PEN', fromQuantity: '100', price: '9' }],
    })
    expect(await ask('99')).toEqual(['10', '零售价'])
    expect(await ask('100')).toEqual(['9', '批发价 PF 满 100'])
    await books.entity(priceList, {
      code: 'LA',
      name: 'A 级华东',
      kind: 'level',
      level: 'a',
      region: '华东',
      lines: [{ item: 'PEN', price: '8.5' }],
    })
    expect(await ask('1')).toEqual(['8.5', '等级价 LA'])
    expect(await ask('1', { customer: 'C1' })).toEqual(['10', '零售价'])
    await books.post(salesDelivery, {
      customer: 'HONG',
      warehouse: 'MAIN',
      date: '2026-01-20',
      lines: [{ item: 'PEN', quantity: '5', price: '8.8' }],
    })
    expect((await ask('1'))[0]).toBe('8.8')
    expect((await ask('1'))[1]).toContain('最近售价 XSCK-')
    await books.entity(priceList, {
      code: 'HT1',
      name: '宏达合同',
      kind: 'customer',
      customer: 'HONG',
      validFrom: '2026-02-01',
      validTo: '2026-06-30',
      contractNumber: 'HT-2026-01',
      lines: [
        { item: 'PEN', price: '8' },
        { item: 'PEN', fromQuantity: '1000', price: '7.5' },
        { item: 'PEN', unit: 'BOX', price: '90' },
      ],
    })
    expect(await ask('1')).toEqual(['8', '客户专价 HT1'])
    expect(await ask('1000')).toEqual(['7.5', '客户专价 HT1 满 1000'])
    expect((await ask('1', { date: '2026-01-31' }))[1]).toContain('最近售价')
    // Prices without tax, for a document whose prices are meant so; a price by hand says what it departs from.
    expect(await ask('1', { priceIncludesTax: false })).toEqual(['7.079646', '客户专价 HT1'])
    expect(await ask('1', {}, { price: '7' })).toEqual(['7', '手工（客户专价 HT1 8）'])
    // The company may prefer its promotions to what was agreed.
    await books.entity(priceList, { code: 'CX', name: '促销', kind: 'promotion', lines: [{ item: 'PEN', price: '6' }] })
    expect((await ask('1'))[0]).toBe('8')
    await books.inWork((work) =>
      updateEntity(work, company, books.company, { priceOrder: 'promotion,customer,retail' }),
    )
    expect(await ask('1')).toEqual(['6', '促销价 CX'])
  })

  test('[SAL-14] a price is changed only by who may, and not below the floor', async () => {
    const books = await openShop()
    const sell = (price: string, rights: (right: string) => boolean) =>
      books.inWork((work) =>
        createDocument({ ...work, actor: { ...work.actor, may: rights } }, salesOrder, {
          customer: 'HONG',
          lines: [{ item: 'PEN', quantity: '1', price }],
        }),
      )
    const clerk = (right: string) => right !== 'salesOrder.changePrice'
    await expect(sell('9', clerk)).rejects.toThrow(/salesOrder.changePrice/)
    await expect(sell('10', clerk)).resolves.toBeDefined()
    await expect(sell('9', () => true)).resolves.toBeDefined()
    await expect(
      books.post(salesOrder, { customer: 'HONG', lines: [{ item: 'PEN', quantity: '1', price: '4.99' }] }),
    ).rejects.toThrow(/minimum price of 5/)
  })

  test('what was typed by hand may become the price of this customer', async () => {
    const books = await openShop({ updatePrices: true })
    await books.draft(salesOrder, { customer: 'HONG', lines: [{ item: 'PEN', quantity: '1', price: '9.2' }] })
    const next = await books.draft(salesOrder, { customer: 'HONG', lines: [{ item: 'PEN', quantity: '1' }] })
    expect(lineOf(next)).toEqual(['9.2', '客户专价 KH-HONG'])
    const other = await books.draft(salesOrder, { customer: 'C1', lines: [{ item: 'PEN', quantity: '1' }] })
    expect(lineOf(other)).toEqual(['10', '零售价'])
  })
})

describe('promotions', () => {
  const amounts = (record: LoadedRecord) =>
    (record.tables['lines'] ?? []).map((line) => [String(line['allowance']), String(line['gross']), line['promotion']])

  test('[SAL-15] 满减, 折扣, 赠品, 组合 and 限时 stack by priority, exclude each other, and say so on the line', async () => {
    const books = await openShop()
    await books.entity(item, { code: 'INK', name: '墨水', unit: 'PCS', taxRate: 'VAT13', salePrice: '20' })
    await books.entity(item, { code: 'CUP', name: '杯子', unit: 'PCS', taxRate: 'VAT13', salePrice: '15' })
    await books.post(purchaseReceipt, {
      supplier: 'S1',
      warehouse: 'MAIN',
      date: '2026-01-01',
      lines: [
        { item: 'INK', quantity: '100', price: '5' },
        { item: 'CUP', quantity: '100', price: '6' },
      ],
    })
    await books.entity(promotion, {
      code: 'P1',
      name: '墨水九折',
      kind: 'discount',
      priority: 1,
      percentOff: '10',
      scope: [{ item: 'INK' }],
    })
    await books.entity(promotion, {
      code: 'P2',
      name: '满100减10',
      kind: 'reduction',
      priority: 2,
      fromAmount: '100',
      off: '10',
      repeats: true,
    })
    await books.entity(promotion, {
      code: 'P3',
      name: '买十支送杯',
      kind: 'gift',
      priority: 3,
      fromQuantity: '10',
      repeats: true,
      scope: [{ item: 'PEN' }],
      gifts: [{ item: 'CUP', quantity: '1' }],
    })
    await books.entity(promotion, {
      code: 'P4',
      name: '一日半价',
      kind: 'discount',
      priority: 0,
      isExclusive: true,
      percentOff: '50',
      validFrom: '2026-06-18',
      validTo: '2026-06-18',
      scope: [{ item: 'PEN' }],
    })
    const lines = [
      { item: 'PEN', quantity: '20' },
      { item: 'INK', quantity: '1' },
    ]
    // 200 + 20 less 10 % of the ink = 218: twice 10 off, 18.35 of 200 and 1.65 of 18; two cups for twenty pens.
    const order = await books.draft(salesOrder, { customer: 'HONG', date: '2026-06-01', lines })
    expect(amounts(order)).toEqual([
      ['18.35', '181.65', '满100减10 -18.35；买十支送杯'],
      ['3.65', '16.35', '墨水九折 -2；满100减10 -1.65'],
      ['null', '0', '买十支送杯'],
    ])
    expect(order.tables['lines']?.[2]).toMatchObject({ isGift: true, isPromotionGift: true })
    // Half the price for a day, and nothing beside it on the pens; 18 for the ink reach no hundred.
    const halfPrice = await books.draft(salesOrder, { customer: 'HONG', date: '2026-06-18', lines })
    expect(amounts(halfPrice)).toEqual([
      ['100', '100', '一日半价 -100'],
      ['2', '18', '墨水九折 -2'],
    ])
    // Saved again, gifts are given once; with fewer pens there is one cup; without promotions there is none.
    const changed = (input: JsonObject) =>
      books.inWork((work) => updateDocument(work, salesOrder, String(order.header['id']), input))
    expect((await changed({ remark: '再存' })).tables['lines']).toHaveLength(3)
    const plain = await changed({ withoutPromotions: true })
    expect(amounts(plain)).toEqual([
      ['null', '200', null],
      ['null', '20', null],
    ])
    // On a delivery the gift is a discount on the sheet, at cost of sales (rule 4), and the invoice shows the same amounts.
    const sold = await books.post(salesDelivery, { customer: 'HONG', warehouse: 'MAIN', date: '2026-06-01', lines })
    expect(String(sold.header['totalGross'])).toBe('198')
    const invoice = await books.push(salesDelivery, sold, salesInvoice)
    expect(String(invoice.header['totalGross'])).toBe('198')
    const cost = await books.rows<{ amount: string }>(
      `select sum(e.debit - e.credit) as amount from general_entry e join account a on a.company_id = $1 and a.id = e.account_id
       where e.company_id = $1 and a.code like '5401%'`,
    )
    // 20 pens at 3, ink at 5, two cups at 6, all without the 13 % that is deductible.
    expect(cost).toEqual([{ amount: '68.14' }])
  })

  test('the discount of a whole bill and 抹零 are spread in cents, and the sheet adds up when it is carried on', async () => {
    const books = await openShop()
    const order = await books.post(salesOrder, {
      customer: 'HONG',
      warehouse: 'MAIN',
      billDiscount: '5',
      roundOff: 'jiao',
      lines: [
        { item: 'PEN', quantity: '3', price: '9.99' },
        { item: 'PEN', quantity: '7', price: '6.66' },
      ],
    })
    // 29.97 + 46.62 = 76.59, less 5, down to 71.
    expect(String(order.header['totalGross'])).toBe('71')
    expect(amounts(order).map(([allowance]) => allowance)).toEqual(['2.19', '3.4'])
    const delivery = await books.push(salesOrder, order, salesDelivery)
    expect(String(delivery.header['totalGross'])).toBe('71')
  })
})
