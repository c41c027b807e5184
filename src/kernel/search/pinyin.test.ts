import { expect, test } from 'vitest'
import { normalized, pinyinInitials, searchText } from './pinyin.ts'

test.each([
  ['重庆', '重庆 chongqing cq'],
  ['重量', '重量 zhongliang zl'],
  ['中国银行', '中国银行 zhongguoyinhang zgyh'],
  ['绿茶', '绿茶 lvcha lc'],
  ['M8×30不锈钢 螺栓', 'm8×30不锈钢 螺栓 m830buxiugangluoshuan m830bxgls'],
  ['Ａ４复印纸', 'a4复印纸 a4fuyinzhi a4fyz'],
  ['Acme  Ltd', 'acme ltd'],
  ['', ''],
])('%s is found by %s', (name, text) => {
  expect(searchText(name)).toBe(text)
})

test('initials are a memory code', () => {
  expect(pinyinInitials('重庆长虹')).toBe('CQCH')
  expect(pinyinInitials('三孔插座 (10A)')).toBe('SKCZ10A')
})

test('a query is made plain the way names are', () => {
  expect(normalized(' ＣＱ　ch ')).toBe('cq ch')
})

test('strange text is taken as it comes', () => {
  for (const text of ['𠮷野家', '👨‍👩‍👧', 'ﷺ', '\u0000', '\ud800', '한국어', '日本語テスト']) {
    expect(typeof searchText(text)).toBe('string')
  }
})
