import { defineEntity } from '../definition/define.ts'
import { boolean, choice, integer, json, longText, sensitiveGroups, text } from '../definition/field.ts'
import { lineTable } from '../definition/record.ts'

/** What a field of a company's own may hold. */
export const ownKinds = {
  text: '文本',
  longText: '多行文本',
  integer: '整数',
  decimal: '小数',
  quantity: '数量',
  money: '金额',
  percent: '百分比',
  date: '日期',
  boolean: '是否',
  choice: '单选',
  ref: '引用资料',
} as const
export type OwnKind = keyof typeof ownKinds

/** The part of a design that is the head of a record; other parts are its tables by name. */
export const headPart = 'header'

/**
 * 表单设计: how a company shapes one type of record: fields of its own, the order, labels and headings of all, what is required or
 * hidden, and how documents of the type are numbered. Its code is the type's name.
 */
export const ownForm = defineEntity({
  name: 'ownForm',
  label: '表单设计',
  english: 'Form design',
  fields: {
    numbering: text({ label: '编号规则', maxLength: 60, help: '如 XSCK-{yyyyMM}-{seq:4}；空则按系统规则' }),
  },
  tables: {
    fields: lineTable({
      label: '字段',
      fields: {
        part: text({ label: '位置', english: 'Part', required: true, maxLength: 60 }),
        name: text({ label: '字段名', english: 'Field', required: true, maxLength: 60 }),
        label: text({ label: '标题', english: 'Title', maxLength: 40 }),
        english: text({ label: '英文标题', english: 'English title', maxLength: 60 }),
        kind: choice({ label: '类型', english: 'Kind', options: ownKinds }),
        choices: json({ label: '选项' }),
        target: text({ label: '引用对象', maxLength: 60 }),
        scale: integer({ label: '小数位', english: 'Decimal places' }),
        help: text({ label: '说明', english: 'Help' }),
        start: text({ label: '默认值', english: 'Initial value' }),
        formula: longText({ label: '公式' }),
        section: text({ label: '分组标题', english: 'Heading', maxLength: 40 }),
        wide: boolean({ label: '整行显示', english: 'Whole width' }),
        mandatory: boolean({ label: '必填', english: 'Required' }),
        concealed: boolean({ label: '隐藏', english: 'Hidden' }),
        listed: boolean({ label: '显示在列表', english: 'In the list' }),
        findable: boolean({ label: '参与搜索', english: 'Searched' }),
        secrecy: choice({ label: '保密组', english: 'Secrecy', options: sensitiveGroups }),
        hiddenFrom: json({ label: '对角色隐藏', english: 'Kept from roles' }),
        archived: boolean({ label: '停用', english: 'Archived' }),
      },
    }),
  },
  list: ['numbering'],
})
