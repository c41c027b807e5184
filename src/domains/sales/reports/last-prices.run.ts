import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { lastPrices } from './last-prices.ts'

interface DealRow {
  readonly item: string
  readonly item_name: string
  readonly date: string
  readonly number: string
  readonly document_type: string
  readonly document_id: string
  readonly party_name: string
  readonly quantity: string
  readonly unit_name: string | null
  readonly price: string
  readonly taxed: boolean | null
}

// Goods that left or came, and what was invoiced without them (services); a line drawn from goods would say its price twice.
const sides = {
  sale: { party: 'customer', goods: ['sales_delivery', 'salesDelivery'], invoice: ['sales_invoice', 'salesInvoice'] },
  purchase: {
    party: 'supplier',
    goods: ['purchase_receipt', 'purchaseReceipt'],
    invoice: ['purchase_invoice', 'purchaseInvoice'],
  },
} as const

const deals = ([table, type]: readonly [string, string], party: string, extra: string) => `
  select l.item, h.date, h.number, '${type}' as document_type, h.id as document_id, h.${party} as party, l.quantity, l.unit,
    l.price * (100 - coalesce(l.discount, 0)) / 100 as price, h.price_includes_tax as taxed, l.line_no
  from ${table} h join ${table}_line l on l.company_id = $1 and l.owner_id = h.id
  where h.company_id = $1 and h.state in ('posted', 'closed') and h.reverses is null and l.price is not null and l.price <> 0
    and ($2::uuid is null or l.item = $2) and ($3::uuid is null or h.${party} = $3)
    and not exists (select 1 from ${table} r where r.company_id = $1 and r.reverses = h.id) ${extra}`

/** What was asked of purchases is answered only to who may read them: a purchase price is a cost. */
export const runLastPrices = defineReportRun(lastPrices, async (parameters, work) => {
  const side = parameters.side ?? 'sale'
  const { party, goods, invoice } = sides[side]
  const hidden = side === 'purchase' && !(work.actor.may('purchaseReceipt.read') && work.actor.may('cost.see'))
  if (hidden || (!parameters.item && !parameters.party)) return { rows: [] }
  const limit = Math.min(Math.max(parameters.limit ?? (parameters.item ? 5 : 500), 1), 500)
  const each = parameters.item ? '' : 'distinct on (d.item)'
  const rows = await work.tx.rows<DealRow>(
    `select * from (select ${each} d.*, i.code || ' ' || i.name as item_name, p.name as party_name, u.name as unit_name from
       (${deals(goods, party, '')} union all ${deals(invoice, party, 'and l.source_document is null')}) d
     join item i on i.company_id = $1 and i.id = d.item
     join party p on p.company_id = $1 and p.id = d.party
     left join unit u on u.company_id = $1 and u.id = d.unit
     order by ${parameters.item ? '' : 'd.item, '}d.date desc, d.number desc, d.line_no) x
     order by date desc, number desc, line_no limit ${limit}`,
    [work.company, parameters.item ?? null, parameters.party ?? null],
  )
  return {
    rows: rows.map((row) => ({
      itemId: row.item,
      itemName: row.item_name,
      date: row.date,
      number: row.number,
      documentType: row.document_type,
      documentId: row.document_id,
      partyName: row.party_name,
      quantity: row.quantity,
      unit: row.unit_name ?? '',
      price: row.price,
      taxed: row.taxed,
    })),
  }
})
