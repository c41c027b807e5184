/** What can be wrong with the stock of an item. */
export const alertKinds = {
  low: '短缺',
  over: '超储',
  safety: '低于安全库存',
  expired: '已过期',
  expiring: '临期',
  still: '呆滞',
  cover: '周转过慢',
} as const
export type AlertKind = keyof typeof alertKinds
