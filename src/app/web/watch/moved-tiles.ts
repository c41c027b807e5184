import type { Tile } from './watch-data.ts'

/** The tiles with one of them in the place of another, which makes room. */
export function movedTiles(tiles: readonly Tile[], from: string, to: string): readonly Tile[] {
  const start = tiles.findIndex((one) => one.id === from)
  const end = tiles.findIndex((one) => one.id === to)
  const moved = tiles[start]
  if (moved === undefined || end < 0 || start === end) return tiles
  const others = tiles.filter((one) => one.id !== from)
  return [...others.slice(0, end), moved, ...others.slice(end)]
}
