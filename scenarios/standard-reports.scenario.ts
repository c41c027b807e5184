import ExcelJS from 'exceljs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { TestClient } from '../src/kernel/http/testing/client.ts'
import { openHouse } from './kit/open-house.ts'

const march = 'from=2026-03-01&to=2026-03-31'

/** The four reports that a buyer, a salesperson, a storekeeper and the boss look at, with the column that moves. */
const reports = [
  { address: 'purchase-summary', query: '', figure: 'net', row: 'key' },
  { address: 'sales-analysis', query: '&by=month', figure: 'net', row: 'key' },
  { address: 'stock-turnover', query: '', figure: 'averageValue', row: 'name' },
  { address: 'cost-analysis', query: '', figure: 'amount', row: 'key' },
] as const

describe('the standard reports', () => {
  let boss: TestClient

  const trade = async (quantity: string) => {
    const line = { item: 'A', quantity, price: '11.3' }
    const head = { warehouse: 'MAIN', date: '2026-03-05' }
    const bought = await boss.ask('POST', '/api/purchase-receipt?then=post', { ...head, supplier: 'S', lines: [line] })
    expect(bought.body).toMatchObject({ state: 'posted' })
    const sold = await boss.ask('POST', '/api/sales-delivery?then=post', {
      ...head,
      customer: 'C',
      lines: [{ ...line, quantity: '1', price: '22.6' }],
    })
    expect(sold.body).toMatchObject({ state: 'posted' })
  }
  const ask = (address: string, query: string) => boss.ask('GET', `/api/reports/${address}?${march}${query}`)
  const bookOf = async (raw: Buffer): Promise<ExcelJS.Worksheet | undefined> => {
    const book = new ExcelJS.Workbook()
    const copy = new ArrayBuffer(raw.byteLength)
    new Uint8Array(copy).set(raw)
    await book.xlsx.load(copy)
    return book.worksheets[0]
  }

  beforeAll(async () => {
    boss = (await openHouse()).one.admin
    await boss.ask('POST', '/api/item', { code: 'A', name: '水壶', unit: 'PCS', taxRate: 'VAT13' })
    await boss.ask('POST', '/api/item', { code: 'B', name: '餐盘', unit: 'PCS', taxRate: 'VAT13' })
    await boss.ask('POST', '/api/supplier', { code: 'S', name: '供应商' })
    await boss.ask('POST', '/api/customer', { code: 'C', name: '客户' })
    await trade('10')
  })

  it('[BI-01] of purchases, the trend of sales, turnover and cost are live, filtered, and leave as workbooks', async () => {
    const sums = async () =>
      Promise.all(reports.map(async ({ address, query }) => (await ask(address, query)).body['totals']))
    const before = await sums()
    await trade('10')
    const after = await sums()
    for (const [index, { address, query }] of reports.entries()) {
      expect(after[index], address).not.toEqual(before[index])
      const all = (await ask(address, query)).body['rows']
      expect(all, address).not.toEqual([])
      const none = (await ask(address, `${query}&item=B`)).body
      expect(none['rows'], address).not.toEqual(all)
      const file = await ask(address, `${query}&format=xlsx`)
      expect(await bookOf(file.raw), address).toBeDefined()
    }
  })

  it('[BI-02] a workbook keeps numbers as numbers, and its foot adds up what stands above it', async () => {
    const page = await bookOf((await ask('purchase-summary', '&format=xlsx')).raw)
    const cells: ExcelJS.CellValue[] = []
    page?.eachRow((row) => row.eachCell((cell) => void cells.push(cell.value)))
    // Twice ten at 10 without tax.
    expect(cells).toContain(200)
    expect(cells).toContainEqual(
      expect.objectContaining({ formula: expect.stringMatching(/^SUBTOTAL\(9,/), result: 200 }),
    )
  })
})
