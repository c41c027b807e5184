import { defineCall } from '../../../kernel/definition/call.ts'
import { choice, date, longText, ref, text } from '../../../kernel/definition/field.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'

/** 处理预警: one click from an alert to the draft that mends it. */
export const actOnAlert = defineCall({
  name: 'actOnAlert',
  label: '处理预警',
  english: 'Act on an alert',
  right: 'report.stockAlerts',
  parameters: {
    alert: longText({ label: '预警', required: true, help: '采购申请可一次处理几条，用逗号分开' }),
    action: choice({
      label: '处理',
      english: 'Action',
      options: { request: '采购申请', transfer: '调拨', scrap: '报损' },
      required: true,
    }),
    from: ref(warehouse, { label: '调出仓库', help: '空则取存量最多的其他仓库' }),
  },
})

const mayMend = ['process.checkStockAlerts', 'purchaseRequest.create', 'stockTransfer.create']

/** 搁置预警: known and left for now, with a reason: until a day, or until it is over. */
export const setAlertAside = defineCall({
  name: 'setAlertAside',
  label: '搁置预警',
  english: 'Set an alert aside',
  right: mayMend,
  parameters: {
    alert: text({ label: '预警', required: true }),
    until: date({ label: '到哪天再提醒', help: '空则直到预警解除' }),
    note: text({ label: '原因', required: true }),
  },
})

/** 恢复预警: an alert that was set aside is told again. */
export const bringAlertBack = defineCall({
  name: 'bringAlertBack',
  label: '恢复预警',
  english: 'Bring an alert back',
  right: mayMend,
  parameters: { alert: text({ label: '预警', required: true }) },
})
