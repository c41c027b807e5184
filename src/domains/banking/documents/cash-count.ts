import { sum, zero } from '../../../base/decimal.ts'
import { defineDocument } from '../../../kernel/definition/define.ts'
import { integer, money, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { employee } from '../../../ledgers/dimensions/people.ts'
import { cashAccount } from '../../../ledgers/dimensions/place.ts'

/** 现金盘点单: what is in the till at the end of a day, note by note; more or less than the books is posted until its cause is found. */
export const cashCount = defineDocument({
  name: 'cashCount',
  label: '现金盘点单',
  numbering: 'XJPD-{yyyyMM}-{seq:4}',
  header: {
    cashAccount: ref(cashAccount, { label: '现金账户', english: 'Till', required: true }),
    employee: ref(employee, { label: '盘点人', english: 'Counted by' }),
    witness: ref(employee, { label: '监盘人', english: 'Witness' }),
    counted: money({ label: '实存金额', english: 'Counted', computed: true }),
    book: money({
      label: '账面余额',
      english: 'In the books',
      computed: true,
      proposed: true,
      help: '盘点日终了的账面余额，保存时取',
    }),
    difference: money({ label: '长款（短款为负）', english: 'Over (short)', computed: true }),
    reason: text({ label: '原因说明', english: 'Reason' }),
  },
  tables: {
    lines: lineTable({
      label: '票面明细',
      atLeast: 1,
      fields: {
        denomination: money({ label: '面额', english: 'Denomination', required: true }),
        pieces: integer({ label: '张数', english: 'Pieces', required: true }),
        amount: money({ label: '金额', computed: true }),
      },
      derive: (line) => ({
        amount: line.denomination ? line.denomination.times(line.pieces ?? 0) : null,
      }),
    }),
  },
  derive: (header, { tables }) => {
    const counted = sum(tables.lines.map((line) => line.amount ?? zero))
    return { counted, difference: header.book ? counted.minus(header.book) : null }
  },
  list: ['cashAccount', 'counted', 'book', 'difference', 'employee'],
  totals: ['amount'],
})
