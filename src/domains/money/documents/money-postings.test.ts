import { describe, expect, test } from 'vitest'
import { postingInput, problemsOf } from '../../../ledgers/testing/posting-input.ts'
import { tradeRecords } from '../../../ledgers/testing/trade-records.ts'
import { proposalsOf, trialOf } from '../../../ledgers/testing/trial.ts'
import { postCashTransfer } from './cash-transfer.posting.ts'
import { cashTransfer } from './cash-transfer.ts'
import { postCollection } from './collection.posting.ts'
import { collection } from './collection.ts'
import { postExpense } from './expense.posting.ts'
import { expense } from './expense.ts'
import { unequalSides, unpaidByNoOne, wrongKinds } from './money.checks.ts'
import { postOtherIncome } from './other-income.posting.ts'
import { otherIncome } from './other-income.ts'
import { postPayment } from './payment.posting.ts'
import { payment } from './payment.ts'
import { postSettlement } from './settlement.posting.ts'
import { settlement } from './settlement.ts'

const records = {
  ...tradeRecords,
  expenseItem: { rent: { account: '560203', taxRate: 'vat9' }, meals: { account: '560205' } },
  incomeItem: { scrap: { account: '5051', taxRate: 'vat13' } },
  department: { office: {} },
}

describe('a collection', () => {
  test('settles items, and the rest is an advance', () => {
    const input = postingInput(collection, {
      header: { customer: 'hong' },
      records,
      tables: { lines: [{ cashAccount: 'icbc', amount: '1200' }], settlements: [{ openItem: 'sold', amount: '1130' }] },
    })
    expect(trialOf(postCollection, input)).toEqual({ bank: '1200', receivable: '-1130', advanceFromCustomer: '-70' })
    expect(proposalsOf(postCollection, input)[1]).toMatchObject({ settles: 'sold', kind: 'receivable' })
    expect(String(input.header.advance)).toBe('70')
  })

  test('through several accounts, with a fee, a discount and 抹零', () => {
    const input = postingInput(collection, {
      header: { customer: 'hong', roundedOff: '0.5' },
      records,
      tables: {
        lines: [
          { cashAccount: 'till', amount: '100' },
          { cashAccount: 'alipay', amount: '1000', fee: '6' },
        ],
        settlements: [{ openItem: 'sold', amount: '1100.5', discount: '29.5' }],
      },
    })
    expect(trialOf(postCollection, input)).toEqual({
      cashOnHand: '100',
      otherMonetary: '994',
      bankFee: '6',
      receivable: '-1130',
      cashDiscountGiven: '29.5',
      roundingOff: '0.5',
    })
  })

  test('takes a credit off what is collected', () => {
    const input = postingInput(collection, {
      header: { customer: 'hong' },
      records,
      tables: {
        lines: [{ cashAccount: 'icbc', amount: '80' }],
        settlements: [
          { openItem: 'sold', amount: '100' },
          { openItem: 'advance', kind: 'advanceFromCustomer', amount: '-20' },
        ],
      },
    })
    expect(trialOf(postCollection, input)).toEqual({ bank: '80', receivable: '-100', advanceFromCustomer: '20' })
  })

  test('settles no more than was paid', () => {
    const problems = problemsOf(collection, {
      header: { customer: 'hong' },
      records,
      tables: { lines: [{ cashAccount: 'icbc', amount: '80' }], settlements: [{ openItem: 'sold', amount: '100' }] },
    })
    expect(problems.map((each) => each.path)).toEqual(['totalSettled'])
  })
})

test('a payment settles what we owe, fees on top, and the rest is an advance', () => {
  const input = postingInput(payment, {
    header: { supplier: 'sun' },
    records,
    tables: {
      lines: [{ cashAccount: 'icbc', amount: '120', fee: '5' }],
      settlements: [{ openItem: 'bought', amount: '110', discount: '3' }],
    },
  })
  expect(trialOf(postPayment, input)).toEqual({
    bank: '-125',
    bankFee: '5',
    payable: '113',
    cashDiscountTaken: '-3',
    advanceToSupplier: '10',
  })
})

describe('an expense', () => {
  const lines = [
    { expenseItem: 'rent', gross: '109', department: 'office' },
    { expenseItem: 'meals', gross: '50' },
  ]

  test('with a special invoice deducts its tax and is owed to the supplier', () => {
    const input = postingInput(expense, { header: { payee: 'sun' }, records, tables: { lines } })
    expect(trialOf(postExpense, input)).toEqual({
      '560203': '100',
      '560205': '50',
      inputVatPending: '9',
      payable: '-159',
    })
  })

  test('with an ordinary invoice is all cost, paid from an account', () => {
    const input = postingInput(expense, { header: { cashAccount: 'till' }, records, tables: { lines } })
    expect(trialOf(postExpense, input)).toEqual({ '560203': '109', '560205': '50', cashOnHand: '-159' })
    expect(unpaidByNoOne(input.header.cashAccount, input.header.payee, 'cashAccount')).toEqual([])
  })

  test('to one who is no supplier is another payable; to no one it is refused', () => {
    const input = postingInput(expense, { header: { payee: 'hong', invoiceKind: 'none' }, records, tables: { lines } })
    expect(trialOf(postExpense, input)).toMatchObject({ otherPayable: '-159' })
    expect(unpaidByNoOne(null, null, 'cashAccount').map((each) => each.path)).toEqual(['cashAccount'])
  })

  test('with a tax that does not fit its rate is refused', () => {
    const wrong = {
      header: { payee: 'sun' },
      records,
      tables: { lines: [{ expenseItem: 'rent', gross: '109', tax: '13' }] },
    }
    expect(problemsOf(expense, wrong).map((each) => each.path)).toEqual(['lines.0.tax'])
  })
})

test('other income stands on the account of its item, VAT apart', () => {
  const scene = { records, tables: { lines: [{ incomeItem: 'scrap', gross: '113' }] } }
  const paid = postingInput(otherIncome, { ...scene, header: { cashAccount: 'till' } })
  expect(trialOf(postOtherIncome, paid)).toEqual({ '5051': '-100', outputVat: '-13', cashOnHand: '113' })
  const owed = postingInput(otherIncome, { ...scene, header: { payer: 'hong' }, settings: { taxpayer: 'smallScale' } })
  expect(trialOf(postOtherIncome, owed)).toEqual({ '5051': '-100', simpleVat: '-13', otherReceivable: '113' })
})

test('a cash transfer moves money and pays its fee on top', () => {
  const header = { fromAccount: 'icbc', toAccount: 'alipay', amount: '1000', fee: '5' }
  const input = postingInput(cashTransfer, { header, records })
  expect(trialOf(postCashTransfer, input)).toEqual({ bank: '-1005', otherMonetary: '1000', bankFee: '5' })
  const circle = problemsOf(cashTransfer, { header: { ...header, toAccount: 'icbc' }, records })
  expect(circle.map((each) => each.path)).toEqual(['toAccount'])
})

describe('a settlement', () => {
  const lines = [
    { party: 'hong', openItem: 'sold', kind: 'receivable', amount: '100' },
    { party: 'hong', openItem: 'bought', kind: 'payable', amount: '100' },
  ]

  test('sets items off one against another', () => {
    const input = postingInput(settlement, { header: { kind: 'receivablePayable' }, records, tables: { lines } })
    expect(trialOf(postSettlement, input)).toEqual({ receivable: '-100', payable: '100' })
    expect(unequalSides(input)).toEqual([])
  })

  test('needs equal sides of the kinds it is for', () => {
    const [first] = lines
    const advance = { party: 'hong', openItem: 'paid', kind: 'advanceFromCustomer', amount: '90' }
    const input = postingInput(settlement, {
      header: { kind: 'receivablePayable' },
      records,
      tables: { lines: [{ ...first }, advance] },
    })
    expect(unequalSides(input).map((each) => each.path)).toEqual(['lines.1.kind', 'totalOwing'])
    const right = postingInput(settlement, {
      header: { kind: 'advanceReceivable' },
      records,
      tables: { lines: [{ ...first }, { ...advance, amount: '100' }] },
    })
    expect(unequalSides(right)).toEqual([])
    expect(trialOf(postSettlement, right)).toEqual({ receivable: '-100', advanceFromCustomer: '100' })
  })

  test('sets a credit note off against an invoice of its kind', () => {
    const sides = [
      { party: 'hong', openItem: 'sold', kind: 'receivable', amount: '100' },
      { party: 'hong', openItem: 'credited', kind: 'receivable', amount: '-100' },
    ]
    const input = postingInput(settlement, { header: { kind: 'receivables' }, records, tables: { lines: sides } })
    expect(unequalSides(input)).toEqual([])
    expect([String(input.header.totalOwed), String(input.header.totalOwing)]).toEqual(['100', '100'])
    expect(proposalsOf(postSettlement, input).map((each) => each.ledger === 'party' && String(each.amount))).toEqual([
      '-100',
      '100',
    ])
    const wrong = postingInput(settlement, { header: { kind: 'payables' }, records, tables: { lines: sides } })
    expect(unequalSides(wrong).map((each) => each.path)).toEqual(['lines.0.kind', 'lines.1.kind'])
    const bought = [
      { party: 'sun', openItem: 'billed', kind: 'payable', amount: '100' },
      { party: 'sun', openItem: 'back', kind: 'payable', amount: '-90' },
    ]
    const unequal = postingInput(settlement, { header: { kind: 'payables' }, records, tables: { lines: bought } })
    expect(unequalSides(unequal).map((each) => each.path)).toEqual(['totalOwing'])
  })

  test('names items as they are', () => {
    const input = postingInput(settlement, { header: { kind: 'receivablePayable' }, records, tables: { lines } })
    const problems = wrongKinds(input.lines, new Map([['sold', 'otherReceivable']]), 'lines')
    expect(problems.map((each) => each.path)).toEqual(['lines.0.kind', 'lines.1.openItem'])
  })
})
