import type { Work } from '../../kernel/posting/work.ts'
import { isPooled } from '../dimensions/place.ts'
import { settingsOf } from '../settings.ts'

type Policy = 'forbid' | 'warn' | 'allow'

interface ItemRow {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly category: string | null
  readonly negative_stock: Policy | null
}

interface WarehouseRow {
  readonly id: string
  readonly name: string
  readonly negative_stock: Policy | null
}

/** What the stock ledger must know of the items and warehouses it moves. */
export interface StockContext {
  item(id: string): ItemRow
  warehouse(id: string): WarehouseRow
  /** The item's policy, else the warehouse's, else the company's. */
  negativeStock(item: string, warehouse: string): Policy
}

const found = <T>(rows: ReadonlyMap<string, T>, id: string, what: string): T => {
  const row = rows.get(id)
  if (row === undefined) throw new Error(`no ${what} ${id}`)
  return row
}

/** Reads items and warehouses in one wait. */
export const readStockContext = async (
  work: Work,
  items: readonly string[],
  warehouses: readonly string[],
): Promise<StockContext> => {
  const [itemRows, warehouseRows] = await Promise.all([
    work.tx.rows<ItemRow>(
      `select id, code, name, category, negative_stock from item where company_id = $1 and id = any($2::uuid[])`,
      [work.company, items],
    ),
    work.tx.rows<WarehouseRow>(
      `select id, name, negative_stock from warehouse where company_id = $1 and id = any($2::uuid[])`,
      [work.company, warehouses],
    ),
  ])
  const itemsById = new Map(itemRows.map((row) => [row.id, row]))
  const warehousesById = new Map(warehouseRows.map((row) => [row.id, row]))
  const settings = settingsOf(work.settings)
  return {
    item: (id) => found(itemsById, id, 'item'),
    warehouse: (id) => found(warehousesById, id, 'warehouse'),
    negativeStock: (item, warehouse) =>
      found(itemsById, item, 'item').negative_stock ??
      found(warehousesById, warehouse, 'warehouse').negative_stock ??
      settings.negativeStock,
  }
}

/** The pool that goods belong to: the item's, by warehouse if the company says so; goods elsewhere hold a cost of their own. */
export const poolOf = (work: Work, item: string, warehouse: string, place: string): string => {
  if (!isPooled(place)) return `${item}/${place}`
  return settingsOf(work.settings).costPool === 'warehouse' ? `${item}/${warehouse}` : item
}
