import { defineDocument } from '../../../kernel/definition/define.ts'
import { money, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { account } from '../../../ledgers/dimensions/account.ts'
import { assetCard } from '../../../ledgers/dimensions/asset.ts'
import { department } from '../../../ledgers/dimensions/people.ts'
import { totalOf } from '../../../ledgers/priced-lines.ts'

/** What of a card is charged to whom in a month. */
export const chargeLine = {
  asset: ref(assetCard, { label: '资产', required: true }),
  department: ref(department, { label: '承担部门', english: 'Borne by' }),
  account: ref(account, { label: '费用科目', english: 'Expense account', help: '空则按科目映射' }),
  amount: money({ label: '本月金额', english: 'Amount', required: true }),
} as const

const header = {
  period: text({ label: '所属月份', english: 'Month', required: true, maxLength: 7, help: '如 2026-01' }),
  totalAmount: money({ label: '金额合计', english: 'Total', computed: true }),
} as const

/** 折旧单: the month's depreciation of all fixed assets, card by card. 计提折旧 writes it. */
export const depreciation = defineDocument({
  name: 'depreciation',
  label: '折旧单',
  numbering: 'ZJ-{yyyyMM}-{seq:3}',
  header,
  tables: { lines: lineTable({ label: '折旧明细', atLeast: 1, fields: chargeLine }) },
  derive: (_header, { tables }) => ({ totalAmount: totalOf(tables.lines, 'amount') }),
  list: ['period', 'totalAmount'],
  totals: ['amount'],
})

/** 摊销单: the month's amortization of intangibles and deferred expenses, card by card. 计提摊销 writes it. */
export const amortization = defineDocument({
  name: 'amortization',
  label: '摊销单',
  numbering: 'TX-{yyyyMM}-{seq:3}',
  header,
  tables: { lines: lineTable({ label: '摊销明细', atLeast: 1, fields: chargeLine }) },
  derive: (_header, { tables }) => ({ totalAmount: totalOf(tables.lines, 'amount') }),
  list: ['period', 'totalAmount'],
  totals: ['amount'],
})
