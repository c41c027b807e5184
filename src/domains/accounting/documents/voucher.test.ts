import { describe, expect, test } from 'vitest'
import { postingInput } from '../../../ledgers/testing/posting-input.ts'
import { tradeRecords } from '../../../ledgers/testing/trade-records.ts'
import { proposalsOf, trialOf } from '../../../ledgers/testing/trial.ts'
import { missingDimensions, unbalanced } from './voucher.checks.ts'
import { postVoucher } from './voucher.posting.ts'
import { voucher } from './voucher.ts'

const records = {
  ...tradeRecords,
  account: {
    bank: { code: '1002', name: '银行存款', category: 'asset', side: 'debit', control: 'cash' },
    receivable: { code: '1122', name: '应收账款', category: 'asset', side: 'debit', control: 'party' },
    stock: { code: '1405', name: '库存商品', category: 'asset', side: 'debit', control: 'stock' },
    capital: { code: '3001', name: '实收资本', category: 'equity', side: 'credit' },
    travel: {
      code: '560204',
      name: '差旅费',
      category: 'profitLoss',
      side: 'debit',
      byDepartment: true,
      byEmployee: true,
    },
  },
}
const entry = (lines: readonly Readonly<Record<string, string>>[]) =>
  postingInput(voucher, { records, tables: { lines: lines.map((line) => ({ summary: '投资款', ...line })) } })

describe('a voucher by hand', () => {
  const paidIn = entry([
    { account: 'bank', debit: '1000', cashAccount: 'icbc' },
    { account: 'capital', credit: '1000' },
  ])

  test('balances, and makes the entries of the ledgers that control its accounts', () => {
    expect(trialOf(postVoucher, paidIn)).toEqual({ bank: '1000', capital: '-1000' })
    expect(proposalsOf(postVoucher, paidIn)).toMatchObject([
      { ledger: 'cash', cashAccount: 'icbc', account: 'bank' },
      { ledger: 'general' },
    ])
    expect([...unbalanced(paidIn), ...missingDimensions(paidIn)]).toEqual([])
  })

  test('on an account of parties opens an item of its kind', () => {
    const input = entry([
      { account: 'receivable', debit: '50', party: 'hong' },
      { account: 'capital', credit: '50' },
    ])
    expect(proposalsOf(postVoucher, input)[0]).toMatchObject({
      ledger: 'party',
      kind: 'receivable',
      party: 'hong',
      account: 'receivable',
    })
    expect(trialOf(postVoucher, input)).toEqual({ receivable: '50', capital: '-50' })
  })

  test('is refused unbalanced, two-sided or empty', () => {
    const input = entry([
      { account: 'capital', debit: '5', credit: '5' },
      { account: 'capital' },
      { account: 'capital', debit: '1' },
    ])
    expect(unbalanced(input).map((each) => each.path)).toEqual(['lines.0.debit', 'lines.1.debit', 'totalCredit'])
  })

  test('is refused without what its accounts ask for, and on stock', () => {
    const input = entry([
      { account: 'bank', debit: '1' },
      { account: 'receivable', debit: '1' },
      { account: 'travel', debit: '1', department: 'office' },
      { account: 'stock', credit: '3' },
    ])
    expect(missingDimensions(input).map((each) => each.path)).toEqual([
      'lines.0.cashAccount',
      'lines.1.party',
      'lines.2.employee',
      'lines.3.account',
    ])
  })
})
