import { expect, test } from 'vitest'
import { partyKindOfAccount } from './party-kind-of-account.ts'

test.each([
  ['1122', 'asset', 'receivable'],
  ['112201', 'asset', 'receivable'],
  ['220201', 'liability', 'payable'],
  ['220202', 'liability', 'estimate'],
  ['2204', 'liability', 'advanceFromCustomer'],
  ['1131', 'asset', 'otherReceivable'],
  ['2501', 'liability', 'otherPayable'],
])('an account %s of %s makes an item %s', (code, category, kind) => {
  expect(partyKindOfAccount(code, category)).toBe(kind)
})
