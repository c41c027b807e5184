import { defineDocument } from '../../../kernel/definition/define.ts'
import { choice, date, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'
import { goodsLine, priceWithTax } from '../../../ledgers/priced-lines.ts'
import { trackedLine } from '../../../ledgers/tracked-lines.ts'
import { deliveredBases, deriveDeliveredBases } from './delivered-bases.ts'
import { customerHead, deriveSalesHead, deriveSalesLine, salesTerms, salesTotals } from './sales-head.ts'

/** 销售换货单: goods come back, and others are promised in their place; what is still to be sent is tracked by line. */
export const salesExchange = defineDocument({
  name: 'salesExchange',
  label: '销售换货单',
  numbering: 'XSHH-{yyyyMM}-{seq:4}',
  header: {
    customer: customerHead.customer,
    warehouse: ref(warehouse, { label: '仓库', required: true, indexed: true }),
    reason: text({ label: '换货原因', english: 'Reason' }),
    promisedOn: date({ label: '承诺补发日', english: 'Replaced by' }),
    salesperson: customerHead.salesperson,
    department: customerHead.department,
    ...salesTerms,
    ...salesTotals,
    ...deliveredBases,
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
        ...goodsLine,
        ...priceWithTax,
        warehouse: ref(warehouse, { label: '仓库', help: '空则随单头' }),
        ...trackedLine,
        remark: text({ label: '备注' }),
      },
      derive: deriveSalesLine,
    }),
  },
  derive: (header, context) => {
    const bases = deriveDeliveredBases({}, context)
    const back = context.tables.lines.filter((line) => line.direction !== 'out')
    return {
      ...deriveSalesHead(header, { ...context, tables: { lines: back } }),
      vatDueOn: header.vatDueOn ?? bases.vatDueOn,
      receivableBasis: header.receivableBasis ?? bases.receivableBasis,
    }
  },
  list: ['customer', 'warehouse', 'reason', 'promisedOn', 'salesperson'],
  totals: ['quantity', 'gross'],
})
