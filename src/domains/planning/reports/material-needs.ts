import { choice, ref } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { item, itemCategory } from '../../../ledgers/dimensions/item.ts'

/** 缺料与预警: what has to be bought, why and by when; what is on the way or asked for already is not told. */
export const materialNeeds = defineReport({
  name: 'materialNeeds',
  label: '缺料与预警',
  english: 'Needs',
  parameters: {
    origin: choice({
      label: '来源',
      options: { all: '全部', shortage: '订单缺料', stockAlert: '库存预警', forecast: '销售预测' },
      initial: 'all',
    }),
    item: ref(item, { label: '商品' }),
    category: ref(itemCategory, { label: '商品分类' }),
  },
  columns: [
    { name: 'origin', label: '来源', kind: 'text', width: 90 },
    {
      name: 'number',
      label: '来源单号',
      english: 'Source',
      kind: 'text',
      width: 150,
      drill: { to: 'document', type: 'documentType', id: 'documentId' },
    },
    { name: 'partyName', label: '客户', english: 'Customer', kind: 'text', width: 160 },
    { name: 'itemName', label: '商品', english: 'Item', kind: 'text', width: 220 },
    { name: 'unit', label: '单位', kind: 'text', width: 60 },
    { name: 'neededOn', label: '需求日期', english: 'Needed on', kind: 'date', width: 100 },
    { name: 'onHand', label: '现存', english: 'On hand', kind: 'quantity' },
    { name: 'inTransit', label: '在途', english: 'On order', kind: 'quantity' },
    { name: 'requested', label: '已申请', english: 'Requested', kind: 'quantity' },
    { name: 'demand', label: '待发', english: 'To deliver', kind: 'quantity' },
    { name: 'quantity', label: '缺口', english: 'Short', kind: 'quantity', total: true },
    { name: 'reason', label: '原因', english: 'Reason', kind: 'text', width: 320 },
  ],
  help: '由“自动生成采购申请”生成申请草稿；可重复执行，不会重复申请',
})
