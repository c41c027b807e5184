import { defineEntity } from '../../kernel/definition/define.ts'
import { longText, ref } from '../../kernel/definition/field.ts'

/** 自定义辅助核算类别: something of the company's own that accounts are told apart by, as 车辆, 门店 or 合同. */
export const auxiliaryKind = defineEntity({ name: 'auxiliaryKind', label: '辅助核算类别', fields: {} })

/** 自定义辅助核算项目: one value of such a kind, as the vehicle 浙B12345. */
export const auxiliaryItem = defineEntity({
  name: 'auxiliaryItem',
  label: '辅助核算项目',
  tree: true,
  fields: {
    kind: ref(auxiliaryKind, { label: '辅助核算类别', required: true, indexed: true }),
    remark: longText({ label: '备注' }),
  },
  list: ['kind', 'remark'],
})
