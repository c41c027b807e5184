import { describe, expect, test } from 'vitest'
import { calendarDate } from '../../base/calendar-date.ts'
import { decimal } from '../../base/decimal.ts'
import { availableToPromise, promiseDates } from './promise.ts'

const at = (on: string, quantity: string) => ({ on: calendarDate(on), quantity: decimal(quantity) })
const today = calendarDate('2026-03-10')
const days = (onHand: string, supply: [string, string][], demand: [string, string][]) =>
  availableToPromise(
    {
      onHand: decimal(onHand),
      supply: supply.map(([on, quantity]) => at(on, quantity)),
      demand: demand.map(([on, quantity]) => at(on, quantity)),
    },
    today,
  )
const said = (rows: ReturnType<typeof days>) => rows.map((day) => `${day.on} ${day.available.toString()}`)
const promised = (rows: ReturnType<typeof days>, quantity: string) => {
  const { slices, missing } = promiseDates(rows, decimal(quantity))
  return [...slices.map((slice) => `${slice.quantity.toString()} ${slice.on}`), `missing ${missing.toString()}`]
}

describe('available to promise', () => {
  test('leaves what later promises need', () => {
    // 100 on hand, 30 promised for the 20th, 50 coming on the 25th, 90 promised for the 28th.
    const rows = days(
      '100',
      [['2026-03-25', '50']],
      [
        ['2026-03-20', '30'],
        ['2026-03-28', '90'],
      ],
    )
    expect(said(rows)).toEqual(['2026-03-10 30', '2026-03-20 30', '2026-03-25 30', '2026-03-28 30'])
  })

  test('promises in parts, and says what is not in sight', () => {
    const rows = days('40', [['2026-03-15', '60']], [['2026-03-12', '10']])
    expect(promised(rows, '30')).toEqual(['30 2026-03-10', 'missing 0'])
    expect(promised(rows, '50')).toEqual(['30 2026-03-10', '20 2026-03-15', 'missing 0'])
    expect(promised(rows, '100')).toEqual(['30 2026-03-10', '60 2026-03-15', 'missing 10'])
  })

  test('takes late promises of ours as due today, and late deliveries to us as coming tomorrow', () => {
    const rows = days('10', [['2026-03-01', '5']], [['2026-02-01', '12']])
    expect(said(rows)).toEqual(['2026-03-10 0', '2026-03-11 3'])
  })
})
