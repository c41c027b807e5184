import { defineCall } from '../../../kernel/definition/call.ts'
import { boolean, integer, json, ref, text } from '../../../kernel/definition/field.ts'
import { cashAccount } from '../../../ledgers/dimensions/place.ts'
import { bankRule } from '../entities/bank-rule.ts'

const account = ref(cashAccount, { label: '资金账户', required: true })
const reading = ['bank.reconcile', 'bankStatement.read'] as const

/** 对账台: what of both sides of an account is not reconciled, with what each line of the bank may mean. */
export const bankDesk = defineCall({
  name: 'bankDesk',
  label: '对账台',
  english: 'Reconciliation desk',
  right: reading,
  asks: true,
  parameters: { cashAccount: ref(cashAccount, { label: '资金账户', help: '空为第一个有流水的账户' }) },
})

/** 已对账: the matches of an account, the newest first. */
export const bankMatches = defineCall({
  name: 'bankMatches',
  label: '已对账',
  english: 'What is reconciled',
  right: reading,
  asks: true,
  parameters: { cashAccount: account, limit: integer({ label: '条数' }) },
})

/** 勾对: lines of the bank and movements in the books that are the same money, any number of each. */
export const matchBankItems = defineCall({
  name: 'matchBankItems',
  label: '勾对',
  english: 'Match lines with movements',
  right: 'bank.reconcile',
  parameters: {
    cashAccount: account,
    lines: json({ label: '银行流水', required: true, help: '["行 id"]' }),
    movements: json({ label: '账上收付', required: true, help: '["单据 id/行 id"]' }),
  },
})

/** 处理流水: makes the document that a line of the bank means, posts it and reconciles both; what was decided is learned. */
export const settleBankLine = defineCall({
  name: 'settleBankLine',
  label: '处理流水',
  english: 'Settle a bank line',
  right: 'bank.reconcile',
  parameters: {
    cashAccount: account,
    line: text({ label: '流水行', english: 'Line', required: true }),
    deed: json({
      label: '处理',
      required: true,
      help: '{"do": "party", "party": id, "settles": [{"item": id, "amount": "100.00"}]}，{"do": "suspense"}（暂收、暂付），或 {"do": "expense", "expenseItem": id}、{"do": "income", "incomeItem": id}、{"do": "transfer", "account": id}、{"do": "usual", "kind": "bankFee"}',
    }),
    learn: boolean({ label: '记住', english: 'Learn', initial: true }),
  },
})

/** 取消对账: takes a match apart; the document that was made of the line may be taken back with it. */
export const undoBankMatch = defineCall({
  name: 'undoBankMatch',
  label: '取消对账',
  english: 'Undo a match',
  right: 'bank.reconcile',
  parameters: {
    match: text({ label: '对账记录', english: 'Match', required: true }),
    withDocument: boolean({ label: '同时反审核并作废生成的单据', english: 'Take back the document', initial: false }),
  },
})

/** 试规则: the lines of the last twelve months that a rule speaks of, the newest first. */
export const testBankRule = defineCall({
  name: 'testBankRule',
  label: '试规则',
  english: 'Try a rule',
  right: ['bankRule.read', 'bank.reconcile'],
  asks: true,
  parameters: { rule: ref(bankRule, { label: '对账规则', required: true }) },
})
