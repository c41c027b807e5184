import { ref, text } from '../../../kernel/definition/field.ts'
import { defineProcess } from '../../../kernel/definition/report.ts'
import { consolidationGroup } from '../entities/consolidation-group.ts'

/** 合并抵销: the entries of consolidation that the members' books ask for, of a period; made anew each time. */
export const consolidateProcess = defineProcess({
  name: 'consolidate',
  label: '合并抵销',
  english: 'Consolidate',
  parameters: {
    group: ref(consolidationGroup, { label: '合并范围', help: '只有一个时可空' }),
    period: text({ label: '期间', english: 'Period', maxLength: 7, help: '如 2026-12；空为本月' }),
  },
  help: '按各公司账上的本年累计数重新生成抵销分录；手工的抵销分录不变',
})
