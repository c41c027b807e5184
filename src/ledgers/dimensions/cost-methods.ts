/** 计价方法 that a whole company may use. */
export const commonCostMethods = {
  movingAverage: '移动平均',
  fifo: '先进先出',
  monthlyAverage: '全月平均',
  standard: '标准成本',
} as const

/** All of them: by lot and by serial number only goods are valued that carry one. */
export const costMethods = { ...commonCostMethods, specificLot: '按批次', specificSerial: '按序列号' } as const

/** 成本核算范围: goods of one cost wherever they lie, or of one in each warehouse. */
export const costScopes = { company: '全公司', warehouse: '分仓库' } as const

export type CostScope = keyof typeof costScopes
