import { daysBetween } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { centsText, divRound, microPlaces, shortText } from '../../../base/fixed-point.ts'
import { fieldProblem, invalid } from '../../../kernel/definition/problem.ts'
import type { ReportColumn, ReportRow } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { withoutZeros } from './markup-column.ts'
import { stockAge } from './stock-age.ts'
import type { ageGroups } from './stock-age.ts'
import { stockLayers } from './stock-layers.ts'
import type { StockLayer } from './stock-layers.ts'
import { stockWorths } from './stock-worth.ts'
import type { StockWorth } from './stock-worth.ts'

type Group = keyof typeof ageGroups

/** From the days that part the buckets: 30, 60 make 0–30, 31–60 and over 60. */
interface Bucket {
  readonly label: string
  readonly from: number
  readonly to: number
}

const bucketsOf = (text: string): Bucket[] => {
  const ends = text
    .split(/[,，、\s]+/)
    .filter((one) => one !== '')
    .map(Number)
  const isRising = ends.every((end, index) => Number.isInteger(end) && end > (ends[index - 1] ?? 0))
  if (ends.length === 0 || ends.length > 9 || !isRising) {
    throw invalid('分段有误', 'The buckets are not valid', [
      fieldProblem('buckets', '请填 1 到 9 个由小到大的天数，逗号分隔', 'must be 1 to 9 rising numbers of days'),
    ])
  }
  const parts = ends.map((to, index) => {
    const from = index === 0 ? 0 : (ends[index - 1] ?? 0) + 1
    return { label: `${from}–${to} 天`, from, to }
  })
  const last = ends.at(-1) ?? 0
  return [...parts, { label: `${last} 天以上`, from: last + 1, to: Number.POSITIVE_INFINITY }]
}

interface Names {
  readonly warehouses: ReadonlyMap<string, string>
  /** By item. */
  readonly categories: ReadonlyMap<string, { readonly id: string; readonly name: string }>
}

const readNames = async (work: Work): Promise<Names> => {
  const [warehouses, categories] = await Promise.all([
    work.tx.rows<{ id: string; name: string }>(`select id, name from warehouse where company_id = $1`, [work.company]),
    work.tx.rows<{ item: string; id: string; name: string }>(
      `select i.id as item, g.id, g.name from item i join item_category g on g.company_id = $1 and g.id = i.category where i.company_id = $1`,
      [work.company],
    ),
  ])
  return {
    warehouses: new Map(warehouses.map((row) => [row.id, row.name])),
    categories: new Map(categories.map((row) => [row.item, row])),
  }
}

const itemName = ({ of: { held } }: StockLayer) => `${held.code} ${held.name}`

const keyOf = (by: Group, layer: StockLayer, names: Names, index: number): string => {
  const { held } = layer.of
  if (by === 'layer') return String(index)
  if (by === 'category') return names.categories.get(held.item)?.id ?? ''
  return by === 'warehouse' ? `${held.item}/${held.warehouse}` : held.item
}

const sumOf = (layers: readonly StockLayer[], pick: (layer: StockLayer) => bigint): bigint =>
  layers.reduce((sum, layer) => sum + pick(layer), 0n)

/** What a row is called, and what a click on it narrows to. */
const headOf = (by: Group, layer: StockLayer, names: Names): ReportRow => {
  const { held } = layer.of
  const category = names.categories.get(held.item)
  const head = { warehouse: names.warehouses.get(held.warehouse) ?? null }
  if (by === 'category') {
    return {
      ...head,
      warehouse: null,
      name: category?.name ?? '（无分类）',
      categoryId: category?.id ?? null,
      itemId: null,
      drillBy: 'item',
    }
  }
  return { ...head, name: itemName(layer), itemId: held.item, warehouseId: held.warehouse || null, drillBy: 'layer' }
}

const ageOf = (layers: readonly StockLayer[], asOf: CalendarDate): number => {
  const quantity = sumOf(layers, (layer) => layer.quantity)
  const days = sumOf(layers, (layer) => layer.quantity * BigInt(daysBetween(layer.day, asOf)))
  return quantity <= 0n ? 0 : Number(divRound(days, quantity))
}

const rowOf = (
  by: Group,
  layers: readonly StockLayer[],
  names: Names,
  buckets: readonly Bucket[],
  asOf: CalendarDate,
): ReportRow[] => {
  const [first] = layers
  if (first === undefined) return []
  const within = ({ from, to }: Bucket) =>
    layers.filter((layer) => {
      const days = Math.max(0, daysBetween(layer.day, asOf))
      return days >= from && days <= to
    })
  const oldest = layers.map((layer) => layer.day).toSorted()[0] ?? null
  return [
    {
      ...headOf(by, first, names),
      quantity: shortText(
        sumOf(layers, (layer) => layer.quantity),
        microPlaces,
      ),
      amount: centsText(sumOf(layers, (layer) => layer.amount)),
      markup: centsText(sumOf(layers, (layer) => layer.markup)),
      averageAge: ageOf(layers, asOf),
      oldest,
      asOf,
      buckets: null,
      ...(by === 'layer'
        ? {
            lot: first.lot,
            documentNumber: first.document?.number ?? null,
            documentType: first.document?.type ?? null,
            documentId: first.document?.id ?? null,
          }
        : {}),
      ...Object.fromEntries(
        buckets.flatMap((bucket, index) => {
          const own = within(bucket)
          return [
            [
              `quantity${index}`,
              own.length === 0
                ? null
                : shortText(
                    sumOf(own, (layer) => layer.quantity),
                    microPlaces,
                  ),
            ],
            [`amount${index}`, own.length === 0 ? null : centsText(sumOf(own, (layer) => layer.amount))],
          ]
        }),
      ),
    },
  ]
}

const layerColumns: readonly ReportColumn[] = [
  { name: 'lot', label: '批号', english: 'Lot', kind: 'text', width: 110 },
  {
    name: 'documentNumber',
    label: '入库单据',
    english: 'Came by',
    kind: 'text',
    width: 160,
    drill: { to: 'document', type: 'documentType', id: 'documentId' },
  },
]

const columnsOf = (by: Group, buckets: readonly Bucket[]): ReportColumn[] => {
  const isLayer = by === 'layer'
  const own = stockAge.columns.filter((column) => column.name !== 'warehouse' || by === 'warehouse' || isLayer)
  const plain = isLayer
    ? own.map(({ drill: _none, ...column }) =>
        column.name === 'oldest' ? { ...column, label: '入库日期', english: 'Since' } : column,
      )
    : own
  if (isLayer) return [...plain, ...layerColumns]
  return [
    ...plain,
    ...buckets.map(({ label }, index): ReportColumn => ({
      name: `amount${index}`,
      label,
      kind: 'money',
      group: '金额',
      total: true,
      sensitive: true,
    })),
    ...buckets.map(({ label }, index): ReportColumn => ({
      name: `quantity${index}`,
      label,
      kind: 'quantity',
      group: '数量',
      total: true,
    })),
  ]
}

/** In the books' sight, what goods cost and what stands beside it are one amount. */
const takenAt = (worth: StockWorth, layer: StockLayer): StockLayer =>
  worth === 'cost' ? layer : { ...layer, amount: layer.amount + layer.markup }

export const runStockAge = defineReportRun(stockAge, async (parameters, work) => {
  const asOf = parameters.asOf ?? work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai'))
  const by = parameters.by ?? 'item'
  const buckets = bucketsOf(parameters.buckets ?? '30,60,90,180,365')
  const worth = parameters.worth ?? 'cost'
  const [found, names] = await Promise.all([
    stockLayers(work, {
      item: parameters.item ?? null,
      category: parameters.category ?? null,
      warehouse: parameters.warehouse ?? null,
      asOf,
      byWarehouse: by === 'warehouse',
    }),
    readNames(work),
  ])
  const layers = found.map((layer) => takenAt(worth, layer))
  const old = buckets.at(-1)?.from ?? 0
  const wanted = parameters.slow === true ? layers.filter((layer) => daysBetween(layer.day, asOf) >= old) : layers
  const groups = new Map<string, StockLayer[]>()
  for (const [index, layer] of wanted.entries()) {
    const key = keyOf(by, layer, names, index)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [layer])
    else group.push(layer)
  }
  const rows = [...groups.values()].flatMap((group) => rowOf(by, group, names, buckets, asOf))
  return {
    columns: withoutZeros(columnsOf(by, buckets), rows, 'markup'),
    rows: rows.map((row) => ({ ...row, worth })),
    notes: [`截至 ${asOf}`, `金额按${stockWorths[worth]}`],
  }
})
