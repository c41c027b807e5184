import { describe, expect, it } from 'vitest'
import { formatTsv, parseTsv } from './tsv.ts'

describe('a block from a spreadsheet', () => {
  it('is cut at tabs and line breaks, without a row after the last', () => {
    expect(parseTsv('a\tb\r\nc\td\r\n')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
    expect(parseTsv('a\n\nb')).toEqual([['a'], [''], ['b']])
    expect(parseTsv('')).toEqual([])
    expect(parseTsv('\t')).toEqual([['', '']])
  })

  it('keeps line breaks, tabs and quotes inside quoted cells', () => {
    expect(parseTsv('"two\nlines"\t5')).toEqual([['two\nlines', '5']])
    expect(parseTsv('"say ""yes"""\tb')).toEqual([['say "yes"', 'b']])
    expect(parseTsv('"a\tb"')).toEqual([['a\tb']])
  })

  it('takes a quote inside a plain cell as it is', () => {
    expect(parseTsv('12"\t锅盖')).toEqual([['12"', '锅盖']])
    expect(parseTsv('"A\tB')).toEqual([['"A', 'B']])
  })

  it('reads back what it writes', () => {
    const cells = [
      ['a', 'two\nlines', '12"'],
      ['', '带\t制表', '终'],
    ]
    expect(parseTsv(formatTsv(cells))).toEqual(cells)
  })
})
