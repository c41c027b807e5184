import { cashCount } from '../../src/domains/banking/index.ts'
import { noteEvent, noteIssued, noteReceived } from '../../src/domains/bills/index.ts'
import {
  advanceReturn,
  claimPayment,
  employeeAdvance,
  expenseClaim,
  wagesAccrual,
  wagesPayment,
} from '../../src/domains/claims/index.ts'
import { lotChange } from '../../src/domains/inventory/index.ts'
import { expenseItem } from '../../src/domains/money/index.ts'
import { purchaseReceipt } from '../../src/domains/purchasing/index.ts'
import { salesDeduction, taxPayment } from '../../src/domains/tax/index.ts'
import type { JsonObject } from '../../src/kernel/documents/draft.ts'
import type { LoadedRecord } from '../../src/kernel/documents/load.ts'
import { item } from '../../src/ledgers/dimensions/item.ts'
import { party } from '../../src/ledgers/dimensions/party.ts'
import { department, employee } from '../../src/ledgers/dimensions/people.ts'
import type { UndoCase } from './undo-case.ts'
import type { Trade } from './trade.ts'

/** What bills, claims and lots go on from. */
export interface MoneyStage {
  /** A bill of a customer, in hand. */
  readonly note: LoadedRecord
  /** What an employee was advanced and has not accounted for. */
  readonly advanced: string
  /** What another employee is owed for a claim. */
  readonly claimed: string
  readonly claimant: string
}

const bill = (number: string, amount: string): JsonObject => ({
  billNumber: number,
  billKind: 'bank',
  amount,
  issuedOn: '2026-01-06',
  maturesOn: '2026-07-06',
  drawer: '客户一',
  acceptor: '宁波银行',
})

/** Sets up bills in hand, people with advances and claims, and goods with lots. */
export const setMoney = async ({ books, itemsOf }: Trade): Promise<MoneyStage> => {
  await books.entity(employee, { code: 'E1', name: '王芳' })
  await books.entity(employee, { code: 'E2', name: '李强' })
  await books.entity(department, { code: 'D9', name: '财务部' })
  await books.entity(party, { code: 'SI', name: '市社保中心', isSupplier: true })
  await books.entity(expenseItem, { code: 'TRAVEL', name: '差旅费', account: '560205' })
  await books.entity(item, { code: 'LOTTED', name: '批次品', unit: 'PCS', taxRate: 'VAT13', tracksLots: true })
  await books.post(purchaseReceipt, {
    date: '2026-01-03',
    supplier: 'S1',
    warehouse: 'MAIN',
    lines: [{ item: 'LOTTED', quantity: '10', price: '11.3', lot: 'L1' }],
  })
  const note = await books.post(noteReceived, { date: '2026-01-07', customer: 'C1', lines: [bill('1301', '60')] })
  const asked = await books.post(employeeAdvance, {
    date: '2026-01-05',
    employee: 'E2',
    purpose: '备用金',
    lines: [{ amount: '100' }],
  })
  const paid = await books.push(employeeAdvance, asked, claimPayment, { date: '2026-01-06', cashAccount: 'BANK' })
  const claim = await books.post(expenseClaim, {
    date: '2026-01-07',
    employee: 'E1',
    reason: '办公用品',
    lines: [{ expenseItem: 'TRAVEL', invoiceKind: 'ordinary', gross: '70' }],
  })
  const [advanced = ''] = await itemsOf(paid)
  const [claimed = ''] = await itemsOf(claim)
  const [owner] = await books.rows<{ party: string }>(
    `select party from party_item where company_id = $1 and id = $2`,
    claimed,
  )
  return { note, advanced, claimed, claimant: owner?.party ?? '' }
}

/** 票据, 报销, 工资, 现金盘点, 缴税 and 批号调整. */
export const moneyCases: readonly UndoCase[] = [
  {
    definition: noteReceived,
    input: ({ due }) => ({
      date: '2026-01-10',
      customer: 'C1',
      lines: [bill('1302', '40')],
      settlements: [{ openItem: due, amount: '40' }],
    }),
  },
  {
    definition: noteIssued,
    input: ({ owed }) => ({
      date: '2026-01-10',
      supplier: 'S1',
      lines: [bill('2201', '40')],
      settlements: [{ openItem: owed, amount: '40' }],
    }),
  },
  {
    definition: noteEvent,
    from: ({ money }) => ({ definition: noteReceived, record: money.note }),
    input: () => ({ date: '2026-01-20', kind: 'collect', cashAccount: 'BANK' }),
  },
  {
    definition: expenseClaim,
    input: () => ({
      date: '2026-01-10',
      employee: 'E2',
      reason: '出差',
      lines: [{ expenseItem: 'TRAVEL', invoiceKind: 'rail', gross: '109' }],
    }),
    change: { gross: '54.5' },
  },
  {
    definition: claimPayment,
    input: ({ money }) => ({
      date: '2026-01-10',
      cashAccount: 'BANK',
      settlements: [{ party: money.claimant, openItem: money.claimed, amount: '70' }],
    }),
    table: 'settlements',
    change: { amount: '30' },
  },
  {
    definition: advanceReturn,
    input: ({ money }) => ({
      date: '2026-01-10',
      employee: 'E2',
      cashAccount: 'BANK',
      lines: [{ openItem: money.advanced, amount: '60' }],
    }),
    change: { amount: '30' },
  },
  {
    definition: wagesAccrual,
    input: () => ({
      date: '2026-01-31',
      fundParty: 'SI',
      lines: [{ department: 'D9', gross: '20000', companyInsurance: '5200', ownInsurance: '2100', incomeTax: '120' }],
    }),
    change: { gross: '21000' },
  },
  {
    definition: wagesPayment,
    input: () => ({
      date: '2026-01-10',
      wageMonth: '2025-12',
      cashAccount: 'BANK',
      lines: [{ due: 'wages', amount: '25' }],
    }),
    change: { amount: '30' },
  },
  {
    definition: cashCount,
    input: () => ({
      date: '2026-01-10',
      cashAccount: 'CASH',
      reason: '待查',
      lines: [{ denomination: '10', pieces: '9' }],
    }),
  },
  {
    definition: salesDeduction,
    input: () => ({ date: '2026-01-20', payee: 'S1', lines: [{ summary: '分包款', gross: '109', taxRate: '9' }] }),
    change: { gross: '218' },
  },
  {
    definition: taxPayment,
    input: () => ({
      date: '2026-01-10',
      cashAccount: 'BANK',
      lines: [{ tax: 'vat', period: '2025-12', amount: '88' }],
    }),
    change: { amount: '77' },
  },
  {
    definition: lotChange,
    input: () => ({
      date: '2026-01-10',
      warehouse: 'MAIN',
      reason: '批号录错',
      lines: [{ item: 'LOTTED', quantity: '4', lot: 'L1', toLot: 'L2' }],
    }),
    change: { quantity: '3' },
  },
]
