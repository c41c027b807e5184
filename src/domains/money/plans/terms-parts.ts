import type { CalendarDate } from '../../../base/calendar-date.ts'
import { decimal } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { allocate } from '../../../base/money.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import type { InstalmentEvent } from '../../../ledgers/dimensions/payment-terms.ts'
import { duePlan } from '../../../ledgers/payment-plan.ts'
import type { DuePart } from '../../../ledgers/payment-plan.ts'

interface PartRow {
  readonly document: string
  readonly date: CalendarDate
  readonly name: string
  readonly percent: string | null
  readonly event: InstalmentEvent | null
  readonly days: number | null
}

const tables = ['sales_delivery', 'sales_invoice', 'consignment_settlement', 'purchase_receipt', 'purchase_invoice']

const ofTable = (table: string) => `
  select d.id as document, d.date, l.name, l.percent, l.event, l.days, l.line_no from ${table} d
  join payment_terms t on t.company_id = $1 and t.id = d.payment_terms and t.kind = 'instalments'
  join payment_terms_instalments l on l.company_id = $1 and l.owner_id = t.id
  where d.company_id = $1 and d.id = any($2::uuid[])`

/** The parts in which documents are paid by their own terms, where these are in instalments. */
const partsOf = async (work: Work, documents: readonly string[]): Promise<Map<string, PartRow[]>> => {
  if (documents.length === 0) return new Map()
  const rows = await work.tx.rows<PartRow>(`${tables.map(ofTable).join(' union all ')} order by line_no`, [
    work.company,
    documents,
  ])
  return Map.groupBy(rows, (row) => row.document)
}

interface Owed {
  readonly documentId: string
  readonly amount: Decimal
  readonly open: Decimal
}

/**
 * What is owed for a delivery or an invoice that no order planned, in the parts of its terms: all of them count from its own
 * day, and what is paid covers the earliest. Undefined for one whose terms name one day.
 */
export const termsParts = async (
  work: Work,
  owed: readonly Owed[],
): Promise<(one: Owed) => readonly DuePart[] | undefined> => {
  const parts = await partsOf(
    work,
    owed.map((one) => one.documentId),
  )
  return ({ documentId, amount, open }) => {
    const rows = parts.get(documentId)
    const [first] = rows ?? []
    // What came back is a credit, and is due at once.
    if (rows === undefined || first === undefined || !amount.isPositive()) return undefined
    const shares = allocate(
      amount,
      rows.map((row) => row.percent ?? '0'),
    )
    const planned = rows.map(({ name, event, days }, index) => ({
      name,
      amount: shares[index] ?? decimal(0),
      event: event ?? ('order' as const),
      days: days ?? 0,
      dueOn: null,
    }))
    const { date } = first
    return duePlan(planned, { order: date, delivery: date, invoice: date, isPromised: false }, amount.minus(open))
  }
}
