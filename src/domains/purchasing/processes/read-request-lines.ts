import type { CalendarDate } from '../../../base/calendar-date.ts'
import { decimal } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { purchaseRequest } from '../documents/purchase-request.ts'

/** A line of an approved request of which something is neither ordered nor in an order being written. */
export interface OpenRequestLine {
  readonly line: string
  readonly document: string
  readonly number: string
  readonly date: CalendarDate
  readonly department: string | null
  readonly departmentName: string | null
  readonly requesterName: string | null
  readonly warehouse: string | null
  readonly item: string
  readonly itemName: string
  readonly spec: string | null
  readonly unit: string
  readonly unitName: string
  /** Base units in one unit of the line. */
  readonly ratio: Decimal
  readonly supplier: string | null
  /** Still to be ordered, in the base unit. */
  readonly open: Decimal
  readonly asked: Decimal
  readonly neededOn: CalendarDate | null
  readonly origin: string | null
  readonly originNumber: string | null
}

interface Row extends Omit<OpenRequestLine, 'open' | 'asked' | 'ratio'> {
  readonly open: string
  readonly asked: string
  readonly ratio: string
}

export interface RequestLinesAsked {
  readonly requests: readonly string[] | null
  readonly lines: readonly string[] | null
  readonly department: string | null
  readonly neededBy: CalendarDate | null
}

/** Holds the open lines of requests, so that whoever orders them at the same time waits and sees what was ordered. */
export const lockRequestLines = (work: Work) =>
  work.tx.rows(
    `select source_line from flow_open where company_id = $1 and pool = 'purchaseRequestToOrder' and drawn < whole
     order by source_line for update`,
    [work.company],
  )

/** What is open of approved requests, the most urgent first. What drafts of orders hold already is not open. */
export const readRequestLines = async (work: Work, asked: RequestLinesAsked): Promise<OpenRequestLine[]> => {
  const rows = await work.tx.rows<Row>(
    `select l.id as line, h.id as document, h.number, h.date, h.department, d.name as "departmentName", e.name as "requesterName",
       h.warehouse, l.item, i.code || ' ' || i.name as "itemName", i.spec, l.unit, u.name as "unitName",
       l.base_quantity / l.quantity as ratio, l.supplier, l.base_quantity as asked,
       o.whole - o.drawn - coalesce(w.quantity, 0) as open,
       coalesce(l.needed_on, h.needed_on) as "neededOn", coalesce(l.origin, h.origin) as origin, l.origin_number as "originNumber"
     from flow_open o
     join purchase_request_line l on l.company_id = $1 and l.id = o.source_line
     join purchase_request h on h.company_id = $1 and h.id = l.owner_id and h.state = 'posted'
     join item i on i.company_id = $1 and i.id = l.item
     join unit u on u.company_id = $1 and u.id = l.unit
     left join department d on d.company_id = $1 and d.id = h.department
     left join employee e on e.company_id = $1 and e.id = h.requester
     left join lateral (
       select sum(w.base_quantity) as quantity from purchase_order_line w
       join purchase_order x on x.company_id = $1 and x.id = w.owner_id and x.state in ('draft', 'submitted')
       where w.company_id = $1 and w.source_line = l.id) w on true
     where o.company_id = $1 and o.pool = 'purchaseRequestToOrder' and o.source_type = $2 and o.drawn < o.whole and l.quantity > 0
       and o.whole - o.drawn - coalesce(w.quantity, 0) > 0
       and ($3::uuid[] is null or h.id = any($3)) and ($4::uuid[] is null or l.id = any($4))
       and ($5::uuid is null or h.department = $5) and ($6::date is null or coalesce(l.needed_on, h.needed_on) <= $6)
     order by coalesce(l.needed_on, h.needed_on) nulls last, h.date, h.number, l.line_no`,
    [work.company, purchaseRequest.name, asked.requests, asked.lines, asked.department, asked.neededBy],
  )
  return rows.map((row) => ({
    ...row,
    open: decimal(row.open),
    asked: decimal(row.asked),
    ratio: decimal(row.ratio),
  }))
}
