import { defineDocument } from '../../../kernel/definition/define.ts'
import { choice, money, percent, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'

/** 计提坏账准备: the allowance that ageing asks for, less the one that stands. */
export const badDebtProvision = defineDocument({
  name: 'badDebtProvision',
  label: '计提坏账准备',
  numbering: 'HZZB-{yyyyMM}-{seq:2}',
  header: {
    period: text({ label: '期间', required: true, maxLength: 7 }),
    side: choice({
      label: '款项',
      options: { receivable: '应收账款', otherReceivable: '其他应收款' },
      required: true,
    }),
    required: money({ label: '应有坏账准备', english: 'Allowance needed', required: true }),
    standing: money({ label: '已有坏账准备', english: 'Allowance so far', required: true }),
    difference: money({ label: '本次计提', english: 'Provided now', required: true, help: '负数为转回' }),
  },
  tables: {
    lines: lineTable({
      label: '账龄',
      fields: {
        age: text({ label: '账龄', english: 'Age', required: true }),
        balance: money({ label: '余额', english: 'Balance', required: true }),
        percent: percent({ label: '计提比例%', english: 'Percent', required: true }),
        amount: money({ label: '坏账准备', english: 'Allowance', required: true }),
      },
    }),
  },
  list: ['period', 'side', 'difference'],
  internal: true,
})
