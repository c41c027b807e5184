import { isPeriod } from '../../../base/period.ts'
import { defineDocument } from '../../../kernel/definition/define.ts'
import { choice, money, text } from '../../../kernel/definition/field.ts'
import { FieldRefusal } from '../../../kernel/definition/problem.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { totalOf } from '../../../ledgers/priced-lines.ts'
import { taxKinds } from './tax-line.ts'

/** 税金计提单: the taxes of a month or quarter as they follow from the books; 计提税金 writes it with its working. */
export const taxAccrual = defineDocument({
  name: 'taxAccrual',
  label: '税金计提单',
  english: 'Tax accrual',
  numbering: 'JTSJ-{yyyyMM}-{seq:3}',
  header: {
    period: text({ label: '税款所属期', english: 'Tax period', required: true, maxLength: 7, help: '如 2026-01' }),
    totalAmount: money({ label: '金额合计', english: 'Total', computed: true }),
  },
  tables: {
    lines: lineTable({
      label: '计提明细',
      atLeast: 1,
      fields: {
        tax: choice({ label: '税种', english: 'Tax', options: taxKinds, required: true }),
        base: money({ label: '计税依据', english: 'Base' }),
        rate: text({ label: '税率', english: 'Rate', maxLength: 40 }),
        amount: money({ label: '金额', english: 'Amount', required: true, help: '冲回多提的填负数' }),
        working: text({ label: '计算过程', english: 'Working', maxLength: 400 }),
      },
    }),
  },
  derive: (header, { tables }) => {
    if (header.period && !isPeriod(header.period)) {
      throw new FieldRefusal('period', '税款所属期应写作 2026-01', 'must be a month like 2026-01')
    }
    return { totalAmount: totalOf(tables.lines, 'amount') }
  },
  list: ['period', 'totalAmount'],
  totals: ['amount'],
})
