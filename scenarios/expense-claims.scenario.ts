import { describe, expect, it } from 'vitest'
import type { CalendarDate } from '../src/base/calendar-date.ts'
import { voucher } from '../src/domains/accounting/index.ts'
import {
  advanceReturn,
  claimPayment,
  employeeAdvance,
  expenseClaim,
  payClaims,
  travelStandard,
} from '../src/domains/claims/index.ts'
import { expenseItem } from '../src/domains/money/index.ts'
import { inputVatCertification } from '../src/domains/purchasing/index.ts'
import type { JsonObject } from '../src/kernel/documents/draft.ts'
import { employee } from '../src/ledgers/dimensions/people.ts'
import { askReport } from './kit/ask-report.ts'
import { makeCall } from './kit/call.ts'
import { openTrade } from './kit/trade.ts'

const invoice = '26332000000012345678'

const openStaff = async (settings: JsonObject = {}) => {
  const trade = await openTrade(settings)
  const { books } = trade
  await books.entity(employee, { code: 'E1', name: '王芳', level: '员工' })
  await books.entity(employee, { code: 'E2', name: '李强', level: '经理' })
  await books.entity(expenseItem, { code: 'TRAVEL', name: '差旅费', account: '560205' })
  await books.entity(expenseItem, { code: 'HOTEL', name: '住宿费', account: '560205' })
  await books.post(voucher, {
    date: '2026-01-01',
    lines: [
      { summary: '投入资本', account: '1002', debit: '100000', cashAccount: 'BANK' },
      { summary: '投入资本', account: '3001', credit: '100000' },
    ],
  })
  return trade
}

describe('expense claims and advances', () => {
  it('[DEP-22] an advance is asked for, paid by the cashier, set off by the claim, and the rest is paid', async () => {
    const { books, ledger, openItems } = await openStaff()
    const advance = await books.post(employeeAdvance, {
      date: '2026-01-05',
      employee: 'E1',
      purpose: '去上海参展',
      returnOn: '2026-01-31',
      lines: [{ summary: '差旅', amount: '1000' }],
    })
    expect(await openItems()).toEqual([])
    await books.push(employeeAdvance, advance, claimPayment, { date: '2026-01-06', cashAccount: 'BANK' })
    expect(await openItems()).toEqual(['otherReceivable 1000.00'])
    const claim = await books.post(expenseClaim, {
      date: '2026-01-20',
      employee: 'E1',
      reason: '上海参展',
      lines: [
        { expenseItem: 'TRAVEL', invoiceKind: 'rail', gross: '109', invoiceNumber: '26339000000000000001' },
        {
          expenseItem: 'TRAVEL',
          invoiceKind: 'air',
          gross: '1140',
          untaxed: '50',
          invoiceNumber: '26339000000000000002',
        },
        { expenseItem: 'TRAVEL', invoiceKind: 'road', gross: '103' },
        { expenseItem: 'HOTEL', invoiceKind: 'special', taxRate: '6', gross: '530', invoiceNumber: invoice, days: '2' },
      ],
    })
    expect(String(claim.header['totalDeductible'])).toBe('132')
    expect(String(claim.header['toPay'])).toBe('882')
    expect(await openItems()).toEqual(['otherPayable -882.00'])
    expect(await ledger()).toMatchObject({ 560205: '1750.00', 222105: '129.00', 22210101: '3.00', 2241: '-882.00' })
    const [owed] = await books.rows<{ id: string; party: string }>(
      `select id, party from party_item where company_id = $1 and open <> 0`,
    )
    await books.post(claimPayment, {
      date: '2026-01-22',
      cashAccount: 'BANK',
      settlements: [{ party: owed?.party ?? '', openItem: owed?.id ?? '', amount: '882' }],
    })
    expect(await openItems()).toEqual([])
    expect(await ledger()).toMatchObject({ 1002: '98118.00' })
    const certified = await books.push(expenseClaim, claim, inputVatCertification, { date: '2026-01-31' })
    expect(String(certified.header['totalTax'])).toBe('129')
    expect(await ledger()).toMatchObject({ 22210101: '132.00' })
  })

  it('what was not spent of an advance comes back', async () => {
    const { books, ledger, openItems } = await openStaff()
    const advance = await books.post(employeeAdvance, {
      date: '2026-01-05',
      employee: 'E2',
      purpose: '备用金',
      lines: [{ amount: '2000' }],
    })
    await books.push(employeeAdvance, advance, claimPayment, { date: '2026-01-06', cashAccount: 'BANK' })
    await books.post(expenseClaim, {
      date: '2026-01-10',
      employee: 'E2',
      reason: '办公用品',
      lines: [{ expenseItem: 'TRAVEL', invoiceKind: 'ordinary', gross: '1200' }],
    })
    expect(await openItems()).toEqual(['otherReceivable 800.00'])
    const [left] = await books.rows<{ id: string }>(`select id from party_item where company_id = $1 and open <> 0`)
    await books.post(advanceReturn, {
      date: '2026-01-12',
      employee: 'E2',
      cashAccount: 'BANK',
      lines: [{ openItem: left?.id ?? '', amount: '800' }],
    })
    expect(await openItems()).toEqual([])
    expect(await ledger()).toMatchObject({ 1002: '98800.00', 560205: '1200.00' })
  })

  it('the same invoice is refused on its field, in one claim and in another', async () => {
    const { books } = await openStaff()
    const line = { expenseItem: 'TRAVEL', invoiceKind: 'ordinary', gross: '100', invoiceNumber: invoice }
    const claim = { date: '2026-01-05', employee: 'E1', reason: '出差' }
    await expect(books.post(expenseClaim, { ...claim, lines: [line, line] })).rejects.toThrow(/lines\.1\.invoiceNumber/)
    const first = await books.post(expenseClaim, { ...claim, lines: [line] })
    await expect(books.post(expenseClaim, { ...claim, employee: 'E2', lines: [line] })).rejects.toThrow(
      /lines\.0\.invoiceNumber/,
    )
    await books.act(expenseClaim, first, 'unpost')
    await books.post(expenseClaim, { ...claim, employee: 'E2', lines: [line] })
  })

  it('the travel policy is held to by grade and city', async () => {
    const { books } = await openStaff()
    await books.entity(travelStandard, {
      code: 'HOTEL',
      name: '住宿标准',
      expenseItem: 'HOTEL',
      basis: 'day',
      control: 'forbid',
      limits: [
        { allowed: '300' },
        { cities: '北京、上海', allowed: '500' },
        { level: '经理', cities: '北京、上海', allowed: '800' },
      ],
    })
    const stay = (who: string, gross: string) => ({
      date: '2026-01-05',
      employee: who,
      reason: '出差上海',
      lines: [{ expenseItem: 'HOTEL', invoiceKind: 'ordinary', gross, days: '2', city: '上海市' }],
    })
    await expect(books.post(expenseClaim, stay('E1', '1100'))).rejects.toThrow(/lines\.0\.gross/)
    await books.post(expenseClaim, stay('E2', '1100'))
  })
})

it('[DEP-22] the cashier pays advances and claims of many employees at once, each of them once', async () => {
  const { books, openItems, ledger } = await openStaff()
  await books.post(employeeAdvance, {
    date: '2026-01-05',
    employee: 'E1',
    purpose: '备用金',
    lines: [{ amount: '2000' }],
  })
  await books.post(expenseClaim, {
    date: '2026-01-06',
    employee: 'E2',
    reason: '打车',
    lines: [{ expenseItem: 'TRAVEL', invoiceKind: 'ride', gross: '51.5' }],
  })
  const { rows } = await askReport(books, 'claimsToPay')
  expect(rows.map((row) => [row['employeeName'], row['kind'], row['amount']])).toEqual([
    ['王芳', '借款', '2000.00'],
    ['李强', '报销', '51.50'],
  ])
  const all = { keys: rows.map((row) => row['key']).join(','), cashAccount: 'BANK', date: '2026-01-07' }
  expect(await makeCall(books, payClaims, all)).toMatchObject({ items: 2 })
  await expect(makeCall(books, payClaims, all)).rejects.toThrow(/paid already/)
  expect(await openItems()).toEqual(['otherReceivable 2000.00'])
  expect(await ledger()).toMatchObject({ 1002: '97948.50', 22210101: '1.50', 560205: '50.00' })
  books.clock.moveTo('2026-03-10' as CalendarDate)
  const aged = await askReport(books, 'advanceAging')
  expect(aged.rows).toMatchObject([{ employeeName: '王芳', days: 62, to90: '2000.00', to30: null }])
})
