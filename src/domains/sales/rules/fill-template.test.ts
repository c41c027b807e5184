import { expect, test } from 'vitest'
import { fillTemplate } from './fill-template.ts'

test('words in brackets are filled, and what is not known is left to be seen', () => {
  const body = '甲方：{客户}，货款 {金额}（{大写}），{ 交货日期 }前交货。{质保}'
  const values = { 客户: '宏达', 金额: '113.00', 大写: '壹佰壹拾叁元整', 交货日期: '2026-03-01' }
  expect(fillTemplate(body, values)).toBe('甲方：宏达，货款 113.00（壹佰壹拾叁元整），2026-03-01前交货。{质保}')
})
