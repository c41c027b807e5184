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

/** What people call the bank or wallet that a file is of; a part of another bank's name is not among it. */
const calledBy: Readonly<Record<string, readonly string[]>> = {
  工商银行: ['工商银行', '工行'],
  招商银行: ['招商银行', '招行'],
  中国银行: ['中国银行', '中行'],
  支付宝: ['支付宝'],
  微信支付: ['微信'],
}

/** An account whose number the file does not show, by the name of its bank. */
const isNamed = (account: OwnAccount, label: string): boolean =>
  (calledBy[label] ?? []).some((name) => `${account.name} ${account.bankName}`.includes(name))

/** The account a file is of: by its number, else by the bank's name where one alone has it. */
export const guessAccount = (accounts: readonly OwnAccount[], number: string, label: string): OwnAccount | null => {
  const byNumber = accounts.filter((account) => isSameNumber(number, account.number))
  const found = byNumber.length > 0 ? byNumber : accounts.filter((account) => isNamed(account, label))
  return found.length === 1 ? (found[0] ?? null) : null
}
