import type { CalendarDate } from '../../../base/calendar-date.ts'
import type { Work } from '../../../kernel/posting/work.ts'

/** Something that the cashier has to pay: an approved advance, or what a claim left owing. */
export interface Due {
  readonly key: string
  readonly kind: 'advance' | 'claim'
  readonly documentType: string
  readonly documentId: string
  readonly number: string
  readonly date: CalendarDate
  readonly employee: string
  readonly employeeName: string
  readonly departmentName: string | null
  readonly bankAccount: string | null
  readonly purpose: string
  readonly amount: string
  readonly party: string | null
  readonly item: string | null
}

const people = `join employee e on e.company_id = $1 and e.id = h.employee left join department d on d.company_id = $1 and d.id = h.department`
const person = `h.employee, e.name as "employeeName", d.name as "departmentName", e.bank_account as "bankAccount"`

const advances = `
  select 'advance/' || h.id as key, 'advance' as kind, 'employeeAdvance' as "documentType", h.id as "documentId", h.number, h.date, ${person},
    h.purpose, sum(f.whole - f.drawn)::numeric(20,2)::text as amount, null::uuid as party, null::uuid as item
  from employee_advance h join flow_open f on f.company_id = $1 and f.source_document = h.id ${people}
  where h.company_id = $1 and h.state = 'posted' group by h.id, h.number, h.date, h.employee, e.name, d.name, e.bank_account, h.purpose
  having sum(f.whole - f.drawn) > 0`

const claims = `
  select 'claim/' || i.id as key, 'claim' as kind, 'expenseClaim' as "documentType", h.id as "documentId", h.number, h.date, ${person},
    h.reason as purpose, (-i.open)::text as amount, i.party, i.id as item
  from party_item i join expense_claim h on h.company_id = $1 and h.id = i.document_id ${people}
  where i.company_id = $1 and i.kind = 'otherPayable' and i.open < 0 and i.document_type = 'expenseClaim'`

/** 待付款: all that is approved and not paid, the oldest first. */
export const readQueue = (work: Work): Promise<Due[]> =>
  work.tx.rows<Due>(`select * from (${advances} union all ${claims}) q order by date, number`, [work.company])
