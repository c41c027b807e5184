import { expect, it } from 'vitest'
import { encodeGbk } from './gbk.ts'

it('writes what a GBK reader reads, and a question mark for what it lacks', () => {
  const text = '填制凭证,V800 记 壹佰元整 ¥1,409.50 龘'
  expect(new TextDecoder('gbk').decode(encodeGbk(text))).toBe(text.replace('¥', '?'))
  // 中国 is D6D0 B9FA in every table of GB 2312.
  expect([...encodeGbk('中国a')]).toEqual([0xd6, 0xd0, 0xb9, 0xfa, 0x61])
  expect([...encodeGbk('😀')]).toEqual([0x3f])
})
