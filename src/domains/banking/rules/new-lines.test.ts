import { expect, test } from 'vitest'
import { newLines } from './new-lines.ts'

const lines = (...identities: readonly string[]) => identities.map((identity) => ({ identity }))

test('a file that comes twice adds nothing; equal lines of one file are as many as they are', () => {
  expect(newLines(lines('a', 'b', 'a'), new Map())).toHaveLength(3)
  expect(
    newLines(
      lines('a', 'b', 'a'),
      new Map([
        ['a', 2],
        ['b', 1],
      ]),
    ),
  ).toEqual([])
  expect(newLines(lines('a', 'a', 'c'), new Map([['a', 1]]))).toEqual(lines('a', 'c'))
})
