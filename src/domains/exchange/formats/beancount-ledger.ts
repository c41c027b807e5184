import { addDays } from '../../../base/calendar-date.ts'
import { centsText } from '../../../base/fixed-point.ts'
import type { ExchangedAccount, ExchangedBooks, ExchangedVoucher } from '../books/exchanged-books.ts'

/** Beancount knows five kinds of account, by these words. */
const rootOf = (account: ExchangedAccount): string => {
  if (account.category === 'liability') return 'Liabilities'
  if (account.category === 'equity') return 'Equity'
  if (account.category === 'profitLoss') return account.side === 'credit' ? 'Income' : 'Expenses'
  return 'Assets'
}

// A part of a name begins with a letter or a digit, and letters of any script may follow.
const part = (code: string, name: string): string =>
  `${code}-${name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/-$/, '')}`

const nameOf = (account: ExchangedAccount): string =>
  [rootOf(account), ...account.path.map(({ code, name }) => part(code, name))].join(':')

const quoted = (text: string): string =>
  `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replace(/\s+/g, ' ')}"`

const posting = (account: ExchangedAccount, cents: bigint, currency: string): string =>
  `  ${nameOf(account)}  ${centsText(cents)} ${currency}`

const transaction = (voucher: ExchangedVoucher, currency: string): string =>
  [
    `${voucher.date} ${voucher.booker === null ? '!' : '*'} ${quoted(voucher.summary)}`,
    `  voucher: ${quoted(`${voucher.word}-${String(voucher.number).padStart(4, '0')}`)}`,
    `  document: ${quoted(voucher.document)}`,
    ...voucher.lines.flatMap((line) => [
      posting(line.account, line.debit - line.credit, currency),
      ...line.auxiliaries.map((one) => `    ${one.kind}: ${quoted(`${one.code} ${one.name}`)}`),
    ]),
  ].join('\n')

/** The books as a ledger of Beancount (https://beancount.github.io). Debits are positive; what is not booked is flagged. */
export const beancountLedger = (books: ExchangedBooks): string => {
  const { currency } = books.company
  const before = addDays(books.from, -1)
  const used = new Set([
    ...books.balances.map((balance) => balance.account.id),
    ...books.vouchers.flatMap((voucher) => voucher.lines.map((line) => line.account.id)),
  ])
  const head = [
    `option "title" ${quoted(books.company.name)}`,
    `option "operating_currency" "${currency}"`,
    ...books.accounts
      .filter((account) => used.has(account.id))
      .map((account) => `${before} open ${nameOf(account)} ${currency}`),
  ].join('\n')
  const standing = books.balances.filter((balance) => balance.opening !== 0n)
  const opening =
    standing.length === 0
      ? []
      : [
          [
            `${before} * "期初余额"`,
            ...standing.map((balance) => posting(balance.account, balance.opening, currency)),
          ].join('\n'),
        ]
  return `${[head, ...opening, ...books.vouchers.map((voucher) => transaction(voucher, currency))].join('\n\n')}\n`
}
