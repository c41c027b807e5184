import type { CalendarDate } from '../../../base/calendar-date.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { poolOf } from '../../../kernel/documents/draw.ts'
import { receiptToInvoice } from '../flows/receipt-to-invoice.ts'

/** An estimate that is open on a day, with the goods it stands for. */
export interface OpenEstimate {
  readonly open_item: string
  readonly supplier: string
  readonly supplier_name: string
  readonly document_type: string
  readonly document_id: string
  readonly number: string
  readonly date: CalendarDate
  readonly item: string | null
  readonly item_name: string | null
  readonly received: string | null
  readonly invoiced: string | null
  readonly amount: string
}

/** What had come and was not invoiced at the end of a day: from the party ledger's entries, so that it adds up to the account. */
export const openEstimates = (work: Work, asOf: CalendarDate, supplier: string | null = null) =>
  work.tx.rows<OpenEstimate>(
    `with e as (
       select open_item, -sum(book_amount) as amount from party_entry
       where company_id = $1 and kind = 'estimate' and date <= $2 and ($3::uuid is null or party = $3)
       group by open_item having sum(book_amount) <> 0)
     select e.open_item, o.party as supplier, p.code || ' ' || p.name as supplier_name, o.document_type, o.document_id,
       o.document_number as number, o.date, coalesce(r.item, x.item) as item, i.code || ' ' || i.name as item_name,
       r.base_quantity as received, e.amount,
       (select sum(f.quantity) from flow_entry f join posting d on d.company_id = $1 and d.id = f.posting_id
        where f.company_id = $1 and f.pool = $4 and f.source_line = r.id and d.date <= $2) as invoiced
     from e join party_item o on o.company_id = $1 and o.id = e.open_item
     join party p on p.company_id = $1 and p.id = o.party
     left join purchase_receipt_line r on r.company_id = $1 and r.id = o.line_id
     left join purchase_exchange_line x on x.company_id = $1 and x.id = o.line_id
     left join item i on i.company_id = $1 and i.id = coalesce(r.item, x.item)
     order by p.code, o.date, o.document_number, r.line_no`,
    [work.company, asOf, supplier, poolOf(receiptToInvoice)],
  )
