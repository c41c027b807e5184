import { defineDocument } from '../../../kernel/definition/define.ts'
import { boolean, money, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { account } from '../../../ledgers/dimensions/account.ts'
import { auxiliaryItem } from '../../../ledgers/dimensions/auxiliary.ts'
import { branch } from '../../../ledgers/dimensions/branch.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { department, employee, project } from '../../../ledgers/dimensions/people.ts'

const closedAccounts = lineTable({
  label: '结转明细',
  fields: {
    account: ref(account, { label: '科目', required: true }),
    amount: money({ label: '结转金额', required: true, help: '借记为正，贷记为负' }),
    branch: ref(branch, { label: '分支机构' }),
    party: ref(party, { label: '往来单位' }),
    department: ref(department, { label: '部门' }),
    employee: ref(employee, { label: '职员' }),
    project: ref(project, { label: '项目' }),
    item: ref(item, { label: '商品' }),
    auxiliary1: ref(auxiliaryItem, { label: '自定义核算一', english: 'Own dimension 1' }),
    auxiliary2: ref(auxiliaryItem, { label: '自定义核算二', english: 'Own dimension 2' }),
    toRetained: boolean({ label: '直接转入未分配利润', english: 'To retained earnings', initial: false }),
  },
  atLeast: 1,
})

/** 结转损益: what stands on profit and loss goes to 本年利润 at the end of a period. */
export const profitCarryForward = defineDocument({
  name: 'profitCarryForward',
  label: '结转损益',
  numbering: 'JZSY-{yyyyMM}-{seq:2}',
  header: { period: text({ label: '期间', required: true, maxLength: 7 }) },
  tables: { lines: closedAccounts },
  list: ['period'],
  internal: true,
})

/** 结转研发费用: research that is expensed goes from 研发支出 to 研究费用 each month (rule 22); what is capitalized stays. */
export const researchCarry = defineDocument({
  name: 'researchCarry',
  label: '结转研发费用',
  numbering: 'JZYF-{yyyyMM}-{seq:2}',
  header: { period: text({ label: '期间', required: true, maxLength: 7 }) },
  tables: { lines: closedAccounts },
  list: ['period'],
  internal: true,
})

/** 年结: the profit of the year, and what was done with it, goes to 未分配利润. */
export const yearEndClose = defineDocument({
  name: 'yearEndClose',
  label: '年结',
  english: 'Year-end close',
  numbering: 'NJ-{yyyy}-{seq:2}',
  header: {
    period: text({ label: '期间', required: true, maxLength: 7 }),
    surplusReserve: money({ label: '提取法定盈余公积', english: 'To surplus reserve' }),
  },
  tables: { lines: closedAccounts },
  list: ['period'],
  internal: true,
})

/** 结转销售成本 of a month under monthly weighted average. */
export const costOfSalesCarry = defineDocument({
  name: 'costOfSalesCarry',
  label: '结转销售成本',
  numbering: 'JZCB-{yyyyMM}-{seq:2}',
  header: { period: text({ label: '期间', required: true, maxLength: 7 }) },
  tables: {},
  list: ['period'],
  internal: true,
})
