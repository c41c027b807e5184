import { boolean, choice, integer, text } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import type { ReportColumn } from '../../../kernel/definition/report.ts'
import { figureColumns, figuresShown } from '../statements/figure-columns.ts'
import { viewFields } from './book-parameters.ts'
import { formFile } from './statement-form-file.ts'

const period = text({ label: '期间', english: 'Period', maxLength: 7, help: '如 2026-01；空为本月' })
const statementSpans = { month: '月报', quarter: '季报', year: '年报' } as const
const span = choice({ label: '报表周期', english: 'Span', options: statementSpans, initial: 'month' })

const side = (prefix: string, group: string, head: string): ReportColumn[] => {
  const drill = {
    to: 'report',
    report: 'statementLine',
    parameters: {
      statement: 'statement',
      line: `${prefix}Line`,
      period: 'period',
      span: 'span',
      unbooked: 'unbooked',
      branch: 'branch',
    },
  } as const
  return [
    { name: `${prefix}Item`, label: head, group, kind: 'text', width: 200 },
    { name: `${prefix}Line`, label: '行次', english: 'Line', group, kind: 'integer', width: 50 },
    { name: `${prefix}Closing`, label: '期末余额', english: 'Closing', group, kind: 'money', drill },
    { name: `${prefix}Opening`, label: '年初余额', english: 'Opening of the year', group, kind: 'money', drill },
  ]
}

const compare = boolean({ label: '上年同期', english: 'Same period last year', initial: false })

/** 资产负债表, 会小企01表 or 会企01表 by the company's standard: two sides, at the end of the period and the beginning of the year. */
export const balanceSheet = defineReport({
  name: 'balanceSheet',
  label: '资产负债表',
  layout: 'balanceSheet',
  form: '会小企01表',
  parameters: {
    period,
    vatInOneLine: boolean({
      label: '应交税费借方余额以负数列示',
      english: 'Debit VAT as negative liability',
      initial: false,
      help: '2011 年格式；否则待认证、留抵等列入其他流动资产，待转销项税额列入其他流动负债',
    }),
    ...viewFields,
  },
  columns: [...side('asset', '资产', '资产'), ...side('claim', '负债和所有者权益', '负债和所有者权益')],
  files: formFile,
})

/** The words and the numbers of a form's lines. */
export const lineColumns: readonly ReportColumn[] = [
  { name: 'item', label: '项目', english: 'Item', kind: 'text', width: 360 },
  { name: 'line', label: '行次', english: 'Line', kind: 'integer', width: 50 },
]

/** 利润表, 会小企02表 or 会企02表: the year so far and the period; closing vouchers are left out. */
export const incomeStatement = defineReport({
  name: 'incomeStatement',
  label: '利润表',
  layout: 'statement',
  form: '会小企02表',
  parameters: { period, span, compare, ...viewFields },
  columns: [...lineColumns, ...figureColumns(figuresShown('smallBusiness', 'month', false))],
  files: formFile,
})

/** 现金流量表, 会小企03表 or 会企03表, direct: from the cash vouchers, by what stands opposite the money. */
export const cashFlowStatement = defineReport({
  name: 'cashFlow',
  label: '现金流量表',
  english: 'Cash flow statement',
  layout: 'statement',
  form: '会小企03表',
  parameters: { period, span, compare, ...viewFields },
  columns: [...lineColumns, ...figureColumns(figuresShown('smallBusiness', 'month', false))],
  files: formFile,
})

/** 现金流量表补充资料: net profit led over to the money from operations, which 会企03表 asks for beside the direct statement. */
export const cashFlowSupplement = defineReport({
  name: 'cashFlowSupplement',
  label: '现金流量表补充资料',
  english: 'Cash flow, indirect',
  layout: 'statement',
  form: '会企03表附注',
  help: '间接法；企业会计准则的公司填报',
  parameters: { period, span, ...viewFields },
  columns: [...lineColumns, ...figureColumns(figuresShown('smallBusiness', 'month', false))],
  files: formFile,
})

/** 报表项目明细: what a figure of a statement is made of. */
export const statementLine = defineReport({
  name: 'statementLine',
  label: '报表项目明细',
  english: 'Behind a statement line',
  parameters: {
    statement: choice({
      label: '报表',
      options: {
        balanceSheet: '资产负债表',
        incomeStatement: '利润表',
        cashFlow: '现金流量表',
        cashFlowSupplement: '现金流量表补充资料',
      },
      required: true,
    }),
    line: integer({ label: '行次', english: 'Line', required: true, help: '现金流量表未指定项目填 0' }),
    period,
    span,
    ...viewFields,
  },
  columns: [
    { name: 'term', label: '取数', english: 'Taken', kind: 'text', width: 160 },
    {
      name: 'code',
      label: '科目编码',
      english: 'Code',
      kind: 'text',
      width: 110,
      drill: {
        to: 'report',
        report: 'detailLedger',
        parameters: { account: 'account', party: 'party', from: 'from', to: 'to', branch: 'branch' },
      },
    },
    { name: 'name', label: '科目或往来单位', english: 'Account or party', kind: 'text', width: 240 },
    {
      name: 'number',
      label: '凭证号',
      english: 'Voucher',
      kind: 'text',
      width: 90,
      drill: { to: 'report', report: 'voucherLines', parameters: { voucher: 'voucher' } },
    },
    { name: 'closing', label: '期末或本期', english: 'Closing or period', kind: 'money', total: true },
    { name: 'opening', label: '年初或累计', english: 'Opening or year', kind: 'money', total: true },
  ],
})
