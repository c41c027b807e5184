import { expect, test } from 'vitest'
import { accountCode, codeParts, isCodeLengths, standardCode } from './account-codes.ts'

test.each(['4-2-2-2', '4-2-2', '4-3-3-3', '4-4-4', '4-2-3-4-2'])('%s are lengths of codes', (text) => {
  expect(isCodeLengths(text)).toBe(true)
})

test.each(['', '4', '4-2', '3-2-2', '4-1-2', '4-5-2', '4-2-2-2-2-2', '4,2,2'])('"%s" are none', (text) => {
  expect(isCodeLengths(text)).toBe(false)
})

test('codes of the charts are written in a company’s own lengths, and back', () => {
  expect(accountCode('22210101', '4-3-3')).toBe('2221001001')
  expect(accountCode('1405', '4-3-3')).toBe('1405')
  expect(accountCode('220202', '4-2-2-2')).toBe('220202')
  expect(standardCode('2221001001', '4-3-3')).toBe('22210101')
  expect(standardCode('2202100', '4-3-3')).toBe('2202100')
})

test('a code that does not fit its lengths has no parts', () => {
  expect(codeParts('140501', '4-2-2')).toEqual(['1405', '01'])
  expect(codeParts('14051', '4-2-2')).toBeNull()
  expect(codeParts('A405', '4-2-2')).toBeNull()
})
