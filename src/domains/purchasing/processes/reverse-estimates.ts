import { text } from '../../../kernel/definition/field.ts'
import { defineProcess } from '../../../kernel/definition/report.ts'

/** 暂估回冲: on the first of the next month, the estimates of a month are taken back in red and entered anew. */
export const reverseEstimatesProcess = defineProcess({
  name: 'reverseEstimates',
  label: '暂估回冲',
  english: 'Reverse estimates',
  parameters: {
    period: text({
      label: '暂估月份',
      english: 'Month',
      required: true,
      maxLength: 7,
      help: '如 2026-01；回冲记在下月 1 日',
    }),
  },
  help: '暂估方式为“月初回冲”时由结账自动执行；可重复执行，只补差额',
})
