import { expect, test } from 'vitest'
import { encodeGb18030 } from './gb18030.ts'

test('GB 18030 is GBK where that has a code, and four bytes elsewhere', () => {
  expect(encodeGb18030('A算盘')).toEqual([0x41, 0xcb, 0xe3, 0xc5, 0xcc])
  // U+0080 is the first four-byte code, U+10000 the first beyond the plane (GB 18030, annex).
  expect(encodeGb18030('\u0080')).toEqual([0x81, 0x30, 0x81, 0x30])
  expect(encodeGb18030('\u{10000}')).toEqual([0x90, 0x30, 0x81, 0x30])
})

test('what is written is read again', () => {
  const text = '¥1,234.50 䶮 𠮷 ① é 镕'
  expect(new TextDecoder('gb18030').decode(Uint8Array.from(encodeGb18030(text)))).toBe(text)
})
