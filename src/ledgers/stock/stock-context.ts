import type { Work } from '../../kernel/posting/work.ts'
import { loadEntities } from '../../kernel/documents/lookup.ts'
import { item } from '../dimensions/item.ts'
import { warehouse } from '../dimensions/place.ts'
import { settingsOf } from '../settings.ts'
import { readCostScopes } from './cost-scope.ts'
import type { CostScopes } from './cost-scope.ts'

type Policy = 'forbid' | 'warn' | 'allow'

interface ItemFacts {
  readonly code: string
  readonly name: string
  readonly category: string | null
  readonly negativeStock: Policy | null
  readonly tracksLots: boolean | null
  readonly tracksSerials: boolean | null
  readonly secondUnit: string | null
  readonly shelfLifeDays: number | null
  readonly bins: readonly { readonly bin: string }[]
}

interface WarehouseFacts {
  readonly name: string
  readonly keepsBins: boolean | null
  readonly negativeStock: Policy | null
}

/** What the stock ledger must know of the items and warehouses it moves. */
export interface StockContext {
  item(id: string): ItemFacts
  warehouse(id: string): WarehouseFacts
  /** The warehouse's name, if it is in view. */
  warehouseName(id: string): string | undefined
  /** How far the cost pools of the item reach at present. */
  readonly costScope: CostScopes
  /** The item's policy, else the warehouse's, else the company's. */
  negativeStock(item: string, warehouse: string): Policy
}

const found = <T>(records: ReadonlyMap<string, T>, id: string, what: string): T => {
  const record = records.get(id)
  if (record === undefined) throw new Error(`no ${what} ${id}`)
  return record
}

/** Reads items and warehouses in one wait, or none where they are known. */
export const readStockContext = async (
  work: Work,
  items: readonly string[],
  warehouses: readonly string[],
): Promise<StockContext> => {
  const [itemsById, warehousesById, costScope] = await Promise.all([
    loadEntities(work, item, items),
    loadEntities(work, warehouse, warehouses),
    readCostScopes(work, items),
  ])
  const settings = settingsOf(work.settings)
  return {
    costScope,
    item: (id) => found(itemsById, id, 'item'),
    warehouseName: (id) => warehousesById.get(id)?.name,
    warehouse: (id) => found(warehousesById, id, 'warehouse'),
    negativeStock: (itemId, warehouseId) =>
      found(itemsById, itemId, 'item').negativeStock ??
      found(warehousesById, warehouseId, 'warehouse').negativeStock ??
      settings.negativeStock,
  }
}
