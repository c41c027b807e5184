import { badDebtRecovery, badDebtWriteOff, openingBalance, voucher } from '../../src/domains/accounting/index.ts'
import {
  assembly,
  costAdjustment,
  countAdjustment,
  custodyIssue,
  custodyReceipt,
  disassembly,
  internalUse,
  lossDisposition,
  openingStock,
  otherIssue,
  otherReceipt,
  scrap,
  stockCount,
  stockReason,
  binTransfer,
  stockStatusChange,
  stockTransfer,
  transferIn,
  transferOut,
} from '../../src/domains/inventory/index.ts'
import {
  cashTransfer,
  collection,
  customerRefund,
  expense,
  expenseItem,
  incomeItem,
  otherIncome,
  payment,
  settlement,
} from '../../src/domains/money/index.ts'
import {
  incomingInspection,
  dropshipOrder,
  inputVatCertification,
  landedCost,
  purchaseAllowance,
  purchaseExchange,
  purchaseInvoice,
  purchaseOrder,
  purchaseReceipt,
  purchaseReturn,
} from '../../src/domains/purchasing/index.ts'
import {
  consignmentOut,
  consignmentReturn,
  consignmentSettlement,
  loanOut,
  loanReturn,
  pendingVatDue,
  retailRefund,
  retailSale,
  salesAllowance,
  salesDelivery,
  salesExchange,
  salesInvoice,
  salesOrder,
  salesReturn,
  sampleIssue,
} from '../../src/domains/sales/index.ts'
import type { AnyDocument } from '../../src/kernel/definition/record.ts'
import type { JsonObject } from '../../src/kernel/documents/draft.ts'
import type { LoadedRecord } from '../../src/kernel/documents/load.ts'
import { updateEntity } from '../../src/kernel/documents/entities.ts'
import { bin } from '../../src/ledgers/dimensions/bin.ts'
import { item } from '../../src/ledgers/dimensions/item.ts'
import { warehouse } from '../../src/ledgers/dimensions/place.ts'
import type { Books } from '../../src/ledgers/testing/books.ts'
import { assetCases, setAssets } from './undo-assets.ts'
import { currencyCases, setCurrency } from './undo-currency.ts'
import type { CurrencyStage } from './undo-currency.ts'
import { moneyCases, setMoney } from './undo-money.ts'
import type { MoneyStage } from './undo-money.ts'
import type { Trade } from './trade.ts'

/** A company in the middle of its business: something of everything to go on from. */
export interface Stage {
  readonly books: Books
  readonly receipt: LoadedRecord
  readonly bill: LoadedRecord
  /** Came to be inspected. */
  readonly unchecked: LoadedRecord
  readonly delivery: LoadedRecord
  readonly count: LoadedRecord
  readonly returned: LoadedRecord
  readonly charged: LoadedRecord
  readonly consigned: LoadedRecord
  readonly lent: LoadedRecord
  readonly held: LoadedRecord
  readonly sold: LoadedRecord
  readonly due: string
  readonly owed: string
  readonly onTheWay: LoadedRecord
  readonly paid: string
  readonly money: MoneyStage
  readonly foreign: CurrencyStage
}

/** A document that is posted and undone: what is typed, where it comes from, and what an amendment changes of each line. */
export interface UndoCase {
  readonly definition: AnyDocument
  readonly input: (stage: Stage) => JsonObject
  readonly from?: (stage: Stage) => { readonly definition: AnyDocument; readonly record: LoadedRecord }
  readonly change?: JsonObject
  readonly changeHead?: JsonObject
  /** The table that is changed, `lines` unless told; null where the head alone is. */
  readonly table?: string | null
}

const goods = { warehouse: 'MAIN' }
const line = (quantity: string, price: string) => [{ item: 'A', quantity, price }]

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
    foreign,
    onTheWay,
  }
}

const dearer = { quantity: '7', price: '9.87' }

const buying: readonly UndoCase[] = [
  {
    definition: purchaseOrder,
    input: () => ({ date: '2026-01-10', supplier: 'S1', ...goods, lines: line('11', '11.3') }),
    change: dearer,
  },
  {
    definition: purchaseReceipt,
    input: () => ({ date: '2026-01-02', supplier: 'S1', ...goods, lines: line('11', '11.3') }),
    change: dearer,
  },
  {
    definition: purchaseReturn,
    from: ({ receipt }) => ({ definition: purchaseReceipt, record: receipt }),
    input: () => ({ date: '2026-01-10' }),
    change: { quantity: '7' },
  },
  {
    definition: purchaseInvoice,
    from: ({ receipt }) => ({ definition: purchaseReceipt, record: receipt }),
    input: () => ({ date: '2026-01-10' }),
    change: { quantity: '17', price: '14.04' },
  },
  {
    definition: incomingInspection,
    from: ({ unchecked }) => ({ definition: purchaseReceipt, record: unchecked }),
    input: () => ({ date: '2026-01-10' }),
    change: { accepted: '7' },
  },
  {
    definition: purchaseExchange,
    from: ({ receipt }) => ({ definition: purchaseReceipt, record: receipt }),
    input: () => ({ date: '2026-01-10' }),
    change: { quantity: '7' },
  },
  {
    definition: purchaseAllowance,
    input: ({ bill }) => ({
      date: '2026-01-10',
      supplier: 'S1',
      lines: [
        {
          item: 'A',
          gross: '22.6',
          source: {
            type: 'purchaseInvoice',
            document: String(bill.header['id']),
            line: String(bill.tables['lines']?.[0]?.['id']),
          },
        },
      ],
    }),
    change: { gross: '33.33' },
  },
  {
    definition: landedCost,
    from: ({ receipt }) => ({ definition: purchaseReceipt, record: receipt }),
    input: () => ({ date: '2026-01-10', supplier: 'S1', charges: [{ summary: '运费', gross: '10.9', taxRate: '9' }] }),
    table: 'charges',
    change: { gross: '33.33' },
  },
  {
    definition: inputVatCertification,
    from: ({ bill }) => ({ definition: purchaseInvoice, record: bill }),
    input: () => ({ date: '2026-01-31' }),
    change: { pendingTax: '3.33' },
  },
]

const selling: readonly UndoCase[] = [
  {
    definition: salesOrder,
    input: () => ({ date: '2026-01-10', customer: 'C1', ...goods, lines: line('11', '22.6') }),
    change: dearer,
  },
  {
    definition: salesDelivery,
    input: () => ({ date: '2026-01-10', customer: 'C1', ...goods, lines: line('11', '22.6') }),
    change: dearer,
  },
  {
    definition: salesReturn,
    from: ({ delivery }) => ({ definition: salesDelivery, record: delivery }),
    input: () => ({ date: '2026-01-10' }),
    change: { quantity: '7' },
  },
  {
    definition: salesInvoice,
    from: ({ delivery }) => ({ definition: salesDelivery, record: delivery }),
    input: () => ({ date: '2026-01-10' }),
    change: { quantity: '9', price: '24.44' },
  },
  {
    definition: salesExchange,
    from: ({ delivery }) => ({ definition: salesDelivery, record: delivery }),
    input: ({ delivery }) => ({
      date: '2026-01-10',
      lines: [
        {
          direction: 'back',
          item: 'A',
          quantity: '4',
          price: '22.61',
          source: {
            type: 'salesDelivery',
            document: String(delivery.header['id']),
            line: String(delivery.tables['lines']?.[0]?.['id']),
          },
        },
        { direction: 'out', item: 'A', quantity: '4', price: '22.61', source: null },
      ],
    }),
    change: { quantity: '3' },
  },
  {
    definition: salesAllowance,
    from: ({ charged }) => ({ definition: salesInvoice, record: charged }),
    input: ({ charged }) => ({
      date: '2026-01-10',
      reason: '质量',
      lines: [
        {
          item: 'A',
          quantity: '5',
          price: '2.26',
          source: {
            type: 'salesInvoice',
            document: String(charged.header['id']),
            line: String(charged.tables['lines']?.[0]?.['id']),
          },
        },
      ],
    }),
    change: { price: '3.39' },
  },
  {
    definition: consignmentOut,
    input: () => ({ date: '2026-01-10', customer: 'C1', ...goods, lines: line('11', '22.6') }),
    change: dearer,
  },
  {
    definition: consignmentSettlement,
    from: ({ consigned }) => ({ definition: consignmentOut, record: consigned }),
    input: () => ({ date: '2026-01-20' }),
    change: dearer,
  },
  {
    definition: consignmentReturn,
    from: ({ consigned }) => ({ definition: consignmentOut, record: consigned }),
    input: () => ({ date: '2026-01-20' }),
    change: { quantity: '7' },
  },
  {
    definition: loanOut,
    input: () => ({ date: '2026-01-10', customer: 'C1', ...goods, lines: [{ item: 'A', quantity: '11' }] }),
    change: { quantity: '7' },
  },
  {
    definition: loanReturn,
    from: ({ lent }) => ({ definition: loanOut, record: lent }),
    input: () => ({ date: '2026-01-20' }),
    change: { quantity: '7' },
  },
  {
    definition: retailSale,
    input: () => ({
      date: '2026-01-10',
      ...goods,
      roundedOff: '0.1',
      lines: line('3', '22.6'),
      tenders: [
        { cashAccount: 'CASH', amount: '50' },
        { cashAccount: 'BANK', amount: '20' },
      ],
    }),
    change: { price: '20.13' },
  },
  {
    definition: retailRefund,
    from: ({ sold }) => ({ definition: retailSale, record: sold }),
    input: () => ({ date: '2026-01-10', tenders: [{ cashAccount: 'CASH', amount: '90.4' }] }),
    table: 'tenders',
    change: { cashAccount: 'BANK' },
  },
  {
    definition: dropshipOrder,
    input: () => ({
      date: '2026-01-10',
      customer: 'C1',
      supplier: 'S1',
      lines: [{ item: 'A', quantity: '11', price: '22.6', purchasePrice: '11.3' }],
    }),
    change: { quantity: '7', purchasePrice: '12.43' },
  },
  {
    definition: pendingVatDue,
    from: ({ delivery }) => ({ definition: salesDelivery, record: delivery }),
    input: () => ({ date: '2026-03-31' }),
    change: { pendingTax: '5.55' },
  },
]

const keeping: readonly UndoCase[] = [
  {
    definition: openingBalance,
    // It ties with the stock that was opened: 901.
    input: () => ({
      date: '2026-01-01',
      lines: [
        { account: '1001', debit: '100', credit: null, cashAccount: 'CASH', party: null, dueOn: null },
        { account: '1122', debit: '50', credit: null, cashAccount: null, party: 'C1', dueOn: '2026-02-01' },
        { account: '3001', debit: null, credit: '1051', cashAccount: null, party: null, dueOn: null },
      ],
    }),
  },
  {
    definition: openingStock,
    input: () => ({ date: '2026-01-01', ...goods, lines: [{ item: 'A', quantity: '3', amount: '31' }] }),
    change: { quantity: '4', amount: '44.44' },
  },
  {
    definition: otherReceipt,
    input: () => ({
      date: '2026-01-02',
      ...goods,
      reason: 'USE',
      lines: [{ item: 'A', quantity: '3', unitCost: '8' }],
    }),
    change: { quantity: '4', unitCost: '9' },
  },
  {
    definition: otherIssue,
    input: () => ({ date: '2026-01-04', ...goods, reason: 'USE', lines: [{ item: 'A', quantity: '3' }] }),
    change: { quantity: '4' },
  },
  {
    definition: sampleIssue,
    input: () => ({
      date: '2026-01-04',
      ...goods,
      customer: 'C1',
      purpose: '试用',
      lines: [{ item: 'A', quantity: '3', price: '20' }],
    }),
    change: { quantity: '4' },
  },
  {
    definition: custodyReceipt,
    input: () => ({
      date: '2026-01-04',
      owner: 'S1',
      purpose: 'kept',
      ...goods,
      lines: [{ item: 'A', quantity: '3' }],
    }),
    change: { quantity: '4' },
  },
  {
    definition: custodyIssue,
    from: ({ held }) => ({ definition: custodyReceipt, record: held }),
    input: () => ({ date: '2026-01-20' }),
    change: { quantity: '7' },
  },
  {
    definition: stockTransfer,
    input: () => ({
      date: '2026-01-04',
      fromWarehouse: 'MAIN',
      toWarehouse: 'SHOP',
      lines: [{ item: 'A', quantity: '3' }],
    }),
    change: { quantity: '4' },
  },
  {
    definition: binTransfer,
    input: () => ({ date: '2026-01-07', ...goods, lines: [{ item: 'A', quantity: '3', toBin: 'B1' }] }),
    change: { quantity: '4' },
  },
  {
    definition: stockStatusChange,
    input: () => ({
      date: '2026-01-04',
      warehouse: 'MAIN',
      reason: '发现破损',
      lines: [{ item: 'A', quantity: '3', fromState: 'onHand', toState: 'rejected' }],
    }),
    change: { quantity: '4' },
  },
  {
    definition: countAdjustment,
    from: ({ count }) => ({ definition: stockCount, record: count }),
    input: () => ({ date: '2026-01-06' }),
  },
  {
    definition: transferOut,
    input: () => ({
      date: '2026-01-06',
      fromWarehouse: 'MAIN',
      toWarehouse: 'SHOP',
      lines: [{ item: 'A', quantity: '4' }],
    }),
    change: { quantity: '3' },
  },
  {
    definition: transferIn,
    from: ({ onTheWay }) => ({ definition: transferOut, record: onTheWay }),
    input: () => ({ date: '2026-01-07' }),
    change: { quantity: '3' },
  },
  {
    definition: scrap,
    input: () => ({ date: '2026-01-06', ...goods, reason: 'LOST', lines: [{ item: 'A', quantity: '2' }] }),
    change: { quantity: '3', deductedTax: '4.44' },
  },
  {
    definition: assembly,
    input: () => ({
      date: '2026-01-06',
      ...goods,
      item: 'SET',
      quantity: '2',
      fee: '1.01',
      feeParty: 'S1',
      lines: [{ item: 'A', quantity: '3' }],
    }),
    change: { quantity: '4' },
  },
  {
    definition: disassembly,
    input: () => ({
      date: '2026-01-06',
      ...goods,
      item: 'A',
      quantity: '2',
      fee: '1',
      costSplit: 'price',
      lines: [
        { item: 'PART', quantity: '3', isByProduct: false },
        { item: 'SET', quantity: '1', isByProduct: true },
      ],
    }),
    change: { quantity: '4' },
  },
  {
    definition: internalUse,
    input: () => ({ date: '2026-01-06', ...goods, reason: 'USE', lines: [{ item: 'A', quantity: '2' }] }),
    change: { quantity: '3' },
  },
  {
    definition: lossDisposition,
    input: () => ({
      date: '2026-01-06',
      cause: 'mismanagement',
      lines: [{ item: 'A', direction: 'loss', amount: '600', deductedTax: '78', compensation: '200', liable: 'C1' }],
    }),
    change: { compensation: '300' },
  },
  {
    definition: costAdjustment,
    input: () => ({ date: '2026-01-06', ...goods, reason: 'USE', lines: [{ item: 'A', amount: '10' }] }),
    change: { amount: '-12' },
  },
]

const paying: readonly UndoCase[] = [
  {
    definition: collection,
    input: ({ due }) => ({
      date: '2026-01-10',
      customer: 'C1',
      lines: [{ cashAccount: 'BANK', amount: '100', fee: '1' }],
      settlements: [{ openItem: due, amount: '80', discount: '2' }],
    }),
    change: { amount: '120', fee: '2' },
  },
  {
    definition: customerRefund,
    input: ({ paid }) => ({
      date: '2026-01-10',
      customer: 'C1',
      lines: [{ cashAccount: 'BANK', amount: '40' }],
      settlements: [{ openItem: paid, kind: 'advanceFromCustomer', amount: '40' }],
    }),
    change: { fee: '1' },
  },
  {
    definition: payment,
    input: ({ owed }) => ({
      date: '2026-01-10',
      supplier: 'S1',
      lines: [{ cashAccount: 'BANK', amount: '100' }],
      settlements: [{ openItem: owed, amount: '80' }],
    }),
    table: 'settlements',
    change: { amount: '70', discount: '3' },
  },
  {
    definition: expense,
    input: () => ({
      date: '2026-01-10',
      payee: 'S1',
      invoiceKind: 'special',
      lines: [{ expenseItem: 'RENT', gross: '109' }],
    }),
    change: { gross: '218' },
  },
  {
    definition: otherIncome,
    input: () => ({ date: '2026-01-10', payer: 'C1', lines: [{ incomeItem: 'SCRAP', gross: '113' }] }),
    change: { gross: '226' },
  },
  {
    definition: cashTransfer,
    input: () => ({ date: '2026-01-10', fromAccount: 'BANK', toAccount: 'CASH', amount: '50', fee: '1' }),
    table: null,
    change: { amount: '60', fee: '2' },
  },
  {
    definition: settlement,
    input: ({ due, paid }) => ({
      date: '2026-01-10',
      kind: 'advanceReceivable',
      lines: [
        { party: 'C1', kind: 'advanceFromCustomer', openItem: paid, amount: '40' },
        { party: 'C1', kind: 'receivable', openItem: due, amount: '40' },
      ],
    }),
    change: { amount: '30' },
  },
  {
    definition: badDebtWriteOff,
    input: ({ due }) => ({
      date: '2026-01-10',
      customer: 'C1',
      reason: '客户破产',
      lines: [{ openItem: due, amount: '40' }],
    }),
    change: { amount: '30' },
  },
  {
    definition: badDebtRecovery,
    input: () => ({ date: '2026-01-10', customer: 'C1', cashAccount: 'BANK', amount: '40' }),
    table: null,
    change: { amount: '30' },
  },
  {
    definition: voucher,
    input: () => ({
      date: '2026-01-10',
      lines: [
        { summary: '更正', account: '1002', debit: '10', credit: null, cashAccount: 'BANK' },
        { summary: '更正', account: '5001', debit: null, credit: '10', cashAccount: null },
      ],
    }),
  },
]

export const undoCases: readonly UndoCase[] = [
  ...buying,
  ...selling,
  ...keeping,
  ...paying,
  ...assetCases,
  ...moneyCases,
  ...currencyCases,
]
