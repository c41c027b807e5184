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
])('%s is found by %s first', (name, text) => {
  expect(searchText(name).split(' ').slice(0, text.split(' ').length).join(' ')).toBe(text)
})

test.each([
  ['差旅费', 'chailvfei'],
  ['差旅费', 'chalvfei'],
  ['差旅费', 'clf'],
  ['中国银行', 'zhongguoyinhang'],
  ['中国银行', 'zgyh'],
  ['厦门单氏', 'xiamenshanshi'],
])('%s is found by each reading of its characters: %s', (name, typed) => {
  expect(searchText(name).split(' ')).toContain(typed)
})

test('a long name keeps only some of the other readings', () => {
  expect(searchText('重庆长乐单县解放朝阳重量调整贸易有限公司').length).toBeLessThan(700)
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
