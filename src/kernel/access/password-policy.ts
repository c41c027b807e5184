import { fieldProblem } from '../definition/problem.ts'
import type { FieldProblem } from '../definition/problem.ts'
import { breachedPasswords } from './breached-passwords.ts'

const shortest = 8
const longest = 128

/** What passwords are most often made of, and what is written after it. */
const commonWords = `
  password passw0rd p@ssw0rd p@ssword admin administrator root welcome letmein iloveyou woaini woaini520
  suanpan qwerty qwertyuiop asdfgh asdfghjkl zxcvbn zxcvbnm 1q2w3e4r 1qaz2wsx qazwsx qazwsxedc abc123
  aa123456 a123456 a1b2c3d4 test user guest master dragon monkey sunshine princess football
  baseball superman michael shadow trustno1 woaiwojia wodemima mima caiwu kuaiji laoban xiaoshou
  caigou changeme default
`.split(/\s+/)

const rows = ['01234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1qaz2wsx3edc4rfv']

const backwards = (text: string) => Array.from(text).toReversed().join('')

/** One letter over and over, a short piece repeated, or a run along the alphabet, the figures or the keyboard. */
const isPattern = (password: string): boolean =>
  /^(.{1,4})\1+.{0,3}$/.test(password) ||
  rows.some((row) => [row, backwards(row)].some((run) => run.includes(password)))

const isCommon = (password: string): boolean => {
  const plain = password.toLowerCase()
  const bare = plain.replace(/[\d!@#$%^&*._-]+$/, '').replace(/^\d+/, '')
  return (
    isPattern(plain) ||
    commonWords.includes(plain) ||
    (bare !== '' && commonWords.includes(bare)) ||
    /^(19|20)\d{6}$/.test(plain)
  )
}

/**
 * What is wrong with a new password. No mixture of kinds of letters is asked for and none is forbidden (NIST SP 800-63B,
 * ASVS 6.2): it is long enough, not one that everybody tries first or that is known to have leaked, and not the
 * user's own name.
 */
export const passwordProblems = (password: string, username = ''): FieldProblem[] => {
  if (password.length < shortest || password.length > longest)
    return [fieldProblem('password', '密码应为 8 至 128 个字符', 'must be 8 to 128 characters')]
  const name = username.toLowerCase()
  if (name.length >= 3 && password.toLowerCase().includes(name))
    return [fieldProblem('password', '密码不能包含用户名', 'must not contain the user name')]
  if (isCommon(password))
    return [
      fieldProblem('password', '这个密码太常见，容易被猜到，请换一个', 'is one that is tried first; choose another'),
    ]
  return breachedPasswords.has(password.toLowerCase())
    ? [
        fieldProblem(
          'password',
          '这个密码出现在公开泄露的密码库里，请换一个',
          'stands in published collections of leaked passwords; choose another',
        ),
      ]
    : []
}
