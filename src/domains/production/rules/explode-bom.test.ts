import { expect, test } from 'vitest'
import { decimal } from '../../../base/decimal.ts'
import { explodeBom } from './explode-bom.ts'

const part = (component: string, quantity: string, lossPercent: string | null = null) => ({
  component,
  quantity: decimal(quantity),
  unit: null,
  lossPercent: lossPercent === null ? null : decimal(lossPercent),
})

const quantities = (parts: ReturnType<typeof explodeBom>) => parts.map((one) => one.quantity.toString())

test('an order of two takes twice the five screws and 150 cm of the published case', () => {
  expect(quantities(explodeBom([part('screw', '5'), part('bar', '1.5')], decimal(1), decimal(2)))).toEqual(['10', '3'])
})

test('what is lost on the way is issued too, and a BOM may be written for a batch', () => {
  expect(quantities(explodeBom([part('flour', '100', '4')], decimal(80), decimal(20)))).toEqual(['26'])
})
