import { openingBalance } from '../../src/domains/accounting/index.ts'
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
  binTransfer,
  stockStatusChange,
  stockTransfer,
  transferIn,
  transferOut,
} from '../../src/domains/inventory/index.ts'
import { sampleIssue } from '../../src/domains/sales/index.ts'
import type { UndoCase } from './undo-case.ts'
import { goods } from './undo-stage.ts'

export const keepingCases: readonly UndoCase[] = [
  {
    definition: openingBalance,
    // It ties with the stock that was opened: 901 and 333.33.
    input: () => ({
      date: '2026-01-01',
      lines: [
        { account: '1001', debit: '100', credit: null, cashAccount: 'CASH', party: null, dueOn: null },
        { account: '1122', debit: '50', credit: null, cashAccount: null, party: 'C1', dueOn: '2026-02-01' },
        { account: '3001', debit: null, credit: '1384.33', cashAccount: null, party: null, dueOn: null },
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
