import { dropshipOrder } from '../../src/domains/purchasing/index.ts'
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
} from '../../src/domains/sales/index.ts'
import type { UndoCase } from './undo-case.ts'
import { goods, line, dearer } from './undo-stage.ts'

export const sellingCases: readonly UndoCase[] = [
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
    afresh: true,
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
