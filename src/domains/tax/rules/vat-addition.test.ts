import { expect, test } from 'vitest'
import { decimal } from '../../../base/decimal.ts'
import { vatAddition } from './vat-addition.ts'

const of = (begun: string, input: string, transferredOut: string, payable: string) => {
  const found = vatAddition({
    begun: decimal(begun),
    input: decimal(input),
    transferredOut: decimal(transferredOut),
    percent: decimal(5),
    payable: decimal(payable),
  })
  return [found.added, found.takenBack, found.available, found.used, found.left].map(String)
}

test.each([
  // All of it is used: 5 % of 100,000 is 5,000, of 30,000 payable.
  [of('0', '100000', '0', '30000'), ['5000', '0', '5000', '5000', '0']],
  // More than is payable: what is left waits for the next month.
  [of('0', '100000', '0', '3000'), ['5000', '0', '5000', '3000', '2000']],
  [of('2000', '40000', '0', '10000'), ['2000', '0', '4000', '4000', '0']],
  // What was transferred out takes its share back.
  [of('0', '100000', '20000', '30000'), ['5000', '1000', '4000', '4000', '0']],
  // Below nothing it is carried as such; in a month without tax to pay nothing is used.
  [of('0', '0', '20000', '30000'), ['0', '1000', '-1000', '0', '-1000']],
  [of('500', '0', '0', '-40'), ['0', '0', '500', '0', '500']],
])('加计抵减 %#', (found, expected) => {
  expect(found).toEqual(expected)
})
