import { digitsIn, hasOneOf } from './line-words.ts'
import type { BankLine, KnownRule } from './match-question.ts'

const sizeOf = (amount: bigint) => (amount < 0n ? -amount : amount)

/** Whether a rule speaks of a line: everything that it says must be so. */
export const ruleFits = (rule: KnownRule, line: BankLine): boolean => {
  const size = sizeOf(line.amount)
  const account = digitsIn(rule.counterpartyAccount) || rule.counterpartyAccount
  return (
    (rule.direction === null || (rule.direction === 'in') === line.amount > 0n) &&
    (rule.cashAccount === null || rule.cashAccount === line.account) &&
    (rule.counterparty === '' || hasOneOf(line.counterparty, rule.counterparty)) &&
    (account === '' || (digitsIn(line.counterpartyAccount) || line.counterpartyAccount) === account) &&
    (rule.memo === '' || hasOneOf(line.memo, rule.memo)) &&
    (rule.amountFrom === null || size >= rule.amountFrom) &&
    (rule.amountTo === null || size <= rule.amountTo) &&
    (rule.counterparty !== '' || account !== '' || rule.memo !== '')
  )
}

/** How much a rule says: the more, the sooner it is heard among those of one priority. */
const detail = (rule: KnownRule): number =>
  [
    rule.counterpartyAccount,
    rule.counterparty,
    rule.memo,
    rule.direction,
    rule.cashAccount,
    rule.amountFrom,
    rule.amountTo,
  ].filter((said) => said !== null && said !== '').length

/** The rules in the order in which they are heard. */
export const inOrder = (rules: readonly KnownRule[]): readonly KnownRule[] =>
  rules.toSorted(
    (one, other) => one.priority - other.priority || detail(other) - detail(one) || (one.id < other.id ? -1 : 1),
  )
