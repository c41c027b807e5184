import { defineDocument } from '../../../kernel/definition/define.ts'
import { date, money, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { totalOf } from '../../../ledgers/priced-lines.ts'

/** 待转销项转出单: VAT on deliveries, or on goods at a consignee's, whose day has come. A process writes it; people take it back when a delivery must be. */
export const pendingVatDue = defineDocument({
  name: 'pendingVatDue',
  label: '待转销项转出单',
  english: 'Pending VAT fallen due',
  numbering: 'ZXZC-{yyyyMM}-{seq:4}',
  header: {
    /** Where that day's period is closed, the document stands on the first open day after it. */
    vatDueOn: date({ label: '纳税义务日', english: 'VAT due on' }),
    totalTax: money({ label: '税额合计', english: 'Tax', computed: true }),
  },
  tables: {
    lines: lineTable({
      label: '出库明细',
      atLeast: 1,
      fields: {
        customer: ref(party, { label: '客户', facet: 'customer' }),
        deliveryNumber: text({ label: '出库单号', maxLength: 40 }),
        pendingTax: money({ label: '转出税额', english: 'Tax fallen due', required: true }),
      },
    }),
  },
  derive: (_header, { tables }) => ({ totalTax: totalOf(tables.lines, 'pendingTax') }),
  list: ['vatDueOn', 'totalTax'],
  totals: ['pendingTax'],
  internal: true,
})
