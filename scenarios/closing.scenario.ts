import { describe, expect, it } from 'vitest'
import { voucher } from '../src/domains/accounting/index.ts'
import { collection, expense, expenseItem, payment } from '../src/domains/money/index.ts'
import { purchaseInvoice, purchaseReceipt } from '../src/domains/purchasing/index.ts'
import { salesDelivery } from '../src/domains/sales/index.ts'
import { ask, columnsOf, expectSoundBooks, figuresOf, followUp, run } from './kit/finance.ts'
import { openTrade } from './kit/trade.ts'

/** January of a small trading company: capital, a purchase, a sale, money in and out, rent. */
const january = async () => {
  const trade = await openTrade()
  const { books, itemsOf } = trade
  const capital = await books.post(voucher, {
    date: '2026-01-01',
    lines: [
      { summary: '投入资本', account: '1002', debit: '100000', cashAccount: 'BANK' },
      { summary: '投入资本', account: '3001', credit: '100000' },
    ],
  })
  const receipt = await books.post(purchaseReceipt, {
    date: '2026-01-03',
    supplier: 'S1',
    warehouse: 'MAIN',
    lines: [{ item: 'A', quantity: '100', price: '11.3' }],
  })
  const bill = await books.push(purchaseReceipt, receipt, purchaseInvoice, { date: '2026-01-04' })
  const delivery = await books.post(salesDelivery, {
    date: '2026-01-05',
    customer: 'C1',
    warehouse: 'MAIN',
    lines: [{ item: 'A', quantity: '60', price: '22.6' }],
  })
  const [due] = await itemsOf(delivery)
  const [owed] = await itemsOf(bill)
  await books.post(collection, {
    date: '2026-01-06',
    customer: 'C1',
    lines: [{ cashAccount: 'BANK', amount: '1000' }],
    settlements: [{ openItem: due ?? '', amount: '1000' }],
  })
  await books.post(payment, {
    date: '2026-01-07',
    supplier: 'S1',
    lines: [{ cashAccount: 'BANK', amount: '1130' }],
    settlements: [{ openItem: owed ?? '', amount: '1130' }],
  })
  await books.entity(expenseItem, { code: 'RENT', name: '房租', account: '560206' })
  await books
    .post(expense, {
      date: '2026-01-09',
      lines: [{ expenseItem: 'RENT', amount: '300' }],
      payments: [{ cashAccount: 'BANK', amount: '300' }],
    })
    .catch(async () =>
      books.post(voucher, {
        date: '2026-01-09',
        lines: [
          { summary: '房租', account: '560206', debit: '300' },
          { summary: '房租', account: '1002', credit: '300', cashAccount: 'BANK' },
        ],
      }),
    )
  return { ...trade, capital, receipt, bill, delivery }
}

describe('vouchers', () => {
  it('[DEP-15] are numbered in the order of commit, reviewed, booked without gaps, and then stay as they are', async () => {
    const { books, capital } = await january()
    await followUp(books)
    const numbers = async () =>
      columnsOf(
        (await ask(books, 'voucherList', { from: '2026-01-01', to: '2026-01-31' })).rows,
        'number',
        'date',
        'state',
      )
    const first = await numbers()
    expect(first[0]).toBe('记-0001 | 2026-01-01 | 未审核')
    expect(first.length).toBeGreaterThanOrEqual(6)
    await books.act(voucher, capital, 'unpost')
    await books.act(voucher, capital, 'post')
    await followUp(books)
    expect(
      columnsOf(
        (await ask(books, 'voucherNumberCheck', { from: '2026-01-01', to: '2026-01-31' })).rows,
        'problem',
        'number',
      ),
    ).toContain('断号 | 记-0001')
    expect(await run(books, 'bookVouchers', { period: '2026-01' })).toEqual({
      booked: 0,
      unreviewed: first.length,
      unsigned: 0,
    })
    expect(await run(books, 'reviewVouchers', { period: '2026-01' })).toEqual({ reviewed: first.length })
    expect(await run(books, 'bookVouchers', { period: '2026-01' })).toEqual({
      booked: first.length,
      unreviewed: 0,
      unsigned: 0,
    })
    const booked = await numbers()
    expect(booked[0]).toBe('记-0001 | 2026-01-01 | 已记账')
    expect(booked.at(-1)).toMatch(`记-${String(first.length).padStart(4, '0')} `)
    expect((await ask(books, 'voucherNumberCheck', { from: '2026-01-01', to: '2026-01-31' })).rows).toEqual([])
    await expect(books.act(voucher, capital, 'unpost')).rejects.toThrow(/is booked/)
    expect(await run(books, 'unreviewVouchers', { period: '2026-01' })).toEqual({ unreviewed: 0 })
    await books.act(voucher, capital, 'reverse', { date: '2026-01-31' })
    await followUp(books)
    await run(books, 'reviewVouchers', { period: '2026-01' })
    await run(books, 'bookVouchers', { period: '2026-01' })
    expect((await numbers()).at(-1)).toBe(`记-${String(first.length + 1).padStart(4, '0')} | 2026-01-31 | 已记账`)
    await expectSoundBooks(books)
  })
})

describe('the figures', () => {
  it('are the same folded or not, booked or entered, and as they were known', async () => {
    const { books } = await january()
    const trial = async (more = {}) => {
      const { rows, totals, notes } = await ask(books, 'trialBalance', {
        from: '2026-01-01',
        to: '2026-01-31',
        ...more,
      })
      expect(notes).toContain('试算平衡')
      return [...columnsOf(rows, 'code', 'debit', 'credit', 'closingDebit', 'closingCredit'), String(totals?.['debit'])]
    }
    const unfolded = await trial()
    expect(unfolded).toContain('1405 | 1000.00 | 600.00 | 400.00 | ')
    await followUp(books)
    expect(await trial()).toEqual(unfolded)
    expect(await trial({ unbooked: false })).toEqual(['0.00'])
    await run(books, 'reviewVouchers', { period: '2026-01' })
    await run(books, 'bookVouchers', { period: '2026-01' })
    expect(await trial({ unbooked: false })).toEqual(unfolded)
    const before = books.clock.now()
    books.clock.moveTo('2026-02-10' as never)
    await books.post(voucher, {
      date: '2026-01-20',
      lines: [
        { summary: '补记', account: '560204', debit: '50' },
        { summary: '补记', account: '1002', credit: '50', cashAccount: 'BANK' },
      ],
    })
    expect(await trial({ unbooked: false })).toEqual(unfolded)
    expect(await trial({ knownAt: before as never })).toEqual(unfolded)
    expect(await trial()).not.toEqual(unfolded)
    await expectSoundBooks(books)
  })

  it('[FIN-06] [FIN-07] lead from a statement to the accounts, the vouchers and the documents', async () => {
    const { books } = await january()
    const sheet = await ask(books, 'balanceSheet', { period: '2026-01' })
    expect(sheet.notes?.at(-1)).toBe('资产总计 = 负债和所有者权益总计')
    expect(figuresOf(sheet.rows, 'assetLine', 'assetClosing')).toMatchObject({
      1: '99570.00',
      4: '356.00',
      9: '400.00',
      12: '400.00',
    })
    expect(figuresOf(sheet.rows, 'claimLine', 'claimClosing')).toMatchObject({
      48: '100000.00',
      51: '300.00',
      36: '156.00',
    })
    const income = await ask(books, 'incomeStatement', { period: '2026-01' })
    expect(figuresOf(income.rows, 'line', 'current')).toEqual({
      1: '1200.00',
      2: '600.00',
      14: '300.00',
      21: '300.00',
      30: '300.00',
      32: '300.00',
    })
    expect(income.notes?.at(-1)).toBe('资产负债表未分配利润本年增加 = 净利润本年累计')
    const flow = await ask(books, 'cashFlow', { period: '2026-01' })
    expect(figuresOf(flow.rows, 'line', 'current')).toEqual({
      1: '1000.00',
      3: '1130.00',
      6: '300.00',
      7: '-430.00',
      15: '100000.00',
      19: '100000.00',
      20: '99570.00',
      22: '99570.00',
    })
    expect(flow.notes?.at(-1)).toBe('期末现金余额 = 资产负债表货币资金')
    const behind = await ask(books, 'statementLine', { statement: 'balanceSheet', line: 9, period: '2026-01' })
    expect(columnsOf(behind.rows, 'code', 'closing')).toEqual(['1405 | 400.00'])
    const account = String(behind.rows[0]?.['account'])
    const detail = await ask(books, 'detailLedger', { account, from: '2026-01-01', to: '2026-01-31' })
    expect(
      columnsOf(detail.rows, 'rowKind', 'summary', 'debit', 'credit', 'side', 'balance').map((row) =>
        row.replace(/ [A-Z]+-\d+-\d+/, ''),
      ),
    ).toEqual([
      'opening | 上年结转 |  |  | 平 | 0.00',
      ' | 采购入库单 | 1000.00 |  | 借 | 1000.00',
      ' | 销售出库单 |  | 600.00 | 借 | 400.00',
      'subtotal | 本月合计 | 1000.00 | 600.00 | 借 | 400.00',
      'subtotal | 本年累计 | 1000.00 | 600.00 | 借 | 400.00',
    ])
    const line = detail.rows[2]
    expect(line?.['documentType']).toBe('salesDelivery')
    const paper = await ask(books, 'voucherLines', { voucher: String(line?.['voucher']) })
    expect(paper.totals?.['debit']).toBe(paper.totals?.['credit'])
    expect(columnsOf(paper.rows, 'code', 'debit', 'credit')).toContain('1405 |  | 600.00')
    const all = await ask(books, 'generalLedgerBook', { from: '2026-01-01', to: '2026-02-28' })
    expect(columnsOf(all.rows, 'code', 'month', 'summary', 'balance')).toContain('1405 | 2026-02 | 本年累计 | 400.00')
  })

  it('[FIN-08] say who owes what, on any day, and how long', async () => {
    const { books } = await january()
    const aged = await ask(books, 'partyAging', { side: 'receivable', asOf: '2026-03-20', by: 'date' })
    expect(columnsOf(aged.rows, 'partyName', 'balance', 'to90')).toEqual(['C1 客户一 | 356.00 | 356.00'])
    const then = await ask(books, 'partyAging', { side: 'receivable', asOf: '2026-01-05' })
    expect(columnsOf(then.rows, 'balance', 'notDue')).toEqual(['1356.00 | 1356.00'])
    const open = await ask(books, 'openItems', { side: 'receivable', asOf: '2026-03-20' })
    expect(columnsOf(open.rows, 'kind', 'amount', 'settled', 'open')).toEqual(['应收 | 1356.00 | 1000.00 | 356.00'])
    const balances = await ask(books, 'partyBalances', { side: 'payable', from: '2026-01-01', to: '2026-01-31' })
    expect(columnsOf(balances.rows, 'partyName', 'closing')).toEqual(['S1 供应商一 | 0.00'])
    const party = String(aged.rows[0]?.['party'])
    const paper = await ask(books, 'partyStatement', { party, from: '2026-01-01', to: '2026-01-31' })
    expect(columnsOf(paper.rows, 'rowKind', 'type', 'increase', 'decrease', 'balance')).toEqual([
      'opening |  |  |  | 0.00',
      ' | 销售出库单 | 1356.00 |  | 1356.00',
      ' | 收款单 |  | 1000.00 | 356.00',
      'closing |  |  |  | 356.00',
    ])
    expect(paper.rows.at(-1)?.['summary']).toContain('叁佰伍拾陆元整')
    const cash = await ask(books, 'cashJournal', { from: '2026-01-05', to: '2026-01-31' })
    expect(columnsOf(cash.rows, 'rowKind', 'received', 'paid', 'balance')).toEqual([
      'opening |  |  | 100000.00',
      ' | 1000.00 |  | 101000.00',
      ' |  | 1130.00 | 99870.00',
      ' |  | 300.00 | 99570.00',
      'closing | 1000.00 | 1430.00 | 99570.00',
    ])
  })
})

describe('a close', () => {
  it('[FIN-12] says what stands in the way, carries the profit forward, keeps the month, and opens only to add', async () => {
    const { books, ledger, delivery } = await january()
    await followUp(books)
    await expect(run(books, 'closePeriod', { period: '2026-01' })).rejects.toThrow(/vouchersBooked/)
    expect((await ask(books, 'closeChecklist', { period: '2026-01' })).notes).toEqual(['2026-01 还有 1 项必须处理'])
    expect(await run(books, 'closePeriod', { period: '2026-01', bookAll: true })).toMatchObject({
      period: '2026-01',
      costOfSalesCarry: null,
    })
    expect(await ledger()).toMatchObject({ 3103: '-300.00' })
    expect(await ledger()).not.toHaveProperty('5001')
    const income = await ask(books, 'incomeStatement', { period: '2026-01', unbooked: false })
    expect(figuresOf(income.rows, 'line', 'current')).toMatchObject({ 1: '1200.00', 32: '300.00' })
    await followUp(books)
    expect(figuresOf((await ask(books, 'incomeStatement', { period: '2026-01' })).rows, 'line', 'year')).toMatchObject({
      32: '300.00',
    })
    await expectSoundBooks(books)
    const late = {
      customer: 'C1',
      warehouse: 'MAIN',
      lines: [{ item: 'A', quantity: '10', price: '22.6' }],
    }
    await expect(books.post(salesDelivery, { date: '2026-01-30', ...late })).rejects.toThrow(/closed/)
    await expect(books.act(salesDelivery, delivery, 'unpost')).rejects.toThrow(/closed/)
    await expect(run(books, 'reopenPeriod', { period: '2026-01', reason: ' ' })).rejects.toThrow(/reason/)
    await run(books, 'reopenPeriod', { period: '2026-01', reason: '漏记一笔销售' })
    await books.post(salesDelivery, { date: '2026-01-30', ...late })
    await run(books, 'closePeriod', { period: '2026-01', bookAll: true })
    expect(await ledger()).toMatchObject({ 3103: '-400.00', 1405: '300.00' })
    await followUp(books)
    await books.post(salesDelivery, { date: '2026-02-02', ...late })
    expect(await ledger()).toMatchObject({ 5001: '-200.00', 5401: '100.00', 1405: '200.00' })
    await expectSoundBooks(books)
  })
})
