import { decimal } from '../../../base/decimal.ts'
import { defineDocument } from '../../../kernel/definition/define.ts'
import { money, ref, text } from '../../../kernel/definition/field.ts'
import { FieldRefusal } from '../../../kernel/definition/problem.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { account } from '../../../ledgers/dimensions/account.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { totalOf } from '../../../ledgers/priced-lines.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { deriveTaxed, taxedLine } from '../../../ledgers/taxed-line.ts'

/** Rates at which services may be taxed on the difference, by who sells them; the first is proposed. */
const deductibleRates = { general: ['6', '9', '13', '5', '3'], smallScale: ['1', '3', '5'] } as const

/** 差额扣除单: what the law lets a seller of services take off from its sales before VAT (差额征税), by rate, with its evidence. */
export const salesDeduction = defineDocument({
  name: 'salesDeduction',
  label: '差额扣除单',
  english: 'Deduction from taxed sales',
  numbering: 'CEKC-{yyyyMM}-{seq:3}',
  header: {
    payee: ref(party, { label: '收款单位', english: 'Paid to', help: '支付的分包款、代收代付款等的对方' }),
    totalGross: money({ label: '扣除额合计', english: 'Deducted', computed: true }),
    totalTax: money({ label: '抵减税额合计', english: 'Tax taken off', computed: true }),
  },
  tables: {
    lines: lineTable({
      label: '扣除明细',
      atLeast: 1,
      fields: {
        summary: taxedLine.summary,
        gross: money({
          label: '允许扣除金额',
          english: 'Deductible amount',
          required: true,
          help: '含税，不超过本期该税率的含税销售额',
        }),
        taxRate: { ...taxedLine.taxRate, label: '税率%', help: '对应销售的税率或征收率' },
        tax: { ...taxedLine.tax, label: '抵减税额', english: 'Tax taken off' },
        net: { ...taxedLine.net, label: '不含税扣除额', english: 'Net' },
        account: ref(account, { label: '冲减科目', english: 'Account that costs less', help: '空为主营业务成本' }),
        evidence: text({
          label: '扣除凭证号',
          english: 'Evidence',
          maxLength: 60,
          help: '发票、财政票据或完税凭证的号码',
        }),
        department: taxedLine.department,
        project: taxedLine.project,
      },
      derive: (line, { settings }) => {
        const rates: readonly string[] =
          deductibleRates[settingsOf(settings).taxpayer === 'smallScale' ? 'smallScale' : 'general']
        const taxed = deriveTaxed(line, decimal(rates[0] ?? '0'))
        if (!rates.some((rate) => taxed.taxRate.eq(rate))) {
          const known = rates.toSorted((one, other) => Number(one) - Number(other)).join('、')
          throw new FieldRefusal('taxRate', `差额征税的税率应为 ${known} 之一`, `must be one of ${known}`)
        }
        return taxed
      },
    }),
  },
  derive: (_header, { tables }) => ({
    totalGross: totalOf(tables.lines, 'gross'),
    totalTax: totalOf(tables.lines, 'tax'),
  }),
  list: ['payee', 'totalGross', 'totalTax'],
  totals: ['gross', 'tax'],
})
