import { defineCall } from '../../../kernel/definition/call.ts'
import { choice, ref, text } from '../../../kernel/definition/field.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'

/** 处理预警: one click from an alert to the draft that mends it. */
export const actOnAlert = defineCall({
  name: 'actOnAlert',
  label: '处理预警',
  english: 'Act on an alert',
  right: 'report.stockAlerts',
  parameters: {
    alert: text({ label: '预警', required: true }),
    action: choice({
      label: '处理',
      english: 'Action',
      options: { request: '采购申请', transfer: '调拨', scrap: '报损' },
      required: true,
    }),
    from: ref(warehouse, { label: '调出仓库', help: '空则取存量最多的其他仓库' }),
  },
})
