import { defineDocument } from '../../../kernel/definition/define.ts'
import { date, longText, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { deriveGoods, goodsLine } from '../../../ledgers/priced-lines.ts'
import { supplierHead } from './purchase-head.ts'

/** 询价单: what several suppliers are asked to quote for; their quotations are compared side by side. */
export const requestForQuotation = defineDocument({
  name: 'requestForQuotation',
  label: '询价单',
  numbering: 'XJD-{yyyyMM}-{seq:4}',
  header: {
    subject: text({ label: '主题', searched: true }),
    replyBy: date({ label: '报价截止日', english: 'Reply by' }),
    buyer: supplierHead.buyer,
    department: supplierHead.department,
    terms: longText({ label: '商务要求', english: 'Terms' }),
  },
  tables: {
    lines: lineTable({
      label: '询价明细',
      atLeast: 1,
      fields: {
        ...goodsLine,
        neededOn: date({ label: '需求日期', english: 'Needed on' }),
        remark: text({ label: '备注' }),
      },
      derive: deriveGoods,
    }),
    suppliers: lineTable({
      label: '询价供应商',
      atLeast: 1,
      fields: {
        supplier: ref(party, { label: '供应商', required: true, facet: 'supplier' }),
        contact: text({ label: '联系人' }),
        remark: text({ label: '备注' }),
      },
    }),
  },
  list: ['subject', 'replyBy', 'buyer', 'department'],
  totals: ['quantity'],
})
