import { voucher } from '../../src/domains/accounting/index.ts'
import {
  custodyReceipt,
  openingStock,
  stockCount,
  stockReason,
  transferOut,
} from '../../src/domains/inventory/index.ts'
import { collection, expenseItem, incomeItem } from '../../src/domains/money/index.ts'
import { purchaseInvoice, purchaseReceipt } from '../../src/domains/purchasing/index.ts'
import {
  consignmentOut,
  loanOut,
  retailSale,
  salesDelivery,
  salesInvoice,
  salesReturn,
} from '../../src/domains/sales/index.ts'
import { updateEntity } from '../../src/kernel/documents/entities.ts'
import { bin } from '../../src/ledgers/dimensions/bin.ts'
import { item } from '../../src/ledgers/dimensions/item.ts'
import { warehouse } from '../../src/ledgers/dimensions/place.ts'
import { setAssets } from './undo-assets.ts'
import { setCurrency } from './undo-currency.ts'
import { setMoney } from './undo-money.ts'
import { setMaking } from './undo-production.ts'
import type { Trade } from './trade.ts'
import type { Stage } from './undo-case.ts'

export const goods = { warehouse: 'MAIN' }
export const line = (quantity: string, price: string) => [{ item: 'A', quantity, price }]

export const dearer = { quantity: '7', price: '9.87' }

/** Sets a company up for the cases; two of them are alike to the cent. */
export const setStage = async (trade: Trade): Promise<Stage> => {
  const { books, itemsOf } = trade
  await books.entity(warehouse, { code: 'SHOP', name: '门店' })
  await books.inWork((work) => updateEntity(work, warehouse, 'MAIN', { keepsBins: true }))
  await books.entity(bin, { code: 'B1', name: '货架', warehouse: 'MAIN' })
  await books.entity(item, { code: 'SET', name: '套装', unit: 'SET', taxRate: 'VAT13', isAssembled: true })
  await books.entity(item, { code: 'PART', name: '拆件', unit: 'PCS', taxRate: 'VAT13', purchasePrice: '3' })
  await books.entity(stockReason, { code: 'USE', name: '自用', direction: 'both', role: 'adminExpense' })
  await books.entity(stockReason, {
    code: 'LOST',
    name: '霉变',
    direction: 'out',
    role: 'pendingPropertyGainLoss',
    tax: 'transferOut',
  })
  await books.entity(expenseItem, { code: 'RENT', name: '房租', account: '560206', taxRate: 'VAT9' })
  await books.entity(incomeItem, { code: 'SCRAP', name: '废品', account: '5051', taxRate: 'VAT13' })
  await books.post(openingStock, {
    date: '2026-01-01',
    ...goods,
    lines: [{ item: 'A', quantity: '90', amount: '901' }],
  })
  await books.post(voucher, {
    date: '2026-01-01',
    lines: [
      { summary: '投入资本', account: '1002', debit: '100000', cashAccount: 'BANK' },
      { summary: '投入资本', account: '3001', credit: '100000' },
    ],
  })
  const receipt = await books.post(purchaseReceipt, {
    date: '2026-01-03',
    supplier: 'S1',
    ...goods,
    lines: line('30', '13.33'),
  })
  const other = await books.post(purchaseReceipt, {
    date: '2026-01-03',
    supplier: 'S1',
    ...goods,
    lines: line('10', '12.34'),
  })
  const bill = await books.push(purchaseReceipt, other, purchaseInvoice, { date: '2026-01-04' })
  const unchecked = await books.post(purchaseReceipt, {
    date: '2026-01-04',
    supplier: 'S1',
    ...goods,
    lines: line('10', '11.3').map((each) => ({ ...each, needsInspection: true })),
  })
  const delivery = await books.post(salesDelivery, {
    date: '2026-01-05',
    customer: 'C1',
    ...goods,
    contractPaymentOn: '2026-03-31',
    lines: line('20', '22.61'),
  })
  const source = {
    type: 'salesDelivery',
    document: String(delivery.header['id']),
    line: String(delivery.tables['lines']?.[0]?.['id']),
  }
  const returned = await books.push(salesDelivery, delivery, salesReturn, {
    date: '2026-01-06',
    lines: [{ item: 'A', quantity: '3', price: '22.61', source }],
  })
  const onTheWay = await books.post(transferOut, {
    date: '2026-01-05',
    fromWarehouse: 'MAIN',
    toWarehouse: 'SHOP',
    lines: [{ item: 'A', quantity: '6' }],
  })
  const count = await books.post(stockCount, {
    date: '2026-01-05',
    ...goods,
    lines: [{ item: 'A', bookQuantity: '110', countedQuantity: '108' }],
  })
  const advance = await books.post(collection, {
    date: '2026-01-06',
    customer: 'C1',
    lines: [{ cashAccount: 'BANK', amount: '50' }],
  })
  const also = await books.post(salesDelivery, {
    date: '2026-01-05',
    customer: 'C1',
    ...goods,
    lines: line('5', '22.6'),
  })
  const charged = await books.push(salesDelivery, also, salesInvoice, { date: '2026-01-06' })
  const consigned = await books.post(consignmentOut, {
    date: '2026-01-05',
    customer: 'C1',
    ...goods,
    lines: line('8', '22.6'),
  })
  const lent = await books.post(loanOut, {
    date: '2026-01-05',
    customer: 'C1',
    ...goods,
    lines: [{ item: 'A', quantity: '8' }],
  })
  const held = await books.post(custodyReceipt, {
    date: '2026-01-05',
    owner: 'S1',
    purpose: 'consigned',
    ...goods,
    lines: [{ item: 'A', quantity: '8' }],
  })
  const sold = await books.post(retailSale, {
    date: '2026-01-05',
    ...goods,
    lines: line('4', '22.6'),
    tenders: [{ cashAccount: 'CASH', amount: '100' }],
  })
  await setAssets(books)
  const money = await setMoney(trade)
  const making = await setMaking(books)
  const foreign = await setCurrency(trade)
  const [paid = ''] = await itemsOf(advance)
  const [due = ''] = await itemsOf(delivery)
  const [owed = ''] = await itemsOf(bill)
  return {
    books,
    receipt,
    bill,
    unchecked,
    delivery,
    count,
    returned,
    charged,
    consigned,
    lent,
    held,
    sold,
    due,
    owed,
    paid,
    money,
    making,
    foreign,
    onTheWay,
  }
}
