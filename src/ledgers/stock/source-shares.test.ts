import { expect, test } from 'vitest'
import { placeShare, withoutShare } from './source-shares.ts'

const share = (offset: bigint, size: bigint) => ({ offset, size })

test('shares of a source lie side by side, and fill the gaps that others left', () => {
  expect(placeShare([], 20n, 5n)).toBe(0n)
  expect(placeShare([share(0n, 5n)], 20n, 5n)).toBe(5n)
  expect(placeShare([share(5n, 5n), share(0n, 3n)], 20n, 4n)).toBe(10n)
  expect(placeShare([share(5n, 5n)], 20n, 5n)).toBe(0n)
})

test('what finds no gap takes the end of the source', () => {
  expect(placeShare([share(0n, 20n)], 20n, 5n)).toBe(15n)
  expect(placeShare([share(0n, 8n), share(10n, 8n)], 20n, 4n)).toBe(16n)
  expect(placeShare([], 3n, 5n)).toBe(0n)
})

test('a share that is given back is free again', () => {
  expect(withoutShare([share(0n, 5n), share(5n, 5n)], share(0n, 5n))).toEqual([share(5n, 5n)])
  expect(withoutShare([share(0n, 5n)], share(1n, 5n))).toEqual([share(0n, 5n)])
})
