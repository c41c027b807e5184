import { defineEntity } from '../../../kernel/definition/define.ts'
import { boolean, ref } from '../../../kernel/definition/field.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { employee } from '../../../ledgers/dimensions/people.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'

/** 销售渠道: where orders come from beside the counter: a shop on a platform, a mall, a partner's system. */
export const salesChannel = defineEntity({
  name: 'salesChannel',
  label: '销售渠道',
  fields: {
    customer: ref(party, { label: '默认客户', facet: 'customer', help: '渠道订单没有写明客户时' }),
    warehouse: ref(warehouse, { label: '发货仓库' }),
    salesperson: ref(employee, { label: '业务员' }),
    autoPost: boolean({ label: '自动审核', initial: true, help: '接单即审核并占用库存；需要审批的自动提交' }),
  },
})
