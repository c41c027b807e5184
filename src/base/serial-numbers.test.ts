import { describe, expect, test } from 'vitest'
import { repeatedSerials, serialNumbers, serialText } from './serial-numbers.ts'

describe('serial numbers in text', () => {
  test('are parted by whatever people and scanners put between them', () => {
    expect(serialNumbers('SN1 SN2\nSN3,SN4，SN5、SN6；SN7;\r\n SN8\t')).toEqual(
      Array.from({ length: 8 }, (_, index) => `SN${index + 1}`),
    )
    expect(serialNumbers(null)).toEqual([])
    expect(serialNumbers(' \n')).toEqual([])
  })

  test('keep what slashes, dashes and dots mean', () => {
    expect(serialNumbers('A-1/2.3 (4)')).toEqual(['A-1/2.3', '(4)'])
  })

  test('that come twice are told, each once', () => {
    expect(repeatedSerials(['a', 'b', 'a', 'c', 'b', 'a'])).toEqual(['a', 'b'])
    expect(serialText(['a', 'b'])).toBe('a b')
  })
})
