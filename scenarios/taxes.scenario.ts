import { describe, expect, it } from 'vitest'
import { voucher } from '../src/domains/accounting/index.ts'
import { purchaseInvoice, purchaseReceipt } from '../src/domains/purchasing/index.ts'
import { salesDelivery, salesInvoice } from '../src/domains/sales/index.ts'
import type { JsonObject } from '../src/kernel/documents/draft.ts'
import { askReport } from './kit/ask-report.ts'
import { followUp, run } from './kit/finance.ts'
import { openTrade } from './kit/trade.ts'

/** A general taxpayer that buys for 113,000 with a special invoice deducted at once, and sells for 226,000. */
const month = async (date: string, settings: JsonObject = {}, sold = '226') => {
  const trade = await openTrade({ certifyInputVat: 'immediate', ...settings })
  const { books } = trade
  const receipt = await books.post(purchaseReceipt, {
    date,
    supplier: 'S1',
    warehouse: 'MAIN',
    lines: [{ item: 'A', quantity: '1000', price: '113' }],
  })
  await books.push(purchaseReceipt, receipt, purchaseInvoice, { date })
  await books.post(salesDelivery, {
    date,
    customer: 'C1',
    warehouse: 'MAIN',
    lines: [{ item: 'A', quantity: '1000', price: sold }],
  })
  return trade
}

const workings = async (trade: Awaited<ReturnType<typeof month>>, period: string) =>
  (await askReport(trade.books, 'taxWorking', { period })).rows.map(
    (row) => `${String(row['tax'])} ${String(row['base'])} ${String(row['amount'])} ${String(row['left'])}`,
  )

describe('the taxes of a general taxpayer', () => {
  it('[TAX-01] VAT moves to 未交增值税, and city tax, both surcharges, stamp duty and income tax follow from it', async () => {
    const trade = await month('2026-03-10', { smallProfit: false })
    // Output 26,000 − input 13,000 = 13,000; 7 % 910, 3 % 390, 2 % 260; (200,000 + 100,000) × 0.3 ‰ = 90.
    // Profit 100,000 − 910 − 390 − 260 − 90 = 98,350; 25 % = 24,587.50.
    expect(await workings(trade, '2026-03')).toEqual([
      '转出未交增值税 26000.00 13000.00 13000.00',
      '转出多交增值税 26000.00 0.00 0.00',
      '城市维护建设税 13000.00 910.00 910.00',
      '教育费附加 13000.00 390.00 390.00',
      '地方教育附加 13000.00 260.00 260.00',
      '印花税 300000.00 90.00 90.00',
      '企业所得税 98350.00 24587.50 24587.50',
    ])
    await run(trade.books, 'accrueTaxes', { period: '2026-03' })
    expect(await trade.ledger()).toMatchObject({
      222102: '-13000.00',
      222111: '-24587.50',
      222112: '-910.00',
      222113: '-390.00',
      222114: '-260.00',
      222116: '-90.00',
      540302: '910.00',
      540305: '90.00',
      540306: '650.00',
      5801: '24587.50',
    })
    // Run again, it finds nothing to add.
    expect(await run(trade.books, 'accrueTaxes', { period: '2026-03' })).toEqual({ document: null })
    expect((await workings(trade, '2026-03')).every((line) => line.endsWith(' 0.00'))).toBe(true)
  })

  it('input certified after the month was accrued lowers its VAT and what is levied on it (rule 5)', async () => {
    const trade = await month('2026-02-10', { smallProfit: false })
    await run(trade.books, 'accrueTaxes', { period: '2026-02' })
    expect(await trade.ledger()).toMatchObject({ 222102: '-13000.00', 222112: '-910.00' })
    // Another invoice of the month, 11,300 with 1,300 of VAT: 13,000 − 1,300 = 11,700; 7 % 819, 3 % 351, 2 % 234.
    const receipt = await trade.books.post(purchaseReceipt, {
      date: '2026-02-20',
      supplier: 'S1',
      warehouse: 'MAIN',
      lines: [{ item: 'A', quantity: '100', price: '113' }],
    })
    await trade.books.push(purchaseReceipt, receipt, purchaseInvoice, { date: '2026-02-20' })
    expect(await workings(trade, '2026-02')).toEqual([
      '转出未交增值税 26000.00 11700.00 -1300.00',
      '转出多交增值税 26000.00 0.00 0.00',
      '城市维护建设税 11700.00 819.00 -91.00',
      '教育费附加 11700.00 351.00 -39.00',
      '地方教育附加 11700.00 234.00 -26.00',
    ])
    await run(trade.books, 'accrueTaxes', { period: '2026-02' })
    expect(await trade.ledger()).toMatchObject({
      222102: '-11700.00',
      222112: '-819.00',
      222113: '-351.00',
      222114: '-234.00',
    })
    expect(await run(trade.books, 'accrueTaxes', { period: '2026-02' })).toEqual({ document: null })
  })

  it('a small low-profit company pays half of 六税两费, and 5 % of its income', async () => {
    const trade = await month('2026-03-10')
    // 455 + 195 + 130 + 45 = 825; (100,000 − 825) × 5 % = 4,958.75.
    expect((await workings(trade, '2026-03')).slice(2)).toEqual([
      '城市维护建设税 13000.00 455.00 455.00',
      '教育费附加 13000.00 195.00 195.00',
      '地方教育附加 13000.00 130.00 130.00',
      '印花税 300000.00 45.00 45.00',
      '企业所得税 99175.00 4958.75 4958.75',
    ])
  })

  it('input beyond output stays without an entry, and is deducted in the next month (rule 5)', async () => {
    const trade = await month('2026-01-10', {}, '56.5')
    // Output 6,500, input 13,000.
    expect((await workings(trade, '2026-01'))[0]).toBe('转出未交增值税 6500.00 0.00 0.00')
    await trade.books.post(voucher, {
      date: '2026-02-03',
      lines: [
        { summary: '服务收入', account: '1002', debit: '106000', cashAccount: 'BANK' },
        { summary: '服务收入', account: '5051', credit: '100000' },
        { summary: '服务收入', account: '22210107', credit: '6000' },
      ],
    })
    expect((await workings(trade, '2026-02'))[0]).toBe('转出未交增值税 12500.00 0.00 0.00')
    await trade.books.post(voucher, {
      date: '2026-02-04',
      lines: [
        { summary: '服务收入', account: '1002', debit: '10600', cashAccount: 'BANK' },
        { summary: '服务收入', account: '5051', credit: '10000' },
        { summary: '服务收入', account: '22210107', credit: '600' },
      ],
    })
    expect((await workings(trade, '2026-02'))[0]).toBe('转出未交增值税 13100.00 100.00 100.00')
  })

  it('[TAX-03] a month goes by the law of its own day: from 2028 on nothing is halved unless a later law says so', async () => {
    const trade = await month('2028-03-10')
    expect((await workings(trade, '2028-03')).slice(2, 4)).toEqual([
      '城市维护建设税 13000.00 910.00 910.00',
      '教育费附加 13000.00 390.00 390.00',
    ])
    const { rows } = await askReport(trade.books, 'taxWorking', { period: '2028-03' })
    expect(String(rows[2]?.['source'])).toBe('《城市维护建设税法》第四条（2026-11-22 查）')
  })

  it('the close enters them by itself where the company wants it', async () => {
    const trade = await month('2026-03-10', { accrueTaxes: true })
    await followUp(trade.books)
    for (const period of ['2026-01', '2026-02', '2026-03']) {
      await run(trade.books, 'closePeriod', { period, bookAll: true })
      await followUp(trade.books)
    }
    expect(await trade.ledger()).toMatchObject({ 222102: '-13000.00', 222111: '-4958.75', 3103: '-94216.25' })
  })
})

describe('the taxes of a small-scale taxpayer', () => {
  const quarter = async (price: string, special = false) => {
    const trade = await openTrade({ taxpayer: 'smallScale', vatPeriod: 'quarter', receivableBasis: 'delivery' })
    const { books } = trade
    await books.post(purchaseReceipt, {
      date: '2026-01-10',
      supplier: 'S1',
      warehouse: 'MAIN',
      lines: [{ item: 'A', quantity: '1000', price: '50' }],
    })
    const delivery = await books.post(salesDelivery, {
      date: '2026-02-10',
      customer: 'C1',
      warehouse: 'MAIN',
      lines: [{ item: 'A', quantity: '1000', price, taxRate: '1' }],
    })
    if (special) await books.push(salesDelivery, delivery, salesInvoice, { date: '2026-02-10', invoiceKind: 'special' })
    return trade
  }

  it('[TAX-01] pays nothing up to 300,000 a quarter, and what is not paid is income', async () => {
    const trade = await quarter('303')
    expect(await workings(trade, '2026-02')).toEqual([])
    expect((await workings(trade, '2026-03')).slice(0, 2)).toEqual([
      '增值税减免 300000.00 3000.00 3000.00',
      '城市维护建设税 0.00 0.00 0.00',
    ])
    await run(trade.books, 'accrueTaxes', { period: '2026-03' })
    expect(await trade.ledger()).toMatchObject({ 530199: '-3000.00' })
    expect((await trade.ledger())['222108']).toBeUndefined()
  })

  it('pays all of it above, and the tax of special invoices in any case', async () => {
    const above = await quarter('303.01')
    expect((await workings(above, '2026-03')).slice(0, 4)).toEqual([
      '增值税减免 300009.90 0.00 0.00',
      '城市维护建设税 3000.10 105.00 105.00',
      '教育费附加 3000.10 45.00 45.00',
      '地方教育附加 3000.10 30.00 30.00',
    ])
    const special = await quarter('202', true)
    expect((await workings(special, '2026-03')).slice(0, 2)).toEqual([
      '增值税减免 200000.00 0.00 0.00',
      '城市维护建设税 2000.00 70.00 70.00',
    ])
  })
})
