import { expect, test } from 'vitest'
import { connectedComponents } from './connected-components.ts'

function components(edges: Record<string, string[]>): string[][] {
  return connectedComponents(Object.keys(edges), (node) => edges[node] ?? []).map((each) => each.toSorted())
}

test('finds circles, and puts what is pointed to first', () => {
  expect(components({ a: ['b'], b: ['c'], c: ['a', 'd'], d: [] })).toEqual([['d'], ['a', 'b', 'c']])
  expect(components({ a: [], b: ['a'], c: ['b'] })).toEqual([['a'], ['b'], ['c']])
  expect(components({ a: ['a'], b: ['c'], c: ['b'] })).toEqual([['a'], ['b', 'c']])
  expect(components({})).toEqual([])
})

test('a long chain needs no deep stack', () => {
  const nodes = Array.from({ length: 50_000 }, (_, index) => String(index))
  const found = connectedComponents(nodes, (node) => (node === '49999' ? [] : [String(Number(node) + 1)]))
  expect(found.length).toBe(50_000)
  expect(found[0]).toEqual(['49999'])
})
