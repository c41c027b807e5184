import { round } from '../../../base/decimal.ts'
import { lastDay } from '../../../base/period.ts'
import type { Period } from '../../../base/period.ts'
import type { AnyDocument } from '../../../kernel/definition/record.ts'
import { postDocument } from '../../../kernel/documents/actions.ts'
import { createDocument } from '../../../kernel/documents/documents.ts'
import type { JsonObject } from '../../../kernel/documents/draft.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { completionCosting } from '../documents/completion-costing.ts'
import { costAllocation } from '../documents/cost-allocation.ts'
import { totalOfElements } from '../rules/elements.ts'
import { dueCostings } from './due-costings.ts'
import type { OrderCosting } from './due-costings.ts'
import { gatherPools, sharePools } from './gather-pools.ts'
import { readOrders } from './read-orders.ts'
import { readUses, stepsOf } from './steps.ts'
import { lossOf, trueUpsOf } from './true-ups.ts'

const make = async (work: Work, document: AnyDocument, input: JsonObject): Promise<string> => {
  const draft = await createDocument(work, document, input)
  return String((await postDocument(work, document, draft)).header['number'])
}

const hasOrders = async (work: Work): Promise<boolean> =>
  (await work.tx.rows(`select 1 from work_order where company_id = $1 limit 1`, [work.company])).length > 0

/** Labour and overhead of the month go to its orders; what was shared out before stays where it is. */
const allocateMonth = async (work: Work, period: Period): Promise<string[]> => {
  const { pools, shares } = sharePools(await gatherPools(work, period), await readOrders(work, period))
  if (shares.length === 0) return []
  const lines = shares.map(({ order, element, basis, basisQuantity, amount }) => ({
    workOrder: order.number,
    workshop: order.workshop,
    element,
    basis,
    basisQuantity: basisQuantity.toString(),
    amount: amount.toString(),
  }))
  const given = pools.map((pool) => ({ ...pool, amount: pool.amount.toString() }))
  return [await make(work, costAllocation, { date: lastDay(period), period, lines, pools: given })]
}

const lineOf = (costing: OrderCosting, loss: OrderCosting['trueUp']): JsonObject => {
  const { order, moved, finished, inProgress } = costing
  const total = totalOfElements(finished)
  return {
    workOrder: order.number,
    item: order.item,
    finishedQuantity: order.finishedNow.toString(),
    inProgressQuantity: order.isDone ? '0' : order.inProgress.toString(),
    finishedMaterial: moved.material.toString(),
    finishedLabour: moved.labour.toString(),
    finishedOverhead: moved.overhead.toString(),
    finishedTotal: totalOfElements(moved).toString(),
    unitCost: order.finishedNow.isZero() ? null : round(total.div(order.finishedNow), 10).toString(),
    inProgressTotal: totalOfElements(inProgress).toString(),
    loss: loss.toString(),
  }
}

const costStep = async (work: Work, period: Period, orders: ReadonlySet<string>, step: number): Promise<string[]> => {
  const costings = dueCostings((await readOrders(work, period)).filter((order) => orders.has(order.id)))
  const trueUps = await trueUpsOf(work, costings, period)
  // What cannot be taken by anything yet waits until something comes of the order.
  const taken = costings.filter(
    (one) => one.trueUp.isZero() || one.order.isDone || (trueUps.get(one.order.id) ?? []).length > 0,
  )
  if (taken.length === 0) return []
  return [
    await make(work, completionCosting, {
      date: lastDay(period),
      period,
      step: step + 1,
      lines: taken.map((one) => lineOf(one, lossOf(one, trueUps.get(one.order.id)))),
      trueUps: taken.flatMap((one) => trueUps.get(one.order.id) ?? []),
    }),
  ]
}

/** Whoever costs the same company at the same time waits. */
const lockCosting = (work: Work) =>
  work.tx.rows(`select id from company where company_id = $1 for no key update`, [work.company])

/**
 * 成本结转 of a month: shares out labour and overhead, then costs what was finished step by step, so that what a step cost is in
 * the materials of the next. Run again it enters what has changed since, and nothing else. Answers the documents' numbers.
 */
export const settleMonth = async (work: Work, period: Period): Promise<string[]> => {
  if (!(await hasOrders(work))) return []
  await lockCosting(work)
  const made = await allocateMonth(work, period)
  const orders = await readOrders(work, period)
  const uses = await readUses(
    work,
    orders.map((order) => order.id),
    period,
  )
  for (const [index, step] of stepsOf(orders, uses).entries()) {
    made.push(...(await costStep(work, period, new Set(step.map((order) => order.id)), index)))
  }
  return made
}

/** What is left to do for a month, in words; null when nothing is. */
export const unsettled = async (work: Work, period: Period): Promise<string | null> => {
  if (!(await hasOrders(work))) return null
  const orders = await readOrders(work, period)
  const { shares, left } = sharePools(await gatherPools(work, period), orders)
  const due = dueCostings(orders).filter((one) => one.order.isDone || one.order.finishedNow.gt(0))
  const told = [
    ...(shares.length > 0 ? ['有人工或制造费用尚未分配，结账时将自动分配'] : []),
    ...(left.length > 0 ? [`${left.length} 笔人工或制造费用没有可分配的工时、产量，留在账上`] : []),
    ...(due.length > 0 ? [`${due.length} 张任务单的完工成本待结转，结账时将自动结转`] : []),
  ]
  return told.length === 0 ? null : told.join('；')
}
