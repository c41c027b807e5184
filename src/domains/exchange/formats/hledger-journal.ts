import { addDays } from '../../../base/calendar-date.ts'
import { centsText } from '../../../base/fixed-point.ts'
import type { ExchangedAccount, ExchangedBooks, ExchangedVoucher } from '../books/exchanged-books.ts'

/** hledger's letters for what an account is; costs of production are assets until they are sold. */
const typeOf = (account: ExchangedAccount): string => {
  if (account.isCash) return 'C'
  if (account.category === 'liability') return 'L'
  if (account.category === 'equity') return 'E'
  if (account.category === 'profitLoss') return account.side === 'credit' ? 'R' : 'X'
  return 'A'
}

/** Colons part accounts from their details, two blanks end a name, semicolons begin a remark. */
const plain = (text: string): string => text.replace(/[:;|\s]+/g, ' ').trim()

const nameOf = (account: ExchangedAccount): string =>
  account.path.map(({ code, name }) => `${code} ${plain(name)}`).join(':')

const posting = (account: ExchangedAccount, cents: bigint, currency: string, remark = ''): string =>
  `    ${nameOf(account)}  ${currency} ${centsText(cents)}${remark === '' ? '' : `  ; ${remark}`}`

const remarkOf = (voucher: ExchangedVoucher['lines'][number]): string =>
  voucher.auxiliaries.map((one) => `${one.kind}:${plain(`${one.code} ${one.name}`).replaceAll(',', ' ')}`).join(', ')

const transaction = (voucher: ExchangedVoucher, currency: string): string => {
  const code = `${voucher.word}-${String(voucher.number).padStart(4, '0')}`
  const mark = voucher.booker === null ? '!' : '*'
  return [
    `${voucher.date} ${mark} (${code}) ${plain(voucher.summary)}`,
    ...voucher.lines.map((line) => posting(line.account, line.debit - line.credit, currency, remarkOf(line))),
  ].join('\n')
}

const openingOf = (books: ExchangedBooks): string[] => {
  const standing = books.balances.filter((balance) => balance.opening !== 0n)
  if (standing.length === 0) return []
  return [
    [
      `${addDays(books.from, -1)} * 期初余额`,
      ...standing.map((balance) => posting(balance.account, balance.opening, books.company.currency)),
    ].join('\n'),
  ]
}

/**
 * The books as a journal of hledger (https://hledger.org), every account declared: `hledger check --strict` holds, and its
 * balances are ours. Debits are positive; what is not booked is marked pending.
 */
export const hledgerJournal = (books: ExchangedBooks): string => {
  const used = new Set([
    ...books.balances.map((balance) => balance.account.id),
    ...books.vouchers.flatMap((voucher) => voucher.lines.map((line) => line.account.id)),
  ])
  const head = [
    `; ${plain(books.company.name)} ${books.from} – ${books.to}`,
    'decimal-mark .',
    `commodity ${books.company.currency} 1000.00`,
    ...books.accounts
      .filter((account) => used.has(account.id))
      .map((account) => `account ${nameOf(account)}  ; type: ${typeOf(account)}`),
  ].join('\n')
  const vouchers = books.vouchers.map((voucher) => transaction(voucher, books.company.currency))
  return `${[head, ...openingOf(books), ...vouchers].join('\n\n')}\n`
}
