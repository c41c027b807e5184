import { loadEntities } from '../../kernel/documents/lookup.ts'
import type { Work } from '../../kernel/posting/work.ts'
import type { CostScope } from '../dimensions/cost-methods.ts'
import { item, itemCategory } from '../dimensions/item.ts'
import { isPooled } from '../dimensions/place.ts'
import { settingsOf } from '../settings.ts'

/** The scope of each item's pools. */
export type CostScopes = (item: string) => CostScope

/** Reads a category and those above it: what the nearest one says that says anything. */
const ofCategories = async (work: Work, first: readonly string[]): Promise<(id: string | null) => CostScope | null> => {
  const known = new Map<string, { readonly costPool: CostScope | null; readonly parent: string | null | undefined }>()
  for (let wanted = [...new Set(first)]; wanted.length > 0;) {
    const read = await loadEntities(work, itemCategory, wanted)
    for (const [id, { costPool, parent }] of read) known.set(id, { costPool, parent })
    const above = [...read.values()].flatMap((one) => (one.costPool === null && one.parent ? [one.parent] : []))
    wanted = [...new Set(above)].filter((id) => !known.has(id))
  }
  return (id) => {
    let at: string | null | undefined = id
    for (let steps = 0; at && steps <= known.size; steps += 1) {
      const one = known.get(at)
      if (one === undefined || one.costPool !== null) return one?.costPool ?? null
      at = one.parent
    }
    return null
  }
}

/** How far the cost pools of items reach: as the item says, else its category or one above it, else the company. */
export const readCostScopes = async (work: Work, items: readonly string[]): Promise<CostScopes> => {
  const byId = await loadEntities(work, item, items)
  const categories = [...byId.values()].flatMap((one) =>
    one.costPool === null && one.category !== null ? [one.category] : [],
  )
  const ofCategory = categories.length === 0 ? () => null : await ofCategories(work, categories)
  const ofCompany = settingsOf(work.settings).costPool
  return (id) => {
    const one = byId.get(id)
    return one?.costPool ?? ofCategory(one?.category ?? null) ?? ofCompany
  }
}

/** The pool that goods belong to: the item's, or its own in each warehouse; goods elsewhere hold a cost of their own. */
export const poolIn = (scope: CostScope, item: string, warehouse: string, place: string): string => {
  if (!isPooled(place)) return `${item}/${place}`
  return scope === 'warehouse' ? `${item}/${warehouse}` : item
}

/** Whether a value of a record is a scope. */
export const isScope = (value: unknown): value is CostScope => value === 'company' || value === 'warehouse'

/** How far pools of items reach that follow a category. */
export const scopeOfCategory = async (work: Work, category: string | null): Promise<CostScope> =>
  (category === null ? null : (await ofCategories(work, [category]))(category)) ?? settingsOf(work.settings).costPool
