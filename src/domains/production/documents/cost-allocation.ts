import { defineDocument } from '../../../kernel/definition/define.ts'
import { choice, decimal, money, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { account } from '../../../ledgers/dimensions/account.ts'
import { department } from '../../../ledgers/dimensions/people.ts'
import { totalOf } from '../../../ledgers/priced-lines.ts'
import { overheadBases, workshop } from '../entities/workshop.ts'
import { costElements } from '../rules/elements.ts'
import { orderHead } from './order-head.ts'

/** 费用分配单: labour and overhead that a workshop gathered in a month become cost of its orders. 成本结转 writes it. */
export const costAllocation = defineDocument({
  name: 'costAllocation',
  label: '费用分配单',
  numbering: 'FYFP-{yyyyMM}-{seq:3}',
  header: {
    period: text({
      label: '所属月份',
      english: 'Month',
      required: true,
      indexed: true,
      maxLength: 7,
      help: '如 2026-01',
    }),
    totalAmount: money({ label: '分配合计', english: 'Allocated', computed: true, sensitive: true }),
  },
  tables: {
    lines: lineTable({
      label: '分配明细',
      atLeast: 1,
      fields: {
        ...orderHead,
        workshop: ref(workshop, { label: '生产车间' }),
        element: choice({ label: '成本项目', english: 'Element', options: costElements, required: true }),
        basis: choice({ label: '分配标准', english: 'By', options: overheadBases }),
        basisQuantity: decimal({ label: '标准数', english: 'Basis', scale: 6 }),
        amount: money({ label: '分配金额', english: 'Amount', required: true, sensitive: true }),
      },
    }),
    pools: lineTable({
      label: '待分配费用',
      atLeast: 1,
      fields: {
        account: ref(account, { label: '科目', required: true }),
        department: ref(department, { label: '部门' }),
        element: choice({ label: '成本项目', english: 'Element', options: costElements, required: true }),
        amount: money({ label: '金额', required: true, sensitive: true }),
      },
    }),
  },
  derive: (_header, { tables }) => ({ totalAmount: totalOf(tables.lines, 'amount') }),
  list: ['period', 'totalAmount'],
  totals: ['amount'],
})
