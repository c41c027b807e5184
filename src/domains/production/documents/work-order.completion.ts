import { decimal, round, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { newId } from '../../../base/id.ts'
import type { Id } from '../../../base/id.ts'
import { defineCompletion } from '../../../kernel/documents/installed.ts'
import { loadEntities } from '../../../kernel/documents/lookup.ts'
import type { Work, WrittenDraft } from '../../../kernel/posting/work.ts'
import { shareOut } from '../../inventory/index.ts'
import { plannedCosts, totalCost } from '../costing/planned-costs.ts'
import { readBoms } from '../costing/read-boms.ts'
import type { ReadBom } from '../costing/read-boms.ts'
import { workshop } from '../entities/workshop.ts'
import { explodeBom } from '../rules/explode-bom.ts'
import type { NeededPart } from '../rules/explode-bom.ts'
import { workOrder } from './work-order.ts'

type Draft = WrittenDraft<typeof workOrder>

const today = (work: Work) => work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai'))

/** The version that was chosen, else the one in force when work begins. */
const bomOf = async (work: Work, { header }: Draft): Promise<ReadBom | undefined> => {
  const asked = header.bom
    ? { ids: [header.bom] }
    : { items: header.item ? [header.item] : [], on: header.startsOn ?? header.date ?? today(work) }
  return [...(await readBoms(work, asked)).values()].find((bom) => bom.item === header.item)
}

const onHand = async (work: Work, warehouse: string, items: readonly string[]): Promise<Map<string, Decimal>> => {
  const rows = await work.tx.rows<{ item: string; quantity: string }>(
    `select item, quantity from stock_balance where company_id = $1 and warehouse = $2 and place = 'onHand' and item = any($3::uuid[])`,
    [work.company, warehouse, items],
  )
  return new Map(rows.map((row) => [row.item, decimal(row.quantity)]))
}

const stub = (index: number) => ({ id: newId<'line'>(), lineNo: index + 1, source: null })

/** What the order needs; what is short of a component with a substitute is asked of the substitute as far as it is there. */
const componentsOf = async (work: Work, { header }: Draft, bom: ReadBom) => {
  const parts = explodeBom(bom.components, bom.quantity, header.baseQuantity ?? header.quantity ?? zero)
  const replaceable = bom.components.flatMap((part) =>
    part.substitute === null ? [] : [part.component, part.substitute],
  )
  const there =
    replaceable.length > 0 && header.warehouse ? await onHand(work, header.warehouse, replaceable) : undefined
  return parts
    .flatMap((part, index): (NeededPart & { readonly instead: string | null })[] => {
      const of = bom.components[index]
      const { substitute = null, ratio = decimal(1), perUnit = decimal(1) } = of ?? {}
      if (there === undefined || substitute === null) return [{ ...part, instead: null }]
      const need = {
        item: part.component,
        quantity: part.quantity.times(perUnit),
        substitutes: [{ item: substitute, ratio }],
      }
      const used = shareOut([need], there)
      return used.some((one) => one.insteadOf !== null)
        ? used.map((one) => ({ component: one.item, quantity: one.quantity, unit: null, instead: one.insteadOf }))
        : [{ ...part, instead: null }]
    })
    .map((part, index) => ({
      ...stub(index),
      item: part.component as Id<'item'>,
      quantity: part.quantity,
      unit: part.unit as Id<'unit'> | null,
      substituteFor: part.instead as Id<'item'> | null,
    }))
}

/** The product, and what comes out beside it. */
const outputsOf = ({ header, tables }: Draft, bom: ReadBom | undefined, unitCost: Decimal) => {
  const [first] = tables.lines
  const makes = header.baseQuantity ?? header.quantity ?? zero
  const product = {
    ...(first ?? stub(0)),
    lineNo: 1,
    item: header.item ?? null,
    quantity: header.quantity ?? null,
    unit: header.unit ?? null,
    kind: 'product' as const,
    costShare: decimal(1),
    unitCost,
  }
  const beside = (bom?.outputs ?? []).map((one, index) => ({
    ...stub(index + 1),
    item: one.output as Id<'item'>,
    quantity: round(one.quantity.times(makes).div(bom?.quantity ?? 1), 6),
    kind: one.kind,
    costShare: one.kind === 'coProduct' ? (one.costShare ?? decimal(1)) : null,
    unitCost: one.kind === 'coProduct' ? round(unitCost.times(one.costShare ?? 1), 10) : one.unitCost,
  }))
  return [product, ...beside]
}

const keyOf = ({ header }: Draft, bom: ReadBom | undefined) =>
  [header.item, header.baseQuantity?.toString() ?? '', header.unit ?? '', bom?.id ?? ''].join('/')

const complete = async (work: Work, draft: Draft): Promise<Draft> => {
  const { header } = draft
  if (!header.item || !header.quantity) return draft
  const bom = await bomOf(work, draft)
  const key = keyOf(draft, bom)
  if (key === header.explodedFor && draft.tables.lines.length > 0) return draft
  const place = header.workshop
    ? (await loadEntities(work, workshop, [header.workshop])).get(header.workshop)
    : undefined
  const rates = { labour: place?.labourRate ?? zero, overhead: place?.overheadRate ?? zero }
  const on = header.startsOn ?? header.date ?? today(work)
  const cost = (await plannedCosts(work, { items: [header.item], on, rates })).get(header.item)
  // Lines that somebody wrote with the order are theirs; what was worked out before for other quantities is worked out anew.
  const isTyped = !header.explodedFor && draft.tables.components.length > 0
  const lines = draft.tables.lines
  const isWhole = !header.explodedFor && lines.length > 1
  const own = lines[0]?.unitCost
  return {
    header: { ...header, bom: header.bom ?? ((bom?.id ?? null) as Id<'bom'> | null), explodedFor: key },
    tables: {
      lines: isWhole
        ? lines
        : outputsOf(draft, bom, (header.explodedFor ? null : own) ?? (cost === undefined ? zero : totalCost(cost))),
      components: isTyped || bom === undefined ? draft.tables.components : await componentsOf(work, draft, bom),
    },
  }
}

/** A work order takes over the BOM of its day: components, what comes out beside the product, and the planned cost. */
export const completeWorkOrder = defineCompletion(workOrder, (drafts, work) =>
  Promise.all(drafts.map((draft) => complete(work, draft))),
)
