import { integer, quantity } from '../../../kernel/definition/field.ts'

/** 交货能力: how soon a supplier delivers, the least that may be ordered, and in what steps. */
export const offerTerms = {
  leadDays: integer({ label: '交货天数', english: 'Lead time (days)' }),
  minimumOrder: quantity({ label: '起订量', english: 'Minimum order' }),
  orderMultiple: quantity({ label: '订货倍数', english: 'Order multiple', help: '订货数量须是此数的倍数' }),
} as const
