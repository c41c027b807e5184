import type { CalendarDate } from '../../../base/calendar-date.ts'
import { decimal } from '../../../base/decimal.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { poolOf } from '../../../kernel/documents/draw.ts'
import { receiptToInvoice } from '../flows/receipt-to-invoice.ts'
import type { ReceivedLine } from '../rules/compared-lines.ts'

interface OpenRow {
  readonly line: string
  readonly receipt_id: string
  readonly receipt: string
  readonly item: string
  readonly code: string
  readonly name: string
  readonly spec: string | null
  readonly brand: string | null
  readonly unit: string
  readonly quantity: string
  readonly whole: string
  readonly open: string
  readonly net: string
  readonly order_net: string | null
  readonly order_base: string | null
  readonly tax_rate: string | null
}

/** A receipt's line that waits for its invoice, with what is needed to draw from it. */
export interface WaitingLine extends ReceivedLine {
  readonly receiptId: string
  readonly unit: string
  readonly label: string
}

const waitingLine = (row: OpenRow): WaitingLine => {
  const share = decimal(row.open).div(row.whole)
  const isOrdered = row.order_net !== null && row.order_base !== null && !decimal(row.order_base).isZero()
  const net = isOrdered ? decimal(row.order_net).times(row.open).div(row.order_base) : decimal(row.net).times(share)
  const spec = row.spec ?? ''
  return {
    line: row.line,
    receipt: row.receipt,
    receiptId: row.receipt_id,
    item: row.item,
    names: [row.name, `${row.name}${spec}`, `${row.brand ?? ''}${row.name}${spec}`, row.code],
    label: `${row.code} ${row.name}`,
    unit: row.unit,
    quantity: decimal(row.quantity).times(share),
    baseQuantity: decimal(row.open),
    net: net.toDecimalPlaces(2),
    taxRate: decimal(row.tax_rate ?? 0),
  }
}

/** What came of a supplier by a day and is not invoiced, in the order it came, at the prices that were ordered. */
export const waitingLines = async (work: Work, supplier: string, through: CalendarDate): Promise<WaitingLine[]> => {
  const rows = await work.tx.rows<OpenRow>(
    `select l.id as line, r.id as receipt_id, r.number as receipt, l.item, i.code, i.name, i.spec, i.brand, l.unit, l.quantity,
       o.whole, o.whole - o.drawn as open, coalesce(l.net, 0) as net, l.tax_rate, ol.net as order_net, ol.base_quantity as order_base
     from flow_open o
     join purchase_receipt r on r.company_id = $1 and r.id = o.source_document and r.state = 'posted' and r.supplier = $2 and r.date <= $3
     join purchase_receipt_line l on l.company_id = $1 and l.id = o.source_line
     join item i on i.company_id = $1 and i.id = l.item
     left join purchase_order_line ol on ol.company_id = $1 and ol.id = l.source_line and l.source_type = 'purchaseOrder'
     where o.company_id = $1 and o.pool = $4 and o.drawn < o.whole and o.whole > 0
     order by r.date, r.number, l.line_no`,
    [work.company, supplier, through, poolOf(receiptToInvoice)],
  )
  return rows.map(waitingLine)
}
