import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimal, sum } from '../../../base/decimal.ts'
import { fromBase, toBase } from '../../../base/unit-ratio.ts'
import type { LotOnHand } from './first-expired.ts'
import { pickLots } from './first-expired.ts'
import { splitLine } from './split-line.ts'

const millis = (most: number) => fc.integer({ min: 1, max: most }).map((value) => decimal(value).div(1000))

describe('a line that several lots fill', () => {
  test('adds up in both quantities and in every amount, whatever the parts', () => {
    fc.assert(
      fc.property(
        fc.array(millis(1_000_000), { minLength: 1, maxLength: 8 }),
        millis(1_000_000),
        fc.integer({ min: 0, max: 10_000_000 }),
        (quantities, second, cents) => {
          const gross = decimal(cents).div(100)
          const tax = decimal(Math.floor(cents * 0.115)).div(100)
          const line = { quantity: sum(quantities), secondQuantity: second, gross, tax, net: gross.minus(tax) }
          const parts = splitLine(
            line,
            quantities.map((quantity, index) => ({ lot: `L${index}`, quantity })),
          )
          const total = (name: 'quantity' | 'secondQuantity' | 'gross' | 'tax' | 'net') =>
            sum(parts.map((part) => part[name] ?? 0)).toString()
          expect(total('quantity')).toBe(line.quantity.toString())
          expect(total('secondQuantity')).toBe(second.toString())
          expect(total('gross')).toBe(gross.toString())
          expect(total('tax')).toBe(tax.toString())
          expect(total('net')).toBe(line.net.toString())
        },
      ),
    )
  })

  test('in a unit of any ratio takes whole units of each lot, so that not a thousandth is left between two units', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 1000 }),
        fc.integer({ min: 1, max: 50 }),
        fc.array(fc.integer({ min: 1, max: 20_000 }), { minLength: 1, maxLength: 6 }),
        (numerator, boxes, stocks) => {
          const ratio = { numerator: String(numerator), denominator: '1' }
          const lots = stocks.map((available, index): LotOnHand => ({
            number: `L${index}`,
            available: decimal(available),
            expiresOn: null,
            producedOn: null,
            isNormal: true,
          }))
          const wanted = toBase(decimal(boxes), ratio)
          const { picks, left } = pickLots(lots, wanted, toBase(decimal(1), ratio))
          for (const pick of picks) {
            const inBoxes = fromBase(pick.quantity, ratio)
            expect(inBoxes.isInteger()).toBe(true)
            expect(toBase(inBoxes, ratio).toString()).toBe(pick.quantity.toString())
          }
          expect(
            sum(picks.map((pick) => pick.quantity))
              .plus(left)
              .toString(),
          ).toBe(wanted.toString())
        },
      ),
    )
  })
})
