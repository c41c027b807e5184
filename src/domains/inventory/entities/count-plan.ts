import { defineEntity } from '../../../kernel/definition/define.ts'
import { boolean, choice, date, integer, money, percent, ref } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { itemCategory } from '../../../ledgers/dimensions/item.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { employee } from '../../../ledgers/dimensions/people.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'
import { abcClasses } from '../rules/abc-class.ts'

/** 盘点计划: what is counted every so many days, by class; its sheets are made by themselves on the day. */
export const countPlan = defineEntity({
  name: 'countPlan',
  label: '盘点计划',
  fields: {
    warehouse: ref(warehouse, { label: '仓库', required: true, indexed: true }),
    category: ref(itemCategory, { label: '商品分类', help: '空为全部' }),
    supplier: ref(party, { label: '供应商', facet: 'supplier', help: '空为全部' }),
    employee: ref(employee, { label: '盘点人', english: 'Counted by' }),
    isBlind: boolean({ label: '盲盘', english: 'Blind', initial: true }),
    sample: integer({ label: '抽盘条数', english: 'Sample size', help: '空则全部盘点' }),
    toleranceAmount: money({ label: '金额允差', english: 'Tolerance, value' }),
    tolerancePercent: percent({ label: '数量允差%', english: 'Tolerance %' }),
  },
  tables: {
    turns: lineTable({
      label: '盘点周期',
      atLeast: 1,
      fields: {
        abcClass: choice({ label: 'ABC 分类', english: 'ABC class', options: abcClasses, help: '空为全部商品' }),
        everyDays: integer({ label: '每隔（天）', english: 'Every (days)', required: true }),
        nextOn: date({ label: '下次盘点', english: 'Next on', required: true, initial: 'today' }),
      },
    }),
  },
  list: ['warehouse', 'category', 'employee', 'isBlind'],
})
