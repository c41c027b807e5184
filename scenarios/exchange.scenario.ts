import { expect, it } from 'vitest'
import { collection } from '../src/domains/money/index.ts'
import { domains } from '../src/app/domains.ts'
import { moneyServer } from '../src/domains/money/server.ts'
import { testDatabase } from '../src/kernel/database/testing.ts'
import { defineDocument } from '../src/kernel/definition/define.ts'
import { defineDomain } from '../src/kernel/definition/domain.ts'
import { decimal as decimalField, money, ref, text } from '../src/kernel/definition/field.ts'
import { definePosting } from '../src/kernel/posting/proposal.ts'
import { party as partyEntity } from '../src/ledgers/dimensions/party.ts'
import { cashAccount } from '../src/ledgers/dimensions/place.ts'
import { party } from '../src/ledgers/party/party.ts'
import { openBooks } from '../src/ledgers/testing/books.ts'
import { expectSoundBooks } from './kit/finance.ts'

/** A bill in a foreign currency, as small as can be. */
const foreignBill = defineDocument({
  name: 'foreignBill',
  label: '外币账单',
  numbering: 'WB-{yyyyMM}-{seq:4}',
  header: {
    customer: ref(partyEntity, { label: '客户', required: true }),
    currency: text({ label: '币种', required: true }),
    rate: decimalField({ label: '汇率', scale: 8, required: true }),
    net: money({ label: '金额', required: true }),
    tax: money({ label: '税额', required: true }),
  },
  tables: {},
})

const postForeignBill = definePosting(foreignBill, function* ({ header }) {
  yield party.charge({
    line: null,
    party: header.customer,
    amount: header.net.plus(header.tax),
    currency: header.currency,
    rate: header.rate,
    against: { revenue: header.net, outputVat: header.tax },
  })
})

const database = await testDatabase()
let migrated = false

const open = async () => {
  const books = await openBooks(database, {
    domains: [...domains.slice(1), defineDomain({ name: 'abroad', label: '外贸', documents: [foreignBill] })],
    servers: [moneyServer, { name: 'abroad', postings: [postForeignBill] }],
    migrated,
  })
  migrated = true
  await books.entity(partyEntity, { code: 'C1', name: '客户一', isCustomer: true })
  await books.entity(cashAccount, { code: 'USD', name: '美元户', kind: 'bank', currency: 'USD' })
  const ledger = async () => {
    const rows = await books.rows<{ code: string; balance: string }>(
      `select a.code, sum(e.debit - e.credit) as balance from general_entry e join account a on a.company_id = $1 and a.id = e.account_id
       where e.company_id = $1 group by a.code having sum(e.debit - e.credit) <> 0 order by a.code`,
    )
    return Object.fromEntries(rows.map((row) => [row.code, row.balance]))
  }
  const bill = await books.post(foreignBill, {
    date: '2026-01-05',
    customer: 'C1',
    currency: 'USD',
    rate: '7.0',
    net: '87',
    tax: '13',
  })
  const [item] = await books.rows<{ id: string }>(
    `select id from party_item where company_id = $1 and document_id = $2`,
    bill.header['id'],
  )
  const collect = (amount: string, rate: string, cash = 'USD') => ({
    date: '2026-01-20',
    customer: 'C1',
    rate,
    lines: [{ cashAccount: cash, amount }],
    settlements: [{ openItem: item?.id ?? '', amount }],
  })
  return { books, ledger, collect }
}

it('settles an item in its currency: a gain earns, a loss costs, in parts and back', async () => {
  const { books, ledger, collect } = await open()
  expect(await ledger()).toEqual({ 1122: '700.00', 22210107: '-91.00', 5001: '-609.00' })
  const whole = await books.post(collection, collect('100', '7.1'))
  expect(await ledger()).toMatchObject({ 1002: '710.00', 5301: '-10.00' })
  expect(await ledger()).not.toHaveProperty('1122')
  await books.act(collection, whole, 'unpost')
  expect(await ledger()).toEqual({ 1122: '700.00', 22210107: '-91.00', 5001: '-609.00' })
  const half = await books.post(collection, collect('50', '7.1'))
  await books.post(collection, collect('50', '6.9'))
  expect(await ledger()).toMatchObject({ 1002: '700.00', 5301: '-5.00', 560303: '5.00' })
  await books.act(collection, half, 'reverse')
  expect(await ledger()).toMatchObject({ 1002: '345.00', 1122: '350.00', 560303: '5.00' })
  expect(await ledger()).not.toHaveProperty('5301')
  const [balance] = await books.rows<{ amount: string; book_amount: string }>(
    `select amount, book_amount from cash_balance where company_id = $1`,
  )
  expect([Number(balance?.amount), Number(balance?.book_amount)]).toEqual([50, 345])
  await expectSoundBooks(books)
})

it('an amended rate moves the difference from gain to loss', async () => {
  const { books, ledger, collect } = await open()
  const record = await books.post(collection, collect('100', '7.1'))
  await books.act(collection, record, 'amend', { rate: '6.95' })
  expect(await ledger()).toMatchObject({ 1002: '695.00', 560303: '5.00' })
  expect(await ledger()).not.toHaveProperty('5301')
})

it('money of another currency, or without a rate, settles nothing', async () => {
  const { books, collect } = await open()
  await expect(books.post(collection, collect('100', '7.1', 'BANK'))).rejects.toThrow(/USD/)
  const { rate: _rate, ...unrated } = collect('100', '7.1')
  await expect(books.post(collection, unrated)).rejects.toThrow(/not saved/)
})
