import { defineProcess } from '../../../kernel/definition/report.ts'
import { safetyStockParameters } from '../reports/safety-stock-levels.ts'

/** 采用测算的安全库存: writes what was reckoned into the items. */
export const takeSafetyStock = defineProcess({
  name: 'takeSafetyStock',
  label: '采用测算的安全库存',
  english: 'Take over safety stock',
  parameters: safetyStockParameters,
  help: '按“安全库存测算”的结果写入商品的安全库存；也可在商品上手工填写',
})
