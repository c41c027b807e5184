import { integer, json } from '../../../kernel/definition/field.ts'
import { defineProcess } from '../../../kernel/definition/report.ts'

/** 指定现金流量: says by hand which item flows of money count under. */
export const tagCashFlowProcess = defineProcess({
  name: 'tagCashFlow',
  label: '指定现金流量',
  english: 'Choose the cash flow item',
  parameters: {
    entries: json({ label: '分录', english: 'Entries', required: true, help: '分录编号列表' }),
    line: integer({ label: '行次', english: 'Line', help: '现金流量表行次；空为恢复按科目自动指定' }),
  },
})
