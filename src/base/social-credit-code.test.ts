import { expect, test } from 'vitest'
import { isSocialCreditCode, socialCreditCheckCharacter } from './social-credit-code.ts'

// The example worked through in GB 32100-2015, and two public institutions.
test.each(['91350100M000100Y43', '91110000600037341L', '911100007109250324'])('accepts %s', (code) => {
  expect(socialCreditCheckCharacter(code.slice(0, 17))).toBe(code.charAt(17))
  expect(isSocialCreditCode(code)).toBe(true)
})

test.each(['91350100M000100Y44', '91350100m000100y43', '91350100M000100Y4', '9135010OM000100Y43', ''])(
  'refuses %j',
  (code) => {
    expect(isSocialCreditCode(code)).toBe(false)
  },
)

test('knows no check character for letters that codes do not use', () => {
  expect(socialCreditCheckCharacter('I'.repeat(17))).toBeUndefined()
})
