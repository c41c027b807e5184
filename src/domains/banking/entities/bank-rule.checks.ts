import { fieldProblem } from '../../../kernel/definition/problem.ts'
import type { EntityCheck } from '../../../kernel/posting/work.ts'
import { bankRule } from './bank-rule.ts'

const isBlank = (value: unknown) => value === null || value === undefined || value === ''

/** What the action needs beside it. */
const wanted: Readonly<Record<string, readonly [field: string, label: string]>> = {
  party: ['party', '往来单位'],
  expense: ['expenseItem', '费用项目'],
  income: ['incomeItem', '收入项目'],
  transfer: ['toAccount', '对方资金账户'],
}

/** A rule says what it looks at, and names what its action needs. */
export const checkBankRule: EntityCheck = {
  entity: bankRule,
  check: async (record) => {
    const looks = ['counterparty', 'counterpartyAccount', 'memo'].some((name) => !isBlank(record[name]))
    const [field = '', label = ''] = wanted[String(record['action'])] ?? []
    return [
      ...(looks
        ? []
        : [
            fieldProblem(
              'counterparty',
              '对方户名、对方账号、摘要至少填一项',
              'name the counterparty, its account or words of the memo',
            ),
          ]),
      ...(field === '' || !isBlank(record[field])
        ? []
        : [fieldProblem(field, `请填写${label}`, `${field} is required`)]),
    ]
  },
}
