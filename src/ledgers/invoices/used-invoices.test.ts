import { expect, test } from 'vitest'
import { invoiceKey } from './used-invoices.ts'

test('a 数电票 is told by its 20 digits, whoever says who issued it', () => {
  expect(invoiceKey({ number: ' 2644 2000000012345678', party: 'S1' })).toBe('26442000000012345678')
})

test('an older invoice is told by code and number, written apart or in one', () => {
  expect(invoiceKey({ code: '050001700111', number: '99999951' })).toBe('050001700111-99999951')
  expect(invoiceKey({ number: '050001700111 99999951', party: 'S1' })).toBe('050001700111-99999951')
})

test('a number alone is told by who issued it', () => {
  expect(invoiceKey({ number: 'a-17', party: 'S1' })).toBe('S1/A-17')
})
