import type { Id } from '../../base/id.ts'
import { defineEntity } from '../../kernel/definition/define.ts'
import { choice, date, longText, ref, text } from '../../kernel/definition/field.ts'
import { lineTable } from '../../kernel/definition/record.ts'
import type { EntityRecord } from '../../kernel/definition/record.ts'
import { item } from './item.ts'
import { party } from './party.ts'

/** What may be done with a lot: a frozen one is kept where it is, a recalled one is asked back as well. */
export const lotStates = { normal: '正常', frozen: '冻结', recalled: '召回' } as const

/** 批次: goods of one item that were made or came together; it is made by the receipt that first names its number. */
export const lot = defineEntity({
  name: 'lot',
  label: '批次',
  fields: {
    item: ref(item, { label: '商品', required: true, indexed: true }),
    number: text({ label: '批号', required: true, searched: true, indexed: true, maxLength: 60 }),
    producedOn: date({ label: '生产日期' }),
    expiresOn: date({ label: '有效期至', english: 'Expires on', indexed: true }),
    supplierLot: text({ label: '供应商批号', searched: true, maxLength: 60 }),
    state: choice({ label: '批次状态', options: lotStates, required: true, initial: 'normal' }),
    reason: text({ label: '冻结原因', english: 'Reason', help: '冻结、召回时必填' }),
    origin: text({ label: '产地' }),
    supplier: ref(party, { label: '供应商', facet: 'supplier' }),
    remark: longText({ label: '备注' }),
  },
  tables: {
    attributes: lineTable({
      label: '批次属性',
      fields: {
        attribute: text({ label: '属性', required: true, help: '如 等级、色号、含量' }),
        value: text({ label: '内容', required: true }),
      },
    }),
  },
  list: ['item', 'number', 'producedOn', 'expiresOn', 'state', 'supplierLot', 'supplier'],
})

export type LotRecord = EntityRecord<typeof lot>

/** A lot's code: its number is the item's own, and two items may well use the same one. */
export const lotCode = (number: string, itemCode: string): string => `${number}@${itemCode}`

/** A lot of an item by its number, as movements name it. */
export interface LotKey {
  readonly item: Id<'item'>
  readonly number: string
}
