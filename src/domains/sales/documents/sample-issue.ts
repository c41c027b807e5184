import { defineDocument } from '../../../kernel/definition/define.ts'
import { price, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { employee } from '../../../ledgers/dimensions/people.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'
import { derivePricedFrom, goodsLine, priceWithTax } from '../../../ledgers/priced-lines.ts'
import { trackedLine } from '../../../ledgers/tracked-lines.ts'
import { customerHead } from './sales-head.ts'

/** 样品领用单: goods that a customer gets to try and does not pay for. */
export const sampleIssue = defineDocument({
  name: 'sampleIssue',
  label: '样品领用单',
  numbering: 'YPLY-{yyyyMM}-{seq:4}',
  header: {
    ...customerHead,
    warehouse: ref(warehouse, { label: '仓库', required: true, indexed: true }),
    purpose: text({ label: '用途', required: true, help: '客户要试什么' }),
  },
  tables: {
    lines: lineTable({
      label: '样品明细',
      atLeast: 1,
      fields: {
        ...goodsLine,
        price: price({ label: '市场价', english: 'Market price', help: '赠送样品按此计税；空则取零售价' }),
        taxRate: priceWithTax.taxRate,
        net: priceWithTax.net,
        tax: priceWithTax.tax,
        gross: priceWithTax.gross,
        ...trackedLine,
        remark: text({ label: '备注' }),
      },
      derive: derivePricedFrom('salePrice'),
    }),
  },
  derive: (header, context) => {
    const salesperson = header.salesperson ?? context.lookup(party, header.customer)?.salesperson
    return { salesperson, department: header.department ?? context.lookup(employee, salesperson)?.department }
  },
  list: ['customer', 'warehouse', 'salesperson', 'purpose'],
  totals: ['quantity', 'tax'],
})
