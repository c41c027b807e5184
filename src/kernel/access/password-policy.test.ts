import { describe, expect, test } from 'vitest'
import { passwordProblems } from './password-policy.ts'

const said = (password: string, username?: string) => passwordProblems(password, username)[0]?.message.zh

describe('a new password', () => {
  test('is 8 to 128 characters of any kind', () => {
    expect(said('short')).toContain('8 至 128')
    expect(said('x'.repeat(129))).toContain('8 至 128')
    expect(said('correct horse')).toBeUndefined()
    expect(said('算盘打得响，账目清')).toBeUndefined()
  })

  test.each([
    '12345678',
    '87654321',
    'password',
    'Password123',
    'P@ssw0rd',
    'aaaaaaaa',
    'abcabcabc',
    'qwertyui',
    'admin888',
    'woaini520',
    '19900101',
    '1qaz2wsx',
  ])('is not %s, which is tried first', (password) => expect(said(password)).toContain('太常见'))

  test.each(['zaq12wsx', 'huawei@123', '147258369', 'qweasdzxc', 'leagueoflegends'])(
    'is not %s, which leaked before',
    (password) => expect(said(password)).toContain('泄露'),
  )

  test('is not made of the user’s own name', () => {
    expect(said('anna2026xyz', 'Anna')).toContain('用户名')
  })
})
