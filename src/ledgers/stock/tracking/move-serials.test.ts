import { describe, expect, test } from 'vitest'
import { calendarDate } from '../../../base/calendar-date.ts'
import { moveSerials } from './move-serials.ts'
import type { SerialMove, SerialState } from './move-serials.ts'

const day = (text: string) => calendarDate(text)
const move = (more: Partial<SerialMove>): SerialMove => ({
  entry: 'e',
  item: 'pump',
  warehouse: 'main',
  place: 'onHand',
  lot: null,
  date: day('2026-01-05'),
  isIn: true,
  serials: ['SN1'],
  path: 'lines.0.serials',
  among: null,
  ...more,
})
const run = (...moves: SerialMove[]) => {
  const states = new Map<string, SerialState>()
  return {
    states,
    said: moveSerials(states, moves, (id) => `仓库${id}`).map((one) => one.message.zh),
  }
}

describe('units with serial numbers', () => {
  test('come in once, go out once, and come back only when they had left', () => {
    const out = move({ isIn: false })
    expect(run(move({}), out).said).toEqual([])
    expect(run(move({}), move({})).said).toEqual(['序列号 SN1 已在仓库main，不能重复入库'])
    expect(run(move({}), out, out).said).toEqual(['序列号 SN1 已出库，不在库中'])
    expect(run(out).said).toEqual(['序列号 SN1 没有入过库'])
    expect(run(move({}), out, move({})).said).toEqual([])
  })

  test('are in one place', () => {
    expect(run(move({}), move({ isIn: false, warehouse: 'shop' })).said).toEqual([
      '序列号 SN1 在仓库main，不在要出库的位置',
    ])
    const { said, states } = run(move({}), move({ isIn: false, entry: 'a' }), move({ warehouse: 'shop', entry: 'b' }))
    expect(said).toEqual([])
    expect(states.get('pump/SN1')).toMatchObject({ warehouse: 'shop', entry: 'b' })
  })

  test('keep to their days, their lot and what the source had', () => {
    expect(run(move({}), move({ isIn: false, date: day('2026-01-04') })).said).toEqual([
      '序列号 SN1 在 2026-01-05 还有业务，单据日期不能更早',
    ])
    expect(run(move({ lot: 'L1' }), move({ isIn: false, lot: 'L2' })).said).toEqual(['序列号 SN1 属于批号 L1'])
    expect(run(move({ among: new Set(['SN2']) })).said).toEqual(['序列号 SN1 不在来源单据的序列号中'])
  })

  test('that are refused by the hundred are told by five', () => {
    const serials = Array.from({ length: 100 }, (_, index) => `SN${index}`)
    expect(run(move({ isIn: false, serials })).said).toHaveLength(5)
  })
})
