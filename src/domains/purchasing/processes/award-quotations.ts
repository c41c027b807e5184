import { boolean, json, text } from '../../../kernel/definition/field.ts'
import { defineProcess } from '../../../kernel/definition/report.ts'

/** 定标: chosen quotations of an inquiry become draft orders, one a supplier, and agreed prices. */
export const awardQuotations = defineProcess({
  name: 'awardQuotations',
  label: '询价定标',
  english: 'Award quotations',
  parameters: {
    inquiry: text({ label: '询价单', help: '单号', required: true }),
    lines: json({
      label: '定标明细',
      help: '[{quotationLine, quantity}]；空则每行取最低价',
      hidden: true,
    }),
    keepPrices: boolean({ label: '记入供应商价格', english: 'Keep as agreed prices', initial: true }),
  },
  help: '按供应商生成采购订单草稿，并把中标价记入供应商价格；来自采购申请的，申请随订单执行',
})
