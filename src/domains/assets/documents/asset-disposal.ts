import { decimal, zero } from '../../../base/decimal.ts'
import { defineDocument } from '../../../kernel/definition/define.ts'
import { choice, money, percent, quantity, ref, text } from '../../../kernel/definition/field.ts'
import type { Draft } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import type { DeriveContext } from '../../../kernel/definition/record.ts'
import { assetCard } from '../../../ledgers/dimensions/asset.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { employee } from '../../../ledgers/dimensions/people.ts'
import { cashAccount } from '../../../ledgers/dimensions/place.ts'
import { totalOf } from '../../../ledgers/priced-lines.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { disposalVatMethods, reducedDisposal, usualDisposal } from '../rules/disposal-vat.ts'
import { chargeLine } from './depreciation.ts'

/** Why an asset leaves. */
export const disposalKinds = { sale: '出售', scrap: '报废毁损', countLoss: '盘亏' } as const

const taxHead = {
  kind: choice({ label: '处置方式', options: disposalKinds, required: true, initial: 'sale' }),
  vatMethod: choice({
    label: '计税方法',
    english: 'VAT method',
    options: disposalVatMethods,
    help: '购入时进项税额未抵扣的、小规模纳税人，用简易计税',
  }),
} as const

const vatMethodOf = ({ header, settings }: DeriveContext) =>
  (header as Draft<typeof taxHead>).vatMethod ??
  (settingsOf(settings).taxpayer === 'smallScale' ? ('reduced' as const) : ('usual' as const))

/** 资产处置单: assets sold, scrapped or missing, with the depreciation of their last month and the gain or loss. */
export const assetDisposal = defineDocument({
  name: 'assetDisposal',
  label: '资产处置单',
  numbering: 'ZCCZ-{yyyyMM}-{seq:4}',
  header: {
    ...taxHead,
    customer: ref(party, { label: '购买方', facet: 'customer', help: '未收款时填写，记其他应收款' }),
    cashAccount: ref(cashAccount, { label: '收付款账户', english: 'Paid into', help: '收处置款、付清理费用' }),
    employee: ref(employee, { label: '经手人', english: 'Handled by' }),
    reason: text({ label: '处置原因', english: 'Reason' }),
    totalGross: money({ label: '处置收入合计', english: 'Proceeds', computed: true }),
    totalGain: money({ label: '处置损益合计', english: 'Gain or loss', computed: true }),
  },
  tables: {
    lines: lineTable({
      label: '资产明细',
      atLeast: 1,
      fields: {
        asset: ref(assetCard, { label: '资产', required: true }),
        gross: money({ label: '处置收入（含税）', english: 'Proceeds' }),
        taxRate: percent({ label: '税率%', english: 'Tax %' }),
        tax: money({ label: '税额', computed: true }),
        relief: money({ label: '减征税额', english: 'Tax let off', computed: true, hidden: true }),
        net: money({ label: '不含税收入', english: 'Net', computed: true }),
        cost: money({ label: '清理费用', english: 'Clearing cost' }),
        taxOut: money({ label: '进项税额转出', english: 'Input VAT transferred out', help: '管理不善造成的损失填写' }),
        quantity: quantity({ label: '数量', computed: true, hidden: true }),
        value: money({ label: '原值', english: 'Cost', computed: true }),
        depreciation: money({ label: '累计折旧', english: 'Depreciated', computed: true }),
        impairment: money({ label: '减值准备', english: 'Impairment', computed: true, hidden: true }),
        worth: money({ label: '账面价值', english: 'Net value', computed: true }),
        gain: money({ label: '处置损益', english: 'Gain or loss', computed: true }),
      },
      derive: (line, context) => {
        const gross = line.gross ?? zero
        const rate = line.taxRate ?? (gross.isZero() ? zero : decimal('13'))
        const isReduced = vatMethodOf(context) === 'reduced'
        const { net, tax, relief } = isReduced ? reducedDisposal(gross) : usualDisposal(gross, rate)
        const spent = (line.worth ?? zero).plus(line.cost ?? zero).plus(line.taxOut ?? zero)
        const isMissing = (context.header as Draft<typeof taxHead>).kind === 'countLoss'
        return { taxRate: isReduced ? decimal('3') : rate, net, tax, relief, gain: isMissing ? zero : net.minus(spent) }
      },
    }),
    charges: lineTable({ label: '处置当月折旧', fields: chargeLine }),
  },
  derive: (_header, context) => ({
    vatMethod: vatMethodOf(context),
    totalGross: totalOf(context.tables.lines, 'gross'),
    totalGain: totalOf(context.tables.lines, 'gain'),
  }),
  list: ['kind', 'customer', 'totalGross', 'totalGain'],
  totals: ['gross', 'value', 'worth', 'gain'],
})
