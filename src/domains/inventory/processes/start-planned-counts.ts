import { defineProcess } from '../../../kernel/definition/report.ts'

/** 按计划生成盘点单: the sheets of the count plans that are due, made by themselves early in the morning. */
export const startPlannedCounts = defineProcess({
  name: 'startPlannedCounts',
  label: '按计划生成盘点单',
  english: 'Start planned counts',
  parameters: {},
  schedule: { daily: '05:00' },
  help: '到期的盘点计划各生成一张盘点单，并通知盘点人；每天早上自动运行',
})
