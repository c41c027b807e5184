import { expect, test } from 'vitest'
import { postingInput, problemsOf } from '../../../ledgers/testing/posting-input.ts'
import type { Scene } from '../../../ledgers/testing/posting-input.ts'
import { tradeRecords as records } from '../../../ledgers/testing/trade-records.ts'
import { trialOf } from '../../../ledgers/testing/trial.ts'
import { unsourcedTax } from './input-vat-certification.checks.ts'
import { postInputVatCertification } from './input-vat-certification.posting.ts'
import { inputVatCertification } from './input-vat-certification.ts'
import { purchaseInvoice } from './purchase-invoice.ts'
import { postPurchaseInvoice } from './purchase-invoice.posting.ts'

const freight = { item: 'freight', quantity: '1', price: '109' }
const invoice = (scene: Scene = {}) =>
  postingInput(purchaseInvoice, { header: { supplier: 'sun' }, records, tables: { lines: [freight] }, ...scene })
const from = { source: { type: 'purchaseInvoice', document: 'purchaseInvoice', line: 'lines.1' } }
const certified = (scene: Scene = {}) =>
  postingInput(inputVatCertification, {
    date: '2026-07-31',
    records,
    sources: [invoice()],
    tables: { lines: [{ pendingTax: '9', ...from }] },
    ...scene,
  })

test('tax that was pending may be deducted in the tax month', () => {
  const input = certified()
  expect(trialOf(postInputVatCertification, input)).toEqual({ inputVat: '9', inputVatPending: '-9' })
  expect(input.header.taxMonth).toBe('2026-07')
  expect(String(input.header.totalTax)).toBe('9')
})

test('that of a red invoice is taken back', () => {
  const red = certified({ sources: [invoice({ header: { supplier: 'sun', isRed: true } })] })
  expect(trialOf(postInputVatCertification, red)).toEqual({ inputVat: '-9', inputVatPending: '9' })
})

test('under 即票即抵 the invoice deducts at once and leaves nothing to certify', () => {
  const input = invoice({ settings: { certifyInputVat: 'immediate' } })
  expect(trialOf(postPurchaseInvoice, input)).toEqual({ payable: '-109', inputVat: '9', adminExpense: '100' })
  expect(String(input.lines[0]?.pendingTax)).toBe('0')
  expect(String(invoice().lines[0]?.pendingTax)).toBe('9')
})

test('an ordinary invoice and a small-scale buyer have nothing to certify', () => {
  const ordinary = invoice({ header: { supplier: 'sun', invoiceKind: 'ordinary' } })
  const small = invoice({ settings: { taxpayer: 'smallScale' } })
  expect([ordinary, small].map((input) => String(input.lines[0]?.pendingTax))).toEqual(['0', '0'])
})

test('tax from nowhere, negative tax and a month that is none are refused', () => {
  const typed = { lines: [{ pendingTax: '9' }] }
  expect(unsourcedTax(certified({ tables: typed })).map((each) => each.path)).toEqual(['lines.0.source'])
  const negative = { records, tables: { lines: [{ pendingTax: '-9' }] } }
  expect(problemsOf(inputVatCertification, negative).map((each) => each.path)).toEqual(['lines.0.pendingTax'])
  const strange = { records, header: { taxMonth: '2026-13' }, tables: typed }
  expect(problemsOf(inputVatCertification, strange).map((each) => each.path)).toEqual(['taxMonth'])
})
