import { expect, test } from 'vitest'
import { decimal } from '../../../base/decimal.ts'
import { reducedDisposal, usualDisposal } from './disposal-vat.ts'

const texts = (amounts: object) =>
  Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, String(amount)]))

test('a used asset sold at 10,300 by the reduced levy pays 200 of 300', () => {
  expect(texts(reducedDisposal(decimal('10300')))).toEqual({ net: '10000', tax: '200', relief: '100' })
})

test('one whose tax was deducted is taxed as any sale', () => {
  expect(texts(usualDisposal(decimal('113000'), decimal('13')))).toEqual({ net: '100000', tax: '13000', relief: '0' })
})
