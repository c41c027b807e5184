import { decimal, zero } from '../../../base/decimal.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { findDocument } from '../../../kernel/documents/documents.ts'
import { salesOrder } from '../../sales/index.ts'
import { readCoverage } from '../supply/needs.ts'
import { orderSupply } from './order-supply.ts'

interface LineRow {
  readonly line: string
  readonly item: string
  readonly item_name: string
  readonly unit: string
  readonly needed_on: string
  readonly ordered: string
  readonly delivered: string
}

/** What an order asks for is shared out among all orders by their days, so one order's lines are told from all of them. */
export const runOrderSupply = defineReportRun(orderSupply, async ({ order }, work) => {
  const found = await findDocument(work, salesOrder, order ?? '')
  const lines = await work.tx.rows<LineRow>(
    `select l.id as line, l.item, i.code || ' ' || i.name as item_name, u.name as unit,
       coalesce(l.promised_on, h.promised_on, h.date) as needed_on, l.base_quantity as ordered, coalesce(o.drawn, 0) as delivered
     from sales_order h join sales_order_line l on l.company_id = $1 and l.owner_id = h.id
     join item i on i.company_id = $1 and i.id = l.item and not coalesce(i.is_service, false)
     join unit u on u.company_id = $1 and u.id = i.unit
     left join flow_open o on o.company_id = $1 and o.pool = 'salesOrderToDelivery' and o.source_line = l.id
     where h.company_id = $1 and h.id = $2 order by l.line_no`,
    [work.company, found.header['id']],
  )
  const today = work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai'))
  const coverage = await readCoverage(work, today, { items: [...new Set(lines.map((line) => line.item))] })
  const covered = new Map(
    coverage.flatMap(({ of, covered: each }) => each.map((one) => [one.demand.line, { of, ...one }] as const)),
  )
  return {
    rows: lines.map((line) => {
      const one = covered.get(line.line)
      return {
        itemId: line.item,
        itemName: line.item_name,
        unit: line.unit,
        neededOn: line.needed_on,
        ordered: line.ordered,
        delivered: line.delivered,
        open: (one?.demand.quantity ?? zero).toString(),
        onHand: (coverage.find(({ of }) => of.item === line.item)?.of.onHand ?? zero).toString(),
        fromStock: (one?.fromStock ?? zero).toString(),
        fromTransit: (one?.fromTransit ?? zero).toString(),
        fromRequests: (one?.fromRequests ?? zero).toString(),
        short: (one?.short ?? decimal(0)).toString(),
      }
    }),
  }
})
