import { defineDocument } from '../../../kernel/definition/define.ts'
import { money } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { totalOf } from '../../../ledgers/priced-lines.ts'
import { deriveUsed, usedHead, usedLine } from './used-goods.ts'

/** 报损单: goods that are spoilt, broken or out of date leave stock; the cause decides the account and the VAT. */
export const scrap = defineDocument({
  name: 'scrap',
  label: '报损单',
  numbering: 'BSD-{yyyyMM}-{seq:4}',
  header: { ...usedHead, totalTax: money({ label: '转出税额合计', english: 'VAT transferred out', computed: true }) },
  tables: { lines: lineTable({ label: '商品明细', atLeast: 1, fields: usedLine, derive: deriveUsed }) },
  derive: (_header, { tables }) => ({ totalTax: totalOf(tables.lines, 'transferredTax') }),
  list: ['warehouse', 'reason', 'department', 'totalTax'],
  totals: ['quantity', 'transferredTax'],
})
