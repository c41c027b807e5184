import { daysBetween } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { decimal } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { orderPlans } from './order-plans.ts'
import type { PlanSide } from './order-plans.ts'
import { termsParts } from './terms-parts.ts'

/** Money that is to come in or go out on a day. */
export interface DueRow {
  readonly side: PlanSide
  readonly party: string
  readonly partyName: string
  readonly what: string
  readonly documentType: string
  readonly documentId: string
  readonly number: string
  readonly dueOn: CalendarDate | null
  readonly amount: Decimal
  readonly open: Decimal
  /** Not certain yet: the goods or the invoice are to come. */
  readonly isExpected: boolean
}

interface ItemRow {
  readonly party: string
  readonly party_name: string
  readonly kind: string
  readonly document_type: string
  readonly document_id: string
  readonly document_number: string
  readonly due_on: CalendarDate | null
  readonly amount: string
  readonly open: string
}

const labels: Readonly<Record<string, string>> = {
  receivable: '应收',
  otherReceivable: '其他应收',
  payable: '应付',
  otherPayable: '其他应付',
}

const kindsOf: Readonly<Record<PlanSide, readonly string[]>> = {
  receivable: ['receivable', 'otherReceivable'],
  payable: ['payable', 'otherPayable'],
}

/** What is open of the side's items, in the book currency, apart from what an order's plan tells already. */
const openRows = async (work: Work, side: PlanSide, party: string | null, planned: readonly string[]) => {
  const rows = await work.tx.rows<ItemRow>(
    `select i.party, p.code || ' ' || p.name as party_name, i.kind, i.document_type, i.document_id, i.document_number, i.due_on,
       case when i.open = i.open_book then i.amount else round(i.amount * i.open_book / i.open, 2) end as amount, i.open_book as open
     from party_item i join party p on p.company_id = $1 and p.id = i.party
     where i.company_id = $1 and i.open <> 0 and i.kind = any($2::text[]) and ($3::uuid is null or i.party = $3)
       and not (i.document_id = any($4::uuid[]))
     order by i.due_on, i.document_number`,
    [work.company, kindsOf[side], party, planned],
  )
  const sign = side === 'payable' ? -1 : 1
  return rows.map((row): DueRow => ({
    side,
    party: row.party,
    partyName: row.party_name,
    what: labels[row.kind] ?? row.kind,
    documentType: row.document_type,
    documentId: row.document_id,
    number: row.document_number,
    dueOn: row.due_on,
    amount: decimal(row.amount).times(sign),
    open: decimal(row.open).times(sign),
    isExpected: false,
  }))
}

interface ReceivedRow {
  readonly id: string
  readonly number: string
  readonly party: string
  readonly party_name: string
  readonly due_on: CalendarDate | null
  readonly gross: string
}

/** What came and is not invoiced will be owed with its tax, on the day the receipt says. */
const expectedRows = async (work: Work, party: string | null, planned: readonly string[]): Promise<DueRow[]> => {
  const rows = await work.tx.rows<ReceivedRow>(
    `select r.id, r.number, r.supplier as party, p.code || ' ' || p.name as party_name, r.due_on,
       round(sum(l.gross * (o.whole - o.drawn) / o.whole), 2) as gross
     from flow_open o
     join purchase_receipt r on r.company_id = $1 and r.id = o.source_document and r.state = 'posted'
     join purchase_receipt_line l on l.company_id = $1 and l.id = o.source_line
     join party p on p.company_id = $1 and p.id = r.supplier
     where o.company_id = $1 and o.pool = 'purchaseReceiptToInvoice' and o.drawn < o.whole and o.whole > 0
       and ($2::uuid is null or r.supplier = $2) and not (r.id = any($3::uuid[]))
     group by 1, 2, 3, 4, 5 having sum(l.gross * (o.whole - o.drawn)) <> 0 order by r.due_on, r.number`,
    [work.company, party, planned],
  )
  return rows.map((row) => ({
    side: 'payable',
    party: row.party,
    partyName: row.party_name,
    what: '到货未到票',
    documentType: 'purchaseReceipt',
    documentId: row.id,
    number: row.number,
    dueOn: row.due_on,
    amount: decimal(row.gross),
    open: decimal(row.gross),
    isExpected: true,
  }))
}

/** What is owed by terms in instalments, in their parts; the rest as it is. */
const inParts = async (work: Work, rows: readonly DueRow[]): Promise<DueRow[]> => {
  const partsOf = await termsParts(work, rows)
  return rows.flatMap((row) => {
    const parts = partsOf(row)
    if (parts === undefined) return [row]
    return parts
      .filter((part) => !part.open.isZero())
      .map((part) => ({ ...row, what: part.name, dueOn: part.dueOn, amount: part.amount, open: part.open }))
  })
}

/** All money of a side that is to come, by the day it is due: orders in instalments by their plans, what no order
 * planned by the parts of its own terms, the rest by its items. */
export const dueRows = async (work: Work, side: PlanSide, party: string | null): Promise<DueRow[]> => {
  const plans = await orderPlans(work, side, party)
  const planned = plans.flatMap((plan) => plan.documents)
  const [open, expected] = await Promise.all([
    openRows(work, side, party, planned),
    side === 'payable' ? expectedRows(work, party, planned) : [],
  ])
  const instalments = plans.flatMap((plan) =>
    plan.parts.map((part): DueRow => ({
      side,
      party: plan.party,
      partyName: plan.partyName,
      what: part.name,
      documentType: plan.type,
      documentId: plan.id,
      number: plan.number,
      dueOn: part.dueOn,
      amount: part.amount,
      open: part.open,
      isExpected: part.isExpected,
    })),
  )
  return [...instalments, ...(await inParts(work, [...open, ...expected]))].toSorted((one, other) =>
    (one.dueOn ?? '9999') < (other.dueOn ?? '9999') ? -1 : 1,
  )
}

/** How a row stands on a day. */
export const dueState = (row: DueRow, today: CalendarDate): 'paid' | 'expected' | 'overdue' | 'today' | 'coming' => {
  if (row.open.isZero()) return 'paid'
  if (row.isExpected || row.dueOn === null) return 'expected'
  if (row.dueOn < today) return 'overdue'
  return row.dueOn === today ? 'today' : 'coming'
}

export const dueStates = {
  overdue: '逾期',
  today: '今日到期',
  coming: '未到期',
  expected: '预计',
  paid: '已付清',
} as const

/** Days past due, or null. */
export const overdueDays = (row: DueRow, today: CalendarDate): number | null =>
  dueState(row, today) === 'overdue' && row.dueOn !== null ? daysBetween(row.dueOn, today) : null
