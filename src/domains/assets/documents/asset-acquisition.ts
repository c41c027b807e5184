import { decimal, zero } from '../../../base/decimal.ts'
import { defineDocument } from '../../../kernel/definition/define.ts'
import { choice, date, money, quantity, ref, text } from '../../../kernel/definition/field.ts'
import type { Draft } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import type { DeriveContext } from '../../../kernel/definition/record.ts'
import { assetCard } from '../../../ledgers/dimensions/asset.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { department, employee } from '../../../ledgers/dimensions/people.ts'
import { cashAccount } from '../../../ledgers/dimensions/place.ts'
import { dueDate } from '../../../ledgers/due-date.ts'
import { totalOf } from '../../../ledgers/priced-lines.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { deriveTaxed, taxedLine } from '../../../ledgers/taxed-line.ts'
import { deductibleTax, invoiceKinds, taxToCertify } from '../../purchasing/index.ts'

/** Where an asset comes from, and so what it stands against. */
export const assetOrigins = {
  purchase: '外购',
  construction: '在建工程转入',
  investment: '投资者投入',
  countGain: '盘盈',
} as const

const boughtHead = {
  origin: choice({ label: '取得方式', options: assetOrigins, required: true, initial: 'purchase' }),
  supplier: ref(party, { label: '供应商', facet: 'supplier', indexed: true, help: '未付款时填写，记应付账款' }),
  invoiceKind: choice({ label: '发票类型', options: invoiceKinds, help: '专用发票的进项税额可抵扣，不计入原值' }),
} as const

const invoiceKindOf = ({ header, lookup }: Pick<DeriveContext, 'header' | 'lookup'>) => {
  const { origin, invoiceKind, supplier } = header as Draft<typeof boughtHead>
  if (origin !== undefined && origin !== null && origin !== 'purchase') return 'none'
  return invoiceKind ?? lookup(party, supplier)?.invoiceKind ?? 'special'
}

/** 资产购置单: fixed assets, intangibles and deferred expenses that were bought or otherwise come into use. */
export const assetAcquisition = defineDocument({
  name: 'assetAcquisition',
  label: '资产购置单',
  numbering: 'ZCGZ-{yyyyMM}-{seq:4}',
  header: {
    ...boughtHead,
    invoiceNumber: text({ label: '发票号码', maxLength: 40 }),
    cashAccount: ref(cashAccount, { label: '付款账户', english: 'Paid from', help: '空为未付，记欠供应商' }),
    dueOn: date({ label: '付款到期日', english: 'Due on' }),
    employee: ref(employee, { label: '经手人', english: 'Handled by' }),
    department: ref(department, { label: '部门' }),
    totalNet: money({ label: '金额合计', computed: true }),
    totalTax: money({ label: '税额合计', computed: true }),
    totalGross: money({ label: '价税合计', computed: true }),
  },
  tables: {
    lines: lineTable({
      label: '资产明细',
      atLeast: 1,
      fields: {
        asset: ref(assetCard, { label: '资产', required: true, help: '先建资产卡片；数量多且相同的可用一张卡片' }),
        quantity: quantity({ label: '数量', required: true, help: '空则为 1' }),
        gross: taxedLine.gross,
        taxRate: taxedLine.taxRate,
        tax: taxedLine.tax,
        net: taxedLine.net,
        value: money({ label: '入账原值', english: 'Cost', computed: true }),
        pendingTax: money({ label: '待认证税额', english: 'Tax to certify', computed: true, hidden: true }),
        remark: text({ label: '备注' }),
      },
      derive: (line, context) => {
        const kind = invoiceKindOf(context)
        const taxed = deriveTaxed(line, kind === 'none' ? zero : undefined)
        const { taxpayer, certifyInputVat } = settingsOf(context.settings)
        const tax = ('tax' in taxed ? taxed.tax : line.tax) ?? zero
        const deductible = deductibleTax({ taxpayer, invoiceKind: kind, tax })
        return {
          quantity: line.quantity ?? decimal(1),
          ...taxed,
          value: line.gross?.minus(deductible),
          pendingTax: taxToCertify(certifyInputVat, deductible),
        }
      },
    }),
  },
  derive: (header, context) => ({
    invoiceKind: invoiceKindOf(context),
    dueOn: header.dueOn ?? dueDate(context, { party: header.supplier }),
    department: header.department ?? context.lookup(employee, header.employee)?.department,
    totalNet: totalOf(context.tables.lines, 'net'),
    totalTax: totalOf(context.tables.lines, 'tax'),
    totalGross: totalOf(context.tables.lines, 'gross'),
  }),
  list: ['origin', 'supplier', 'cashAccount', 'totalGross'],
  totals: ['gross', 'tax', 'net', 'value'],
})
