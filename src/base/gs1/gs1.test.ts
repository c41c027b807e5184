import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { applicationIdentifiers } from './application-identifiers.ts'
import {
  readBracketed,
  readDigitalLink,
  readElementString,
  separator,
  writeBracketed,
  writeElementString,
} from './element-strings.ts'
import { readSgtin96 } from './epc.ts'
import { checkDigit, gtinForms, isGtin } from './gtin.ts'
import { readBurst, readGs1Date, readScan } from './scan.ts'

const data = join(process.env['SUANPAN_DATA'] ?? '../shared/data', 'gs1')
const has = existsSync(data)
if (!has) console.log(`left out: the GS1 vectors (${data} is missing)`)

interface Vector {
  readonly ok: boolean
  readonly input: string
  readonly unbracketed: string | null
}

describe.skipIf(!has)('the vectors of the GS1 syntax engine', () => {
  const vectors = has ? (JSON.parse(readFileSync(join(data, 'bracketed-ai-vectors.json'), 'utf8')) as Vector[]) : []

  test.each(vectors)('$input', ({ ok, input, unbracketed }) => {
    const elements = readBracketed(input)
    expect(elements !== null).toBe(ok)
    if (elements === null || unbracketed === null) return
    expect(writeElementString(elements, '^')).toBe(unbracketed)
    expect(readElementString(writeElementString(elements))).toEqual(elements)
    expect(readBracketed(writeBracketed(elements))).toEqual(elements)
  })

  test('every identifier of the syntax dictionary is known, and needs a separator where the dictionary says so', () => {
    const listed = readFileSync(join(data, 'gs1-syntax-dictionary.txt'), 'utf8')
      .split('\n')
      .filter((line) => /^\d/u.test(line))
      .map((line) => line.split(/\s+/u))
    for (const [range = '', flags = ''] of listed) {
      const [from = '', to = from] = range.split('-')
      for (let number = Number(from); number <= Number(to); number += 1) {
        const identifier = String(number).padStart(from.length, '0')
        expect([identifier, applicationIdentifiers.get(identifier)?.isFixed]).toEqual([
          identifier,
          flags.startsWith('*'),
        ])
      }
    }
  })
})

describe('GTINs', () => {
  test('have a check digit, and are the same in all their lengths', () => {
    expect(checkDigit('629104150021')).toBe('3')
    expect(isGtin('6291041500213')).toBe(true)
    expect(isGtin('6291041500214')).toBe(false)
    expect(isGtin('96385074')).toBe(true)
    expect(gtinForms('00614141123452')).toEqual(['00614141123452', '0614141123452', '614141123452'])
    expect(gtinForms('96385074')).toContain('00000096385074')
  })
})

describe('tags (EPC Tag Data Standard, SGTIN-96)', () => {
  test('urn:epc:tag:sgtin-96:3.0614141.812345.6789 is 3074257BF7194E4000001A85', () => {
    expect(readSgtin96('3074257BF7194E4000001A85')).toEqual({ gtin: '80614141123458', serial: '6789' })
    expect(readSgtin96('3074257bf7194e4000001a85')?.serial).toBe('6789')
    expect(readSgtin96('3174257BF7194E4000001A85')).toBeNull()
    expect(readSgtin96('307')).toBeNull()
  })

  test('heard again and again in one burst count once', () => {
    expect(readBurst('3074257BF7194E4000001A85 3074257bf7194e4000001a85\nABC,ABC')).toEqual([
      '3074257BF7194E4000001A85',
      'ABC',
    ])
  })
})

describe('a scan', () => {
  const year = 2026
  test('of GS1 elements says item, lot, serial number, dates and weight, in whatever form it comes', () => {
    const full = '(01)09521234543213(11)260104(17)260203(10)LOT-7(21)SN9'
    const expected = {
      codes: ['09521234543213', '9521234543213'],
      lot: 'LOT-7',
      serial: 'SN9',
      producedOn: '2026-01-04',
      expiresOn: '2026-02-03',
      count: null,
      weight: null,
      sscc: null,
    }
    expect(readScan(full, year)).toEqual(expected)
    expect(readScan(`]d20109521234543213112601041726020310LOT-7${separator}21SN9`, year)).toEqual(expected)
    expect(readScan('https://id.gs1.org/01/09521234543213/10/LOT-7/21/SN9?11=260104&17=260203', year)).toEqual(expected)
  })

  test('of a weighed item has its weight; of a trade count its number; of a pallet its own', () => {
    expect(readScan('(01)99521234543216(3103)001750', year).weight?.toString()).toBe('1.75')
    expect(readScan('(02)09521234543213(37)24', year).count?.toString()).toBe('24')
    expect(readScan('(00)106141412345678908', year).sscc).toBe('106141412345678908')
  })

  test('of anything else is that code, or the forms of a GTIN', () => {
    expect(readScan('P-001', year).codes).toEqual(['P-001'])
    expect(readScan(' 6291041500213 ', year).codes).toEqual(['6291041500213', '06291041500213'])
    expect(readScan(']E06291041500213', year).codes[0]).toBe('6291041500213')
    expect(readScan('3074257BF7194E4000001A85', year)).toMatchObject({ codes: ['80614141123458'], serial: '6789' })
  })

  test('dates without a day are the month’s last; the century is the nearest', () => {
    expect(readGs1Date('260200', year)).toBe('2026-02-28')
    expect(readGs1Date('991225', year)).toBe('1999-12-25')
    expect(readGs1Date('760101', year)).toBe('2076-01-01')
  })

  test('a link that is none of GS1’s is no item', () => {
    expect(readDigitalLink('https://example.com/product/5')).toBeNull()
    expect(readDigitalLink('https://example.com/01/123')).toBeNull()
  })
})
