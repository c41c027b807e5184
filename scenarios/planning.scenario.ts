import { describe, expect, test } from 'vitest'
import { calendarDate } from '../src/base/calendar-date.ts'
import { textOf } from '../src/base/text.ts'
import { planning, purchasePlan, salesForecast } from '../src/domains/planning/index.ts'
import { purchaseOrder, purchaseReceipt, purchaseRequest, supplierPrice } from '../src/domains/purchasing/index.ts'
import { salesDelivery, salesOrder } from '../src/domains/sales/index.ts'
import type { AnyDocument } from '../src/kernel/definition/record.ts'
import { trace } from '../src/kernel/documents/links.ts'
import { item } from '../src/ledgers/dimensions/item.ts'
import { party } from '../src/ledgers/dimensions/party.ts'
import type { Books } from '../src/ledgers/testing/books.ts'
import { documentNumbered, named, numbersIn, readReport, runProcess } from './kit/run.ts'
import { openTrade } from './kit/trade.ts'

const requestNeeds = named(planning.processes, 'requestNeeds')
const orderProposals = named(planning.processes, 'orderProposals')
const proposals = named(planning.reports, 'replenishmentProposals')
const needs = named(planning.reports, 'materialNeeds')
const planProgress = named(planning.reports, 'purchasePlanProgress')
const supplyOf = named(planning.reports, 'orderSupply')

const codesIn = async (books: Books) => {
  const rows = await books.rows<{ id: string; code: string }>(
    `select id, code from party where company_id = $1 union all select id, code from item where company_id = $1`,
  )
  return new Map(rows.map((row) => [row.id, row.code]))
}

/** Documents as text: what is on each of their lines. */
const told = async (books: Books, type: AnyDocument, numbers: readonly string[], ...fields: readonly string[]) => {
  const codes = await codesIn(books)
  const records = await Promise.all(numbers.map((number) => documentNumbered(books, type, number)))
  const text = (value: unknown) => codes.get(textOf(value)) ?? textOf(value)
  return records.map((record) => ({
    record,
    head: text(record.header['supplier'] ?? record.header['origin']),
    lines: (record.tables['lines'] ?? []).map((line) => fields.map((name) => text(line[name])).join(' ')),
  }))
}

const buy = (books: Books, code: string, quantity: string, price = '60', date = '2026-01-01') =>
  books.post(purchaseReceipt, {
    supplier: 'S1',
    warehouse: 'MAIN',
    date,
    lines: [{ item: code, quantity, price }],
  })

const orderOf = (books: Books, quantity: string, date: string, promisedOn: string, code = 'A') =>
  books.post(salesOrder, {
    customer: 'C1',
    warehouse: 'MAIN',
    date,
    promisedOn,
    lines: [{ item: code, quantity, price: '113' }],
  })

describe('what is needed', () => {
  test('[PUR-03] orders, stock alerts and forecasts each ask for what is missing, once, and lead back to their source', async () => {
    const { books } = await openTrade()
    books.clock.moveTo(calendarDate('2026-01-05'))
    await books.entity(item, {
      code: 'B',
      name: '商品乙',
      unit: 'PCS',
      minimumStock: '10',
      maximumStock: '30',
      leadDays: 4,
    })
    await books.entity(item, { code: 'F', name: '商品丙', unit: 'PCS' })
    await buy(books, 'A', '10')
    await buy(books, 'B', '4')
    const order = await orderOf(books, '25', '2026-01-05', '2026-01-12')
    const forecast = await books.post(salesForecast, {
      date: '2026-01-05',
      startsOn: '2026-01-01',
      endsOn: '2026-01-31',
      lines: [{ item: 'F', quantity: '40' }],
    })
    // Eight of what was expected are ordered already, and are short themselves.
    const taken = await orderOf(books, '8', '2026-01-05', '2026-01-20', 'F')

    const rows = await readReport(books, needs)
    expect(rows.map((row) => `${textOf(row['origin'])} ${textOf(row['itemName'])} ${textOf(row['quantity'])}`)).toEqual(
      ['订单缺料 A 商品甲 15', '库存预警 B 商品乙 26', '订单缺料 F 商品丙 8', '销售预测 F 商品丙 32'],
    )

    const numbers = numbersIn(await runProcess(books, requestNeeds))
    const fields = ['item', 'quantity', 'neededOn', 'origin', 'originNumber'] as const
    const requests = await told(books, purchaseRequest, numbers, ...fields)
    expect(requests.map(({ head, lines }) => ({ head, lines }))).toEqual([
      {
        head: 'shortage',
        lines: [
          `A 15 2026-01-12 shortage ${textOf(order.header['number'])}`,
          `F 8 2026-01-20 shortage ${textOf(taken.header['number'])}`,
        ],
      },
      { head: 'stockAlert', lines: ['B 26 2026-01-09 stockAlert B'] },
      { head: 'forecast', lines: [`F 32 2026-01-05 forecast ${textOf(forecast.header['number'])}`] },
    ])

    // From the order one sees the request that it caused, and back.
    const { downstream } = await books.inWork((work) => trace(work, textOf(order.header['id'])))
    expect(downstream.map((one) => `${one.relation} ${one.number}`)).toEqual([`caused ${numbers[0]}`])
    const { upstream } = await books.inWork((work) => trace(work, textOf(requests[2]?.record.header['id'])))
    expect(upstream.map((one) => one.number)).toEqual([forecast.header['number']])

    // Running again doubles nothing: not while they are drafts, not when approved, not when ordered.
    await expect(runProcess(books, requestNeeds)).rejects.toThrow(/Nothing is needed/)
    for (const { record } of requests) await books.act(purchaseRequest, record, 'post')
    await expect(runProcess(books, requestNeeds)).rejects.toThrow(/Nothing is needed/)
    const [first] = requests
    if (first === undefined) throw new Error('nothing was asked for')
    await books.push(purchaseRequest, first.record, purchaseOrder, { supplier: 'S1' })
    await expect(runProcess(books, requestNeeds, { origin: 'shortage' })).rejects.toThrow(/Nothing is needed/)

    // A request that is given up is needed again.
    const [, alert] = requests
    if (alert === undefined) throw new Error('no alert was raised')
    await books.act(purchaseRequest, alert.record, 'close')
    const again = await told(
      books,
      purchaseRequest,
      numbersIn(await runProcess(books, requestNeeds)),
      'item',
      'quantity',
    )
    expect(again.map(({ lines }) => lines)).toEqual([['B 26']])
  })

  test('two runs at the same time ask once', async () => {
    const { books } = await openTrade()
    await orderOf(books, '5', '2026-01-01', '2026-01-10')
    const runs = await Promise.allSettled([runProcess(books, requestNeeds), runProcess(books, requestNeeds)])
    expect(runs.map((run) => run.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await books.rows(`select quantity from purchase_request_line where company_id = $1`)).toEqual([
      { quantity: '5.000000' },
    ])
  })

  test('one order asks for its own shortage, and shows how each line will be met', async () => {
    const { books } = await openTrade()
    await buy(books, 'A', '10')
    const early = await orderOf(books, '7', '2026-01-02', '2026-01-10')
    const late = await orderOf(books, '9', '2026-01-02', '2026-01-20')
    await books.post(purchaseOrder, {
      supplier: 'S1',
      date: '2026-01-02',
      lines: [{ item: 'A', quantity: '2', price: '60' }],
    })
    const supply = async () => {
      const rows = await readReport(books, supplyOf, { order: textOf(late.header['number']) })
      return rows.map((row) =>
        ['open', 'fromStock', 'fromTransit', 'fromRequests', 'short'].map((name) => textOf(row[name])).join(' '),
      )
    }
    expect(await supply()).toEqual(['9 3 2 0 4'])
    await expect(runProcess(books, requestNeeds, { salesOrder: textOf(early.header['number']) })).rejects.toThrow(
      /Nothing is needed/,
    )
    const made = await runProcess(books, requestNeeds, { salesOrder: textOf(late.header['number']) })
    expect((await told(books, purchaseRequest, numbersIn(made), 'quantity')).map((one) => one.lines)).toEqual([['4']])
    expect(await supply()).toEqual(['9 3 2 4 0'])
  })
})

describe('smart purchasing', () => {
  /** 90 of A sold in three months, 20 left; S2 sells in boxes of 24 and no less than 48, S1 was last paid more. */
  const openShop = async () => {
    const trade = await openTrade()
    const { books } = trade
    books.clock.moveTo(calendarDate('2026-03-31'))
    await books.entity(party, { code: 'S2', name: '供应商二', isSupplier: true })
    await buy(books, 'A', '110')
    for (const date of ['2026-01-20', '2026-02-20', '2026-03-20'])
      await books.post(salesDelivery, {
        customer: 'C1',
        warehouse: 'MAIN',
        date,
        lines: [{ item: 'A', quantity: '30', price: '113' }],
      })
    await books.entity(supplierPrice, {
      code: 'XY2',
      name: '二号协议',
      supplier: 'S2',
      prices: [{ item: 'A', price: '55', leadDays: 10, minimumOrder: '48', orderMultiple: '24' }],
    })
    return trade
  }

  test('[PUR-16] proposals follow from sales, stock, what is on the way and promised, and say why', async () => {
    const { books } = await openShop()
    const ask = async () => {
      const rows = await readReport(books, proposals, { days: 90, coverDays: 30 })
      return rows.map((row) => ['quantity', 'supplierName', 'price', 'reason'].map((name) => textOf(row[name])))
    }
    // 1 a day: reorder at 10; 20 are here and none is promised.
    expect(await ask()).toEqual([])
    await orderOf(books, '12', '2026-03-31', '2026-04-05')
    expect(await ask()).toEqual([
      [
        '48',
        '供应商二',
        '55',
        '近90天销 90，日均 1；补货点 10＝日均×提前期 10 天＋安全库存 0；可用 8＝现存 20＋在途 0＋已申请 0－待发 12；补到 40，缺 32；按起订量 48、倍数 24取 48',
      ],
    ])
    await books.post(purchaseOrder, {
      supplier: 'S1',
      date: '2026-03-31',
      lines: [{ item: 'A', quantity: '3', price: '60' }],
    })
    expect(await ask()).toEqual([])

    // The buyer changes what is proposed before it is ordered: another supplier, another quantity, another price.
    const [row] = await readReport(books, proposals, { withEnough: true })
    const [s1] = await books.rows<{ id: string }>(`select id from party where company_id = $1 and code = 'S1'`)
    const line = { item: textOf(row?.['itemId']), supplier: s1?.id ?? '', quantity: '7', price: '59' }
    const made = await runProcess(books, orderProposals, { as: 'order', lines: [line] })
    const [order] = await told(books, purchaseOrder, numbersIn(made), 'item', 'quantity', 'price', 'priceSource')
    expect([order?.head, order?.lines]).toEqual(['S1', ['A 7 59 typed']])
  })

  test('[PUR-05] proposals become orders in bulk, at the best supplier’s price, least order and lead time', async () => {
    const { books } = await openShop()
    await books.entity(item, { code: 'B', name: '商品乙', unit: 'PCS', minimumStock: '5', leadDays: 3 })
    await books.entity(item, { code: 'N', name: '无人供应', unit: 'PCS', minimumStock: '5' })
    await buy(books, 'B', '2', '20')
    await orderOf(books, '12', '2026-03-31', '2026-04-05')
    const made = await runProcess(books, orderProposals)
    const orders = await told(
      books,
      purchaseOrder,
      numbersIn(made),
      'item',
      'quantity',
      'price',
      'priceSource',
      'promisedOn',
    )
    expect(orders.map(({ head, lines }) => ({ head, lines })).toSorted((a, b) => a.head.localeCompare(b.head))).toEqual(
      [
        { head: 'S1', lines: ['B 3 20 lastPrice 2026-04-03'] },
        { head: 'S2', lines: ['A 48 55 agreement 2026-04-10'] },
      ],
    )
    expect(Reflect.get(made as object, 'left')).toEqual([{ item: 'N 无人供应' }])
    // Once more: what is in drafts already is not ordered again; for what nobody supplies, the way out is told.
    await expect(runProcess(books, orderProposals)).rejects.toThrow(/No supplier is known/)
    const request = await runProcess(books, orderProposals, { as: 'request' })
    const [asked] = await told(books, purchaseRequest, numbersIn(request), 'item', 'quantity', 'origin')
    expect([asked?.head, asked?.lines]).toEqual(['replenishment', ['N 5 replenishment']])
    await expect(runProcess(books, orderProposals, { as: 'request' })).rejects.toThrow(/Nothing has to be bought/)
  })
})

describe('the purchase plan', () => {
  test('[PUR-17] of a period shows by item what was planned, asked for, ordered and received', async () => {
    const { books } = await openTrade()
    await books.entity(item, { code: 'B', name: '商品乙', unit: 'PCS', purchasePrice: '5' })
    const plan = await books.post(purchasePlan, {
      date: '2026-01-01',
      startsOn: '2026-01-01',
      endsOn: '2026-01-31',
      lines: [
        { item: 'A', quantity: '100', price: '60', supplier: 'S1', neededOn: '2026-01-20' },
        { item: 'B', quantity: '10' },
      ],
    })
    expect(textOf(plan.header['totalAmount'])).toBe('6050')
    const request = await books.push(purchasePlan, plan, purchaseRequest)
    const order = await books.push(purchaseRequest, request, purchaseOrder, {
      supplier: 'S1',
      date: '2026-01-10',
      lines: [
        {
          item: 'A',
          quantity: '80',
          price: '62',
          source: {
            type: purchaseRequest.name,
            document: textOf(request.header['id']),
            line: textOf(request.tables['lines']?.[0]?.['id']),
          },
        },
      ],
    })
    const [line] = order.tables['lines'] ?? []
    await books.push(purchaseOrder, order, purchaseReceipt, {
      warehouse: 'MAIN',
      date: '2026-01-15',
      lines: [
        {
          item: 'A',
          quantity: '50',
          price: '62',
          source: { type: purchaseOrder.name, document: textOf(order.header['id']), line: textOf(line?.['id']) },
        },
      ],
    })
    const rows = await readReport(books, planProgress, { plan: textOf(plan.header['number']) })
    const names = ['planned', 'requested', 'ordered', 'received', 'difference', 'percent', 'amountDifference'] as const
    expect(rows.map((row) => names.map((name) => Number(row[name])))).toEqual([
      [100, 100, 80, 50, -20, 80, -1040],
      [10, 10, 0, 0, -10, 0, -50],
    ])
    await expect(
      books.post(purchasePlan, {
        date: '2026-01-01',
        startsOn: '2026-01-01',
        endsOn: '2026-01-31',
        lines: [{ item: 'A', quantity: '1', neededOn: '2026-02-01' }],
      }),
    ).rejects.toThrow(/lines\.0\.neededOn/)
  })
})
