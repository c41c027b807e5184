import { choice, integer, ref, text } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { lot } from '../../../ledgers/dimensions/lot.ts'

export const labelSymbols = {
  bars: '条码（EAN-13 / GS1-128 / Code 128）',
  qr: '二维码',
  dataMatrix: 'DataMatrix（GS1）',
} as const

/** Label sizes in millimetres, as rolls are sold. */
export const labelSizes = {
  label40x30: { width: 40, height: 30 },
  label60x40: { width: 60, height: 40 },
  label100x70: { width: 100, height: 70 },
} as const

const pdf = (label: string, english: string) => ({ label, english, extension: 'pdf', contentType: 'application/pdf' })

/** 商品标签: labels of an item, of a lot, of what a document brought in with its lots and units; one a unit where it has a number. */
export const goodsLabels = defineReport({
  name: 'goodsLabels',
  label: '商品标签',
  english: 'Labels',
  parameters: {
    item: ref(item, { label: '商品' }),
    lot: ref(lot, { label: '批次' }),
    documentNumber: text({
      label: '入库单号',
      english: 'Receipt number',
      help: '该单入库的商品、批次、序列号',
      maxLength: 60,
    }),
    serialNumber: text({ label: '序列号', maxLength: 100 }),
    symbol: choice({ label: '码制', english: 'Symbol', options: labelSymbols, initial: 'bars' }),
    copies: integer({ label: '每种张数', english: 'Copies', help: '空则一张' }),
  },
  columns: [
    { name: 'itemName', label: '商品', english: 'Item', kind: 'text', width: 240 },
    { name: 'lot', label: '批号', english: 'Lot', kind: 'text', width: 130 },
    { name: 'serialNumber', label: '序列号', english: 'Serial number', kind: 'text', width: 140 },
    { name: 'expiresOn', label: '有效期至', english: 'Expires on', kind: 'date' },
    { name: 'content', label: '码的内容', english: 'Content', kind: 'text', width: 300 },
  ],
  files: {
    label40x30: pdf('标签 40×30', 'Labels 40×30'),
    label60x40: pdf('标签 60×40', 'Labels 60×40'),
    label100x70: pdf('标签 100×70', 'Labels 100×70'),
  },
  help: '选商品、批次、序列号或入库单号，再导出标签 PDF，按实际尺寸打印。',
})
