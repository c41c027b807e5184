import { deflateRawSync } from 'node:zlib'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { contentTypeOf, isShownInline } from './content-type.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A zip with empty entries of these names, and a comment at its end. */
function zip(...names: readonly string[]): Uint8Array {
  const empty = deflateRawSync(Buffer.alloc(0))
  const locals = names.map((name) => {
    const header = Buffer.alloc(30)
    header.writeUInt32LE(0x04034b50, 0)
    header.writeUInt16LE(8, 8)
    header.writeUInt32LE(empty.length, 18)
    header.writeUInt16LE(name.length, 26)
    return Buffer.concat([header, Buffer.from(name), empty])
  })
  let offset = 0
  const directory = names.map((name, index) => {
    const header = Buffer.alloc(46)
    header.writeUInt32LE(0x02014b50, 0)
    header.writeUInt16LE(name.length, 28)
    header.writeUInt32LE(offset, 42)
    offset += locals[index]?.length ?? 0
    return Buffer.concat([header, Buffer.from(name)])
  })
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(names.length, 10)
  end.writeUInt32LE(offset, 16)
  end.writeUInt16LE(5, 20)
  return Buffer.concat([...locals, ...directory, end, Buffer.from('hello')])
}

test.each([
  ['a png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0), 'image/png'],
  ['a jpeg', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0x10), 'image/jpeg'],
  ['a gif', utf8('GIF89a'), 'image/gif'],
  ['a webp', utf8('RIFF\u0001\u0002\u0003\u0004WEBPVP8 '), 'image/webp'],
  ['a pdf', utf8('%PDF-1.7\n'), 'application/pdf'],
  ['an ofd', zip('OFD.xml', 'Doc_0/Document.xml'), 'application/ofd'],
  ['a zip', zip('invoice/OFD.xml', 'other.txt'), 'application/zip'],
  ['a word document', zip('[Content_Types].xml', 'word/document.xml'), /wordprocessingml/],
  ['a zip cut short', zip('OFD.xml').subarray(0, 40), 'application/zip'],
  ['an empty zip', zip(), 'application/zip'],
  ['an old workbook', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), 'application/vnd.ms-excel'],
  ['an xml invoice', utf8('\uFEFF<?xml version="1.0"?><EInvoice/>'), 'application/xml'],
  ['a csv in UTF-8', utf8('日期,金额\r\n2026-01-15,1.00\r\n'), 'text/plain'],
  ['a csv in GB18030', Uint8Array.of(0xc8, 0xd5, 0xc6, 0xda, 0x2c, 0xbd, 0xf0, 0xb6, 0xee), 'text/plain'],
  ['a page', utf8('<html><script>alert(1)</script></html>'), 'text/plain'],
  ['a drawing', utf8('<svg onload="alert(1)"/>'), 'text/plain'],
  ['nothing', new Uint8Array(), 'text/plain'],
])('knows %s', (_, bytes, type) => {
  expect(contentTypeOf(bytes)).toMatch(type)
})

test('knows a real workbook', async () => {
  const workbook = new ExcelJS.Workbook()
  workbook.addWorksheet('商品').addRow(['编码', '名称'])
  expect(contentTypeOf(new Uint8Array(await workbook.xlsx.writeBuffer()))).toMatch(/spreadsheetml/)
})

test('does not know a program', () => {
  expect(contentTypeOf(Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0))).toBeUndefined()
  expect(contentTypeOf(utf8('text with a \u0000 in it'))).toBeUndefined()
})

test('shows pictures and paper in place, nothing else', () => {
  expect(isShownInline('application/pdf')).toBe(true)
  expect(isShownInline('application/xml')).toBe(false)
  expect(isShownInline('text/plain')).toBe(false)
})
