import { describe, expect, it } from 'vitest'
import { readParities } from './central-parity.ts'
import { readRateRows, rowsOfText } from './read-rate-rows.ts'

const shown = (rates: readonly { date: string; code: string; rate: { toString(): string } }[]) =>
  rates.map(({ date, code, rate }) => `${date} ${code} ${rate.toString()}`)

describe('the middle rates that the exchange publishes', () => {
  it('are of one unit, whichever way round and of however many units the pair is', () => {
    const page = readParities({
      head: { version: '2.0', provider: 'CWAP', rep_code: '200' },
      data: { head: ['USD/CNY', '100JPY/CNY', 'CNY/THB', 'CNY/MOP'], pageTotal: 2 },
      records: [
        { date: '2026-01-06', values: ['7.0187', '4.4892', '4.4512', '---'] },
        { date: '2026-01-05', values: ['7.0230', '4.4727', '4.4611', '1.1406'] },
      ],
    })
    expect(page?.pages).toBe(2)
    expect(shown(page?.rates ?? [])).toEqual([
      '2026-01-06 USD 7.0187',
      '2026-01-06 JPY 0.044892',
      '2026-01-06 THB 0.22465852',
      '2026-01-05 USD 7.023',
      '2026-01-05 JPY 0.044727',
      '2026-01-05 THB 0.22415996',
      '2026-01-05 MOP 0.87673154',
    ])
  })

  it('are nothing where the answer is none', () => {
    expect(readParities({ error: 'x' })).toBeUndefined()
    expect(readParities(null)).toBeUndefined()
  })
})

describe('a table of rates', () => {
  it('is read by its heads, in any order', () => {
    const { rates } = readRateRows(rowsOfText('币种,日期,汇率\nUSD,2026-01-05,7.0230\neur,2026/1/5,8.2'))
    expect(shown(rates)).toEqual(['2026-01-05 USD 7.023', '2026-01-05 EUR 8.2'])
  })

  it('is read without heads, pasted from a sheet or apart by spaces', () => {
    expect(shown(readRateRows(rowsOfText('2026-01-05\tUSD\t7.0230')).rates)).toEqual(['2026-01-05 USD 7.023'])
    expect(shown(readRateRows(rowsOfText('2026年1月5日 USD 7.0230\n')).rates)).toEqual(['2026-01-05 USD 7.023'])
  })

  it('may be the table of the exchange, with what stands below it', () => {
    const text = '日期\tUSD/CNY\t100JPY/CNY\n2026-01-05\t7.0230\t4.4727\n数据来源：\twww.chinamoney.com.cn'
    expect(shown(readRateRows(rowsOfText(text)).rates)).toEqual(['2026-01-05 USD 7.023', '2026-01-05 JPY 0.044727'])
  })

  it('names the row that cannot be read', () => {
    const { problems } = readRateRows(rowsOfText('2026-01-05 USD 7.1\n2026-01-06 USD abc'))
    expect(problems.map(({ message }) => message.zh)).toEqual([expect.stringContaining('第 2 行读不懂')])
  })
})
