import { expect, test } from 'vitest'
import { factorDuty } from './sign-in-policy.ts'

const rule = { company: 'a', factorFor: ['owner', 'accountant'], since: '2026-03-01T00:00:00Z', graceDays: 7 }
const day = (text: string) => new Date(`2026-03-${text}T00:00:00Z`)

test('whoever has a role that needs a second factor has some days to set it up, and no longer', () => {
  expect(factorDuty(rule, ['owner'], false, day('05'))).toEqual({ until: day('08'), overdue: false })
  expect(factorDuty(rule, ['owner', 'seller'], false, day('08'))).toEqual({ until: day('08'), overdue: true })
})

test('nothing is owed with a second factor, in another role, or where the company asks for none', () => {
  expect(factorDuty(rule, ['owner'], true, day('09'))).toBeUndefined()
  expect(factorDuty(rule, ['seller'], false, day('09'))).toBeUndefined()
  expect(factorDuty({ ...rule, since: null }, ['owner'], false, day('09'))).toBeUndefined()
  expect(factorDuty(undefined, ['owner'], false, day('09'))).toBeUndefined()
})

test('asked of everyone, it is asked in any role', () => {
  expect(factorDuty({ ...rule, factorFor: ['*'], graceDays: 0 }, ['seller'], false, day('01'))?.overdue).toBe(true)
})
