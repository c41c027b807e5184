import { decimal } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import type { FlowGroup } from './flow-groups.ts'
import type { StockFlow } from './stock-flows.ts'

export interface GroupedFlow {
  readonly id: string
  readonly name: string
  readonly flows: readonly StockFlow[]
}

const keyOf: Readonly<Record<FlowGroup, (flow: StockFlow) => string>> = {
  item: (flow) => flow.item,
  category: (flow) => flow.category ?? '',
  warehouse: (flow) => flow.warehouse ?? '',
}

const tables = { category: 'item_category', warehouse: 'warehouse' } as const

const namesOf = async (work: Work, by: FlowGroup): Promise<ReadonlyMap<string, string>> => {
  if (by === 'item') return new Map()
  const rows = await work.tx.rows<{ id: string; name: string }>(
    `select id, name from ${tables[by]} where company_id = $1`,
    [work.company],
  )
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** Flows by item, category or warehouse, named. */
export const groupFlows = async (work: Work, flows: readonly StockFlow[], by: FlowGroup): Promise<GroupedFlow[]> => {
  const names = await namesOf(work, by)
  return [...Map.groupBy(flows, keyOf[by])].map(([id, own]) => ({
    id,
    name: by === 'item' ? `${own[0]?.code ?? ''} ${own[0]?.name ?? ''}` : (names.get(id) ?? '（无分类）'),
    flows: own,
  }))
}

export const totalOf = (flows: readonly StockFlow[], pick: (flow: StockFlow) => Decimal): Decimal =>
  flows.reduce((sum, flow) => sum.plus(pick(flow)), decimal(0))
