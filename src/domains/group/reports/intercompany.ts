import { date, text } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { groupField } from './consolidated.ts'

/** 内部往来对账: what this company and its sisters say of the same claims, document by document. */
export const intercompanyBalances = defineReport({
  name: 'intercompanyBalances',
  label: '内部往来对账',
  parameters: {
    company: text({ label: '对方公司', english: 'Sister company', maxLength: 60, help: '公司编码；空为全部' }),
    asOf: date({ label: '截至日期', english: 'As of', help: '空为今天' }),
  },
  columns: [
    { name: 'company', label: '对方公司', english: 'Sister company', kind: 'text', width: 180 },
    { name: 'pair', label: '款项', english: 'Claim', kind: 'text', width: 150 },
    {
      name: 'ownNumber',
      label: '本方单据',
      english: 'Our document',
      group: '本方',
      kind: 'text',
      width: 150,
      drill: { to: 'document', type: 'documentType', id: 'documentId' },
    },
    { name: 'ownDate', label: '日期', english: 'Date', group: '本方', kind: 'date', width: 100 },
    { name: 'own', label: '本方余额', english: 'Ours', group: '本方', kind: 'money', total: true },
    {
      name: 'theirNumber',
      label: '对方单据',
      english: 'Their document',
      group: '对方',
      kind: 'text',
      width: 150,
      drill: {
        to: 'report',
        report: 'memberDocument',
        parameters: { company: 'companyCode', type: 'theirType', document: 'theirId' },
      },
    },
    { name: 'theirDate', label: '日期', english: 'Date', group: '对方', kind: 'date', width: 100 },
    { name: 'theirs', label: '对方余额', english: 'Theirs', group: '对方', kind: 'money', total: true },
    { name: 'difference', label: '差额', english: 'Difference', kind: 'money', total: true },
    { name: 'reason', label: '可能原因', english: 'Likely reason', kind: 'text', width: 200 },
  ],
})

/** 内部交易单据: documents that go with a sister's, and hers. */
export const intercompanyDocuments = defineReport({
  name: 'intercompanyDocuments',
  label: '内部交易单据',
  parameters: {
    company: text({ label: '对方公司', english: 'Sister company', maxLength: 60, help: '公司编码；空为全部' }),
  },
  columns: [
    { name: 'type', label: '本方单据类型', english: 'Ours', kind: 'text', width: 110 },
    {
      name: 'number',
      label: '本方单据',
      english: 'Our document',
      kind: 'text',
      width: 160,
      drill: { to: 'document', type: 'documentType', id: 'documentId' },
    },
    { name: 'company', label: '对方公司', english: 'Sister company', kind: 'text', width: 180 },
    { name: 'theirs', label: '对方单据类型', english: 'Theirs', kind: 'text', width: 110 },
    {
      name: 'theirNumber',
      label: '对方单据',
      english: 'Their document',
      kind: 'text',
      width: 160,
      drill: {
        to: 'report',
        report: 'memberDocument',
        parameters: { company: 'companyCode', type: 'theirType', document: 'theirId' },
      },
    },
    { name: 'madeHere', label: '本方由对方生成', english: 'Made from theirs', kind: 'boolean', width: 110 },
  ],
})

/** 存货未实现利润: goods still held of what a sister sold, with what she earned on them. */
export const profitInStock = defineReport({
  name: 'profitInStock',
  label: '存货未实现利润',
  english: 'Unrealised profit in stock',
  parameters: { group: groupField, period: text({ label: '期间', english: 'Period', maxLength: 7, help: '空为本月' }) },
  columns: [
    { name: 'seller', label: '销售方', english: 'Seller', kind: 'text', width: 180 },
    { name: 'buyer', label: '购买方', english: 'Buyer', kind: 'text', width: 180 },
    { name: 'item', label: '商品编码', english: 'Item', kind: 'text', width: 120 },
    { name: 'quantity', label: '期末结存数量', english: 'Held', kind: 'quantity' },
    { name: 'profit', label: '未实现利润', english: 'Profit', kind: 'money', total: true },
    { name: 'openingQuantity', label: '年初结存数量', english: 'Held as the year began', kind: 'quantity' },
    { name: 'openingProfit', label: '年初未实现利润', english: 'Profit as the year began', kind: 'money', total: true },
  ],
  help: '按先进先出认定：结存的是最后购入的',
})
