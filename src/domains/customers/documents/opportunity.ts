import { defineDocument } from '../../../kernel/definition/define.ts'
import { boolean, choice, date, integer, longText, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { derivePricedFrom, goodsLine, priceWithTax } from '../../../ledgers/priced-lines.ts'
import { customerHead, deriveHeadInBooks, salesTerms, salesTotals } from '../../sales/index.ts'

/** 销售商机: what a customer may buy, how likely and when. */
export const opportunity = defineDocument({
  name: 'opportunity',
  label: '销售商机',
  english: 'Opportunity',
  numbering: 'XSSJ-{yyyyMM}-{seq:4}',
  header: {
    customer: customerHead.customer,
    subject: text({ label: '商机名称', required: true, searched: true }),
    contact: text({ label: '联系人' }),
    stage: choice({
      label: '阶段',
      options: { contact: '初步接触', need: '需求确认', offer: '方案报价', negotiation: '商务谈判', decided: '已决定' },
      initial: 'contact',
    }),
    probability: integer({ label: '成功率%', english: 'Probability %' }),
    expectedOn: date({ label: '预计成交日', english: 'Expected on' }),
    competitor: text({ label: '竞争对手' }),
    salesperson: customerHead.salesperson,
    department: customerHead.department,
    priceIncludesTax: boolean({ label: '单价含税' }),
    need: longText({ label: '需求' }),
    dueOn: { ...salesTerms.dueOn, hidden: true },
    ...salesTotals,
  },
  tables: {
    lines: lineTable({
      label: '意向商品',
      atLeast: 1,
      fields: { ...goodsLine, ...priceWithTax, remark: text({ label: '备注' }) },
      derive: derivePricedFrom('salePrice'),
    }),
  },
  derive: deriveHeadInBooks,
  list: ['subject', 'customer', 'stage', 'probability', 'expectedOn', 'salesperson', 'totalGross'],
  totals: ['gross'],
})
