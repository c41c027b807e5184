import { defineProcess } from '../../../kernel/definition/report.ts'

/** 库存预警检查: what time alone makes wrong, goods that expire or lie still, is found every morning; everything else again with it. */
export const checkStockAlerts = defineProcess({
  name: 'checkStockAlerts',
  label: '库存预警检查',
  english: 'Check stock alerts',
  parameters: {},
  schedule: { daily: '06:00' },
  help: '上下限、安全库存在每次出入库后即时检查；效期、呆滞每天早上检查，也可随时在此运行',
})
