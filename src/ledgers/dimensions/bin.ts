import { defineEntity } from '../../kernel/definition/define.ts'
import { choice, integer, longText, ref, text } from '../../kernel/definition/field.ts'
import { warehouse } from './place.ts'

/** What a bin is for; goods are picked from storage before they are taken from where they arrive or leave. */
export const binKinds = { storage: '存储', receiving: '收货', shipping: '发货' } as const

/** 货位: where in a warehouse goods lie. A warehouse that keeps bins says of its goods in which they are. */
export const bin = defineEntity({
  name: 'bin',
  label: '货位',
  fields: {
    warehouse: ref(warehouse, { label: '仓库', required: true, indexed: true, help: '有货后不能更改' }),
    zone: text({ label: '库区', maxLength: 60, searched: true }),
    kind: choice({ label: '货位类型', english: 'Kind', options: binKinds, initial: 'storage' }),
    pickOrder: integer({ label: '拣货顺序', english: 'Order of picking', help: '小的先拣；空则在后，按编码' }),
    remark: longText({ label: '备注' }),
  },
  tables: {},
  list: ['warehouse', 'zone', 'kind', 'pickOrder'],
})
