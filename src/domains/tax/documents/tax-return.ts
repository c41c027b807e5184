import { isPeriod } from '../../../base/period.ts'
import { defineDocument } from '../../../kernel/definition/define.ts'
import { boolean, choice, money, text } from '../../../kernel/definition/field.ts'
import { FieldRefusal } from '../../../kernel/definition/problem.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { totalOf } from '../../../ledgers/priced-lines.ts'
import { dueTaxes, returnKinds } from '../returns/return-kinds.ts'

export const filingStates = { open: '未申报', filed: '已申报' } as const

/** 纳税申报表: what is told the tax bureau of a month or quarter, figure by figure with how each came about. */
export const taxReturn = defineDocument({
  name: 'taxReturn',
  label: '纳税申报表',
  english: 'Tax return',
  numbering: 'SBB-{yyyyMM}-{seq:3}',
  header: {
    kind: choice({ label: '申报种类', english: 'Kind', options: returnKinds, required: true, indexed: true }),
    period: text({
      label: '税款所属期',
      english: 'Tax period',
      required: true,
      maxLength: 7,
      help: '如 2026-01；季报填季末月',
    }),
    isCorrection: boolean({ label: '更正申报', english: 'Correction', initial: false }),
    filing: choice({
      label: '申报状态',
      english: 'Filing',
      options: filingStates,
      computed: true,
      indexed: true,
      initial: 'open',
    }),
    receipt: text({ label: '申报回执', english: 'Receipt', computed: true, maxLength: 60 }),
    filedAt: text({ label: '申报时间', english: 'Filed at', computed: true, maxLength: 19 }),
    totalDue: money({ label: '应补（退）税费合计', english: 'Due', computed: true }),
    failedChecks: text({ label: '未通过的校验', english: 'Rules not met', computed: true, maxLength: 1000 }),
  },
  tables: {
    lines: lineTable({
      label: '申报数据',
      atLeast: 1,
      fields: {
        form: text({ label: '表', english: 'Form', required: true, maxLength: 20 }),
        formRow: text({ label: '栏次', english: 'Row', required: true, maxLength: 10 }),
        formColumn: text({ label: '列', english: 'Column', required: true, maxLength: 20 }),
        label: text({ label: '项目', english: 'Item', maxLength: 200 }),
        amount: money({ label: '金额', english: 'Amount', required: true }),
        adjusted: boolean({ label: '手工调整', english: 'Adjusted', help: '与账上不同时勾选，并在说明里写明原因' }),
        working: text({ label: '计算说明', english: 'Working', maxLength: 400 }),
      },
    }),
    dues: lineTable({
      label: '应补（退）税费',
      fields: {
        tax: choice({ label: '税种', english: 'Tax', options: dueTaxes, required: true }),
        amount: money({ label: '应补（退）', english: 'Due', required: true }),
      },
    }),
    checks: lineTable({
      label: '表内表间校验',
      fields: {
        rule: text({ label: '规则', english: 'Rule', required: true }),
        leftAmount: money({ label: '左', english: 'Left' }),
        rightAmount: money({ label: '右', english: 'Right' }),
        passed: boolean({ label: '通过', english: 'Passed' }),
      },
    }),
  },
  derive: (header, { tables }) => {
    if (header.period && !isPeriod(header.period)) {
      throw new FieldRefusal('period', '税款所属期应写作 2026-01', 'must be a month like 2026-01')
    }
    const failed = tables.checks.filter((check) => check.passed !== true).map((check) => check.rule ?? '')
    return {
      totalDue: totalOf(tables.dues, 'amount'),
      failedChecks: failed.length === 0 ? null : failed.join('；').slice(0, 1000),
    }
  },
  list: ['kind', 'period', 'totalDue', 'filing', 'filedAt', 'failedChecks'],
})
