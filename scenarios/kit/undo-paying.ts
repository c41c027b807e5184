import { badDebtRecovery, badDebtWriteOff, voucher } from '../../src/domains/accounting/index.ts'
import {
  cashTransfer,
  collection,
  customerRefund,
  expense,
  otherIncome,
  payment,
  settlement,
  suspense,
} from '../../src/domains/money/index.ts'
import type { UndoCase } from './undo-case.ts'

export const payingCases: readonly UndoCase[] = [
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
    definition: suspense,
    input: () => ({
      date: '2026-01-10',
      direction: 'in',
      holder: 'C1',
      lines: [{ cashAccount: 'BANK', amount: '70' }],
    }),
    change: { amount: '90' },
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
