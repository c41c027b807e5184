import { decimal, round, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { cents } from '../../../base/money.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { loadEntities } from '../../../kernel/documents/lookup.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { plannedCosts, totalCost } from '../costing/planned-costs.ts'
import type { PlannedCost } from '../costing/planned-costs.ts'
import { readBoms } from '../costing/read-boms.ts'
import type { ReadBom } from '../costing/read-boms.ts'
import { workshop } from '../entities/workshop.ts'
import { bomCost, bomWhereUsed } from './bom-reports.ts'

const dayIn = (work: Work, given: string | null | undefined): string =>
  given ?? work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai'))

interface Used {
  readonly level: number
  readonly product: string
  readonly bom: string
  readonly version: string | null
  readonly per_unit: string
}

// Versions in force on the day alone; a product that is reached by two ways stands twice.
const usedSql = `with recursive current as (
    select distinct on (item) id, item, code, name, bom_version, coalesce(quantity, 1) as makes from bom
    where company_id = $1 and not disabled and valid_from <= $3 order by item, valid_from desc, id desc),
  parts as (
    select b.item as product, b.code, b.name, b.bom_version, l.component, l.quantity * (1 + coalesce(l.loss_percent, 0) / 100) / b.makes
      * coalesce((select u.numerator::numeric / coalesce(u.denominator, 1) from item_units u
          where u.company_id = $1 and u.owner_id = l.component and u.unit = l.unit limit 1), 1) as per
    from current b join bom_components l on l.company_id = $1 and l.owner_id = b.id),
  up as (
    select 1 as level, p.product, p.code, p.name, p.bom_version, p.per, array[p.product] as path from parts p where p.component = $2
    union all
    select u.level + 1, p.product, p.code, p.name, p.bom_version, u.per * p.per, u.path || p.product
    from up u join parts p on p.component = u.product where not p.product = any(u.path))
  select u.level, i.code || ' ' || i.name as product, u.code || ' ' || u.name as bom, u.bom_version as version, round(u.per, 6) as per_unit
  from up u join item i on i.company_id = $1 and i.id = u.product order by 1, 2`

export const runBomWhereUsed = defineReportRun(bomWhereUsed, async (parameters, work) => {
  const rows = await work.tx.rows<Used>(usedSql, [work.company, parameters.item ?? null, dayIn(work, parameters.date)])
  return {
    rows: rows.map((row) => ({
      level: row.level,
      product: row.product,
      bom: row.bom,
      bomVersion: row.version,
      perUnit: decimal(row.per_unit).toString(),
    })),
  }
})

interface Rolled {
  readonly item: string
  readonly level: number
  readonly quantity: Decimal
}

const below = (boms: ReadonlyMap<string, ReadBom>, at: Rolled, path: readonly string[]): Rolled[] => {
  const bom = boms.get(at.item)
  if (bom === undefined || path.includes(at.item)) return [at]
  return [
    at,
    ...bom.components.flatMap((part) =>
      below(
        boms,
        {
          item: part.component,
          level: at.level + 1,
          quantity: at.quantity
            .times(part.quantity)
            .times(part.perUnit)
            .times(decimal(100).plus(part.lossPercent ?? 0))
            .div(100)
            .div(bom.quantity),
        },
        [...path, at.item],
      ),
    ),
  ]
}

const everyBom = async (work: Work, product: string, on: string): Promise<Map<string, ReadBom>> => {
  const boms = new Map<string, ReadBom>()
  let asked = [product]
  while (asked.length > 0) {
    const found = await readBoms(work, { items: asked, on })
    for (const [of, bom] of found) boms.set(of, bom)
    asked = [...found.values()].flatMap((bom) => bom.components.map((part) => part.component))
    asked = [...new Set(asked)].filter((of) => !boms.has(of))
  }
  return boms
}

const none: PlannedCost = { material: zero, labour: zero, overhead: zero }

export const runBomCost = defineReportRun(bomCost, async (parameters, work) => {
  const product = parameters.item
  if (!product) return { rows: [] }
  const on = dayIn(work, parameters.date)
  const boms = await everyBom(work, product, on)
  const lines = below(boms, { item: product, level: 0, quantity: parameters.quantity ?? decimal(1) }, [])
  const items = [...new Set(lines.map((line) => line.item))]
  const place = parameters.workshop
    ? (await loadEntities(work, workshop, [parameters.workshop])).get(parameters.workshop)
    : undefined
  const rates = { labour: place?.labourRate ?? zero, overhead: place?.overheadRate ?? zero }
  const [costs, names] = await Promise.all([
    plannedCosts(work, { items, on, rates, deep: true }),
    loadEntities(work, item, items),
  ])
  const rows = lines.map((line): ReportRow => {
    const cost = costs.get(line.item) ?? none
    const record = names.get(line.item)
    const amount = (value: Decimal) => cents(value.times(line.quantity)).toString()
    return {
      level: line.level,
      item: `${'　'.repeat(line.level)}${record?.code ?? ''} ${record?.name ?? ''}`,
      quantity: round(line.quantity, 6).toString(),
      unitCost: round(totalCost(cost), 6).toString(),
      material: amount(cost.material),
      labour: amount(cost.labour),
      overhead: amount(cost.overhead),
      amount: amount(totalCost(cost)),
    }
  })
  return { rows, notes: [boms.has(product) ? on : `${on}　没有生效的物料清单`] }
})
