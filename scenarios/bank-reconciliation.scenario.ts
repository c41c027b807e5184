import { expect, it } from 'vitest'
import {
  bankOpening,
  bankMatches,
  bankRule,
  matchBankItems,
  settleBankLine,
  testBankRule,
  undoBankMatch,
} from '../src/domains/banking/index.ts'
import { voucher } from '../src/domains/accounting/index.ts'
import {
  cashTransfer,
  collection,
  expense,
  expenseItem,
  payment,
  settlement,
  suspense,
} from '../src/domains/money/index.ts'
import { salesDelivery } from '../src/domains/sales/index.ts'
import { purchaseInvoice, purchaseReceipt } from '../src/domains/purchasing/index.ts'
import { item } from '../src/ledgers/dimensions/item.ts'
import { party } from '../src/ledgers/dimensions/party.ts'
import { makeCall } from './kit/call.ts'
import { openBank } from './kit/bank.ts'
import { askReport } from './kit/ask-report.ts'
import type { Trade } from './kit/trade.ts'

const opened = async () => {
  const bank = await openBank()
  const { books } = bank
  await books.entity(party, {
    code: 'HY',
    name: '宁波鸿运文具有限公司',
    shortName: '鸿运',
    isCustomer: true,
    bankAccount: '工行海曙支行 6222 0000 1111 2222',
  })
  await books.entity(item, { code: 'B', name: '咨询', unit: 'PCS', isService: true })
  await books.post(voucher, {
    date: '2026-01-01',
    lines: [
      { summary: '投入资本', account: '1002', debit: '100000', cashAccount: 'BANK' },
      { summary: '投入资本', account: '3001', credit: '100000' },
    ],
  })
  await books.post(purchaseReceipt, {
    date: '2026-01-02',
    supplier: 'S1',
    warehouse: 'MAIN',
    lines: [{ item: 'A', quantity: '1000', price: '11.3' }],
  })
  return bank
}

const sell = ({ books }: Pick<Trade, 'books'>, date: string, customer: string, gross: string) =>
  books.post(salesDelivery, { date, customer, warehouse: 'MAIN', lines: [{ item: 'A', quantity: '1', price: gross }] })

const reconciliation = async ({ books }: Pick<Trade, 'books'>, asOf: string) => {
  const { rows } = await askReport(books, 'bankReconciliation', { cashAccount: 'BANK', asOf })
  return rows.map((row) =>
    [row['part'], row['number'], row['bookAmount'], row['bankAmount']]
      .filter((text) => text !== undefined && text !== null && text !== '')
      .join(' '),
  )
}

it('[FIN-09] [FIN-04] money that comes in is matched to its invoices and clears them by itself; what is ambiguous is queued with candidates and reasons', async () => {
  const bank = await opened()
  const { books, bring, reconcile, desk, openItems, ledger } = bank
  const first = await sell(bank, '2026-01-05', 'HY', '1130')
  await sell(bank, '2026-01-06', 'HY', '565.50')
  await sell(bank, '2026-01-07', 'HY', '226')
  await sell(bank, '2026-01-08', 'C1', '300')
  await bring(
    '2026-01-01,100000.00,100000.00,股东,,投资款,R0',
    '2026-01-10,1130.00,101130.00,宁波鸿运文具有限公司,,货款,R1',
    '2026-01-11,791.50,101921.50,某某,6222000011112222,货款,R2',
    '2026-01-12,-15.00,101906.50,,,汇划费,R3',
    '2026-01-13,31.20,101937.70,,,结息,R4',
    '2026-01-14,300.00,102237.70,王小明,6228000099998888,转账,R5',
    '2026-01-15,-88.00,102149.70,国网电力公司,,电费 202601,R6',
  )
  expect(await reconcile()).toEqual({ lines: 7, done: 5, waiting: 2, refused: [] })
  // The exact item; two items that add up, known by the account though another is named; fee and interest by their words.
  expect(await openItems()).toContain('receivable 300.00')
  expect((await openItems()).filter((each) => each.startsWith('receivable'))).toEqual(['receivable 300.00'])
  expect(await ledger()).toMatchObject({ 1002: '101937.70', 560302: '15.00' })
  const { lines } = await desk()
  expect(lines.map((line) => [line.amount, line.confidence, line.candidates.map((each) => each.reason)])).toEqual([
    ['300.00', 'unclear', ['客户一 有金额相等的未清款项']],
    ['-88.00', 'unclear', []],
  ])
  // A person says whose it is: the document is made, posted and settles; the next time it is known.
  const [strange, power] = lines
  expect(
    await makeCall(books, settleBankLine, {
      cashAccount: 'BANK',
      line: strange?.key ?? '',
      deed: strange?.candidates[0]?.deed ?? {},
    }),
  ).toMatchObject({
    document: { type: 'collection' },
    learned: '王小明',
  })
  await books.entity(expenseItem, { code: 'SD', name: '水电费', account: '560299' })
  const electricity =
    (await books.rows<{ id: string }>(`select id from expense_item where company_id = $1 and code = 'SD'`))[0]?.id ?? ''
  await makeCall(books, settleBankLine, {
    cashAccount: 'BANK',
    line: power?.key ?? '',
    deed: { do: 'expense', expenseItem: electricity },
  })
  await sell(bank, '2026-01-20', 'C1', '400')
  await bring('2026-02-03,400.00,,王小明,6228000099998888,转账,R7', '2026-02-04,-91.00,,国网电力公司,,电费 202602,R8')
  expect(await reconcile()).toMatchObject({ done: 1, waiting: 1 })
  const [again] = (await desk()).lines
  expect([again?.confidence, again?.candidates[0]?.deed]).toEqual([
    'likely',
    { do: 'expense', expenseItem: electricity, name: '水电费' },
  ])
  await makeCall(books, settleBankLine, {
    cashAccount: 'BANK',
    line: again?.key ?? '',
    deed: again?.candidates[0]?.deed ?? {},
  })
  // Confirmed twice, it is done by itself.
  await bring('2026-03-04,-92.50,,国网电力公司,,电费 202603,R9')
  expect(await reconcile()).toMatchObject({ done: 1, waiting: 0 })
  const rules = await books.rows<{ name: string; automatic: boolean; confirmed: number }>(
    `select name, automatic, confirmed from bank_rule where company_id = $1 order by code`,
  )
  expect(rules).toEqual([
    { name: '王小明', automatic: true, confirmed: 1 },
    { name: '国网电力公司', automatic: true, confirmed: 2 },
  ])
  const rule =
    (await books.rows<{ id: string }>(`select id from bank_rule where company_id = $1 and name = '国网电力公司'`))[0]
      ?.id ?? ''
  expect(await makeCall(books, testBankRule, { rule })).toMatchObject({ count: 3 })
  // What was settled is seen from the invoice, and from the statement.
  const [{ total } = { total: 0 }] = await books.rows<{ total: number }>(
    `select count(*)::int as total from document_link where company_id = $1 and source_type = 'bankStatement' and relation = 'caused'`,
  )
  expect(total).toBe(9)
  expect(first.header['state']).toBe('posted')
})

it('money that nobody knows is kept as 暂收, reconciled at once, and set off against its customer when that is known', async () => {
  const bank = await opened()
  const { books, bring, desk, ledger, openItems } = bank
  await sell(bank, '2026-01-05', 'C1', '565')
  await bring(
    '2026-01-10,565.00,,李某某,6228111122223333,转账,R1',
    '2026-01-11,-70.00,,赵某某,6228111122224444,转账,R2',
  )
  for (const { key } of (await desk()).lines)
    await makeCall(books, settleBankLine, { cashAccount: 'BANK', line: key, deed: { do: 'suspense' } })
  expect((await desk()).lines).toEqual([])
  expect(await ledger()).toMatchObject({ 1221: '70.00', 2241: '-565.00', 1002: '100495.00' })
  expect(await openItems()).toContain('otherPayable -565.00')
  const item = async (kind: string) =>
    (
      await books.rows<{ id: string }>(
        `select id from party_item where company_id = $1 and kind = $2 and open <> 0`,
        kind,
      )
    )[0]?.id ?? ''
  // It was customer C1 after all.
  await books.post(settlement, {
    date: '2026-01-20',
    kind: 'receivablePayable',
    lines: [
      { party: 'C1', openItem: await item('receivable'), kind: 'receivable', amount: '565' },
      { party: 'ZSZF', openItem: await item('otherPayable'), kind: 'otherPayable', amount: '565' },
    ],
  })
  expect((await ledger())['2241']).toBeUndefined()
  expect((await ledger())['1122']).toBeUndefined()
  await expect(
    books.post(suspense, {
      date: '2026-01-21',
      direction: 'in',
      holder: 'ZSZF',
      lines: [{ cashAccount: 'BANK', amount: '-5' }],
    }),
  ).rejects.toThrow(/must be more than zero|not valid|amount/)
})

it('[DEP-10] both adjusted balances agree on any day; opening items, any number of lines and movements, and taking a match apart', async () => {
  const bank = await opened()
  const { books, bring, desk, reconcile } = bank
  // Before the first statement a cheque of 500 was not cashed, and the bank had credited 80 that the books did not know.
  await books.post(payment, { date: '2026-01-03', supplier: 'S1', lines: [{ cashAccount: 'BANK', amount: '500' }] })
  const start = { date: '2026-01-04', cashAccount: 'BANK', startsAfter: '2026-01-04' }
  const unbooked = { side: 'bank', date: '2026-01-04', amount: '80', memo: '退税' }
  const uncashed = { side: 'book', date: '2026-01-03', amount: '-500', memo: '支票 1234' }
  await expect(books.post(bankOpening, { ...start, balance: '100080', items: [unbooked] })).rejects.toMatchObject({
    errors: [{ path: 'balance' }],
  })
  await books.post(bankOpening, { ...start, balance: '100080', items: [unbooked, uncashed] })
  await books.post(collection, {
    date: '2026-01-10',
    customer: 'C1',
    lines: [
      { cashAccount: 'BANK', amount: '300' },
      { cashAccount: 'BANK', amount: '200' },
    ],
  })
  await books.post(cashTransfer, { date: '2026-01-30', fromAccount: 'BANK', toAccount: 'CASH', amount: '1000' })
  await bring(
    '2026-01-05,-500.00,99580.00,供应商一,,支票,K1',
    '2026-01-10,450.00,100030.00,客户一,,货款,K2',
    '2026-01-11,50.00,100080.00,客户一,,货款,K3',
    '2026-01-31,-12.00,100068.00,,,网银服务费,K4',
    '2026-02-01,-1000.00,99068.00,,,备用金,K5',
  )
  const waiting = await desk()
  expect(waiting.balances).toMatchObject({ bank: '99068', openingGap: '0' })
  // Two lines are two movements, though no line equals one.
  const lines = waiting.lines.filter((line) => ['450.00', '50.00'].includes(line.amount)).map((line) => line.key)
  const movements = waiting.movements
    .filter((each) => ['300.00', '200.00'].includes(each.amount))
    .map((each) => each.key)
  await expect(
    makeCall(books, matchBankItems, { cashAccount: 'BANK', lines: lines.slice(0, 1), movements }),
  ).rejects.toMatchObject({ errors: [{ path: 'lines' }] })
  await makeCall(books, matchBankItems, { cashAccount: 'BANK', lines, movements })
  await expect(makeCall(books, matchBankItems, { cashAccount: 'BANK', lines, movements })).rejects.toMatchObject({
    errors: [{ path: 'lines' }],
  })
  expect(await reconcile()).toMatchObject({ done: 3 })
  const last = await reconciliation(bank, '2026-01-31')
  expect(last).toEqual([
    '余额 98988.00 100068.00',
    '加：银行已收，企业未收（1 笔） 80.00',
    '期初未达 80.00',
    '减：银行已付，企业未付 0.00',
    '加：企业已收，银行未收 0.00',
    '减：企业已付，银行未付（1 笔） -1000.00',
    expect.stringMatching(/^ZJD-.* -1000.00$/),
    '调节后余额 99068.00 99068.00',
  ])
})

it('unposting a document takes its match with it, and a match that is taken apart may take the document back', async () => {
  const bank = await opened()
  const { books, bring, desk, reconcile, openItems } = bank
  const paid = await books.post(expense, {
    date: '2026-01-05',
    cashAccount: 'BANK',
    lines: [
      {
        expenseItem: (await books.entity(expenseItem, { code: 'CL', name: '差旅费', account: '560205' })).header[
          'code'
        ] as string,
        gross: '120',
      },
    ],
  })
  await sell(bank, '2026-01-05', 'HY', '1130')
  await bring(
    '2026-01-01,100000.00,100000.00,股东,,投资款,',
    '2026-01-06,-120.00,99880.00,携程,,机票,',
    '2026-01-07,1130.00,101010.00,宁波鸿运文具有限公司,,货款,',
  )
  expect(await reconcile()).toMatchObject({ done: 3, waiting: 0 })
  await books.act(expense, paid, 'unpost')
  expect((await desk()).lines.map((line) => line.amount)).toEqual(['-120.00'])
  await books.act(expense, paid, 'post')
  expect((await desk()).lines).toEqual([])
  const { matches } = JSON.parse(JSON.stringify(await makeCall(books, bankMatches, { cashAccount: 'BANK' }))) as {
    matches: { id: string; way: string }[]
  }
  const made = matches.find((each) => each.way === 'made')
  expect(await makeCall(books, undoBankMatch, { match: made?.id ?? '', withDocument: true })).toMatchObject({
    documents: [expect.stringMatching(/^SKD/)],
  })
  expect((await desk()).lines.map((line) => line.amount)).toEqual(['1130.00'])
  expect(await openItems()).toContain('receivable 1130.00')
  expect(await reconcile()).toMatchObject({ done: 1 })
})

it('suppliers are paid by the line, payments in the books are found, and a closed month or a missing right leaves a line where it was', async () => {
  const bank = await opened()
  const { books, bring, reconcile, openItems, desk } = bank
  const receipt = await books.post(purchaseReceipt, {
    date: '2026-01-03',
    supplier: 'S1',
    warehouse: 'MAIN',
    lines: [{ item: 'A', quantity: '10', price: '11.3' }],
  })
  await books.push(purchaseReceipt, receipt, purchaseInvoice, {
    date: '2026-01-04',
    invoiceNumber: '24330000000000012345',
  })
  await books.post(payment, { date: '2026-01-08', supplier: 'S1', lines: [{ cashAccount: 'BANK', amount: '700' }] })
  await bring(
    '2026-01-01,100000.00,,股东,,投资款,',
    '2026-01-09,-700.00,,供应商一,,货款,',
    '2026-01-12,-113.00,,供应商一,,货款 24330000000000012345,',
  )
  expect(await reconcile()).toMatchObject({ done: 3, waiting: 0 })
  expect((await openItems()).filter((each) => each.startsWith('payable'))).toEqual([])
  expect((await openItems()).filter((each) => each.startsWith('advanceToSupplier'))).toEqual([
    'advanceToSupplier 700.00',
  ])
  await bring('2026-01-20,-5.00,,,,手续费,')
  const [fee] = (await desk()).lines
  const person = { name: '查看', may: (right: string) => right === 'bank.reconcile' }
  await expect(
    makeCall(
      books,
      settleBankLine,
      { cashAccount: 'BANK', line: fee?.key ?? '', deed: { do: 'usual', kind: 'bankFee' } },
      person,
    ),
  ).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(books.entity(bankRule, { name: '空规则', action: 'expense' })).rejects.toMatchObject({
    errors: [{ path: 'counterparty' }, { path: 'expenseItem' }],
  })
  expect((await desk()).lines).toHaveLength(1)
})
