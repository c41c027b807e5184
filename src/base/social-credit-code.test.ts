import { expect, test } from 'vitest'
import { isSocialCreditCode, socialCreditCheckCharacter } from './social-credit-code.ts'

test('accepts codes with the right check character', () => {
  // The example worked through in GB 32100-2015, and two public institutions.
  for (const code of ['91350100M000100Y43', '91110000600037341L', '911100007109250324']) {
    expect(socialCreditCheckCharacter(code.slice(0, 17)), code).toBe(code.charAt(17))
    expect(isSocialCreditCode(code), code).toBe(true)
  }
})

test('refuses the rest', () => {
  for (const code of ['91350100M000100Y44', '91350100m000100y43', '91350100M000100Y4', '9135010OM000100Y43', '']) {
    expect(isSocialCreditCode(code), code).toBe(false)
  }
  expect(socialCreditCheckCharacter('I'.repeat(17))).toBeUndefined()
})
