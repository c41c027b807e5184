import { describe, expect, test } from 'vitest'
import { base32, fromBase32, hotp, matchingStep, newSecret, provisioningUri, stepAt } from './totp.ts'

const seed = (length: number) => Buffer.from('1234567890'.repeat(7).slice(0, length))

describe('one-time passwords', () => {
  test('are those of RFC 4226, appendix D', () => {
    const expected = [
      '755224',
      '287082',
      '359152',
      '969429',
      '338314',
      '254676',
      '287922',
      '162583',
      '399871',
      '520489',
    ]
    expect(expected.map((_, counter) => hotp(seed(20), counter))).toEqual(expected)
  })

  test.each([
    [59, '94287082', '46119246', '90693936'],
    [1111111109, '07081804', '68084774', '25091201'],
    [1111111111, '14050471', '67062674', '99943326'],
    [1234567890, '89005924', '91819424', '93441116'],
    [2000000000, '69279037', '90698825', '38618901'],
    [20000000000, '65353130', '77737706', '47863826'],
  ])('are those of RFC 6238, appendix B, at second %i', (second, sha1, sha256, sha512) => {
    const step = stepAt(new Date(second * 1000))
    expect(hotp(seed(20), step, 8, 'sha1')).toBe(sha1)
    expect(hotp(seed(32), step, 8, 'sha256')).toBe(sha256)
    expect(hotp(seed(64), step, 8, 'sha512')).toBe(sha512)
  })

  test('are taken a step early or late, never twice, never else', () => {
    const secret = base32(seed(20))
    const at = new Date(59_000)
    const step = stepAt(at)
    expect(matchingStep(secret, hotp(seed(20), step), at, 0)).toBe(step)
    expect(matchingStep(secret, hotp(seed(20), step + 1), at, 0)).toBe(step + 1)
    expect(matchingStep(secret, hotp(seed(20), step + 2), at, 0)).toBeUndefined()
    expect(matchingStep(secret, hotp(seed(20), step), at, step)).toBeUndefined()
    expect(matchingStep(secret, '', at, 0)).toBeUndefined()
  })

  test('have secrets that come back from their text', () => {
    const secret = newSecret()
    expect(secret).toMatch(/^[A-Z2-7]{32}$/)
    expect(base32(fromBase32(secret))).toBe(secret)
    expect(base32(Buffer.from('foobar'))).toBe('MZXW6YTBOI')
    expect(provisioningUri('算盘', 'anna', secret)).toContain(`secret=${secret}`)
  })
})
