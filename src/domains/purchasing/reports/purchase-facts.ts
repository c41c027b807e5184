const facts = (type: string, table: string, sign: number) => `
  select h.date, h.supplier, h.buyer, l.item, ${sign} * case when h.reverses is null then 1 else -1 end as sign,
    l.base_quantity as quantity, l.net, l.tax, l.gross, h.number, '${type}' as document_type, h.id as document_id
  from ${table} h join ${table}_line l on l.company_id = $1 and l.owner_id = h.id
  where h.company_id = $1 and h.state in ('posted', 'closed') and h.date between $2 and $3`

/** Lines of receipts, and of returns with the sign turned, of company `$1` from `$2` to `$3`. */
export const purchaseFacts = `${facts('purchaseReceipt', 'purchase_receipt', 1)} union all ${facts('purchaseReturn', 'purchase_return', -1)}`
