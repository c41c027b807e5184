import { decimal } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { Work } from '../../../kernel/posting/work.ts'

/** What a supplier quoted for a line of an inquiry; without a quotation the supplier was asked and has not answered. */
export interface QuotedLine {
  readonly inquiryLine: string
  readonly lineNo: number
  readonly item: string
  readonly itemName: string
  readonly unitName: string
  /** What was asked for, in the inquiry's unit and in the base unit. */
  readonly quantity: Decimal
  readonly base: Decimal
  readonly neededOn: string | null
  readonly supplier: string
  readonly supplierName: string
  readonly quotation: string | null
  readonly quotationLine: string | null
  readonly number: string | null
  readonly state: string | null
  /** Of a base unit, with tax. */
  readonly price: Decimal | null
  /** The currency it was quoted in, where that is not the book currency, and the price in it. */
  readonly currency: string | null
  readonly currencyPrice: Decimal | null
  readonly leadDays: number | null
  readonly minimumOrder: Decimal | null
  readonly validTo: string | null
  readonly priceIncludesTax: boolean | null
  readonly taxRate: Decimal | null
  /** The line of a request that the inquiry's line came from. */
  readonly requestLine: string | null
  readonly request: string | null
  /** Orders that grew out of this quotation, or were awarded by it; others may have the same price. */
  readonly awarded: string | null
}

interface Row {
  readonly inquiry_line: string
  readonly line_no: number
  readonly item: string
  readonly item_name: string
  readonly unit_name: string
  readonly quantity: string
  readonly base: string
  readonly needed_on: string | null
  readonly supplier: string
  readonly supplier_name: string
  readonly quotation: string | null
  readonly quotation_line: string | null
  readonly number: string | null
  readonly state: string | null
  readonly price: string | null
  readonly currency: string | null
  readonly currency_price: string | null
  readonly lead_days: number | null
  readonly minimum_order: string | null
  readonly valid_to: string | null
  readonly taxed: boolean | null
  readonly tax_rate: string | null
  readonly request_line: string | null
  readonly request: string | null
  readonly awarded: string | null
}

const orNull = (value: string | null) => (value === null ? null : decimal(value))

/** Everything quoted for an inquiry: by whom it was asked, and by whoever quoted without being asked. */
export const readQuotations = async (work: Work, inquiry: string): Promise<QuotedLine[]> => {
  const rows = await work.tx.rows<Row>(
    `with asked as (
       select supplier from request_for_quotation_suppliers where company_id = $1 and owner_id = $2
       union select q.supplier from supplier_quotation q join supplier_quotation_line l on l.company_id = $1 and l.owner_id = q.id
         where q.company_id = $1 and l.source_document = $2 and q.state <> 'void' and q.reverses is null)
     select r.id as inquiry_line, r.line_no, r.item, i.code || ' ' || i.name as item_name, u.name as unit_name, r.quantity,
       r.base_quantity as base, r.needed_on, a.supplier, p.name as supplier_name, q.quotation, q.quotation_line, q.number, q.state,
       q.gross / nullif(q.base, 0) as price, q.currency, q.currency_gross / nullif(q.base, 0) as currency_price, q.lead_days, q.minimum_order * q.base / nullif(q.quantity, 0) as minimum_order, q.valid_to,
       q.taxed, q.tax_rate, r.source_line as request_line, r.source_document as request,
       (select string_agg(distinct o.number, '、') from purchase_order_line ol join purchase_order o on o.company_id = $1 and o.id = ol.owner_id
        where ol.company_id = $1 and ol.quotation_line = q.quotation_line and o.state <> 'void' and o.reverses is null
          and exists (select 1 from document_link k where k.company_id = $1 and k.source_id = q.quotation and k.target_id = o.id)) as awarded
     from request_for_quotation_line r cross join asked a
     join item i on i.company_id = $1 and i.id = r.item
     join unit u on u.company_id = $1 and u.id = r.unit
     join party p on p.company_id = $1 and p.id = a.supplier
     left join lateral (
       select h.id as quotation, l.id as quotation_line, h.number, h.state, h.currency, l.currency_gross, l.gross, l.quantity, l.base_quantity as base, l.lead_days,
         l.minimum_order, h.valid_to, h.price_includes_tax as taxed, l.tax_rate
       from supplier_quotation h join supplier_quotation_line l on l.company_id = $1 and l.owner_id = h.id
       where h.company_id = $1 and h.supplier = a.supplier and l.source_line = r.id and h.state <> 'void' and h.reverses is null
         and not exists (select 1 from supplier_quotation x where x.company_id = $1 and x.reverses = h.id)
         and coalesce(l.minimum_quantity, 0) * l.base_quantity <= r.base_quantity * l.quantity
       order by (h.state = 'posted') desc, h.date desc, h.number desc, l.minimum_quantity desc nulls last, l.line_no limit 1) q on true
     where r.company_id = $1 and r.owner_id = $2
     order by r.line_no, p.code`,
    [work.company, inquiry],
  )
  return rows.map((row) => ({
    inquiryLine: row.inquiry_line,
    lineNo: row.line_no,
    item: row.item,
    itemName: row.item_name,
    unitName: row.unit_name,
    quantity: decimal(row.quantity),
    base: decimal(row.base),
    neededOn: row.needed_on,
    supplier: row.supplier,
    supplierName: row.supplier_name,
    quotation: row.quotation,
    quotationLine: row.quotation_line,
    number: row.number,
    state: row.state,
    price: orNull(row.price),
    currency: row.currency_price === null ? null : row.currency,
    currencyPrice: orNull(row.currency_price),
    leadDays: row.lead_days,
    minimumOrder: orNull(row.minimum_order),
    validTo: row.valid_to,
    priceIncludesTax: row.taxed,
    taxRate: orNull(row.tax_rate),
    requestLine: row.request_line,
    request: row.request,
    awarded: row.awarded,
  }))
}
