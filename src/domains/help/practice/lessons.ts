/** A step of a lesson: what has to be posted by the one who learns. */
export interface LessonStep {
  readonly label: string
  readonly english: string
  /** The type of document whose posting is the step. */
  readonly posted: string
  /** Where it is done. */
  readonly place: string
}

/** 练习课: a piece of everyday work; its steps are known from what was posted, not from what was clicked. */
export interface Lesson {
  readonly name: string
  readonly label: string
  readonly english: string
  readonly about: string
  /** The chapter of the guide that tells how. */
  readonly chapter: string
  readonly steps: readonly LessonStep[]
}

const step = (label: string, english: string, posted: string, place: string): LessonStep => ({
  label,
  english,
  posted,
  place,
})

export const lessons: readonly Lesson[] = [
  {
    name: 'first-purchase',
    label: '第一次采购',
    english: 'The first purchase',
    about: '向供应商买 20 件，收货入库，再把货款付掉',
    chapter: '02-procure-to-pay',
    steps: [
      step('审核一张采购入库单', 'Post a purchase receipt', 'purchaseReceipt', '/new/purchase-receipt'),
      step('审核它的采购发票', 'Post its invoice', 'purchaseInvoice', '/list/purchase-receipt'),
      step('审核一张付款单', 'Post a payment', 'payment', '/new/payment'),
    ],
  },
  {
    name: 'first-sale',
    label: '第一次销售',
    english: 'The first sale',
    about: '卖给客户 5 件，出库，收到货款',
    chapter: '03-order-to-cash',
    steps: [
      step('审核一张销售出库单', 'Post a sales delivery', 'salesDelivery', '/new/sales-delivery'),
      step('审核一张收款单', 'Post a collection', 'collection', '/new/collection'),
    ],
  },
  {
    name: 'return',
    label: '客户退货',
    english: 'A return',
    about: '客户退回 1 件，货回仓库，应收减少',
    chapter: '03-order-to-cash',
    steps: [step('审核一张销售退货单', 'Post a sales return', 'salesReturn', '/list/sales-delivery')],
  },
  {
    name: 'counting',
    label: '盘点',
    english: 'Counting',
    about: '盘点仓库，把少的 2 件记成盘亏',
    chapter: '10-counts-and-alerts',
    steps: [step('审核一张盘盈盘亏单', 'Post a count adjustment', 'countAdjustment', '/count')],
  },
  {
    name: 'expense',
    label: '记一笔费用',
    english: 'An expense',
    about: '付了 300 元运费',
    chapter: '05-cash-and-parties',
    steps: [step('审核一张费用单', 'Post an expense', 'expense', '/new/expense')],
  },
  {
    name: 'voucher',
    label: '记账凭证',
    english: 'A voucher',
    about: '手工记一张凭证，如计提工资',
    chapter: '06-accounting',
    steps: [step('审核一张记账凭证', 'Post a voucher', 'voucher', '/new/voucher')],
  },
  {
    name: 'closing',
    label: '月末结转',
    english: 'The month’s end',
    about: '把收入和费用结转到本年利润',
    chapter: '06-accounting',
    steps: [step('结转损益', 'Carry the profit forward', 'profitCarryForward', '/close')],
  },
]
