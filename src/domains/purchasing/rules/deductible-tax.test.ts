import { expect, test } from 'vitest'
import { decimal } from '../../../base/decimal.ts'
import { deductibleTax } from './deductible-tax.ts'

const tax = decimal('13')

test.each([
  ['general', 'special', '13'],
  ['general', 'ordinary', '0'],
  ['general', 'none', '0'],
  ['smallScale', 'special', '0'],
] as const)('a %s taxpayer with a %s invoice deducts %s', (taxpayer, invoiceKind, expected) => {
  expect(deductibleTax({ taxpayer, invoiceKind, tax }).toString()).toBe(expected)
})

test('a supplier of whom nothing is said gives special invoices', () => {
  expect(deductibleTax({ taxpayer: 'general', invoiceKind: null, tax }).toString()).toBe('13')
})
