import { defineDocument } from '../../../kernel/definition/define.ts'
import { choice, date, decimal, money, price, quantity, ref, text } from '../../../kernel/definition/field.ts'
import { FieldRefusal } from '../../../kernel/definition/problem.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { toBase } from '../../../base/unit-ratio.ts'
import { item, ratioOf, unit } from '../../../ledgers/dimensions/item.ts'
import { employee } from '../../../ledgers/dimensions/people.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'
import { deriveGoods, goodsLine, totalOf } from '../../../ledgers/priced-lines.ts'
import { bom, outputKinds } from '../entities/bom.ts'
import { workshop } from '../entities/workshop.ts'

/** 生产任务单: so many of a product, made by a workshop, of what its BOM says on the day. */
export const workOrder = defineDocument({
  name: 'workOrder',
  label: '生产任务单',
  numbering: 'SCDD-{yyyyMM}-{seq:4}',
  header: {
    item: ref(item, { label: '产品', english: 'Product', required: true, indexed: true }),
    spec: text({ label: '规格型号', english: 'Specification', computed: true }),
    quantity: quantity({ label: '生产数量', english: 'Quantity', required: true }),
    unit: ref(unit, { label: '单位' }),
    baseQuantity: quantity({ label: '基本数量', english: 'Base quantity', computed: true, hidden: true }),
    workshop: ref(workshop, { label: '生产车间', required: true, indexed: true }),
    bom: ref(bom, { label: '物料清单', help: '空则取计划开工日生效的版本' }),
    startsOn: date({ label: '计划开工', english: 'Starts on' }),
    promisedOn: date({ label: '计划完工', english: 'Due on' }),
    warehouse: ref(warehouse, { label: '领料仓库', english: 'Materials from' }),
    finishedWarehouse: ref(warehouse, { label: '完工仓库', english: 'Products into' }),
    employee: ref(employee, { label: '负责人', english: 'In charge' }),
    salesOrder: text({ label: '销售订单', english: 'Sales order', searched: true, maxLength: 60 }),
    plannedCost: money({ label: '计划成本', english: 'Planned cost', computed: true, sensitive: true }),
    explodedFor: text({ label: '展开依据', computed: true, proposed: true, hidden: true }),
  },
  tables: {
    lines: lineTable({
      label: '产出',
      atLeast: 1,
      fields: {
        ...goodsLine,
        kind: choice({
          label: '种类',
          options: { product: '主产品', ...outputKinds },
          initial: 'product',
          required: true,
        }),
        costShare: decimal({ label: '成本系数', english: 'Cost weight', scale: 6, initial: '1' }),
        unitCost: price({
          label: '计划单位成本',
          english: 'Planned unit cost',
          sensitive: true,
          help: '完工入库先按此计价，成本结转时调整为实际；空则按 BOM 卷算',
        }),
        remark: text({ label: '备注' }),
      },
      derive: (line, context) => ({ ...deriveGoods(line, context), kind: line.kind ?? 'product' }),
    }),
    components: lineTable({
      label: '用料',
      fields: {
        ...goodsLine,
        substituteFor: ref({ name: 'item', label: '商品' }, { label: '替代', english: 'Instead of', unchecked: true }),
        remark: text({ label: '备注' }),
      },
      derive: deriveGoods,
    }),
  },
  derive: (header, context) => {
    const [first] = context.tables.lines
    const chosen = header.item ?? first?.item
    const record = context.lookup(item, chosen)
    const place = context.lookup(workshop, header.workshop)
    const quantityMade = header.quantity ?? first?.quantity ?? null
    const chosenUnit = header.unit ?? (header.item ? null : first?.unit) ?? record?.unit ?? null
    const ratio = record === undefined ? undefined : ratioOf(record, chosenUnit)
    if (record !== undefined && ratio === undefined) {
      throw new FieldRefusal('unit', `商品“${record.name}”没有这个单位`, `${record.name} is not counted in this unit`)
    }
    return {
      item: chosen ?? null,
      spec: record?.spec ?? null,
      quantity: quantityMade,
      unit: chosenUnit,
      baseQuantity: quantityMade && ratio ? toBase(quantityMade, ratio) : null,
      warehouse: header.warehouse ?? place?.warehouse ?? null,
      finishedWarehouse: header.finishedWarehouse ?? place?.finishedWarehouse ?? null,
      plannedCost: totalOf(
        context.tables.lines.map((line) => ({
          cost: line.unitCost && line.baseQuantity ? line.unitCost.times(line.baseQuantity).toDecimalPlaces(2) : null,
        })),
        'cost',
      ),
    }
  },
  promisedBy: 'promisedOn',
  list: ['item', 'spec', 'quantity', 'workshop', 'startsOn', 'promisedOn', 'salesOrder'],
})
