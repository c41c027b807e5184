import { decimal } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import type { BomPart } from '../rules/explode-bom.ts'

export interface BomOutput {
  readonly output: string
  readonly kind: 'coProduct' | 'byProduct'
  readonly quantity: Decimal
  readonly costShare: Decimal | null
  readonly unitCost: Decimal | null
}

export interface BomComponent extends BomPart {
  /** How many base units one of its unit is. */
  readonly perUnit: Decimal
  readonly substitute: string | null
  readonly ratio: Decimal
}

/** The version of a product's BOM that is in force on a day. */
export interface ReadBom {
  readonly id: string
  readonly item: string
  readonly quantity: Decimal
  readonly labourHours: Decimal
  readonly components: readonly BomComponent[]
  readonly outputs: readonly BomOutput[]
}

interface BomRow {
  readonly id: string
  readonly item: string
  readonly quantity: string
  readonly labour_hours: string | null
}
interface ComponentRow {
  readonly owner_id: string
  readonly component: string
  readonly quantity: string
  readonly unit: string | null
  readonly loss_percent: string | null
  readonly substitute: string | null
  readonly substitute_ratio: string | null
  readonly per_unit: string
}
interface OutputRow {
  readonly owner_id: string
  readonly output: string
  readonly kind: BomOutput['kind']
  readonly quantity: string
  readonly cost_share: string | null
  readonly unit_cost: string | null
}

const orNull = (value: string | null) => (value === null ? null : decimal(value))

/** Which BOMs are asked for: those in force of some products on a day, or one version by itself. */
export type BomsAsked = { readonly items: readonly string[]; readonly on: string } | { readonly ids: readonly string[] }

const headsOf = (work: Work, asked: BomsAsked): Promise<BomRow[]> =>
  'ids' in asked
    ? work.tx.rows(
        `select id, item, coalesce(quantity, 1) as quantity, labour_hours from bom where company_id = $1 and id = any($2::uuid[])`,
        [work.company, asked.ids],
      )
    : work.tx.rows(
        `select distinct on (item) id, item, coalesce(quantity, 1) as quantity, labour_hours from bom
         where company_id = $1 and item = any($2::uuid[]) and not disabled and valid_from <= $3
         order by item, valid_from desc, id desc`,
        [work.company, asked.items, asked.on],
      )

/** BOMs with their lines, by product. */
export const readBoms = async (work: Work, asked: BomsAsked): Promise<Map<string, ReadBom>> => {
  const heads = await headsOf(work, asked)
  if (heads.length === 0) return new Map()
  const ids = heads.map((row) => row.id)
  const [components, outputs] = await Promise.all([
    work.tx.rows<ComponentRow>(
      `select l.owner_id, l.component, l.quantity, l.unit, l.loss_percent, l.substitute, l.substitute_ratio,
         coalesce((select u.numerator::numeric / coalesce(u.denominator, 1) from item_units u
           where u.company_id = $1 and u.owner_id = l.component and u.unit = l.unit limit 1), 1) as per_unit
       from bom_components l where l.company_id = $1 and l.owner_id = any($2::uuid[]) order by l.owner_id, l.line_no`,
      [work.company, ids],
    ),
    work.tx.rows<OutputRow>(
      `select owner_id, output, kind, quantity, cost_share, unit_cost from bom_outputs
       where company_id = $1 and owner_id = any($2::uuid[]) order by owner_id, line_no`,
      [work.company, ids],
    ),
  ])
  return new Map(
    heads.map((head) => [
      head.item,
      {
        id: head.id,
        item: head.item,
        quantity: decimal(head.quantity),
        labourHours: decimal(head.labour_hours ?? 0),
        components: components
          .filter((row) => row.owner_id === head.id)
          .map((row) => ({
            component: row.component,
            quantity: decimal(row.quantity),
            unit: row.unit,
            lossPercent: orNull(row.loss_percent),
            perUnit: decimal(row.per_unit),
            substitute: row.substitute,
            ratio: decimal(row.substitute_ratio ?? 1),
          })),
        outputs: outputs
          .filter((row) => row.owner_id === head.id)
          .map((row) => ({
            output: row.output,
            kind: row.kind,
            quantity: decimal(row.quantity),
            costShare: orNull(row.cost_share),
            unitCost: orNull(row.unit_cost),
          })),
      },
    ]),
  )
}
