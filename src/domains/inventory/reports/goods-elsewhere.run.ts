import { daysBetween } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { elsewhereKinds, goodsElsewhere } from './goods-elsewhere.ts'

interface Row {
  readonly kind: keyof typeof elsewhereKinds
  readonly type: string
  readonly id: string
  readonly number: string
  readonly date: CalendarDate
  readonly party: string
  readonly item: string
  readonly open: string
  readonly back_on: CalendarDate | null
}

/** The day from which VAT is due on consigned goods whether their list came or not (rule 1). */
const consignmentDays = 180

const part = (kind: string, type: string, table: string, pool: string, who: string, backOn: string) => `
  select '${kind}' as kind, '${type}' as type, h.id, h.number, h.date, h.${who} as party_id, l.item as item_id,
    f.whole - f.drawn as open, ${backOn} as back_on
  from flow_open f join ${table}_line l on l.company_id = $1 and l.id = f.source_line
  join ${table} h on h.company_id = $1 and h.id = l.owner_id
  where f.company_id = $1 and f.pool = '${pool}' and f.drawn < f.whole`

const parts = [
  part('consigned', 'consignmentOut', 'consignment_out', 'consignmentToSettlement', 'customer', 'null::date'),
  part('lent', 'loanOut', 'loan_out', 'loanToReturn', 'customer', 'h.back_on'),
  part('held', 'custodyReceipt', 'custody_receipt', 'custodyToIssue', 'owner', 'h.back_on'),
].join(' union all ')

const noteOf = (row: Row, days: number, asOf: CalendarDate): string | null => {
  if (row.kind === 'consigned' && days >= consignmentDays) return '满 180 天，增值税已到期'
  return row.back_on !== null && row.back_on < asOf ? '已过应还日期' : null
}

export const runGoodsElsewhere = defineReportRun(goodsElsewhere, async (parameters, work) => {
  const asOf = parameters.asOf ?? work.clock.today()
  const rows = await work.tx.rows<Row>(
    `select e.kind, e.type, e.id, e.number, e.date, p.name as party, i.code || ' ' || i.name as item, e.open::text as open, e.back_on
     from (${parts}) e join party p on p.company_id = $1 and p.id = e.party_id join item i on i.company_id = $1 and i.id = e.item_id
     where e.date <= $2 and ($3::text is null or e.kind = $3) and ($4::uuid is null or e.party_id = $4) and ($5::uuid is null or e.item_id = $5)
     order by e.kind, e.date, e.number, i.code`,
    [work.company, asOf, parameters.kind ?? null, parameters.party ?? null, parameters.item ?? null],
  )
  return {
    rows: rows.map((row) => {
      const days = daysBetween(row.date, asOf)
      return {
        kindLabel: elsewhereKinds[row.kind],
        partyName: row.party,
        documentType: row.type,
        documentId: row.id,
        documentNumber: row.number,
        date: row.date,
        itemName: row.item,
        open: row.open,
        days,
        backOn: row.back_on,
        note: noteOf(row, days, asOf),
      }
    }),
    notes: [`截至 ${asOf}`],
  }
})
