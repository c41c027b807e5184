import { zero } from '../../../base/decimal.ts'
import { defineDocument } from '../../../kernel/definition/define.ts'
import { boolean, choice, integer, longText, money, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { totalOf } from '../../../ledgers/priced-lines.ts'
import { consolidationGroup } from '../entities/consolidation-group.ts'

/** What an entry of consolidation takes away. */
export const eliminationKinds = {
  investment: '长期股权投资与所有者权益',
  dividend: '内部投资收益与利润分配',
  balances: '内部债权债务',
  trade: '内部购销',
  profit: '存货未实现利润',
  cash: '内部现金流量',
  manual: '其他（手工）',
} as const
export type EliminationKind = keyof typeof eliminationKinds

/** 抵销分录: belongs to the working paper of a group alone; no company's books hold it. */
export const eliminationEntry = defineDocument({
  name: 'eliminationEntry',
  label: '抵销分录',
  numbering: 'DXFL-{yyyyMM}-{seq:4}',
  outsideBooks: true,
  header: {
    scope: ref(consolidationGroup, { label: '合并范围', required: true, indexed: true }),
    period: text({
      label: '期间',
      english: 'Period',
      required: true,
      maxLength: 7,
      help: '如 2026-12；金额为本年累计',
    }),
    kind: choice({ label: '抵销事项', english: 'What', options: eliminationKinds, required: true, initial: 'manual' }),
    made: boolean({ label: '自动生成', english: 'Made by consolidating', computed: true }),
    note: longText({ label: '说明', english: 'Explanation' }),
    debitTotal: money({ label: '借方合计', english: 'Debit', computed: true }),
    creditTotal: money({ label: '贷方合计', english: 'Credit', computed: true }),
  },
  tables: {
    lines: lineTable({
      label: '分录',
      atLeast: 2,
      fields: {
        statement: choice({
          label: '报表',
          options: {
            balanceSheet: '合并资产负债表',
            incomeStatement: '合并利润表',
            cashFlow: '合并现金流量表',
          },
          required: true,
          initial: 'balanceSheet',
        }),
        line: integer({ label: '行次', english: 'Line', required: true, help: '合并报表上的行次' }),
        item: text({ label: '报表项目', english: 'Item', computed: true, proposed: true, maxLength: 120 }),
        debit: money({ label: '借方', english: 'Debit' }),
        credit: money({ label: '贷方', english: 'Credit' }),
        remark: text({ label: '备注' }),
      },
    }),
  },
  derive: (_header, { tables }) => ({
    debitTotal: totalOf(tables.lines, 'debit').plus(zero),
    creditTotal: totalOf(tables.lines, 'credit').plus(zero),
  }),
  list: ['scope', 'period', 'kind', 'made', 'note', 'debitTotal'],
  totals: ['debit', 'credit'],
})
