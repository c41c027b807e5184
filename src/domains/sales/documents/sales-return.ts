import { spreadInBooks } from '../../../ledgers/document-currency.ts'
import { defineDocument } from '../../../kernel/definition/define.ts'
import { text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { backHead, backLine, backTerms, deriveGoodsBack } from './goods-back.ts'
import { deriveSalesLine } from './sales-head.ts'

/** 销售退货单: goods come back from the customer. Quantities are positive; the ledgers turn the sign. */
export const salesReturn = defineDocument({
  name: 'salesReturn',
  label: '销售退货单',
  numbering: 'XSTH-{yyyyMM}-{seq:4}',
  header: { ...backHead, reason: text({ label: '退货原因' }), ...backTerms },
  tables: { lines: lineTable({ label: '商品明细', atLeast: 1, fields: backLine, derive: deriveSalesLine }) },
  spread: spreadInBooks,
  derive: deriveGoodsBack,
  list: ['customer', 'warehouse', 'reason', 'salesperson', 'totalGross'],
  totals: ['quantity', 'net', 'tax', 'gross'],
})
