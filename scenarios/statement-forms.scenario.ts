import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { voucher } from '../src/domains/accounting/index.ts'
import type { JsonObject } from '../src/kernel/documents/draft.ts'
import type { Books } from '../src/ledgers/testing/books.ts'
import { ask, figuresOf, followUp } from './kit/finance.ts'
import { openTrade } from './kit/trade.ts'

const earn = (date: string, amount: string, revenue: string): JsonObject => ({
  date,
  lines: [
    { summary: '销售', account: '1002', debit: amount, cashAccount: 'BANK' },
    { summary: '销售', account: revenue, credit: amount },
  ],
})

const twoYears = async (standard: 'smallBusiness' | 'enterprise') => {
  const { books } = await openTrade({ standard })
  const revenue = standard === 'enterprise' ? '6001' : '5001'
  for (const [date, amount] of [
    ['2025-02-10', '40'],
    ['2025-03-10', '60'],
    ['2026-01-10', '100'],
    ['2026-03-10', '300'],
  ] as const)
    await books.post(voucher, earn(date, amount, revenue))
  await followUp(books)
  return books
}

const labels = (columns: readonly { readonly label: string }[] | undefined) => columns?.map((column) => column.label)

const formOf = async (books: Books, report: string, parameters: JsonObject) => {
  const write = books.installed.reports.get(report)?.files?.['form']
  if (write === undefined) throw new Error('no form')
  const file = await books.inWork((work) => write(parameters, work, { dataDir: '' }))
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(Buffer.from(file) as never)
  const page = workbook.worksheets[0]
  if (page === undefined) throw new Error('no page')
  return page
}

describe('statements beside those of the year before', () => {
  it('of a small business: month with last year beside it, quarter, and the year with 上年金额', async () => {
    const books = await twoYears('smallBusiness')
    const month = await ask(books, 'incomeStatement', { period: '2026-03', compare: true })
    expect(labels(month.columns)).toEqual(['项目', '行次', '本年累计金额', '本月金额', '上年同期金额', '上年同期累计'])
    const first = month.rows.find((row) => row['line'] === 1)
    expect([first?.['year'], first?.['current'], first?.['last'], first?.['lastYear']]).toEqual([
      '400.00',
      '300.00',
      '60.00',
      '100.00',
    ])
    const quarter = await ask(books, 'incomeStatement', { period: '2026-03', span: 'quarter' })
    expect(figuresOf(quarter.rows, 'line', 'current')).toMatchObject({ 1: '400.00' })
    const year = await ask(books, 'cashFlow', { period: '2026-12', span: 'year' })
    expect(labels(year.columns)).toEqual(['项目', '行次', '本年累计金额', '上年金额'])
    expect(figuresOf(year.rows, 'line', 'lastYear')).toMatchObject({ 22: '100.00' })
    const behind = await ask(books, 'statementLine', {
      statement: 'incomeStatement',
      line: 1,
      period: String(first?.['lastPeriod']),
    })
    expect(behind.totals).toMatchObject({ closing: '60.00', opening: '100.00' })
  })

  it('of an enterprise: 本期金额 and 上期金额, as 财会〔2019〕6号 has them', async () => {
    const books = await twoYears('enterprise')
    const month = await ask(books, 'incomeStatement', { period: '2026-03' })
    expect(labels(month.columns)).toEqual(['项目', '行次', '本期金额', '上期金额', '本年累计金额'])
    expect(figuresOf(month.rows, 'line', 'last')).toMatchObject({ 1: '60.00', 24: '60.00' })
    const flow = await ask(books, 'cashFlow', { period: '2026-12', span: 'year' })
    expect(labels(flow.columns)).toEqual(['项目', '行次', '本期金额', '上期金额'])
  })
})

describe('a statement in Excel', () => {
  it('is laid out one to one as its form: title over all, whose, the day, the unit, line numbers, two sides', async () => {
    const books = await twoYears('smallBusiness')
    const page = await formOf(books, 'balanceSheet', { period: '2026-03' })
    const text = (address: string) => page.getCell(address).text
    expect(text('A1')).toBe('资产负债表')
    expect(page.getCell('H1').master.address).toBe('A1')
    expect(text('H2')).toBe('会小企01表')
    expect([text('A3'), text('D3'), text('H3')]).toEqual(['编制单位：测试公司', '2026 年 3 月 31 日', '单位：元'])
    expect(['A4', 'B4', 'C4', 'D4', 'E4', 'F4'].map(text)).toEqual([
      '资产',
      '行次',
      '期末余额',
      '年初余额',
      '负债和所有者权益',
      '行次',
    ])
    expect([text('A6').trim(), text('B6'), page.getCell('C6').value, page.getCell('D6').value]).toEqual([
      '货币资金',
      '1',
      500,
      100,
    ])
    const totals = page.rowCount - 2
    expect(['A', 'B', 'E', 'F'].map((column) => text(`${column}${totals}`).trim())).toEqual([
      '资产总计',
      '30',
      '负债和所有者权益（或股东权益）总计',
      '53',
    ])
    expect(page.pageSetup).toMatchObject({ fitToPage: true, orientation: 'landscape' })
    for (const [report, form] of [
      ['incomeStatement', '会小企02表'],
      ['cashFlow', '会小企03表'],
    ] as const)
      expect((await formOf(books, report, { period: '2026-03' })).getCell('D2').text).toBe(form)
    const enterprise = await twoYears('enterprise')
    for (const [report, form, cell] of [
      ['balanceSheet', '会企01表', 'H2'],
      ['incomeStatement', '会企02表', 'E2'],
      ['cashFlow', '会企03表', 'E2'],
    ] as const)
      expect((await formOf(enterprise, report, { period: '2026-03' })).getCell(cell).text).toBe(form)
    expect((await formOf(enterprise, 'equityChanges', { period: '2026-12' })).getCell('A1').value).toBe(
      '所有者权益变动表',
    )
  })
})
