import { daysBetween } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { decimal } from '../../../base/decimal.ts'
import { poolOf } from '../../../kernel/documents/draw.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { purchaseExchange } from '../documents/purchase-exchange.ts'
import { exchangeToReceipt } from '../flows/exchange-to-receipt.ts'
import { goodsOwedBySuppliers } from './goods-owed-by-suppliers.ts'

interface OwedRow {
  readonly id: string
  readonly number: string
  readonly date: CalendarDate
  readonly promised_on: CalendarDate | null
  readonly supplier: string
  readonly item: string
  readonly whole: string
  readonly drawn: string
  readonly whole_amount: string
  readonly drawn_amount: string
}

const overdue = (promisedOn: CalendarDate | null, today: CalendarDate): number | null => {
  const days = promisedOn === null ? 0 : daysBetween(promisedOn, today)
  return days > 0 ? days : null
}

export const runGoodsOwedBySuppliers = defineReportRun(goodsOwedBySuppliers, async (parameters, work) => {
  const today = work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai'))
  const rows = await work.tx.rows<OwedRow>(
    `select x.id, x.number, x.date, x.promised_on, p.name as supplier, i.code || ' ' || i.name as item,
       o.whole, o.drawn, o.whole_amount, o.drawn_amount
     from flow_open o
     join purchase_exchange x on x.company_id = $1 and x.id = o.source_document
     join purchase_exchange_line l on l.company_id = $1 and l.id = o.source_line
     join party p on p.company_id = $1 and p.id = x.supplier
     join item i on i.company_id = $1 and i.id = l.item
     where o.company_id = $1 and o.pool = $2 and o.drawn < o.whole
       and ($3::uuid is null or x.supplier = $3) and ($4::uuid is null or l.item = $4)
     order by x.promised_on nulls last, x.number, l.line_no`,
    [work.company, poolOf(exchangeToReceipt), parameters.supplier ?? null, parameters.item ?? null],
  )
  return {
    rows: rows.map((row) => ({
      supplier: row.supplier,
      number: row.number,
      documentType: purchaseExchange.name,
      documentId: row.id,
      date: row.date,
      item: row.item,
      promisedOn: row.promised_on,
      overdueDays: overdue(row.promised_on, today),
      quantity: decimal(row.whole).toString(),
      received: decimal(row.drawn).toString(),
      open: decimal(row.whole).minus(row.drawn).toString(),
      cost: decimal(row.whole_amount).minus(row.drawn_amount).toString(),
    })),
    notes: [`截至 ${today}`],
  }
})
