import { spreadInBooks } from '../../../ledgers/document-currency.ts'
import { defineDocument } from '../../../kernel/definition/define.ts'
import { choice, date, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { backHead, backLine, backTerms, deriveGoodsBack } from './goods-back.ts'
import { deriveSalesLine } from './sales-head.ts'

/** 销售换货单: goods come back, and others are promised in their place; what is still to be sent is tracked by line. */
export const salesExchange = defineDocument({
  name: 'salesExchange',
  label: '销售换货单',
  numbering: 'XSHH-{yyyyMM}-{seq:4}',
  header: {
    ...backHead,
    reason: text({ label: '换货原因', english: 'Reason' }),
    promisedOn: date({ label: '承诺补发日', english: 'Replaced by' }),
    ...backTerms,
  },
  tables: {
    lines: lineTable({
      label: '商品明细',
      atLeast: 1,
      fields: {
        direction: choice({
          label: '换回/换出',
          english: 'Back or out',
          options: { back: '换回', out: '换出' },
          initial: 'out',
          required: true,
        }),
        ...backLine,
      },
      derive: deriveSalesLine,
    }),
  },
  // What is owed back is of what comes back alone.
  spread: spreadInBooks,
  derive: (header, context) => {
    const lines = context.tables.lines.filter((line) => line.direction !== 'out')
    return deriveGoodsBack(header, { ...context, tables: { lines } })
  },
  list: ['customer', 'warehouse', 'reason', 'promisedOn', 'salesperson'],
  totals: ['quantity', 'gross'],
})
