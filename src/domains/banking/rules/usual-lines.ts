import { hasOneOf, plainText } from './line-words.ts'
import type { BankLine, UsualKind } from './match-question.ts'

const fees = '手续费|工本费|汇划费|账户管理费|管理费|年费|短信费|网银服务费|服务费|电子汇划|小额账户|交易费|佣金'
const interest = '结息|利息|存款利息|活期利息'
const taxes = '税款|缴税|扣税|国库|税务|电子缴税|tips'
const social = '社保|社会保险|公积金|医保|养老保险'
const salaries = '工资|代发|薪酬|薪资|奖金'

/** The other side is the bank itself, or nobody. */
const isBanks = (line: BankLine): boolean =>
  line.counterparty === '' || /银行|信用社|支付宝|财付通|微信|银联/.test(plainText(line.counterparty))

/** Beyond this, what calls itself a fee is looked at by a person. */
const mostFee = 200_000n

/** What is usual at a bank, by its words, and whether the words alone are enough. */
export const usualKindOf = (line: BankLine): { readonly kind: UsualKind; readonly isSure: boolean } | null => {
  const words = line.memo
  if (line.amount > 0n) return hasOneOf(words, interest) && isBanks(line) ? { kind: 'interest', isSure: true } : null
  if (hasOneOf(`${words} ${line.counterparty}`, '国家金库|国库|税务局') || hasOneOf(words, taxes))
    return { kind: 'tax', isSure: false }
  if (hasOneOf(`${words} ${line.counterparty}`, social)) return { kind: 'socialSecurity', isSure: false }
  if (hasOneOf(words, fees) && isBanks(line)) return { kind: 'bankFee', isSure: -line.amount <= mostFee }
  if (hasOneOf(words, salaries)) return { kind: 'salary', isSure: false }
  return null
}
