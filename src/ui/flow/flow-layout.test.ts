import { describe, expect, it } from 'vitest'
import { laneBands, neighbourNode, wirePaths, type FlowNode } from './flow-layout.ts'

const lanes = [
  { key: 'p', label: 'p' },
  { key: 's', label: 's' },
]
const nodes: readonly FlowNode[] = [
  { key: 'order', lane: 'p', column: 0 },
  { key: 'receipt', lane: 'p', column: 1 },
  { key: 'return', lane: 'p', column: 1, side: 1 },
  { key: 'voucher', lane: 's', column: 0 },
]
const wires = [
  { from: 'order', to: 'receipt' },
  { from: 'receipt', to: 'return' },
  { from: 'receipt', to: 'voucher' },
]

describe('the flow map', () => {
  it('draws straight wires, dashed ones to side documents, and ways to other lanes', () => {
    const [straight, side, across] = wirePaths(nodes, lanes, wires)
    expect(straight?.path).toBe('M214 50H227')
    expect(side).toMatchObject({ dashed: true, arrow: null })
    expect(across?.path).toContain('V')
    expect(wirePaths(nodes, lanes, [{ from: 'order', to: 'nowhere' }])).toEqual([])
  })

  it('makes a lane as high as its tallest stack of side documents', () => {
    const deeper = [...nodes, { key: 'exchange', lane: 'p', column: 1, side: 3 }]
    const height = laneBands(nodes, lanes).get('p')?.height ?? 0
    expect(laneBands(deeper, lanes).get('p')?.height).toBe(height + 80)
    expect(laneBands(deeper, lanes).get('s')?.top).toBe(height + 80)
  })

  it('is walked by arrow keys', () => {
    expect(neighbourNode(nodes, lanes, wires, 'order', 'right')).toBe('receipt')
    expect(neighbourNode(nodes, lanes, wires, 'receipt', 'down')).toBe('return')
    expect(neighbourNode(nodes, lanes, wires, 'order', 'up')).toBeNull()
  })
})
