import type { TaxForm } from './tax-form.ts'

/** 印花税税源明细表 with 财产和行为税纳税申报表 behind it: contracts of sale by what was sold and bought. */
export const stampForm: TaxForm = {
  code: 'STAMP',
  title: '财产和行为税纳税申报表（印花税税源明细）',
  columns: [
    ['base', '计税金额'],
    ['rate', '税率（‰）'],
    ['tax', '应纳税额'],
    ['relief', '减免税额'],
    ['due', '应补（退）税额'],
  ],
  rows: [['sales', '买卖合同']],
}

const statementForm = (code: string, title: string, columns: TaxForm['columns']): TaxForm => ({
  code,
  title,
  columns,
  rows: [],
})

/** 财务报表 that go with the returns; their rows are those of the company's standard. */
export const statementForms: readonly TaxForm[] = [
  statementForm('BS', '资产负债表', [
    ['closing', '期末余额'],
    ['opening', '年初余额'],
  ]),
  statementForm('IS', '利润表', [
    ['year', '本年累计金额'],
    ['current', '本期金额'],
  ]),
  statementForm('CF', '现金流量表', [
    ['year', '本年累计金额'],
    ['current', '本期金额'],
  ]),
]
