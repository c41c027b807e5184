import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimal } from './decimal.ts'
import { AmountToleranceError, amountsWithTax } from './tax-amounts.ts'
import type { TaxAmountsInput } from './tax-amounts.ts'

function line(quantity: string, price: string, priceIncludesTax: boolean, taxRate = '13'): TaxAmountsInput {
  return { quantity: decimal(quantity), price: decimal(price), priceIncludesTax, taxRate: decimal(taxRate) }
}

function amounts(input: TaxAmountsInput): string[] {
  const { net, tax, gross, discountAmount } = amountsWithTax(input)
  return [net, tax, gross, discountAmount].map((value) => value.toString())
}

describe('derived amounts', () => {
  test('a price with tax: the tax comes out of the gross', () => {
    expect(amounts(line('1', '113', true))).toEqual(['100', '13', '113', '0'])
    expect(amounts(line('3', '9.99', true))).toEqual(['26.52', '3.45', '29.97', '0'])
  })

  test('a price without tax: the tax goes onto the net', () => {
    expect(amounts(line('3', '9.99', false))).toEqual(['29.97', '3.9', '33.87', '0'])
    expect(amounts(line('10', '1.005', false, '0'))).toEqual(['10.05', '0', '10.05', '0'])
  })

  test('a discount is taken off the price', () => {
    const discountPercent = decimal('10')
    expect(amounts({ ...line('2', '50', false), discountPercent })).toEqual(['90', '11.7', '101.7', '10'])
    expect(amounts({ ...line('1', '113', true), discountPercent })).toEqual(['90', '11.7', '101.7', '11.3'])
  })

  test('net + tax = gross, always in cents', () => {
    const input = fc.record({
      quantity: fc.nat(1_000_000).map((value) => decimal(value).dividedBy(1000)),
      price: fc.nat(100_000_000).map((value) => decimal(value).dividedBy(1_000_000)),
      priceIncludesTax: fc.boolean(),
      taxRate: fc.constantFrom('0', '1', '3', '6', '9', '13').map(decimal),
      discountPercent: fc.nat(100).map(decimal),
    })
    fc.assert(
      fc.property(input, (each) => {
        const { net, tax, gross } = amountsWithTax(each)
        expect(net.plus(tax).equals(gross)).toBe(true)
        expect(Math.max(net.decimalPlaces(), tax.decimalPlaces())).toBeLessThanOrEqual(2)
      }),
    )
  })
})

describe('typed amounts', () => {
  const typed = (name: string, value: string) => ({ [name]: decimal(value) })

  test('one typed amount wins and the others follow', () => {
    expect(amounts({ ...line('1', '113', true), typed: typed('tax', '13.01') })).toEqual(['99.99', '13.01', '113', '0'])
    expect(amounts({ ...line('1', '100', false), typed: typed('tax', '13.01') })).toEqual([
      '100',
      '13.01',
      '113.01',
      '0',
    ])
    expect(amounts({ ...line('1', '113', true), typed: typed('net', '99.98') })).toEqual(['99.98', '13.02', '113', '0'])
    expect(amounts({ ...line('1', '100', false), typed: typed('net', '100.04') })).toEqual([
      '100.04',
      '13.01',
      '113.05',
      '0',
    ])
    expect(amounts({ ...line('1', '113', true), typed: typed('gross', '113.05') })).toEqual([
      '100.04',
      '13.01',
      '113.05',
      '0',
    ])
  })

  test('two typed amounts make the third', () => {
    const both = { net: decimal('100.01'), gross: decimal('113') }
    expect(amounts({ ...line('1', '113', true), typed: both })).toEqual(['100.01', '12.99', '113', '0'])
    const other = { net: decimal('100.01'), tax: decimal('13') }
    expect(amounts({ ...line('1', '113', true), typed: other })).toEqual(['100.01', '13', '113.01', '0'])
  })

  test('too far from the derived one is refused, by name', () => {
    const error = (input: TaxAmountsInput): unknown => {
      try {
        return amountsWithTax(input)
      } catch (thrown) {
        return thrown
      }
    }
    const far = error({ ...line('1', '113', true), typed: typed('tax', '13.06') })
    expect(far).toBeInstanceOf(AmountToleranceError)
    expect(far).toMatchObject({ amount: 'tax' })
    expect(error({ ...line('1', '113', true), typed: typed('net', '100.001') })).toMatchObject({ amount: 'net' })
    const three = { net: decimal('100.01'), tax: decimal('13'), gross: decimal('113') }
    expect(error({ ...line('1', '113', true), typed: three })).toMatchObject({ amount: 'gross' })
  })

  test('a large quantity at a price rounded to six places may be further off', () => {
    const input = { ...line('300000', '0.333333', false, '0'), typed: { net: decimal('100000') } }
    expect(amounts(input)).toEqual(['100000', '0', '100000', '0'])
  })
})
