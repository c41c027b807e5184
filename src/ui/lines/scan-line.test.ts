import { describe, expect, it } from 'vitest'
import { applyLineChanges, newLine, type Line } from './line.ts'
import { plainScan, scanLine, type Scanned } from './scan-line.ts'

const target = { reference: 'item', quantity: 'quantity', serials: 'serials' } as const
const pot = { id: '1', name: '汤锅' }
const run = (lines: readonly Line[], ...scans: readonly Scanned[]): readonly Line[] =>
  scans.reduce((now, scan) => applyLineChanges(now, scanLine(now, target, scan).changes), lines)
const shown = (lines: readonly Line[]) =>
  lines.map(({ values }) =>
    [values['quantity'], values['lot'], values['serials']].filter((one) => typeof one === 'string').join(' | '),
  )
const ofLot = (lot: string): Scanned => ({ ...plainScan(pot), same: { lot } })
const unit = (serial: string): Scanned => ({ ...plainScan(pot), serial })

describe('scans into lines', () => {
  it('adds up on the line of the item, and begins another for another lot', () => {
    expect(shown(run([], plainScan(pot), plainScan(pot), { ...plainScan(pot), quantity: '24' }))).toEqual(['26'])
    expect(shown(run([], ofLot('A'), ofLot('B'), ofLot('A'), plainScan(pot)))).toEqual(['3 | A', '1 | B'])
  })

  it('gives a line without a lot the lot of what is scanned', () => {
    const line = newLine({ item: pot, quantity: '5' })
    expect(shown(run([line], ofLot('A')))).toEqual(['6 | A'])
  })

  it('takes a unit once, and fills up the quantity that was ordered before it adds to it', () => {
    expect(shown(run([], unit('S1'), unit('S2'), unit('S1')))).toEqual(['2 | S1 S2'])
    expect(scanLine(run([], unit('S1')), target, unit('S1')).verdict).toBe('again')
    const ordered = newLine({ item: pot, quantity: '3' })
    expect(shown(run([ordered], unit('S1'), unit('S2')))).toEqual(['3 | S1 S2'])
    expect(shown(run([ordered], unit('S1'), unit('S2'), unit('S3'), unit('S4')))).toEqual(['4 | S1 S2 S3 S4'])
  })

  it('fills what is empty and leaves what was typed', () => {
    const line = newLine({ item: pot, quantity: '1', expiresOn: '2026-01-01' })
    const [after] = run([line], { ...plainScan(pot), fills: { expiresOn: '2027-01-01', producedOn: '2025-01-01' } })
    expect(after?.values).toMatchObject({ quantity: '2', expiresOn: '2026-01-01', producedOn: '2025-01-01' })
  })
})
