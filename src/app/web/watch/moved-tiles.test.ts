import { expect, test } from 'vitest'
import { movedTiles } from './moved-tiles.ts'
import type { Tile } from './watch-data.ts'

const question = { report: 'stockOnHand', parameters: {}, span: null }
const tiles: readonly Tile[] = ['a', 'b', 'c'].map((id) => ({
  id,
  kind: 'table',
  title: id,
  width: 1,
  question,
  measure: 'count',
  figure: '',
}))
const order = (from: string, to: string): string =>
  movedTiles(tiles, from, to)
    .map((one) => one.id)
    .join('')

test('a tile takes the place of the one it is dropped on, before it or behind it', () => {
  expect([order('a', 'c'), order('c', 'a'), order('a', 'b'), order('b', 'b'), order('x', 'a')]).toEqual([
    'bca',
    'cab',
    'bac',
    'abc',
    'abc',
  ])
})
