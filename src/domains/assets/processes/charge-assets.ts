import { text } from '../../../kernel/definition/field.ts'
import { defineProcess } from '../../../kernel/definition/report.ts'

const period = text({ label: '月份', english: 'Month', maxLength: 7, required: true, help: '如 2026-01' })

/** 计提折旧. */
export const depreciateAssetsProcess = defineProcess({
  name: 'depreciateAssets',
  label: '计提折旧',
  parameters: { period },
  help: '按卡片计算当月全部固定资产的折旧，生成一张折旧单并过账；可重复执行，只补未计提的卡片；反审核折旧单即撤销',
})

/** 计提摊销. */
export const amortizeAssetsProcess = defineProcess({
  name: 'amortizeAssets',
  label: '计提摊销',
  parameters: { period },
  help: '按卡片计算当月无形资产和长期待摊费用的摊销，生成一张摊销单并过账；可重复执行',
})
