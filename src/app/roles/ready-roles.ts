import type { ReadyRole } from '../../kernel/access/ready-role.ts'
import { financeRoles } from './finance-roles.ts'
import { goodsRoles } from './goods-roles.ts'
import { officeRoles } from './office-roles.ts'
import { tradeRoles } from './trade-roles.ts'

const byWork: readonly ReadyRole[] = [...officeRoles, ...financeRoles, ...tradeRoles, ...goodsRoles]

/** 一人多岗: who buys, sells, keeps the stock, the money and the books alone, with the rights of all of these. */
const soloRole: ReadyRole = {
  name: 'solo',
  label: '一人多岗',
  rights: [...new Set(byWork.flatMap((role) => role.rights))],
}

/** 老板 会计 出纳 采购 销售 盘点员 仓管 生产 人事 and who is all of them, with the rights their work needs; the kernel adds the 管理员. */
export const readyRoles: readonly ReadyRole[] = [...byWork, soloRole]
