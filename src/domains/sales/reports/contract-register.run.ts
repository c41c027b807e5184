import { decimal, round } from '../../../base/decimal.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { contractRegister } from './contract-register.ts'

interface Row {
  readonly id: string
  readonly number: string
  readonly date: string
  readonly customer: string
  readonly ends_on: string | null
  readonly amount: string
  readonly ordered: string
  readonly delivered: string
  readonly invoiced: string
}

// A contract's line was drawn from an order's, or orders' lines were drawn from it; either way the order's line says what left.
const sql = `
  with c as (
    select h.id, h.number, h.date, h.customer, h.ends_on, l.id as line, l.source_line, l.source_type, l.base_quantity as quantity, l.gross
    from sales_contract h join sales_contract_line l on l.company_id = $1 and l.owner_id = h.id
    where h.company_id = $1 and h.state in ('posted', 'closed') and h.reverses is null
      and not exists (select 1 from sales_contract r where r.company_id = $1 and r.reverses = h.id)
      and ($2::uuid is null or h.customer = $2) and ($3::date is null or h.date >= $3) and ($4::date is null or h.date <= $4)),
  o as (
    select c.line, ol.id as order_line, ol.base_quantity as quantity from c
    join sales_order_line ol on ol.company_id = $1 and (ol.source_line = c.line or (c.source_type = 'salesOrder' and ol.id = c.source_line))
    join sales_order oh on oh.company_id = $1 and oh.id = ol.owner_id and oh.state in ('posted', 'closed')),
  d as (
    select o.line, o.order_line, o.quantity as ordered,
      coalesce((select sum(dl.base_quantity) from sales_delivery_line dl join sales_delivery dh on dh.company_id = $1 and dh.id = dl.owner_id
        left join delivery_notice_line nl on nl.company_id = $1 and nl.id = dl.source_line
        left join sales_invoice_line vl on vl.company_id = $1 and vl.id = dl.source_line
        where dl.company_id = $1 and o.order_line in (dl.source_line, nl.source_line, vl.source_line)
          and dh.state in ('posted', 'closed') and dh.reverses is null
          and not exists (select 1 from sales_delivery r where r.company_id = $1 and r.reverses = dh.id)), 0) as delivered,
      coalesce((select sum(il.base_quantity) from sales_invoice_line il join sales_invoice ih on ih.company_id = $1 and ih.id = il.owner_id
        left join sales_delivery_line dl on dl.company_id = $1 and dl.id = il.source_line
        left join delivery_notice_line nl on nl.company_id = $1 and nl.id = dl.source_line
        where il.company_id = $1 and o.order_line in (il.source_line, dl.source_line, nl.source_line)
          and ih.state in ('posted', 'closed') and ih.reverses is null
          and not exists (select 1 from sales_invoice r where r.company_id = $1 and r.reverses = ih.id)), 0) as invoiced
    from o),
  l as (select line, sum(ordered) as ordered, sum(delivered) as delivered, sum(invoiced) as invoiced from d group by line)
  select c.id, c.number, c.date, p.code || ' ' || p.name as customer, c.ends_on, sum(c.gross) as amount,
    sum(round(c.gross * least(coalesce(l.ordered, 0) / nullif(c.quantity, 0), 1), 2)) as ordered,
    sum(round(c.gross * least(coalesce(l.delivered, 0) / nullif(c.quantity, 0), 1), 2)) as delivered,
    sum(round(c.gross * least(coalesce(l.invoiced, 0) / nullif(c.quantity, 0), 1), 2)) as invoiced
  from c left join l on l.line = c.line join party p on p.company_id = $1 and p.id = c.customer
  group by c.id, c.number, c.date, p.code, p.name, c.ends_on order by c.date desc, c.number desc`

export const runContractRegister = defineReportRun(contractRegister, async (parameters, work) => {
  const rows = await work.tx.rows<Row>(sql, [
    work.company,
    parameters.customer ?? null,
    parameters.from ?? null,
    parameters.to ?? null,
  ])
  const shown = rows.map((row) => {
    const amount = decimal(row.amount)
    const share = amount.isZero() ? decimal(0) : round(decimal(row.delivered).times(100).div(amount), 2)
    return {
      number: row.number,
      documentType: 'salesContract',
      documentId: row.id,
      date: row.date,
      customer: row.customer,
      endsOn: row.ends_on,
      amount: row.amount,
      ordered: row.ordered,
      delivered: row.delivered,
      invoiced: row.invoiced,
      fulfilment: share.toString(),
    }
  })
  return { rows: parameters.open === true ? shown.filter((row) => Number(row.fulfilment) < 100) : shown }
})
