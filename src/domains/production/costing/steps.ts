import { lastDay } from '../../../base/period.ts'
import type { Period } from '../../../base/period.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import type { OrderCost } from './read-orders.ts'

interface Use {
  readonly order_id: string
  readonly item: string
}

/** 步骤 of orders: one that uses what others make is costed after them. A ring of products is cut where it closes. */
export const stepsOf = (orders: readonly OrderCost[], uses: readonly Use[]): OrderCost[][] => {
  const makers = Map.groupBy(orders, (order) => order.item)
  const needs = Map.groupBy(uses, (use) => use.order_id)
  const known = new Map<string, number>()
  const stepOf = (order: OrderCost, path: readonly string[]): number => {
    const before = known.get(order.id)
    if (before !== undefined) return before
    const sources = (needs.get(order.id) ?? []).flatMap((use) => makers.get(use.item) ?? [])
    const steps = sources
      .filter((source) => source.id !== order.id && !path.includes(source.id))
      .map((source) => stepOf(source, [...path, order.id]) + 1)
    const step = Math.max(0, ...steps)
    known.set(order.id, step)
    return step
  }
  const steps: OrderCost[][] = []
  for (const order of orders) {
    const step = stepOf(order, [])
    ;(steps[step] ??= []).push(order)
  }
  return steps.filter((step) => step.length > 0)
}

/** Which items orders took materials of, up to the end of a month. */
export const readUses = (work: Work, orders: readonly string[], period: Period): Promise<Use[]> =>
  work.tx.rows<Use>(
    `select distinct d.work_order_id as order_id, l.item from material_issue d
     join material_issue_line l on l.company_id = $1 and l.owner_id = d.id
     where d.company_id = $1 and d.work_order_id = any($2::uuid[]) and d.state in ('posted', 'closed') and d.date <= $3`,
    [work.company, orders, lastDay(period)],
  )
