import type { Dimensions } from '../../kernel/posting/proposal.ts'

/** How the dimensions of a line are called when one is asked for. */
export const dimensionLabels: Readonly<Record<keyof Dimensions, { readonly zh: string; readonly en: string }>> = {
  branch: { zh: '分支机构', en: 'a branch' },
  party: { zh: '往来单位', en: 'a party' },
  department: { zh: '部门', en: 'a department' },
  employee: { zh: '职员', en: 'an employee' },
  project: { zh: '项目', en: 'a project' },
  item: { zh: '商品', en: 'an item' },
  cashAccount: { zh: '资金账户', en: 'a cash account' },
  auxiliary1: { zh: '自定义核算', en: 'its own dimension' },
  auxiliary2: { zh: '自定义核算', en: 'its own dimension' },
}
