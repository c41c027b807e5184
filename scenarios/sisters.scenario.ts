import { beforeEach, describe, expect, it } from 'vitest'
import { affiliate, consolidationGroup } from '../src/domains/group/index.ts'
import { incomingInvoice, purchaseOrder, purchaseReceipt } from '../src/domains/purchasing/index.ts'
import { salesDelivery, salesInvoice, salesOrder } from '../src/domains/sales/index.ts'
import { item, unit } from '../src/ledgers/dimensions/item.ts'
import { party } from '../src/ledgers/dimensions/party.ts'
import type { Books } from '../src/ledgers/testing/books.ts'
import { ask, columnsOf, followUp } from './kit/finance.ts'
import { day, goods, line, openSisters } from './kit/sisters.ts'

let factory: Books
let trading: Books
let codeF: string
let codeT: string

describe('trade between sisters', () => {
  beforeEach(async () => {
    ;({ factory, trading, codeF, codeT } = await openSisters())
  })

  const draftsOf = (books: Books, table: string) =>
    books.rows<{ id: string; number: string; state: string }>(
      `select id, number, state from ${table} where company_id = $1 order by number`,
    )

  it('an order to a sister is her order from us, what she delivers is our receipt of it, her invoice comes in', async () => {
    const bought = await factory.post(purchaseReceipt, {
      date: day('02-01'),
      supplier: 'S1',
      ...goods,
      ...line('50', '60'),
    })
    expect(bought.header['state']).toBe('posted')
    const order = await trading.post(purchaseOrder, {
      date: day('02-10'),
      supplier: 'FACTORY',
      ...goods,
      ...line('20', '100'),
    })
    await followUp(trading)
    const [hers] = await draftsOf(factory, 'sales_order')
    expect(hers?.state).toBe('draft')
    const confirmed = await factory.act(salesOrder, { header: { id: hers?.id }, tables: {} }, 'post')
    expect(confirmed.header).toMatchObject({ customerOrder: order.header['number'] })
    const delivery = await factory.push(salesOrder, confirmed, salesDelivery, { date: day('02-12'), warehouse: 'MAIN' })
    await followUp(factory)
    await followUp(factory)
    const [receipt, ...more] = await draftsOf(trading, 'purchase_receipt')
    expect([receipt?.state, more]).toEqual(['draft', []])
    const received = await trading.act(purchaseReceipt, { header: { id: receipt?.id }, tables: {} }, 'post')
    expect(received.tables['lines']?.[0]?.['source']).toMatchObject({ document: order.header['id'] })
    expect(String(received.header['totalNet'])).toBe('2000')
    await factory.push(salesDelivery, delivery, salesInvoice, { date: day('02-13'), invoiceNumber: '2600001' })
    await followUp(factory)
    const [incoming] = await draftsOf(trading, 'incoming_invoice')
    expect(incoming?.state).toBe('draft')
    const listed = (await ask(trading, 'intercompanyDocuments', {})).rows
    expect(new Set(columnsOf(listed, 'type', 'theirs', 'madeHere'))).toEqual(
      new Set([
        `${incomingInvoice.label} | 销售发票 | true`,
        '采购入库单 | 销售出库单 | true',
        '采购订单 | 销售订单 | false',
      ]),
    )
  })

  it('a unit that the sister does not count in becomes the base unit of hers', async () => {
    await factory.entity(unit, { code: 'CARTON', name: '箱', places: 0 })
    await factory.entity(item, {
      code: 'W',
      name: '垫片',
      unit: 'PCS',
      taxRate: 'VAT13',
      units: [{ unit: 'CARTON', numerator: '12', denominator: '1' }],
    })
    await trading.entity(item, { code: 'W', name: '垫片', unit: 'PCS', taxRate: 'VAT13' })
    const cartons = { lines: [{ item: 'W', quantity: '2', unit: 'CARTON', price: '24' }] }
    await factory.post(purchaseReceipt, { date: day('02-01'), supplier: 'S1', ...goods, ...cartons })
    await factory.post(salesDelivery, { date: day('02-02'), customer: 'TRADING', ...goods, ...cartons })
    await followUp(factory)
    const lines = await trading.rows<{ quantity: string; net: string }>(
      `select trim_scale(quantity)::text as quantity, net from purchase_receipt_line where company_id = $1`,
    )
    expect(lines).toEqual([{ quantity: '24', net: '48.00' }])
  })

  it('goods that the sister does not know, or who takes no documents, get no draft', async () => {
    await factory.entity(item, { code: 'X', name: '工厂自用件', unit: 'PCS', taxRate: 'VAT13' })
    await factory.post(purchaseReceipt, {
      date: day('02-01'),
      supplier: 'S1',
      ...goods,
      lines: [{ item: 'X', quantity: '5', price: '10' }],
    })
    await factory.post(salesDelivery, {
      date: day('02-02'),
      customer: 'TRADING',
      ...goods,
      lines: [{ item: 'X', quantity: '5', price: '20' }],
    })
    await followUp(factory)
    expect(await draftsOf(trading, 'purchase_receipt')).toEqual([])
  })

  it('a company names another that is there, and each once', async () => {
    await factory.entity(party, { code: 'P2', name: '另一家', isCustomer: true })
    const enter = (company: string, stands: string) =>
      factory.entity(affiliate, { code: `X${company}`, name: '错', party: stands, company })
    await expect(enter('NOWHERE', 'P2')).rejects.toMatchObject({ errors: [{ path: 'company' }] })
    await expect(enter(codeF, 'P2')).rejects.toMatchObject({ errors: [{ path: 'company' }] })
    await expect(enter(codeT, 'P2')).rejects.toMatchObject({ errors: [{ path: 'company' }] })
    await expect(
      factory.entity(consolidationGroup, {
        code: 'G2',
        name: '错',
        parent: codeF,
        members: [{ company: codeF, sharePercent: '120' }],
      }),
    ).rejects.toMatchObject({ errors: [{ path: 'members.0.company' }, { path: 'members.0.sharePercent' }] })
  })
})
