import { describe, expect, it } from 'vitest'
import { clearBlock, fillDown } from './fill.ts'
import { plainScan, scanLine } from './scan-line.ts'
import { applyLineChanges, type Line, type LineColumn } from './line.ts'
import { planPaste, settleReferences } from './paste.ts'
import { followKey, noBurst } from './scan-burst.ts'

const columns: readonly LineColumn[] = [
  { key: 'item', label: '商品', kind: 'reference', width: 100 },
  { key: 'spec', label: '规格', kind: 'text', width: 100, readOnly: true },
  { key: 'quantity', label: '数量', kind: 'decimal', width: 100, decimal: { max: 2 } },
]
const lines: readonly Line[] = [
  { key: 'a', values: { item: { id: '1', name: '汤锅' }, quantity: '2' } },
  { key: 'b', values: { item: null, quantity: null } },
]
const target = { row: 1, column: 0, growable: true, today: '2026-01-15' }

describe('pasting a block', () => {
  it('makes lines, passes over read-only cells and leaves references to be found', () => {
    const plan = planPaste(
      lines,
      columns,
      [
        ['锅', '24cm', '1,200.5'],
        ['杯', '', '3'],
      ],
      target,
    )
    const after = applyLineChanges(lines, plan.changes)
    expect(after.map((line) => line.values.quantity)).toEqual(['2', '1200.5', '3'])
    expect(after[1]?.values.spec).toBeUndefined()
    expect(plan.pending.map((one) => one.text)).toEqual(['锅', '杯'])
    expect(after[0]).toBe(lines[0])
  })

  it('reports what cannot be read on its cell and takes the rest', () => {
    const plan = planPaste(lines, columns, [['', '', 'many']], { ...target, row: 0 })
    expect(plan.problems).toMatchObject([{ key: 'a', field: 'quantity' }])
    expect(plan.changes).toEqual([{ type: 'set', key: 'a', field: 'item', value: null }])
  })

  it('does not make lines where none may be', () => {
    expect(
      planPaste(
        lines,
        columns,
        [
          ['', '', '1'],
          ['', '', '2'],
        ],
        { ...target, growable: false },
      ).rows,
    ).toBe(1)
  })

  it('settles found and missing references', () => {
    const pending = [
      { key: 'a', field: 'item', text: 'x' },
      { key: 'b', field: 'item', text: 'y' },
    ]
    const settled = settleReferences(pending, [{ id: '9', name: '壶' }, null], (text) => `no ${text}`)
    expect(settled.changes).toHaveLength(1)
    expect(settled.problems).toEqual([{ key: 'b', field: 'item', message: 'no y' }])
  })
})

describe('filling and scanning', () => {
  it('fills a block from its first row, a single row from the one above', () => {
    expect(fillDown(lines, columns, { top: 0, bottom: 1, left: 2, right: 2 })).toEqual([
      { type: 'set', key: 'b', field: 'quantity', value: '2' },
    ])
    expect(fillDown(lines, columns, { top: 1, bottom: 1, left: 0, right: 2 })).toHaveLength(2)
    expect(fillDown(lines, columns, { top: 0, bottom: 0, left: 0, right: 2 })).toEqual([])
  })

  it('clears only what holds something', () => {
    expect(
      clearBlock(lines, columns, { top: 0, bottom: 1, left: 0, right: 2 }).map(
        (change) => change.type === 'set' && change.field,
      ),
    ).toEqual(['item', 'quantity'])
  })

  it('adds one to the line of a scanned item, or takes the first empty line', () => {
    const scan = { reference: 'item', quantity: 'quantity' }
    expect(scanLine(lines, scan, plainScan({ id: '1', name: '汤锅' })).changes).toEqual([
      { type: 'set', key: 'a', field: 'quantity', value: '3' },
    ])
    expect(scanLine(lines, scan, plainScan({ id: '2', name: '壶' })).row).toBe(1)
    expect(scanLine(lines.slice(0, 1), scan, plainScan({ id: '2', name: '壶' })).changes[0]?.type).toBe('insert')
  })

  it('tells a scanner from a hand', () => {
    const type = (text: string, gap: number): string | null => {
      let burst = noBurst
      let at = 1000
      for (const key of text) {
        burst = followKey(burst, key, (at += gap)).burst
      }
      return followKey(burst, 'Enter', at + gap).code
    }
    expect(type('6924583117204', 8)).toBe('6924583117204')
    expect(type('6924583117204', 120)).toBeNull()
    expect(type('123', 8)).toBeNull()
  })
})
