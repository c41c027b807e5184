import { decimal, round, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { newId } from '../../../base/id.ts'
import type { Id } from '../../../base/id.ts'
import { defineCompletion } from '../../../kernel/documents/installed.ts'
import { loadEntities } from '../../../kernel/documents/lookup.ts'
import type { Work, WrittenDraft } from '../../../kernel/posting/work.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import type { ItemRecord } from '../../../ledgers/dimensions/item.ts'
import { shareOut } from '../rules/share-out.ts'
import { assembly } from './assembly.ts'

type Draft = WrittenDraft<typeof assembly>

const isEmpty = (draft: Draft) => Boolean(draft.header.item) && draft.tables.lines.length === 0

/** What is on hand of some items in a warehouse, in their base units. */
const onHand = async (work: Work, warehouse: string, items: readonly string[]): Promise<Map<string, Decimal>> => {
  const rows = await work.tx.rows<{ item: string; quantity: string }>(
    `select item, quantity from stock_balance where company_id = $1 and warehouse = $2 and place = 'onHand' and item = any($3::uuid[])`,
    [work.company, warehouse, items],
  )
  return new Map(rows.map((row) => [row.item, decimal(row.quantity)]))
}

const substitutesOf = (record: ItemRecord | undefined) =>
  (record?.substitutes ?? []).map((each) => ({ item: each.substitute, ratio: each.ratio ?? decimal(1) }))

/** The lines of a product's components for so many of it; what is short is made up with substitutes that are there. */
const linesOf = async (work: Work, draft: Draft, product: ItemRecord) => {
  const where = draft.header.fromWarehouse ?? draft.header.warehouse
  const whole = draft.header.baseQuantity ?? draft.header.quantity ?? zero
  const components = await loadEntities(
    work,
    item,
    product.components.map((part) => part.component),
  )
  const all = [...components.values()].flatMap((each) => [each.id, ...substitutesOf(each).map((one) => one.item)])
  const there = where ? await onHand(work, where, all) : new Map<string, Decimal>()
  const needs = product.components.map((part) => ({
    item: part.component,
    quantity: round(part.quantity.times(whole), 6),
    substitutes: substitutesOf(components.get(part.component)),
  }))
  return shareOut(needs, there).map((used, index) => ({
    id: newId<'line'>(),
    lineNo: index + 1,
    source: null,
    item: used.item as Id<'item'>,
    quantity: used.quantity,
    substituteFor: used.insteadOf === null ? null : (used.insteadOf as Id<'item'>),
  }))
}

/** An assembly without lines takes those of the product's components, with substitutes for what is short. */
export const completeAssembly = defineCompletion(assembly, async (drafts, work) => {
  const products = await loadEntities(
    work,
    item,
    drafts.filter(isEmpty).flatMap((draft) => draft.header.item ?? []),
  )
  return Promise.all(
    drafts.map(async (draft) => {
      const product = isEmpty(draft) ? products.get(draft.header.item ?? '') : undefined
      return product === undefined || product.components.length === 0
        ? draft
        : { ...draft, tables: { lines: await linesOf(work, draft, product) } }
    }),
  )
})
