import { expect, test } from 'vitest'
import { resultText } from './result-text.ts'

test('what a process answers is said in words, without ids', () => {
  expect(resultText({ period: '2026-11', state: 'open' })).toBe('已完成：期间 2026-11，状态 已打开')
  expect(resultText({ document: '01a2073a-243a-773e-ab4f-73364704fb02', number: 'ZJ-202611-001' })).toBe(
    '已完成：单号 ZJ-202611-001',
  )
  expect(resultText({ documents: [] })).toBe('已完成')
})
