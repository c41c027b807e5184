import { expect, it } from 'vitest'
import { decimal } from '../../../base/decimal.ts'
import { yearTurnover } from './year-turnover.ts'

const line = (yearDebit: string | null, yearCredit: string | null, yearProfit: string | null = null) => ({
  yearDebit: yearDebit === null ? null : decimal(yearDebit),
  yearCredit: yearCredit === null ? null : decimal(yearCredit),
  yearProfit: yearProfit === null ? null : decimal(yearProfit),
})
const told = (...given: Parameters<typeof yearTurnover>) =>
  yearTurnover(...given).map(
    ({ debit, credit, closing }) => `${debit.toString()} ${credit.toString()} ${closing ? 'carried' : 'real'}`,
  )

it('an account of the balance sheet simply moved', () => {
  expect(told(line('500', '300'), null)).toEqual(['500 300 real'])
})

it('revenue that was carried forward every month is all real on its side', () => {
  expect(told(line('1000', '1000'), 'credit')).toEqual(['0 1000 real', '1000 0 carried'])
  expect(told(line('600', '600'), 'debit')).toEqual(['600 0 real', '0 600 carried'])
})

it('returns entered on the other side come off, when the real amount is said', () => {
  expect(told(line('1000', '1000', '950'), 'credit')).toEqual(['50 1000 real', '950 0 carried'])
  expect(told(line('0', '400'), 'credit')).toEqual(['0 400 real'])
  expect(told(line(null, null), 'credit')).toEqual([])
})
