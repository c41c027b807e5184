import { decimal } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { Id } from '../../../base/id.ts'
import type { Work } from '../../../kernel/posting/work.ts'

// What the ledger says they owe, advances taken off.
const owed = `select coalesce(sum(book_amount), 0) from party_entry
  where company_id = $1 and party = $2 and kind in ('receivable', 'advanceFromCustomer', 'otherReceivable')`

// What is ordered and has not left, at its price; the VAT of what was invoiced ahead is owed already.
const ordered = `select coalesce(sum(round(l.gross * (o.whole - o.drawn) / o.whole, 2)), 0) from sales_order h
  join flow_open o on o.company_id = $1 and o.source_document = h.id and o.pool = 'salesOrderToDelivery' and o.drawn < o.whole
  join sales_order_line l on l.company_id = $1 and l.id = o.source_line
  where h.company_id = $1 and h.customer = $2 and h.state = 'posted' and h.id <> $3`
const invoicedAhead = `select coalesce(sum(o.whole_part - o.drawn_part), 0) from sales_invoice h
  join flow_open o on o.company_id = $1 and o.source_document = h.id and o.pool = 'salesInvoiceToDelivery'
  where h.company_id = $1 and h.customer = $2 and h.state = 'posted'`

// What has left and becomes a receivable with its invoice, where the company waits for that; VAT that is due is owed already.
const shipped = `select coalesce(sum(o.whole_amount - o.drawn_amount
    - case when h.vat_due_on <= h.date then o.whole_part - o.drawn_part else 0 end), 0) from sales_delivery h
  join flow_open o on o.company_id = $1 and o.source_document = h.id and o.pool = 'salesDeliveryToInvoice'
  where h.company_id = $1 and h.customer = $2 and h.state = 'posted' and h.receivable_basis = 'invoice'`

/**
 * What a customer's credit bears: what they owe, what is ordered and has not left, and what has left and waits for the
 * invoice that makes it a receivable. Drafts and what waits for approval count nothing. `except` is the order being judged.
 */
export const creditExposure = async (work: Work, customer: Id<'party'>, except: Id<'document'>): Promise<Decimal> => {
  const rows = await work.tx.rows<{ exposed: string }>(
    `select (${owed}) + (${ordered}) - (${invoicedAhead}) + (${shipped}) as exposed`,
    [work.company, customer, except],
  )
  return decimal(rows[0]?.exposed ?? '0')
}
