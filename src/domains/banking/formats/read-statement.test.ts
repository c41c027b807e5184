import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sum } from '../../../base/decimal.ts'
import { amountIn, dayIn, timeIn } from './cells.ts'
import { brokenBalances } from './read-mapped.ts'
import { readStatementFile } from './read-statement.ts'
import type { ReadFile } from './read-statement.ts'
import { movedLines, tallyOf } from './statement.ts'
import type { ReadStatement } from './statement.ts'

const data = process.env['SUANPAN_DATA'] ?? '../shared/data'
const isThere = existsSync(join(data, 'bank-cn')) && existsSync(join(data, 'bank-intl'))
if (!isThere) console.warn('bank-cn and bank-intl are not there: the banks’ own files are left out')

const read = (name: string): Promise<ReadFile> => readStatementFile(readFileSync(join(data, name)))
const only = ({ statements }: ReadFile): ReadStatement => {
  const [first] = statements
  if (first === undefined) throw new Error('no statement')
  return first
}
const tally = (statement: ReadStatement, side: 'in' | 'out' | 'neutral') => {
  const { count, amount } = tallyOf(statement.lines, side)
  return `${count} ${amount.toFixed(2)}`
}
const warned = (statement: ReadStatement) => statement.warnings.map((warning) => warning.zh).join('\n')

describe.runIf(isThere)('the files of banks and wallets are read as they are', () => {
  test('alipay: GB18030, a preamble that counts more rows than there are, padded cells', async () => {
    const file = await read('bank-cn/alipay.csv')
    const statement = only(file)
    expect(file.format).toBe('alipay')
    expect([tally(statement, 'out'), tally(statement, 'in'), tally(statement, 'neutral')]).toEqual([
      '5 211.64',
      '1 222228.50',
      '4 247.37',
    ])
    expect(warned(statement)).toContain('共 66 笔，实际 10 笔')
    expect(statement.account).toBe('xx@gmail.com')
    const [first] = statement.lines
    expect(first).toMatchObject({
      date: '2023-02-12',
      time: '21:32:14',
      counterparty: 'xxxxxxxxxxxx',
      reference: '202302xxxxxx0011000103xxxxxx',
    })
    // Paid by a card: that card's own statement tells it. Closed unpaid: nothing moved.
    expect(statement.lines.map((line) => line.leftOut)).toEqual([
      'elsewhere',
      null,
      'elsewhere',
      null,
      null,
      'unpaid',
      null,
      null,
      null,
      null,
    ])
  })

  test('wechat: csv and workbook, currency signs, withdrawals with their fee', async () => {
    const file = await read('bank-cn/wechat.csv')
    const statement = only(file)
    expect(file.format).toBe('wechat')
    expect([tally(statement, 'out'), tally(statement, 'in'), tally(statement, 'neutral')]).toEqual([
      '11 2904.53',
      '5 28.49',
      '11 26100.89',
    ])
    const drawn = statement.lines.find((line) => line.reference === '207210715100077148235523883175')
    expect(drawn).toMatchObject({ date: '2021-07-15', time: '16:29:37', leftOut: null })
    expect([drawn?.amount.toString(), drawn?.fee?.toString()]).toEqual(['-100.1', '0.1'])
    const sheet = await read('bank-cn/wechat.xlsx')
    expect(sheet.format).toBe('wechat')
    expect(only(sheet).lines.length).toBeGreaterThan(20)
    expect(only(sheet).lines.every((line) => !/e\+|\d\.\d+e/i.test(line.reference))).toBe(true)
    expect(only(sheet).lines.find((line) => line.reference.startsWith('207210715'))?.reference).toBe(
      '207210715100077148235523883175',
    )
  })

  test('icbc: the heading on line 7, in and out apart, balances masked, a footer of totals passed over', async () => {
    const file = await read('bank-cn/icbc-debit.csv')
    const statement = only(file)
    expect([file.format, statement.lines.length, statement.account]).toEqual(['icbc', 11, '1234****9876'])
    expect([tally(statement, 'in').split(' ')[1], tally(statement, 'out').split(' ')[1]]).toEqual([
      '2841.74',
      '4241.08',
    ])
    expect(statement.lines[0]).toMatchObject({
      row: 8,
      date: '2023-05-02',
      balance: null,
      counterparty: '深圳市财付通支付科技有限公司',
    })
  })

  test('cmb: signed amounts, thousands separators, the number behind the name', async () => {
    const file = await read('bank-cn/cmb-debit.csv')
    const statement = only(file)
    expect([file.format, statement.lines.length]).toEqual(['cmb', 5])
    expect([tally(statement, 'in').split(' ')[1], tally(statement, 'out').split(' ')[1]]).toEqual([
      '1234.00',
      '2013.14',
    ])
    expect(statement.lines[1]).toMatchObject({ counterparty: '张三', counterpartyAccount: '66666666666666' })
  })

  test('boc: the newest first, and every balance follows from the one before', async () => {
    const file = await read('bank-cn/boc-debit.csv')
    const statement = only(file)
    expect([file.format, statement.lines.length]).toEqual(['boc', 17])
    expect([tally(statement, 'in').split(' ')[1], tally(statement, 'out').split(' ')[1]]).toEqual([
      '9821.00',
      '9394.30',
    ])
    expect(brokenBalances(statement.lines)).toEqual([])
    expect(movedLines(statement.lines)[0]).toMatchObject({ date: '2025-08-01', time: '08:57:00' })
    expect([statement.opening?.toString(), statement.closing?.toString()]).toEqual(['2813.58', '3240.28'])
    expect(statement.warnings).toEqual([])
  })

  test('camt.053: one entry with balances in several currencies; two statements that lead on', async () => {
    const minimal = only(await read('bank-intl/camt053.v2.minimal.xml'))
    expect([
      minimal.currency,
      minimal.opening?.toString(),
      minimal.lines.map((line) => line.amount.toString()),
    ]).toEqual(['EUR', '18.15', ['8.85']])
    expect(warned(minimal)).toContain('余额币种')
    const { statements } = await read('bank-intl/camt053.v2.multi.statement.xml')
    const spans = statements.map((each) =>
      [each.opening, ...each.lines.map((line) => line.amount), each.closing].join(' '),
    )
    expect(spans).toEqual(['18.15 8.85 27', '27 -7 20'])
    expect(statements.map(warned)).toEqual(['', ''])
    expect(statements[1]?.lines[0]).toMatchObject({
      counterparty: 'Company Name 2',
      counterpartyAccount: 'NL56AGDH9619008421',
      reference: '000000002',
      memo: 'Transaction Description 2',
    })
  })

  test('MT940: two statements of ten rows; one that does not add up is told, with how much is missing', async () => {
    const abn = (await read('bank-intl/mt940-abnamro.sta')).statements
    expect(abn.map((each) => each.lines.length)).toEqual([8, 2])
    expect(abn.every((each) => each.currency === 'EUR' && each.account === '517852257')).toBe(true)
    const ing = only(await read('bank-intl/mt940-ing.sta'))
    expect([ing.account, ing.lines.length, ing.opening?.toFixed(2), ing.closing?.toFixed(2)]).toEqual([
      '0001234567',
      7,
      '0.00',
      '3.47',
    ])
    expect(sum(ing.lines.map((line) => line.amount)).toFixed(2)).toBe('-45.59')
    expect(warned(ing)).toContain('49.06')
  })
})

const csv = (...lines: readonly string[]) => Buffer.from(lines.join('\r\n'))

describe('a bank that nobody told of', () => {
  const rows = [
    '账号：622200001111',
    '交易日期,摘要,借方发生额（支出）,贷方发生额(收入),账户余额,对方户名,对方账号,交易流水号',
    '20260105,货款,,"1,000.50",11000.50,客户一,00123456789012345678,000000012345678901234567',
    '20260106,手续费,5.00,0.00,10995.50,,,000000012345678901234568',
    '合计,,5.00,1000.50,,,,',
  ]

  test('is read by the words of its heading; numbers keep their zeros', async () => {
    const file = await readStatementFile(csv(...rows))
    const statement = only(file)
    expect(file.format).toBe('table')
    expect(statement.lines.map((line) => `${line.date} ${line.amount.toString()}`)).toEqual([
      '2026-01-05 1000.5',
      '2026-01-06 -5',
    ])
    expect(statement.lines[0]).toMatchObject({
      counterpartyAccount: '00123456789012345678',
      reference: '000000012345678901234567',
      memo: '货款',
    })
    expect([statement.account, statement.opening?.toString(), warned(statement)]).toEqual(['622200001111', '10000', ''])
  })

  test('whose balance does not follow is told where', async () => {
    const statement = only(await readStatementFile(csv(...rows.with(3, '20260106,手续费,5.00,,10990.50,,,1'))))
    expect(warned(statement)).toContain('第 4 行')
  })

  test('whose heading says too little waits for a person, and is known from then on', async () => {
    const strange = csv(
      '记账日期,币别,甲,乙,备注,类型',
      '2026-01-05,CNY,12.00,,水费,转',
      '2026-01-06,CNY,,30.00,退款,转',
    )
    const file = await readStatementFile(strange)
    expect([file.statements, file.columns?.heading]).toEqual([[], ['记账日期', '币别', '甲', '乙', '备注', '类型']])
    const known = await readStatementFile(strange, (fingerprint) =>
      fingerprint === file.columns?.fingerprint
        ? { 记账日期: 'date', 甲: 'paid', 乙: 'received', 备注: 'memo' }
        : undefined,
    )
    expect(only(known).lines.map((line) => line.amount.toString())).toEqual(['-12', '30'])
  })

  test('and a file that is no statement is refused with what to bring', async () => {
    await expect(readStatementFile(csv('你好', '世界'))).rejects.toThrow(/heading of a statement/)
  })
})

test('amounts and days in the ways that banks write them', () => {
  expect(
    ['¥1,234.50', '-1,000.00', '(3.00)', '12.00-', '３．５０', '-', 'xx,yyyy.zz', ''].map(
      (text) => amountIn(text)?.toString() ?? null,
    ),
  ).toEqual(['1234.5', '-1000', '-3', '-12', '3.5', null, null, null])
  expect(['2025/8/2 9:05', '20250802', '2025年8月2日', '2025-13-01', '合计'].map((text) => dayIn(text))).toEqual([
    '2025-08-02',
    '2025-08-02',
    '2025-08-02',
    null,
    null,
  ])
  expect(['2025-08-02 09:05', '170203', '20250802170203', ''].map((text) => timeIn(text))).toEqual([
    '09:05:00',
    '17:02:03',
    '17:02:03',
    '',
  ])
})
