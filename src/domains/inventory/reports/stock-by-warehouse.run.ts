import type { ReportColumn, ReportRow } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { noStock, wholeOf } from '../../../ledgers/stock/five-quantities.ts'
import { stockParts } from '../../../ledgers/stock/stock-parts.ts'
import type { PartsByPlace } from '../../../ledgers/stock/stock-parts.ts'
import { fiveCells, fiveColumns } from './five-columns.ts'
import type { FiveName } from './five-columns.ts'
import { stockByWarehouse } from './stock-by-warehouse.ts'
import type { matrixFigures } from './stock-by-warehouse.ts'

interface ItemRow {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly unit: string
}

interface Place {
  readonly id: string
  readonly name: string
}

const shownOf: Readonly<Record<keyof typeof matrixFigures, readonly FiveName[]>> = {
  promise: ['quantity', 'available'],
  onHand: ['quantity'],
  five: ['quantity', 'available', 'supply', 'demand', 'held'],
}

const itemsSql = `
  select i.id, i.code, i.name, u.name as unit from item i join unit u on u.company_id = $1 and u.id = i.unit
  where i.company_id = $1 and ($2::uuid[] is null or i.id = any($2)) and ($3::uuid is null or i.category = $3)
  order by i.code`

/** Warehouses in which anything lies, comes or is promised, by code; last the promises that name none. */
const placesIn = async (work: Work, parts: PartsByPlace): Promise<Place[]> => {
  const used = new Set([...parts.values()].flatMap((places) => [...places.keys()]))
  const known = await work.tx.rows<Place>(`select id, name from warehouse where company_id = $1 order by code`, [
    work.company,
  ])
  return [...known, { id: '', name: '未定仓库' }].filter((place) => used.has(place.id))
}

const prefixOf = (index: number) => `w${index}.`

const columnsOf = (places: readonly Place[], show: keyof typeof matrixFigures): ReportColumn[] => {
  const isFigure = new Set(fiveColumns('合计').map((column) => column.name))
  const ofPlaces = places.flatMap(({ id, name }, index) =>
    fiveColumns(name, prefixOf(index), shownOf[show]).map((column): ReportColumn => ({
      ...column,
      ...(id === ''
        ? {}
        : {
            drill: {
              to: 'report',
              report: 'stockLedger',
              parameters: { item: 'itemId', warehouse: `${prefixOf(index)}id` },
            },
          }),
    })),
  )
  const { columns } = stockByWarehouse
  return [
    ...columns.filter((column) => !isFigure.has(column.name)),
    ...columns.filter((column) => isFigure.has(column.name)),
    ...ofPlaces,
  ]
}

export const runStockByWarehouse = defineReportRun(stockByWarehouse, async (parameters, work) => {
  const items = parameters.item ? [parameters.item] : null
  const parts = await stockParts(work, { items, asOf: parameters.asOf ?? null, knownAt: parameters.knownAt ?? null })
  const [places, known] = await Promise.all([
    placesIn(work, parts),
    work.tx.rows<ItemRow>(itemsSql, [work.company, items, parameters.category ?? null], { named: false }),
  ])
  return {
    columns: columnsOf(places, parameters.show ?? 'promise'),
    rows: known.flatMap((one): ReportRow[] => {
      const own = parts.get(one.id)
      if (own === undefined) return []
      const cells = places.map(({ id }, index) => ({
        ...fiveCells(own.get(id) ?? noStock, prefixOf(index)),
        [`${prefixOf(index)}id`]: id,
      }))
      return [
        Object.assign(
          { itemId: one.id, code: one.code, name: one.name, unit: one.unit },
          fiveCells(wholeOf(own.values())),
          ...cells,
        ),
      ]
    }),
  }
})
