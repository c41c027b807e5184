import { money, ref, text } from '../../../kernel/definition/field.ts'
import type { DeriveContext, LineDraft } from '../../../kernel/definition/record.ts'
import { department, employee } from '../../../ledgers/dimensions/people.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'
import { deriveGoods, goodsLine } from '../../../ledgers/priced-lines.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { trackedLine } from '../../../ledgers/tracked-lines.ts'
import { stockReason } from '../entities/stock-reason.ts'

/** Where goods are used up or lost, why, and who answers for it. */
export const usedHead = {
  warehouse: ref(warehouse, { label: '仓库', required: true, indexed: true }),
  reason: ref(stockReason, { label: '原因', required: true, help: '原因决定对方科目和增值税处理' }),
  department: ref(department, { label: '部门' }),
  employee: ref(employee, { label: '经手人', english: 'Handled by' }),
} as const

/** Goods used up or lost, with the input VAT that was deducted for them and is deducted no more. */
export const usedLine = {
  ...goodsLine,
  ...trackedLine,
  deductedTax: money({
    label: '已抵扣进项税额',
    english: 'Input VAT deducted',
    help: '原因为进项税额转出时填写；空则按当前成本 × 商品税率',
  }),
  transferredTax: money({ label: '转出税额', english: 'Input VAT transferred out', computed: true }),
  remark: text({ label: '备注' }),
} as const

/** What the reason at the head says of VAT; nothing was ever deducted by a small-scale taxpayer. */
export const reasonTaxOf = (context: DeriveContext): 'none' | 'transferOut' | 'deemedSale' => {
  const { reason }: LineDraft<typeof usedHead> = context.header
  const tax = context.lookup(stockReason, reason)?.tax ?? 'none'
  return tax === 'transferOut' && settingsOf(context.settings).taxpayer === 'smallScale' ? 'none' : tax
}

/** Goods in their unit; what the server found of the input VAT stays while the reason asks for it. */
export const deriveUsed = (line: LineDraft<typeof usedLine>, context: DeriveContext) => ({
  ...deriveGoods(line, context),
  transferredTax: reasonTaxOf(context) === 'transferOut' ? (line.transferredTax ?? null) : null,
})
