import { boolean, choice, money, percent, text } from '../../../kernel/definition/field.ts'

/** What comes off the whole bill of a counter, where cents are given up as they are paid. */
export const counterDiscount = {
  billDiscountPercent: percent({ label: '整单折扣%', english: 'Bill discount %', help: '10 即整单打九折' }),
  billDiscount: money({ label: '整单优惠', help: '分摊到各行' }),
  withoutPromotions: boolean({ label: '不参加促销' }),
} as const

/** What comes off the whole bill; it is spread over the lines in cents. */
export const billDiscount = {
  ...counterDiscount,
  roundOff: choice({
    label: '抹零',
    english: 'Round down',
    options: { none: '不抹', fen: '抹分', jiao: '抹角' },
    help: '价税合计向下取整；单价不含税时不可用',
  }),
} as const

/** Where a line's price came from, what promotions made of it, and whether a promotion gave it. */
export const saleTrack = {
  priceSource: text({ label: '价格来源', computed: true, proposed: true }),
  promotion: text({ label: '促销说明', computed: true, proposed: true, maxLength: 1000 }),
  isPromotionGift: boolean({ label: '促销赠送', computed: true, proposed: true, hidden: true }),
} as const
