import { choice, ref } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { itemCategory } from '../../../ledgers/dimensions/item.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'
import { reportDays } from '../../../ledgers/report-days.ts'
import { abcClasses } from '../rules/abc-class.ts'
import { xyzClasses } from '../rules/xyz-class.ts'

/** ABC/XYZ 分析: which items make the sales, and of which the demand can be foreseen, as a matrix and item by item. */
export const abcXyz = defineReport({
  name: 'abcXyz',
  label: 'ABC/XYZ 分析',
  english: 'ABC/XYZ analysis',
  parameters: {
    view: choice({ label: '显示', english: 'Show', options: { matrix: '矩阵', item: '商品' }, initial: 'matrix' }),
    ...reportDays,
    category: ref(itemCategory, { label: '商品分类' }),
    warehouse: ref(warehouse, { label: '仓库' }),
    abc: choice({ label: 'ABC', english: 'ABC', options: abcClasses }),
    xyz: choice({ label: 'XYZ', english: 'XYZ', options: xyzClasses }),
  },
  columns: [
    {
      name: 'name',
      label: '类别',
      english: 'Class',
      kind: 'text',
      width: 200,
      drill: {
        to: 'report',
        report: 'abcXyz',
        parameters: {
          view: 'drillView',
          abc: 'abc',
          xyz: 'xyz',
          category: 'categoryId',
          warehouse: 'warehouseId',
          from: 'from',
          to: 'to',
        },
      },
    },
    { name: 'advice', label: '怎么管', english: 'How to manage', kind: 'text', width: 260 },
    { name: 'items', label: '商品数', english: 'Items', kind: 'integer', total: true },
    { name: 'soldCost', label: '销售成本', english: 'Cost of sales', kind: 'money', total: true, sensitive: true },
    { name: 'share', label: '占比%', english: 'Share %', kind: 'percent' },
    { name: 'variation', label: '变异系数', english: 'Variation', kind: 'price' },
    { name: 'averageValue', label: '平均库存', english: 'Average stock', kind: 'money', total: true, sensitive: true },
    { name: 'stockShare', label: '库存占比%', english: 'Share of stock %', kind: 'percent' },
    { name: 'soldQuantity', label: '销量', english: 'Sold', kind: 'quantity' },
  ],
  chart: { kind: 'bar', category: 'name', series: ['soldCost', 'averageValue'] },
  help: 'ABC 按期间销售成本累计到 80%、95% 分；XYZ 按月销量的变异系数（标准差 ÷ 平均）分：不超过 0.5 为 X，不超过 1 为 Y，其余 Z',
})
