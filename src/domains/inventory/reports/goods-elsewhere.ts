import { choice, date, ref } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { party } from '../../../ledgers/dimensions/party.ts'

export const elsewhereKinds = {
  consigned: '委托代销',
  lent: '借出',
  held: '代管',
} as const

/** 在外与代管商品表: our goods in others' hands, and others' goods in ours, line by line, with how long. */
export const goodsElsewhere = defineReport({
  name: 'goodsElsewhere',
  label: '在外与代管商品表',
  english: 'Goods elsewhere and in custody',
  parameters: {
    kind: choice({ label: '种类', options: elsewhereKinds }),
    party: ref(party, { label: '往来单位' }),
    item: ref(item, { label: '商品' }),
    asOf: date({ label: '截至', english: 'As of', initial: 'today' }),
  },
  columns: [
    { name: 'kindLabel', label: '种类', english: 'Kind', kind: 'text', width: 90 },
    { name: 'partyName', label: '往来单位', english: 'Party', kind: 'text', width: 190 },
    {
      name: 'documentNumber',
      label: '单据',
      english: 'Document',
      kind: 'text',
      width: 160,
      drill: { to: 'document', type: 'documentType', id: 'documentId' },
    },
    { name: 'date', label: '日期', english: 'Date', kind: 'date' },
    { name: 'itemName', label: '商品', english: 'Item', kind: 'text', width: 220 },
    { name: 'open', label: '未结数量', english: 'Open', kind: 'quantity', total: true },
    { name: 'days', label: '天数', english: 'Days', kind: 'integer' },
    { name: 'backOn', label: '应还日期', english: 'Due back', kind: 'date' },
    { name: 'note', label: '提醒', english: 'Note', kind: 'text', width: 170 },
  ],
  help: '委托代销满 180 天未收到代销清单的，增值税纳税义务已发生。',
})
