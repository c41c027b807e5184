import { describe, expect, test } from 'vitest'
import { calendarDate } from '../src/base/calendar-date.ts'
import { textOf } from '../src/base/text.ts'
import {
  purchaseOrder,
  purchaseRequest,
  purchasing,
  requestForQuotation,
  supplierPrice,
  supplierQuotation,
} from '../src/domains/purchasing/index.ts'
import { convertDocument } from '../src/kernel/documents/convert.ts'
import type { JsonObject } from '../src/kernel/documents/draft.ts'
import type { LoadedRecord } from '../src/kernel/documents/load.ts'
import { item } from '../src/ledgers/dimensions/item.ts'
import { party } from '../src/ledgers/dimensions/party.ts'
import type { Books } from '../src/ledgers/testing/books.ts'
import { documentNumbered, named, numbersIn, readReport, runProcess } from './kit/run.ts'
import { openTrade } from './kit/trade.ts'

const award = named(purchasing.processes, 'awardQuotations')
const comparison = named(purchasing.reports, 'quotationComparison')
const offers = named(purchasing.reports, 'purchaseOffers')

/** A supplier's answer to an inquiry: each line as it was asked, with what the supplier says of it. */
const quote = async (books: Books, inquiry: LoadedRecord, header: JsonObject, lines: readonly JsonObject[]) => {
  const draft = await books.inWork((work) =>
    convertDocument(work, requestForQuotation, textOf(inquiry.header['id']), supplierQuotation.name),
  )
  const asked: JsonObject[] = JSON.parse(JSON.stringify(draft.draft.lines)) as JsonObject[]
  return books.post(supplierQuotation, { ...header, lines: asked.map((line, index) => ({ ...line, ...lines[index] })) })
}

const openInquiry = async () => {
  const trade = await openTrade()
  const { books } = trade
  books.clock.moveTo(calendarDate('2026-02-01'))
  await books.entity(party, { code: 'S2', name: '供应商二', isSupplier: true })
  await books.entity(party, { code: 'S3', name: '供应商三', isSupplier: true })
  await books.entity(item, { code: 'B', name: '商品乙', unit: 'PCS', taxRate: 'VAT13' })
  const request = await books.post(purchaseRequest, {
    date: '2026-02-01',
    neededOn: '2026-02-20',
    lines: [
      { item: 'A', quantity: '100' },
      { item: 'B', quantity: '10' },
    ],
  })
  const inquiry = await books.push(purchaseRequest, request, requestForQuotation, {
    date: '2026-02-01',
    subject: '二月',
    suppliers: [{ supplier: 'S1' }, { supplier: 'S2' }, { supplier: 'S3' }],
  })
  return { books, request, inquiry }
}

const told = async (books: Books, inquiry: LoadedRecord, ...fields: readonly string[]) => {
  const rows = await readReport(books, comparison, { inquiry: textOf(inquiry.header['number']) })
  return rows.map((row) => fields.map((name) => textOf(row[name])).join(' '))
}

describe('an inquiry', () => {
  test('[PUR-08] is answered by several suppliers, compared side by side, and awarded line by line to orders and prices', async () => {
    const { books, request, inquiry } = await openInquiry()
    await quote(books, inquiry, { supplier: 'S1', date: '2026-02-02', validTo: '2026-03-31' }, [
      { price: '11.3', leadDays: 5 },
      { price: '50', leadDays: 5 },
    ])
    // S2 quotes without tax: 9.8 is 11.074 with it, and dearer for B; its prices end sooner.
    await quote(
      books,
      inquiry,
      { supplier: 'S2', date: '2026-02-03', priceIncludesTax: false, validTo: '2026-02-28' },
      [
        { price: '9.8', leadDays: 12, minimumOrder: '50' },
        { price: '48', leadDays: 12 },
      ],
    )
    expect(
      await told(books, inquiry, 'itemName', 'supplierName', 'price', 'total', 'leadDays', 'minimumOrder'),
    ).toEqual([
      'A 商品甲 供应商一 11.3 1130 5 ',
      'A 商品甲 供应商二 11.074 1107.4 12 50',
      'A 商品甲 供应商三    ',
      'B 商品乙 供应商一 50 500 5 ',
      'B 商品乙 供应商二 54.24 542.4 12 ',
      'B 商品乙 供应商三    ',
    ])
    expect(await told(books, inquiry, 'isCheapest', 'isSoonest')).toEqual([
      'false true',
      'true false',
      'false false',
      'true true',
      'false false',
      'false false',
    ])

    books.clock.moveTo(calendarDate('2026-02-04'))
    const made = await runProcess(books, award, { inquiry: textOf(inquiry.header['number']) })
    const orders = await Promise.all(numbersIn(made).map((number) => documentNumbered(books, purchaseOrder, number)))
    const lines = orders.flatMap((order) => order.tables['lines'] ?? [])
    expect(
      lines.map((line) => `${textOf(line['quantity'])} × ${textOf(line['price'])} ${textOf(line['priceSource'])}`),
    ).toEqual(['100 × 11.074 quotation', '10 × 50 quotation'])
    // The orders carry the request on, and the winning prices are agreed prices until they end.
    for (const order of orders) await books.act(purchaseOrder, order, 'post')
    expect(
      await books.rows(
        `select sum(whole - drawn) as open from flow_open where company_id = $1 and pool = 'purchaseRequestToOrder' and source_document = $2`,
        request.header['id'],
      ),
    ).toEqual([{ open: '0.000000' }])
    expect((await told(books, inquiry, 'awarded')).filter((one) => one !== '')).toEqual(numbersIn(made))
    expect(
      await books.rows(
        `select s.code, l.price, p.valid_to from supplier_price p join supplier_price_prices l on l.company_id = $1 and l.owner_id = p.id
         join party s on s.company_id = $1 and s.id = p.supplier where p.company_id = $1 order by 1`,
      ),
    ).toEqual([
      { code: 'S1', price: '50.0000000000', valid_to: '2026-03-31' },
      { code: 'S2', price: '11.0740000000', valid_to: '2026-02-28' },
    ])
    // Once more finds nothing left to award.
    await expect(runProcess(books, award, { inquiry: textOf(inquiry.header['number']) })).rejects.toThrow(
      /no quotation/,
    )
  })

  test('is awarded as the buyer chooses, part of it, and only approved quotations', async () => {
    const { books, inquiry } = await openInquiry()
    const first = await quote(books, inquiry, { supplier: 'S1', date: '2026-02-02' }, [
      { price: '12' },
      { price: '50' },
    ])
    await quote(books, inquiry, { supplier: 'S2', date: '2026-02-02' }, [{ price: '11' }, { price: '60' }])
    const line = textOf(first.tables['lines']?.[0]?.['id'])
    const made = await runProcess(books, award, {
      inquiry: textOf(inquiry.header['number']),
      lines: [{ quotationLine: line, quantity: '40' }],
      keepPrices: false,
    })
    const [order] = await Promise.all(numbersIn(made).map((number) => documentNumbered(books, purchaseOrder, number)))
    expect(order?.tables['lines']?.map((each) => `${textOf(each['quantity'])} × ${textOf(each['price'])}`)).toEqual([
      '40 × 12',
    ])
    expect(await books.rows(`select 1 from supplier_price where company_id = $1`)).toEqual([])
    await books.act(supplierQuotation, first, 'unpost')
    await expect(
      runProcess(books, award, { inquiry: textOf(inquiry.header['number']), lines: [{ quotationLine: line }] }),
    ).rejects.toThrow(/not approved/)
    await expect(
      runProcess(books, award, { inquiry: textOf(inquiry.header['number']), lines: [{ quotationLine: 'x' }] }),
    ).rejects.toThrow(/lines\.0\.quotationLine/)
  })

  test('asks each supplier once', async () => {
    const { books } = await openInquiry()
    await expect(
      books.post(requestForQuotation, {
        lines: [{ item: 'A', quantity: '1' }],
        suppliers: [{ supplier: 'S1' }, { supplier: 'S1' }],
      }),
    ).rejects.toThrow(/suppliers\.1\.supplier/)
  })
})

test('offers of an item are told side by side, for a quantity and a day, the best marked', async () => {
  const { books } = await openInquiry()
  await books.entity(supplierPrice, {
    code: 'P1',
    name: '协议一',
    supplier: 'S1',
    prices: [
      { item: 'A', price: '10', leadDays: 3 },
      { item: 'A', price: '8', minimumQuantity: '100', leadDays: 9 },
    ],
  })
  await books.entity(supplierPrice, {
    code: 'P2',
    name: '协议二',
    supplier: 'S2',
    validTo: '2026-02-10',
    prices: [{ item: 'A', price: '9', minimumOrder: '20' }],
  })
  const ask = async (quantity: string, on: string) => {
    const rows = await readReport(books, offers, { item: 'A', quantity, on })
    return rows.map(
      (row) => `${textOf(row['supplierName'])} ${textOf(row['price'])}${row['isBest'] === true ? ' *' : ''}`,
    )
  }
  expect(await ask('50', '2026-02-01')).toEqual(['供应商二 9 *', '供应商一 10'])
  expect(await ask('100', '2026-02-01')).toEqual(['供应商一 8 *', '供应商二 9'])
  expect(await ask('50', '2026-02-11')).toEqual(['供应商一 10 *'])
})
