import { expect, test } from 'vitest'
import { readScan } from '../../../base/gs1/scan.ts'
import { labelSymbol } from './label-content.ts'

const pen = { code: 'PEN', barcode: '6291041500213', lot: null, serial: null, producedOn: null, expiresOn: null }

test('an item alone is EAN-13; with its lot and days it is GS1-128; without a GTIN it is its own code', () => {
  expect(labelSymbol(pen).text).toBe('6291041500213')
  expect(labelSymbol({ ...pen, lot: 'L-1', expiresOn: '2026-02-03', serial: 'S9' }).text).toBe(
    '(01)06291041500213(17)260203(10)L-1(21)S9',
  )
  expect(labelSymbol({ ...pen, barcode: null }).text).toBe('PEN')
  expect(labelSymbol({ ...pen, barcode: null, serial: 'SN-1' }).text).toBe('SN-1')
  expect(labelSymbol({ ...pen, barcode: null, lot: '一号批' }).bars).toEqual([])
})

test('what a label says is what a scan of it reads', () => {
  const { text, link } = labelSymbol({ ...pen, lot: 'L-1', expiresOn: '2026-02-03', serial: 'S9' })
  for (const scanned of [text, link]) {
    expect(readScan(scanned, 2026)).toMatchObject({ lot: 'L-1', serial: 'S9', expiresOn: '2026-02-03' })
    expect(readScan(scanned, 2026).codes).toContain('6291041500213')
  }
})
