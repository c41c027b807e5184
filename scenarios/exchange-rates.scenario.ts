import { describe, expect, it } from 'vitest'
import { askParitiesAt, openLocalParities } from '../src/domains/accounting/server.ts'
import { currency } from '../src/ledgers/dimensions/currency.ts'
import { run } from './kit/finance.ts'
import { upload } from './kit/upload.ts'
import { openForeign } from './kit/dollars.ts'

describe('the table of rates', () => {
  it('is filled from the exchange, by day and source; what a person typed stands', async () => {
    const { books } = await openForeign()
    const exchange = await openLocalParities({
      '2026-02-10': { 'USD/CNY': '7.0000', '100JPY/CNY': '4.4727' },
      '2026-03-02': { 'USD/CNY': '6.9871', '100JPY/CNY': '---' },
      '2026-03-03': { 'USD/CNY': '6.9902', '100JPY/CNY': '4.4892' },
    })
    askParitiesAt(exchange.url)
    try {
      await books.entity(currency, { code: 'JPY', name: '日元', rates: [] })
      expect(await run(books, 'fetchRates', { from: '2026-01-01', to: '2026-03-05' })).toMatchObject({
        kept: { JPY: 2, USD: 2 },
      })
      const kept = await books.rows<{ rate: string }>(
        `select concat_ws(' ', c.code, r.date, trim_scale(r.rate), r.origin) as rate from currency_rates r
         join currency c on c.company_id = $1 and c.id = r.owner_id where r.company_id = $1 and r.date >= '2026-02-01' order by 1`,
      )
      expect(kept.map((row) => row.rate)).toEqual([
        'JPY 2026-02-10 0.044727 中间价',
        'JPY 2026-03-03 0.044892 中间价',
        'USD 2026-02-10 7.05',
        'USD 2026-02-28 7.05',
        'USD 2026-03-02 6.9871 中间价',
        'USD 2026-03-03 6.9902 中间价',
      ])
      exchange.misbehave('page', 'refused')
      await expect(run(books, 'fetchRates', { from: '2026-03-01', to: '2026-03-05' })).rejects.toMatchObject({
        kind: 'unavailable',
      })
      await expect(run(books, 'fetchRates', { from: '2026-03-01', to: '2026-03-05' })).rejects.toMatchObject({
        text: { zh: expect.stringContaining('HTTP 403') },
      })
    } finally {
      askParitiesAt(undefined)
      await exchange.close()
    }
  })

  it('takes what is pasted from a file, and says which currencies there are none of', async () => {
    const { books } = await openForeign()
    const text = '日期,币种,汇率\n2026-02-10,USD,7.06\n2026-02-10,EUR,8.2'
    expect(await run(books, 'importRates', { text })).toEqual({ kept: { USD: 1 }, skipped: ['EUR'] })
    const { default: ExcelJS } = await import('exceljs')
    const workbook = new ExcelJS.Workbook()
    workbook.addWorksheet('汇率').addRows([
      ['日期', '币种', '汇率'],
      [new Date(Date.UTC(2026, 1, 11)), 'USD', 7.07],
      ['2026-02-12', 'USD', 'seven'],
    ])
    const sent = async () => ({
      file: await upload(books, '汇率.xlsx', new Uint8Array(await workbook.xlsx.writeBuffer())),
    })
    await expect(run(books, 'importRates', await sent())).rejects.toMatchObject({ errors: [{ path: 'file' }] })
    workbook.getWorksheet('汇率')?.spliceRows(3, 1)
    expect(await run(books, 'importRates', await sent())).toEqual({ kept: { USD: 1 }, skipped: [] })
    await expect(run(books, 'importRates', { text: '' })).rejects.toMatchObject({ errors: [{ path: 'text' }] })
    await expect(run(books, 'importRates', { text: '2026-02-10 USD seven' })).rejects.toMatchObject({
      errors: [{ path: 'text' }],
    })
  })
})
