import { decimal, round, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { fieldProblem } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import { defineCheck } from '../../../kernel/documents/installed.ts'
import type { DrawnShare } from '../../../kernel/posting/proposal.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { disabledReferences } from '../../../ledgers/disabled-references.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { materialIssue, materialReturn } from './material-issue.ts'
import { operationReport } from './operation-report.ts'
import { productionReceipt } from './production-receipt.ts'
import { progressCount } from './progress-count.ts'
import { workOrder } from './work-order.ts'

interface OrderRow {
  readonly id: string
  readonly number: string
  readonly state: string
  readonly over_issue: string | null
  readonly over_receipt: string | null
}

const readOrders = async (work: Work, numbers: readonly string[]): Promise<Map<string, OrderRow>> => {
  const rows = await work.tx.rows<OrderRow>(
    `select o.id, o.number, o.state, w.over_issue_percent as over_issue, w.over_receipt_percent as over_receipt
     from work_order o left join workshop w on w.company_id = $1 and w.id = o.workshop
     where o.company_id = $1 and o.number = any($2::text[])`,
    [work.company, numbers],
  )
  return new Map(rows.map((row) => [row.number, row]))
}

/** Goods go to and come from orders that were released and are not closed. */
const notRunning = (row: OrderRow | undefined, path: string, number: string): FieldProblem[] => {
  if (row === undefined) return [fieldProblem(path, `没有生产任务单 ${number}`, `there is no work order ${number}`)]
  if (row.state === 'posted') return []
  return [
    row.state === 'closed'
      ? fieldProblem(path, `${number} 已关闭，请先反关闭`, `${number} is closed; open it again first`)
      : fieldProblem(path, `${number} 还没有审核下达`, `${number} is not released yet`),
  ]
}

/** More than the order says is taken only as far as the workshop tolerates. */
const overdrawn = (
  drawn: DrawnShare | undefined,
  whole: Decimal | null | undefined,
  percent: string | null | undefined,
  path: string,
): FieldProblem[] => {
  if (drawn === undefined || drawn.over.isZero()) return []
  const most = round((whole ?? zero).times(decimal(percent ?? 0)).div(100), 6)
  return drawn.over.lte(most)
    ? []
    : [
        fieldProblem(
          path,
          `超过任务单 ${drawn.over.toString()}，允差 ${percent ?? '0'}%（最多超 ${most.toString()}，基本单位）；可在生产车间维护允差，或变更任务单`,
          `${drawn.over.toString()} more than the order says; ${most.toString()} is tolerated`,
        ),
      ]
}

const sourceDiffers = (isOther: boolean, index: number): FieldProblem[] =>
  isOther ? [fieldProblem(`lines.${index}.source`, '来源属于另一张任务单', 'comes from another work order')] : []

/** What an order wants of each component, by its line. */
const wantedOf = async (work: Work, order: string | undefined): Promise<Map<string, Decimal>> => {
  if (order === undefined) return new Map()
  const rows = await work.tx.rows<{ id: string; quantity: string }>(
    `select id, coalesce(base_quantity, quantity) as quantity from work_order_components where company_id = $1 and owner_id = $2`,
    [work.company, order],
  )
  return new Map(rows.map((row) => [row.id, decimal(row.quantity)]))
}

export const checkWorkOrder = defineCheck(workOrder, async (input) => {
  const { header, lines, components, lookup } = input
  const service = (id: (typeof lines)[number]['item'], path: string) =>
    lookup(item, id)?.isService ? [fieldProblem(path, '服务不能生产、领用', 'a service is neither made nor used')] : []
  return [
    ...(header.quantity.isPositive() && !header.quantity.isZero()
      ? []
      : [fieldProblem('quantity', '生产数量须大于零', 'must be above zero')]),
    ...(header.startsOn !== null && header.promisedOn !== null && header.promisedOn < header.startsOn
      ? [fieldProblem('promisedOn', '计划完工早于计划开工', 'is before the start')]
      : []),
    ...lines.flatMap((line, index) => [
      ...service(line.item, `lines.${index}.item`),
      ...(line.kind === 'product' && index > 0
        ? [
            fieldProblem(
              `lines.${index}.kind`,
              '一张任务单只做一种主产品：请删除本行，另下一张任务单；联产品、副产品请选种类',
              'an order makes one product; write another order, or say that it is a by-product',
            ),
          ]
        : []),
    ]),
    ...components.flatMap((line, index) => [
      ...service(line.item, `components.${index}.item`),
      ...(line.item === header.item
        ? [fieldProblem(`components.${index}.item`, '用料不能是产品自己', 'is what is made')]
        : []),
    ]),
    ...disabledReferences(workOrder, input),
  ]
})

export const checkMaterialIssue = defineCheck(materialIssue, async (input, work) => {
  const { header, lines, lookup, drawn, source } = input
  const row = (await readOrders(work, [header.workOrder])).get(header.workOrder)
  const wanted = await wantedOf(work, row?.id)
  return [
    ...notRunning(row, 'workOrder', header.workOrder),
    ...lines.flatMap((line, index) => {
      const order = source(workOrder, line)
      return [
        ...(lookup(item, line.item)?.isService
          ? [fieldProblem(`lines.${index}.item`, '服务不进库存', 'a service has no stock')]
          : []),
        ...sourceDiffers(order !== undefined && order.header.number !== header.workOrder, index),
        ...overdrawn(drawn(line), wanted.get(line.source?.line ?? ''), row?.over_issue, `lines.${index}.quantity`),
      ]
    }),
    ...disabledReferences(materialIssue, input),
  ]
})

export const checkMaterialReturn = defineCheck(materialReturn, async ({ header, lines, source }, work) => [
  ...notRunning((await readOrders(work, [header.workOrder])).get(header.workOrder), 'workOrder', header.workOrder),
  ...lines.flatMap((line, index) => {
    const issue = source(materialIssue, line)
    return issue === undefined
      ? [fieldProblem(`lines.${index}.source`, '请从领料单下推退料', 'is drawn from what was issued')]
      : sourceDiffers(issue.header.workOrder !== header.workOrder, index)
  }),
])

export const checkProductionReceipt = defineCheck(productionReceipt, async (input, work) => {
  const { header, lines, drawn, source } = input
  const row = (await readOrders(work, [header.workOrder])).get(header.workOrder)
  return [
    ...notRunning(row, 'workOrder', header.workOrder),
    ...lines.flatMap((line, index) => {
      const order = source(workOrder, line)
      if (order === undefined)
        return [fieldProblem(`lines.${index}.source`, '请从生产任务单下推完工入库', 'is drawn from its work order')]
      return [
        ...sourceDiffers(order.header.number !== header.workOrder, index),
        ...overdrawn(drawn(line), order.line.baseQuantity, row?.over_receipt, `lines.${index}.quantity`),
        ...(line.quantity.isZero() && (line.scrapped ?? zero).isZero()
          ? [fieldProblem(`lines.${index}.quantity`, '请填写合格或报废数量', 'say what is good or scrapped')]
          : []),
      ]
    }),
    ...disabledReferences(productionReceipt, input),
  ]
})

const numbersOf = (lines: readonly { readonly workOrder: string }[]) => [
  ...new Set(lines.map((line) => line.workOrder)),
]

export const checkOperationReport = defineCheck(operationReport, async (input, work) => {
  const orders = await readOrders(work, numbersOf(input.lines))
  return [
    ...input.lines.flatMap((line, index) => [
      ...notRunning(orders.get(line.workOrder), `lines.${index}.workOrder`, line.workOrder),
      ...((line.hours ?? zero).isZero() && (line.machineHours ?? zero).isZero() && (line.good ?? zero).isZero()
        ? [fieldProblem(`lines.${index}.hours`, '请填写工时、机器工时或数量', 'say hours, machine hours or a quantity')]
        : []),
    ]),
    ...disabledReferences(operationReport, input),
  ]
})

export const checkProgressCount = defineCheck(progressCount, async (input, work) => {
  const orders = await readOrders(work, numbersOf(input.lines))
  return input.lines.flatMap((line, index) => [
    ...notRunning(orders.get(line.workOrder), `lines.${index}.workOrder`, line.workOrder),
    ...(input.lines.findIndex((other) => other.workOrder === line.workOrder) < index
      ? [fieldProblem(`lines.${index}.workOrder`, '任务单重复', 'is there twice')]
      : []),
  ])
})
