import { describe, expect, it } from 'vitest'
import { purchaseReceipt } from '../src/domains/purchasing/index.ts'
import { salesDelivery, salesInvoice, salesReturn } from '../src/domains/sales/index.ts'
import { item } from '../src/ledgers/dimensions/item.ts'
import { openStocked } from './kit/receive.ts'
import { sourceOf } from './kit/source-of.ts'

describe('goods that are sold as a set', () => {
  it('a kit is sold as one, its parts leave, and come back with it', async () => {
    const { books, ledger } = await openStocked()
    await books.entity(item, { code: 'P', name: '配件', unit: 'PCS', taxRate: 'VAT13' })
    await books.post(purchaseReceipt, {
      date: '2026-01-02',
      supplier: 'S1',
      warehouse: 'MAIN',
      lines: [{ item: 'P', quantity: '50', price: '2.26' }],
    })
    await books.entity(item, {
      code: 'KIT',
      name: '套装',
      unit: 'PCS',
      taxRate: 'VAT13',
      components: [
        { component: 'A', quantity: '1' },
        { component: 'P', quantity: '3' },
      ],
    })
    const delivery = await books.post(salesDelivery, {
      date: '2026-01-05',
      customer: 'C1',
      warehouse: 'MAIN',
      lines: [{ item: 'KIT', quantity: '5', price: '45.2' }],
    })
    const onHand = () =>
      books.rows<{ code: string; quantity: string }>(
        `select i.code, sum(b.quantity)::float8::text as quantity from stock_balance b
         join item i on i.company_id = $1 and i.id = b.item where b.company_id = $1 group by 1 order by 1`,
      )
    expect(await onHand()).toEqual([
      { code: 'A', quantity: '95' },
      { code: 'P', quantity: '35' },
    ])
    // 5 × (10 + 3 × 2) = 80.
    expect(await ledger()).toMatchObject({ 1122: '226.00', 5001: '-200.00', 5401: '80.00' })
    await books.push(salesDelivery, delivery, salesReturn, {
      date: '2026-01-06',
      lines: [{ item: 'KIT', quantity: '2', price: '45.2', source: sourceOf('salesDelivery', delivery) }],
    })
    expect(await onHand()).toEqual([
      { code: 'A', quantity: '97' },
      { code: 'P', quantity: '41' },
    ])
    expect(await ledger()).toMatchObject({ 5001: '-120.00', 5401: '48.00' })
  })

  it('parts of a kit wait as goods shipped where the receivable waits for the invoice', async () => {
    const { books, ledger } = await openStocked({ receivableBasis: 'invoice' })
    await books.entity(item, {
      code: 'KIT',
      name: '两件装',
      unit: 'PCS',
      taxRate: 'VAT13',
      components: [{ component: 'A', quantity: '2' }],
    })
    const delivery = await books.post(salesDelivery, {
      date: '2026-01-05',
      customer: 'C1',
      warehouse: 'MAIN',
      contractPaymentOn: '2026-03-31',
      lines: [{ item: 'KIT', quantity: '5', price: '45.2' }],
    })
    expect(await ledger()).toEqual({ 1405: '900.00', 140501: '100.00', 220202: '-1000.00' })
    await books.push(salesDelivery, delivery, salesInvoice, { date: '2026-01-06' })
    expect(await ledger()).toEqual({
      1122: '226.00',
      1405: '900.00',
      220202: '-1000.00',
      22210107: '-26.00',
      5001: '-200.00',
      5401: '100.00',
    })
  })
})
