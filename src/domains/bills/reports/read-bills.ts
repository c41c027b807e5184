import type { CalendarDate } from '../../../base/calendar-date.ts'
import { toCents } from '../../../base/fixed-point.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import type { billKinds } from '../documents/bill-line.ts'

export type BillSide = 'received' | 'issued'

/** A bill with what became of it, in cents. */
export interface Bill {
  readonly side: BillSide
  readonly documentId: string
  readonly number: string
  readonly kind: keyof typeof billKinds
  readonly issuedOn: CalendarDate | null
  readonly maturesOn: CalendarDate
  readonly drawer: string | null
  readonly acceptor: string | null
  readonly subRange: string | null
  readonly party: string
  readonly partyName: string
  readonly amount: bigint
  /** In hand, or to be paid. */
  readonly open: bigint
  readonly endorsed: bigint
  readonly discounted: bigint
  readonly collected: bigint
  readonly refused: bigint
  /** Passed on, and not paid by the acceptor yet as far as we know. */
  readonly contingent: bigint
}

type Row = Omit<Bill, 'amount' | 'open' | 'endorsed' | 'discounted' | 'collected' | 'refused' | 'contingent'> &
  Readonly<Record<'amount' | 'gone' | 'endorsed' | 'discounted' | 'collected' | 'refused' | 'contingent', string>>

const standing = (alias: string, table: string) =>
  `${alias}.state in ('posted', 'closed') and ${alias}.reverses is null and not exists (
    select 1 from ${table} r where r.company_id = $1 and r.reverses = ${alias}.id and r.state <> 'void')`

const side = (name: BillSide, party: string) => `
  select '${name}' as side, h.id as document_id, l.id as line, l.bill_number, l.bill_kind, l.issued_on, l.matures_on, l.drawer, l.acceptor,
    l.sub_range, h.${party} as party, l.amount
  from note_${name}_line l join note_${name} h on h.company_id = $1 and h.id = l.owner_id
  where l.company_id = $1 and ${standing('h', `note_${name}`)}`

// What happened to a bill itself, and what happened after it was passed on.
const sql = `
  with bill as (${side('received', 'customer')} union all ${side('issued', 'supplier')}),
  event as (
    select e.id, e.source_type, e.source_line, e.amount, h.kind from note_event_line e
    join note_event h on h.company_id = $1 and h.id = e.owner_id where e.company_id = $1 and ${standing('h', 'note_event')}),
  after as (
    select f.id, sum(e.amount) as amount, sum(e.amount) filter (where e.kind = 'recourse') as unpaid
    from event e join event f on e.source_type = 'noteEvent' and f.id = e.source_line group by 1),
  became as (
    select f.source_line as bill, sum(f.amount) as gone,
      sum(f.amount) filter (where f.kind = 'endorse') as endorsed,
      sum(f.amount) filter (where f.kind in ('discount', 'discountRecourse')) as discounted,
      sum(f.amount) filter (where f.kind in ('collect', 'honour')) as collected,
      coalesce(sum(f.amount) filter (where f.kind in ('dishonour', 'unpaid')), 0) + coalesce(sum(a.unpaid), 0) as refused,
      sum(f.amount - coalesce(a.amount, 0)) filter (where f.kind in ('endorse', 'discountRecourse')) as contingent
    from event f left join after a on a.id = f.id where f.source_type <> 'noteEvent' group by 1)
  select b.side, b.document_id as "documentId", b.bill_number as number, b.bill_kind as kind, b.issued_on as "issuedOn",
    b.matures_on as "maturesOn", b.drawer, b.acceptor, b.sub_range as "subRange", b.party, p.name as "partyName", b.amount,
    coalesce(e.gone, 0) as gone, coalesce(e.endorsed, 0) as endorsed, coalesce(e.discounted, 0) as discounted,
    coalesce(e.collected, 0) as collected, coalesce(e.refused, 0) as refused, coalesce(e.contingent, 0) as contingent
  from bill b left join became e on e.bill = b.line join party p on p.company_id = $1 and p.id = b.party
  order by b.matures_on, b.bill_number, b.line`

/** All bills of the company, by maturity. */
export const readBills = async (work: Work): Promise<Bill[]> => {
  const rows = await work.tx.rows<Row>(sql, [work.company])
  return rows.map(({ gone, ...row }) => ({
    ...row,
    amount: toCents(row.amount),
    open: toCents(row.amount) - toCents(gone),
    endorsed: toCents(row.endorsed),
    discounted: toCents(row.discounted),
    collected: toCents(row.collected),
    refused: toCents(row.refused),
    contingent: toCents(row.contingent),
  }))
}
