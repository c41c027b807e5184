import { expect, test } from 'vitest'
import { readInvoiceCode } from './invoice-code.ts'

test('a fully digital invoice has no code; its amount is with tax', () => {
  expect(readInvoiceCode('01,31,,26332000000012345678,1130.00,20260105,,8A2F,')).toEqual({
    invoiceKind: 'special',
    invoiceCode: null,
    invoiceNumber: '26332000000012345678',
    amount: '1130.00',
    amountHasTax: true,
    invoicedOn: '2026-01-05',
  })
})

test('an older electronic invoice has a code; its amount is without tax', () => {
  expect(readInvoiceCode('01,10,033001900211,12345678,94.34,20250930,12345678901234567890,1A2B,')).toMatchObject({
    invoiceKind: 'ordinary',
    invoiceCode: '033001900211',
    invoiceNumber: '12345678',
    amount: '94.34',
    amountHasTax: false,
    invoicedOn: '2025-09-30',
  })
})

test('other codes are none, and a broken day or amount is left to be typed', () => {
  expect(readInvoiceCode('https://example.com/pay')).toBeUndefined()
  expect(readInvoiceCode('01,10,1,12,3,20250101')).toBeUndefined()
  expect(readInvoiceCode('01,10,,26332000000012345678,abc,20261345,')).toMatchObject({ amount: null, invoicedOn: null })
})
