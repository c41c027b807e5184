import { describe, expect, test } from 'vitest'
import { decimal } from '../../../base/decimal.ts'
import { choosePrice, explainPrice, readPriceOrder } from './choose-price.ts'
import type { PriceCandidate, PriceSource } from './choose-price.ts'

const at = (source: PriceSource, price: string, from = '0', since = '2026-01-01', name = ''): PriceCandidate => ({
  source,
  price: decimal(price),
  from: decimal(from),
  since,
  name,
})
const usual = readPriceOrder('customer,last,level,promotion,wholesale,retail') ?? []
const chosen = (quantity: string, ...candidates: PriceCandidate[]) =>
  choosePrice(candidates, usual, decimal(quantity))?.price.toString()

describe('price tracking', () => {
  test('takes the first source of the order that has a price', () => {
    const all = [at('retail', '100'), at('level', '90'), at('last', '85'), at('customer', '80')]
    expect(chosen('1', ...all)).toBe('80')
    expect(chosen('1', ...all.slice(0, 3))).toBe('85')
    expect(chosen('1', ...all.slice(0, 2))).toBe('90')
    expect(chosen('1')).toBeUndefined()
  })

  test('follows quantity breaks, and of one break the later price', () => {
    const breaks = [at('customer', '80'), at('customer', '75', '100'), at('customer', '70', '1000')]
    expect(chosen('99.9', ...breaks)).toBe('80')
    expect(chosen('100', ...breaks)).toBe('75')
    expect(chosen('5000', ...breaks)).toBe('70')
    expect(chosen('1', at('level', '90'), at('level', '88', '0', '2026-03-01'))).toBe('88')
  })

  test('says which source it took', () => {
    expect(explainPrice(at('customer', '75', '100', '2026-01-01', 'JG001'))).toBe('客户专价 JG001 满 100')
    expect(explainPrice(at('retail', '100'))).toBe('零售价')
  })

  test('reads the order of a setting, and nothing else', () => {
    expect(readPriceOrder('last, retail')).toEqual(['last', 'retail'])
    expect(readPriceOrder('last,last')).toBeUndefined()
    expect(readPriceOrder('cheapest')).toBeUndefined()
  })
})
