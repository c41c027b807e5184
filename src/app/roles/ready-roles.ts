import type { ReadyRole } from '../../kernel/access/ready-role.ts'
import { financeRoles } from './finance-roles.ts'
import { goodsRoles } from './goods-roles.ts'
import { officeRoles } from './office-roles.ts'
import { tradeRoles } from './trade-roles.ts'

/** 老板 会计 出纳 采购 销售 盘点员 仓管 生产 人事, with the rights their work needs; the kernel adds the 管理员. */
export const readyRoles: readonly ReadyRole[] = [...officeRoles, ...financeRoles, ...tradeRoles, ...goodsRoles]
