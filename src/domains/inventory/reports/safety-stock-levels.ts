import { integer, percent, ref } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { item, itemCategory } from '../../../ledgers/dimensions/item.ts'

/** What safety stock is reckoned from, for the report that shows it and the process that takes it over. */
export const safetyStockParameters = {
  servicePercent: percent({ label: '服务水平%', english: 'Service level %', initial: '95', required: true }),
  days: integer({ label: '取数天数', english: 'Days of history', initial: '90', required: true }),
  category: ref(itemCategory, { label: '商品分类' }),
  item: ref(item, { label: '商品' }),
}

/** 安全库存测算: from how demand and lead time vary, with the working. */
export const safetyStockLevels = defineReport({
  name: 'safetyStockLevels',
  label: '安全库存测算',
  english: 'Safety stock',
  parameters: safetyStockParameters,
  columns: [
    {
      name: 'code',
      label: '商品编码',
      kind: 'text',
      english: 'Code',
      drill: { to: 'document', type: 'itemType', id: 'itemId' },
    },
    { name: 'name', label: '商品名称', kind: 'text', english: 'Name' },
    { name: 'daily', label: '日均出库', kind: 'quantity', english: 'Daily demand' },
    { name: 'deviation', label: '日标准差', kind: 'quantity', english: 'Daily σ' },
    { name: 'leadDays', label: '提前期（天）', kind: 'quantity', english: 'Lead time' },
    { name: 'leadDeviation', label: '提前期标准差', kind: 'quantity', english: 'Lead time σ' },
    { name: 'z', label: '安全系数 z', kind: 'quantity', english: 'z' },
    { name: 'proposed', label: '建议安全库存', kind: 'quantity', english: 'Proposed' },
    { name: 'current', label: '现安全库存', kind: 'quantity', english: 'Now' },
    { name: 'working', label: '算式', kind: 'text', english: 'Working', width: 320 },
  ],
  help: '安全库存＝z×√(提前期×日标准差²＋日均²×提前期标准差²)；用“采用测算的安全库存”写入商品',
})
