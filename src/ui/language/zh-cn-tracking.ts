/** Words of lots, serial numbers, scans, labels and traces. */
export const trackingWords = {
  'serials.hint': '一行一个，可扫码、可整列粘贴',
  'serials.count': '共 {count} 个',
  'serials.doubles': '重复 {count} 个：{names}',
  'serials.dropDoubles': '去掉重复',
  'serials.done': '填入 {count} 个',
  'card.title': '商品档案',
  'card.boughtOn': '最近进货',
  'card.boughtAt': '最近进价',
  'card.cost': '成本价',
  'card.salePrice': '售价',
  'card.value': '库存金额',
  'card.margin': '毛利',
  'scan.camera': '摄像头扫码',
  'scan.aim': '把条码对准取景框，读到即加一行',
  'scan.noCamera': '打不开摄像头：{reason}',
} as const
