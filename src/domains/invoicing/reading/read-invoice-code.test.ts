import { expect, test } from 'vitest'
import { readInvoiceCode } from './read-invoice-code.ts'

const shown = (text: string) => {
  const found = readInvoiceCode(text)
  if (found === undefined) return undefined
  const { code, number, kind, issuedOn, amount } = found
  return [code, number, kind, issuedOn, amount.of, amount.value.toString()]
}

test.each([
  [
    '01,31,,26332000000000000001,1130.00,20260105,,9A2F,',
    [null, '26332000000000000001', 'special', '2026-01-05', 'gross', '1130'],
  ],
  [
    '01,32,,26332000000000000002,106.00,20260106,,11AB',
    [null, '26332000000000000002', 'ordinary', '2026-01-06', 'gross', '106'],
  ],
  // A paper invoice of before: code and number, and the amount without tax.
  [
    '01,01,3300201130,12345678,1000.00,20200918,06482319370485731928,5C1D,',
    ['3300201130', '12345678', 'special', '2020-09-18', 'net', '1000'],
  ],
  [
    '01,10,033002000511,23456789,88.50,20211101,71046328,7711,',
    ['033002000511', '23456789', 'ordinary', '2021-11-01', 'net', '88.5'],
  ],
  ['6901234567892', undefined],
  ['https://example.cn/01,31', undefined],
  ['01,31,,2633200000000000,1130.00,20260105,,9A2F', undefined],
  ['01,31,,26332000000000000001,abc,20260105', undefined],
  ['01,31,,26332000000000000001,1130.00,20261305', undefined],
])('the code %s', (text, expected) => {
  expect(shown(text)).toEqual(expected)
})
