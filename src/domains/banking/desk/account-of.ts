import type { Work } from '../../../kernel/posting/work.ts'

/** An account of ours: cash, bank or wallet. */
export interface OwnAccount {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly kind: 'cash' | 'bank' | 'other'
  readonly number: string
  readonly bankName: string
  readonly currency: string
}

/** Our accounts, in the order of their codes. */
export const ownAccounts = (work: Work): Promise<OwnAccount[]> =>
  work.tx.rows<OwnAccount>(
    `select id, code, name, kind, coalesce(account_number, '') as number, coalesce(bank_name, '') as "bankName",
       coalesce(currency, 'CNY') as currency from cash_account where company_id = $1 and not disabled order by code`,
    [work.company],
  )

/** Whether a number that may be masked (`6222****0123`) is a known one. */
export const isSameNumber = (written: string, known: string): boolean => {
  const [one, other] = [written, known].map((text) => text.replace(/[\s-]/g, ''))
  if (one === undefined || other === undefined || one.length < 4 || other === '') return false
  if (!one.includes('*')) return one === other
  const pattern = one.split(/\*+/).map((part) => part.replace(/[^\dA-Za-z@.]/g, ''))
  return pattern.join('').length >= 4 && new RegExp(`^${pattern.join('.+')}$`).test(other)
}

/** Words by which an account is known when its number is not: `支付宝`, `微信`, the bank's name. */
const isNamed = (account: OwnAccount, label: string): boolean => {
  const words = label.replace(/银行|支付/g, '')
  return words !== '' && `${account.name}${account.bankName}`.includes(words)
}

/** The account a file is of: by its number, else by the bank's name where one alone has it. */
export const guessAccount = (accounts: readonly OwnAccount[], number: string, label: string): OwnAccount | null => {
  const byNumber = accounts.filter((account) => isSameNumber(number, account.number))
  const found = byNumber.length > 0 ? byNumber : accounts.filter((account) => isNamed(account, label))
  return found.length === 1 ? (found[0] ?? null) : null
}
