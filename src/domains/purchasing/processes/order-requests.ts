import { date, json, ref } from '../../../kernel/definition/field.ts'
import { defineProcess } from '../../../kernel/definition/report.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { department } from '../../../ledgers/dimensions/people.ts'

/** 申请生成订单: what is open of requests becomes draft orders, one a supplier and warehouse. */
export const orderRequests = defineProcess({
  name: 'orderRequests',
  label: '申请生成订单',
  english: 'Order requests',
  parameters: {
    neededBy: date({ label: '需求日期截至', english: 'Needed by', help: '空为全部' }),
    department: ref(department, { label: '部门', help: '空为全部' }),
    supplier: ref(party, { label: '供应商', facet: 'supplier', help: '空则按申请、报价、最近进价逐行选择' }),
    requests: json({ label: '采购申请', help: '申请单的 id 列表；空为全部未完成的', hidden: true }),
    lines: json({
      label: '指定明细',
      help: '[{line, supplier, quantity, price}]：只下这些行，可改供应商、数量、单价',
      hidden: true,
    }),
  },
  help: '已审核采购申请的未下单数量，按供应商合并成采购订单草稿，并按起订量、订货倍数取整；可重复执行',
})
