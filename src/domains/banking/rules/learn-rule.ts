import { digitsIn, plainText } from './line-words.ts'
import type { BankLine, Deed, KnownRule } from './match-question.ts'
import { ruleFits } from './rule-fits.ts'

/** What is to be written of a decision: a rule more, or one that is confirmed or doubted. */
export interface Lesson {
  readonly create: Omit<KnownRule, 'id'> | null
  readonly confirm: string | null
  readonly doubt: string | null
}

const nothing: Lesson = { create: null, confirm: null, doubt: null }

/** Rules that speak of counterparty and memo are heard before those of the counterparty alone. */
const ordinary = 100
const particular = 90

const actionOf = (deed: Deed): Pick<KnownRule, 'action' | 'target'> | null => {
  if (deed.do === 'party') return { action: 'party', target: deed.party }
  if (deed.do === 'expense') return { action: 'expense', target: deed.expenseItem }
  if (deed.do === 'income') return { action: 'income', target: deed.incomeItem }
  return deed.do === 'transfer' ? { action: 'transfer', target: deed.account } : null
}

/** The words of a memo that come again: without numbers, the first of them that says something. */
export const memoWords = (memo: string): string =>
  memo
    .normalize('NFKC')
    .split(/[\d\s,，。;；:：/\\()（）_-]+/)
    .find((word) => plainText(word).length >= 2)
    ?.slice(0, 20) ?? ''

const blank: Omit<KnownRule, 'id' | 'action' | 'target' | 'name'> = {
  direction: null,
  counterparty: '',
  counterpartyAccount: '',
  memo: '',
  amountFrom: null,
  amountTo: null,
  cashAccount: null,
  priority: ordinary,
  automatic: false,
}

/**
 * What a decision teaches. Whose account or name it is, is known at once, because open items must still agree; what a
 * counterparty is an expense or income for is proposed the next time, and done by itself after it was confirmed twice. Where a
 * counterparty means two things, the words of the memo tell them apart.
 */
export const learnRule = (rules: readonly KnownRule[], line: BankLine, deed: Deed): Lesson => {
  const means = actionOf(deed)
  if (means === null) return nothing
  const fitting = rules.filter((rule) => ruleFits(rule, line))
  const same = fitting.find((rule) => rule.action === means.action && rule.target === means.target)
  if (same !== undefined) return { ...nothing, confirm: same.id }
  const account = digitsIn(line.counterpartyAccount).length >= 6 ? line.counterpartyAccount : ''
  const name = line.counterparty || memoWords(line.memo)
  if (means.action === 'party') {
    if (account === '' && line.counterparty === '') return nothing
    const by = account === '' ? { counterparty: line.counterparty } : { counterpartyAccount: account }
    return { ...nothing, create: { ...blank, ...by, ...means, name, automatic: true } }
  }
  const memo = memoWords(line.memo)
  const other = fitting.find((rule) => rule.action !== 'party')
  const direction = line.amount > 0n ? 'in' : 'out'
  if (other !== undefined) {
    if (memo === '' || other.memo !== '') return { ...nothing, doubt: other.id }
    return {
      create: {
        ...blank,
        ...means,
        direction,
        counterparty: line.counterparty,
        memo,
        priority: particular,
        name: `${name} ${memo}`,
      },
      confirm: null,
      doubt: other.id,
    }
  }
  if (line.counterparty === '' && memo === '') return nothing
  const by = line.counterparty === '' ? { memo } : { counterparty: line.counterparty }
  return { ...nothing, create: { ...blank, ...by, ...means, direction, name } }
}

/** How often a rule must have been right before it is trusted. */
export const timesToTrust = 2
