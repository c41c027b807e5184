import { describe, expect, it } from 'vitest'
import { decimal } from '../../../base/decimal.ts'
import {
  addItem,
  addQuantity,
  changeLine,
  counterGross,
  emptyCounter,
  moveSelection,
  readScan,
  pricedAtOnce,
  removeLine,
  roundedOff,
  tenderState,
} from './counter-state.ts'
import type { CounterItem } from './counter-state.ts'

const item = (code: string, price: string): CounterItem => ({
  id: code,
  code,
  name: code,
  spec: '',
  barcode: '',
  unit: 'PCS',
  unitName: '个',
  price,
  taxRate: '13',
})

const pot = item('POT', '76.00')
const cup = item('CUP', '59.90')

describe('the counter', () => {
  it('reads a quantity before a star', () => {
    expect(readScan(' 6901234 ')).toEqual({ quantity: null, code: '6901234' })
    expect(readScan('3*6901234')).toEqual({ quantity: '3', code: '6901234' })
    expect(readScan('2.5×')).toEqual({ quantity: '2.5', code: '' })
  })

  it('puts the same item on one line, and selects what was scanned', () => {
    const counter = addItem(addItem(addItem(emptyCounter, pot), cup), pot, '2')
    expect(counter.lines.map((line) => [line.item.code, line.quantity])).toEqual([
      ['POT', '3'],
      ['CUP', '1'],
    ])
    expect(counter.selected).toBe(0)
    expect(counterGross(pricedAtOnce(counter, true)).toString()).toBe('287.9')
  })

  it('keeps a changed price apart from the next scan of the item', () => {
    const cheaper = changeLine(addItem(emptyCounter, pot), { price: '70' })
    expect(addItem(cheaper, pot).lines).toHaveLength(2)
  })

  it('takes a line off at a quantity of nothing and goes on with its neighbour', () => {
    const counter = addItem(addItem(emptyCounter, pot), cup)
    expect(addQuantity(counter, -1)).toEqual({ lines: [counter.lines[0]], selected: 0 })
    expect(removeLine(removeLine(counter))).toEqual({ lines: [], selected: -1 })
    expect(moveSelection(counter, 1).selected).toBe(1)
    expect(moveSelection(counter, -1).selected).toBe(0)
  })

  it('adds tax where prices are without it', () => {
    expect(counterGross(pricedAtOnce(addItem(emptyCounter, pot), false)).toString()).toBe('85.88')
  })

  it('rounds off to ten cents or to whole yuan', () => {
    const gross = decimal('287.93')
    expect(roundedOff(gross, 'none').toString()).toBe('0')
    expect(roundedOff(gross, 'dime').toString()).toBe('0.03')
    expect(roundedOff(gross, 'yuan').toString()).toBe('0.93')
  })

  it('says what is missing of several tenders, and what goes back', () => {
    const due = decimal('100')
    expect(tenderState(due, ['60', '', '30'])).toMatchObject({ missing: decimal(10), change: decimal(0) })
    expect(tenderState(due, ['60', '50'])).toMatchObject({ missing: decimal(0), change: decimal(10) })
  })
})
