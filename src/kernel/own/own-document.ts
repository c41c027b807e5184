import { defineDocument, defineEntity } from '../definition/define.ts'
import { longText, text } from '../definition/field.ts'
import { lineTable } from '../definition/record.ts'

/** How the types that a company defines itself are called: `xVisit`, at `/api/x-visit`. */
export const ownTypeName = /^x[A-Z][A-Za-z0-9]{1,38}$/

/**
 * 自定义单据: a type of document that a company defines itself: what it is called, how it is numbered and whether it has lines.
 * Its fields are those of the form design (表单设计) of the same code. It posts to no ledger.
 */
export const ownDocument = defineEntity({
  name: 'ownDocument',
  label: '自定义单据',
  english: 'Own document type',
  fields: {
    numbering: text({ label: '编号规则', required: true, maxLength: 60, help: '如 BF-{yyyyMM}-{seq:4}' }),
    english: text({ label: '英文名称', english: 'English name', maxLength: 60 }),
    linesLabel: text({ label: '明细表名称', english: 'Name of the lines', maxLength: 40, help: '空则没有明细' }),
    purpose: longText({ label: '用途' }),
    template: text({ label: '来自模板', english: 'From template', maxLength: 60, computed: true }),
  },
  list: ['numbering', 'linesLabel', 'purpose'],
})

/** The tables that keep the documents of all types of a company's own. No one writes to it but through those types. */
export const ownRecord = defineDocument({
  name: 'ownRecord',
  label: '自定义单据记录',
  english: 'Records of own types',
  numbering: 'ZDY-{yyyyMM}-{seq:4}',
  internal: true,
  keepsOwnTypes: true,
  outsideBooks: true,
  header: {
    ownType: text({ label: '单据类型', required: true, computed: true, hidden: true, indexed: true, maxLength: 60 }),
  },
  tables: { lines: lineTable({ label: '明细', fields: {} }) },
  list: ['ownType'],
})
