import { choice, ref } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { lot } from '../../../ledgers/dimensions/lot.ts'

export const traceDirections = { to: '去向（下查）', from: '来源（上查）' } as const

/** 批次追溯: the tree of a lot, up to whom it came from or down to whom it went, through whatever was made of it. */
export const lotTrace = defineReport({
  name: 'lotTrace',
  label: '批次追溯',
  english: 'Lot trace',
  parameters: {
    lot: ref(lot, { label: '批次', required: true }),
    direction: choice({ label: '方向', options: traceDirections, initial: 'to' }),
  },
  columns: [
    { name: 'what', label: '批次与单据', english: 'Lots and documents', kind: 'text', width: 320 },
    {
      name: 'documentNumber',
      label: '单据',
      english: 'Document',
      kind: 'text',
      width: 160,
      drill: { to: 'document', type: 'documentType', id: 'documentId' },
    },
    { name: 'date', label: '日期', english: 'Date', kind: 'date' },
    { name: 'quantity', label: '数量', english: 'Quantity', kind: 'quantity' },
    { name: 'unit', label: '单位', english: 'Unit', kind: 'text', width: 50 },
    { name: 'partyName', label: '往来单位', english: 'Party', kind: 'text', width: 180 },
    { name: 'contact', label: '联系人', english: 'Contact', kind: 'text', width: 90 },
    { name: 'phone', label: '电话', english: 'Phone', kind: 'text', width: 120, personal: 'phone' },
  ],
  help: '经过调拨、组装、拆卸、退货逐级展开；红冲和反审核过的不算。',
})

/** 召回清单: who has goods of a lot, or of what was made of it, how much and how to reach them; and what is still with us. */
export const recallList = defineReport({
  name: 'recallList',
  label: '召回清单',
  english: 'Recall list',
  parameters: { lot: ref(lot, { label: '批次', required: true }) },
  columns: [
    { name: 'where', label: '在谁手里', english: 'Who has it', kind: 'text', width: 200 },
    { name: 'contact', label: '联系人', english: 'Contact', kind: 'text', width: 90 },
    { name: 'phone', label: '电话', english: 'Phone', kind: 'text', width: 120, personal: 'phone' },
    { name: 'address', label: '地址', english: 'Address', kind: 'text', width: 220 },
    { name: 'itemName', label: '商品', english: 'Item', kind: 'text', width: 180 },
    { name: 'lot', label: '批号', english: 'Lot', kind: 'text', width: 120 },
    { name: 'quantity', label: '数量', english: 'Quantity', kind: 'quantity' },
    { name: 'unit', label: '单位', english: 'Unit', kind: 'text', width: 50 },
    { name: 'lastOn', label: '最近日期', english: 'Last on', kind: 'date' },
    { name: 'documents', label: '单据', english: 'Documents', kind: 'text', width: 220 },
  ],
})
