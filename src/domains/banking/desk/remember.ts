import { createEntity, updateEntity } from '../../../kernel/documents/entities.ts'
import type { JsonObject } from '../../../kernel/documents/draft.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { bankRule } from '../entities/bank-rule.ts'
import { learnRule, timesToTrust } from '../rules/learn-rule.ts'
import type { BankLine, Deed, KnownRule } from '../rules/match-question.ts'
import { knownRules } from './ask-question.ts'

const targetOf = (rule: Omit<KnownRule, 'id'>): JsonObject => {
  const field = { party: 'party', expense: 'expenseItem', income: 'incomeItem', transfer: 'toAccount' }[rule.action]
  return { [field]: rule.target }
}

/** Remembers what a person decided of a line, as a rule that everyone sees and may change. Answers the rule's name where it is new. */
export const remember = async (work: Work, line: BankLine, deed: Deed): Promise<string | null> => {
  const { create, confirm, doubt } = learnRule(await knownRules(work), line, deed)
  if (confirm !== null) {
    const [row] = await work.tx.rows<{ confirmed: number | null }>(
      `select confirmed from bank_rule where company_id = $1 and id = $2`,
      [work.company, confirm],
    )
    const confirmed = (row?.confirmed ?? 0) + 1
    await updateEntity(work, bankRule, confirm, {
      confirmed,
      ...(confirmed >= timesToTrust ? { automatic: true } : {}),
    })
  }
  if (doubt !== null) await updateEntity(work, bankRule, doubt, { confirmed: 0, automatic: false })
  if (create === null) return null
  const { name, direction, counterparty, counterpartyAccount, memo, action, priority, automatic } = create
  await createEntity(work, bankRule, {
    name: name.slice(0, 100) || '学习的规则',
    direction,
    counterparty: counterparty || null,
    counterpartyAccount: counterpartyAccount || null,
    memo: memo || null,
    action,
    ...targetOf(create),
    priority,
    automatic,
    learned: true,
    confirmed: 1,
  })
  return name
}
