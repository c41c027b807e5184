import { describe, expect, test } from 'vitest'
import { postingInput } from '../../../ledgers/testing/posting-input.ts'
import type { Scene } from '../../../ledgers/testing/posting-input.ts'
import { tradeRecords as records } from '../../../ledgers/testing/trade-records.ts'
import { trialOf } from '../../../ledgers/testing/trial.ts'
import { salesDelivery } from './sales-delivery.ts'
import { misplacedLines, strangeSources } from './sales-invoice.checks.ts'
import { postSalesInvoice } from './sales-invoice.posting.ts'
import { salesInvoice } from './sales-invoice.ts'
import { salesReturn } from './sales-return.ts'

const pens = { item: 'pen', quantity: '10', price: '113' }
const costs = { pen: '60' }
const header = { customer: 'hong', warehouse: 'main' }
const contract = { ...header, contractPaymentOn: '2026-08-31' }
const from = { source: { type: 'salesDelivery', document: 'salesDelivery', line: 'lines.1' } }
const delivered = (scene: Scene = {}) =>
  postingInput(salesDelivery, { header: contract, records, tables: { lines: [pens] }, ...scene })
const whole = { 'lines.1': { quantity: '10', amount: '1130', part: '130', taken: '130', takesAll: true } }
/** The VAT was due before: on delivery, or on a day that has come. */
const moved = { 'lines.1': { ...whole['lines.1'], taken: '0' } }

const invoice = (scene: Scene) =>
  postingInput(salesInvoice, {
    date: '2026-08-05',
    header: { customer: 'hong' },
    records,
    sources: [delivered()],
    tables: { lines: [{ ...pens, ...from }] },
    drawn: whole,
    ...scene,
  })

describe('a sales invoice after the delivery', () => {
  test('makes pending VAT due', () => {
    expect(trialOf(postSalesInvoice, invoice({}))).toEqual({ outputVatPending: '130', outputVat: '-130' })
  })

  test('says nothing when VAT was due before', () => {
    expect(trialOf(postSalesInvoice, invoice({ drawn: moved }))).toEqual({})
  })

  test('at another price adds the difference to revenue, VAT and the receivable (rule 9)', () => {
    const input = invoice({ tables: { lines: [{ ...pens, price: '124.3', ...from }] } })
    expect(trialOf(postSalesInvoice, input)).toEqual({
      outputVatPending: '130',
      outputVat: '-143',
      receivable: '113',
      revenue: '-100',
    })
    const lower = invoice({
      drawn: moved,
      tables: { lines: [{ ...pens, price: '101.7', ...from }] },
    })
    expect(trialOf(postSalesInvoice, lower)).toEqual({ outputVat: '13', receivable: '-113', revenue: '100' })
  })

  test('at another rate moves the difference between revenue and VAT', () => {
    const input = invoice({ drawn: moved, tables: { lines: [{ ...pens, taxRate: '6', ...from }] } })
    expect(trialOf(postSalesInvoice, input)).toEqual({ outputVat: '66.04', revenue: '-66.04' })
  })

  test('of a service stands on its own', () => {
    const input = invoice({
      sources: [],
      drawn: {},
      tables: { lines: [{ item: 'freight', quantity: '1', price: '109' }] },
    })
    expect(trialOf(postSalesInvoice, input)).toEqual({ receivable: '109', revenue: '-100', outputVat: '-9' })
  })

  test('in red says nothing of VAT that its return took back', () => {
    const returned = postingInput(salesReturn, {
      date: '2026-07-20',
      header: { ...header, vatDueOn: '2026-08-31', receivableBasis: 'delivery' },
      records,
      tables: { lines: [{ item: 'pen', quantity: '4', price: '113', id: 'returned' }] },
    })
    const input = invoice({
      header: { customer: 'hong', isRed: true },
      sources: [returned],
      tables: {
        lines: [
          {
            item: 'pen',
            quantity: '4',
            price: '113',
            source: { type: 'salesReturn', document: 'salesReturn', line: 'returned' },
          },
        ],
      },
      drawn: { 'lines.1': { quantity: '4', amount: '452', part: '52' } },
    })
    expect(trialOf(postSalesInvoice, input)).toEqual({})
    expect([...misplacedLines(input), ...strangeSources(input)]).toEqual([])
  })
})

describe('a sales invoice that makes the receivable', () => {
  const settings = { receivableBasis: 'invoice' }

  test('takes the goods shipped to cost of sales', () => {
    expect(trialOf(postSalesInvoice, invoice({ settings, sources: [delivered({ settings })] }), costs)).toEqual({
      goodsShipped: '-600',
      costOfSales: '600',
      receivable: '1130',
      revenue: '-1000',
      outputVat: '-130',
    })
  })

  test('charges no VAT that was due, and owed, before', () => {
    const input = invoice({ settings, drawn: moved, sources: [delivered({ settings, header })] })
    expect(trialOf(postSalesInvoice, input, costs)).toMatchObject({ receivable: '1000', revenue: '-1000' })
  })
})

test('goods are invoiced from what moved them, for whom it did', () => {
  expect(misplacedLines(invoice({ tables: { lines: [pens] } })).map((each) => each.path)).toEqual(['lines.0.source'])
  const red = invoice({ header: { customer: 'hong', isRed: true } })
  expect(misplacedLines(red).map((each) => each.path)).toEqual(['lines.0.source'])
  expect(strangeSources(invoice({ header: { customer: 'sun' } })).map((each) => each.path)).toEqual(['lines.0.source'])
})
