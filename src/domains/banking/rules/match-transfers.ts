import { digitsIn, hasOneOf, plainText } from './line-words.ts'
import type { BankLine, Candidate, KnownAccount } from './match-question.ts'

export interface TransferFinding {
  readonly isCertain: boolean
  readonly candidates: readonly Candidate[]
}

const wallets: readonly (readonly [words: string, name: string])[] = [
  ['支付宝|alipay', '支付宝'],
  ['财付通|微信|tenpay', '微信'],
]

const only = <T>(found: readonly T[]): T | undefined => (found.length === 1 ? found[0] : undefined)

/** Which account of ours is on the other side: by its number, by the end of it, or by the bank where money is drawn or topped up. */
const otherAccount = (line: BankLine, accounts: readonly KnownAccount[], isOurs: boolean) => {
  const others = accounts.filter((account) => account.id !== line.account && account.kind !== 'cash')
  const number = digitsIn(line.counterpartyAccount)
  const exact = number.length < 6 ? undefined : others.find((account) => digitsIn(account.number) === number)
  if (exact !== undefined) return { account: exact, isSure: true, reason: '对方账号是本公司账户' }
  const isMoved = hasOneOf(line.memo, '提现|充值|转入零钱|转出到|内部转账|账户互转|资金归集')
  const [, tail = ''] = /[（(](?:尾号)?(\d{4})[)）]/.exec(`${line.counterparty} ${line.memo}`) ?? []
  const ending =
    tail === '' || !(isMoved || isOurs)
      ? undefined
      : only(others.filter((account) => digitsIn(account.number).endsWith(tail)))
  if (ending !== undefined) return { account: ending, isSure: true, reason: `对方账号尾号 ${tail} 是本公司账户` }
  if (isMoved) {
    const words = `${line.counterparty} ${line.memo}`
    const wallet = wallets.find(([signs]) => hasOneOf(words, signs))
    const named = only(
      others.filter((account) =>
        account.kind === 'bank'
          ? account.bankName !== '' && plainText(words).includes(plainText(account.bankName).slice(0, 4))
          : wallet !== undefined && account.name.includes(wallet[1]),
      ),
    )
    if (named !== undefined) return { account: named, isSure: false, reason: '提现或充值' }
  }
  const lone = isOurs || isMoved ? only(others.filter((account) => account.kind === 'bank')) : undefined
  return lone === undefined
    ? null
    : { account: lone, isSure: false, reason: isOurs ? '对方户名是本公司' : '提现或充值' }
}

/** Money from one of our accounts to another; cash that is drawn or paid in goes by the till. */
export const matchTransfer = (
  line: BankLine,
  accounts: readonly KnownAccount[],
  ownNames: readonly string[],
): TransferFinding | null => {
  const name = plainText(line.counterparty)
  const isOurs = name !== '' && ownNames.some((own) => plainText(own) === name)
  const found = otherAccount(line, accounts, isOurs)
  if (found !== null)
    return {
      isCertain: found.isSure,
      candidates: [{ deed: { do: 'transfer', account: found.account.id }, reason: found.reason }],
    }
  const till = only(accounts.filter((account) => account.kind === 'cash' && account.id !== line.account))
  if (till === undefined || !hasOneOf(line.memo, '取现|提现金|现金支取|备用金|存现|现金存入|缴存现金|atm取款'))
    return null
  return { isCertain: false, candidates: [{ deed: { do: 'transfer', account: till.id }, reason: '现金存取' }] }
}
