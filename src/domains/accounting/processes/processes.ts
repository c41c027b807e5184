import { boolean, choice, json, text } from '../../../kernel/definition/field.ts'
import { defineProcess } from '../../../kernel/definition/report.ts'
import { voucherMerges } from '../../../ledgers/dimensions/voucher-merges.ts'

const period = text({ label: '期间', english: 'Period', maxLength: 7, help: '如 2026-01' })
const requiredPeriod = text({ ...period, required: true })
const vouchers = json({ label: '凭证', english: 'Vouchers', help: '凭证编号列表；空则按期间' })

/** 凭证审核. */
export const reviewVouchersProcess = defineProcess({
  name: 'reviewVouchers',
  label: '审核凭证',
  parameters: { period, vouchers },
})

/** 取消审核. */
export const unreviewVouchersProcess = defineProcess({
  name: 'unreviewVouchers',
  label: '取消审核',
  english: 'Take back the review',
  parameters: { period, vouchers },
})

/** 退回凭证: back to the maker, with the reason. */
export const rejectVouchersProcess = defineProcess({
  name: 'rejectVouchers',
  label: '退回凭证',
  english: 'Send vouchers back',
  parameters: { vouchers, reason: text({ label: '原因', english: 'Reason', required: true, maxLength: 200 }) },
})

/** 出纳签字. */
export const signVouchersProcess = defineProcess({
  name: 'signVouchers',
  label: '出纳签字',
  english: 'Sign as cashier',
  parameters: { period, vouchers, takeBack: boolean({ label: '取消签字', english: 'Take back', initial: false }) },
  help: '只签有货币资金科目的凭证',
})

/** 记账. */
export const bookVouchersProcess = defineProcess({
  name: 'bookVouchers',
  label: '记账',
  english: 'Book vouchers',
  parameters: { period, vouchers },
  help: '记账后凭证不能修改、删除或重新编号；更正请用红冲或补充凭证',
})

/** 整理断号. */
export const arrangeVoucherNumbersProcess = defineProcess({
  name: 'arrangeVoucherNumbers',
  label: '整理凭证号',
  parameters: { period: requiredPeriod, byDate: boolean({ label: '按日期重排', english: 'By date', initial: false }) },
  help: '只整理未记账凭证',
})

/** 合并凭证, or taking merged ones apart. */
export const mergeVouchersProcess = defineProcess({
  name: 'mergeVouchers',
  label: '合并凭证',
  parameters: {
    period: requiredPeriod,
    by: choice({ label: '合并方式', english: 'Merge by', options: voucherMerges, required: true }),
  },
  help: '只合并未审核、未签字的业务凭证；按单据即拆开。红字与蓝字不合并',
})

/** 结转销售成本. */
export const carryCostOfSalesProcess = defineProcess({
  name: 'carryCostOfSales',
  label: '结转销售成本',
  parameters: { period: requiredPeriod },
  help: '全月一次加权平均的商品在月末计算最终成本，可重复执行',
})

/** 结转损益. */
export const carryProfitForwardProcess = defineProcess({
  name: 'carryProfitForward',
  label: '结转损益',
  parameters: { period: requiredPeriod },
})

/** 重建总账日累计: the cache is written again from the ledger; nothing else changes. */
export const rebuildDaysProcess = defineProcess({
  name: 'rebuildDays',
  label: '重建总账累计',
  english: 'Rebuild day totals',
  parameters: {},
})

/** 月末结账. */
export const closePeriodProcess = defineProcess({
  name: 'closePeriod',
  label: '月末结账',
  parameters: {
    period: requiredPeriod,
    bookAll: boolean({ label: '一并审核并记账', english: 'Review and book all', initial: false }),
  },
  help: '结转成本与损益，检查通过后结账；结账后本期不再接受单据',
})

/** 反结账: only to add; nothing that stands is changed. */
export const reopenPeriodProcess = defineProcess({
  name: 'reopenPeriod',
  label: '重新打开期间',
  english: 'Reopen a period',
  parameters: { period: requiredPeriod, reason: text({ label: '原因', english: 'Reason', required: true }) },
  help: '重新打开后只能补充，已记账凭证不变；原因记入日志',
})
