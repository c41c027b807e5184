/** By what flows are put together. */
export const flowGroups = { item: '商品', category: '商品分类', warehouse: '仓库' } as const
export type FlowGroup = keyof typeof flowGroups
