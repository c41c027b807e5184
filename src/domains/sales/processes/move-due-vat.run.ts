import type { CalendarDate } from '../../../base/calendar-date.ts'
import { decimal } from '../../../base/decimal.ts'
import { moveDocument, postDocument } from '../../../kernel/documents/actions.ts'
import { createDocument, findDocument } from '../../../kernel/documents/documents.ts'
import { poolOf } from '../../../kernel/documents/draw.ts'
import { defineProcessRun } from '../../../kernel/documents/installed.ts'
import type { ClosePart, Work } from '../../../kernel/posting/work.ts'
import { closedThrough, correctedDay } from '../../../ledgers/general/closed.ts'
import { pendingVatDue } from '../documents/pending-vat-due.ts'
import { salesDelivery } from '../documents/sales-delivery.ts'
import { deliveryToPendingVatDue } from '../flows/delivery-to-pending-vat-due.ts'
import { vatFallingDue } from '../rules/vat-falling-due.ts'
import type { TaxFallingDue } from '../rules/vat-falling-due.ts'
import { moveDueVatProcess } from './move-due-vat.ts'

/** Lines of one document at most. */
const mostLines = 1000

interface PendingRow {
  readonly line: string
  readonly delivery: string
  readonly number: string
  readonly customer: string
  readonly date: CalendarDate
  readonly due_on: CalendarDate
  readonly whole: string
  readonly drawn: string
  readonly returned: string
}

const pendingRows = (work: Work, through: CalendarDate) =>
  work.tx.rows<PendingRow>(
    `select o.source_line as line, d.id as delivery, d.number, d.customer, d.date, d.vat_due_on as due_on, o.whole, o.drawn,
       (select coalesce(sum(f.quantity), 0) from flow_entry f where f.company_id = $1 and f.pool = o.pool
          and f.source_line = o.source_line and f.target_type = 'salesReturn') as returned
     from flow_open o join sales_delivery d on d.company_id = $1 and d.id = o.source_document
     where o.company_id = $1 and o.pool = $2 and o.source_type = $3 and o.drawn < o.whole and d.date <= $4
     order by d.date, d.number, o.source_line`,
    [work.company, poolOf(deliveryToPendingVatDue), salesDelivery.name, through],
  )

interface ReceivedRow {
  readonly delivery: string
  readonly on: CalendarDate
  readonly amount: string
  readonly gross: string
}

/** Money that settled what deliveries opened, by day; what sales documents took back of it is no money. */
const receivedRows = (work: Work, deliveries: readonly string[], through: CalendarDate) =>
  work.tx.rows<ReceivedRow>(
    `select i.document_id as delivery, e.date as on, -sum(e.amount) as amount,
       (select sum(g.amount) from party_item g where g.company_id = $1 and g.document_id = i.document_id and g.kind = 'receivable') as gross
     from party_item i join party_entry e on e.company_id = $1 and e.open_item = i.id
     where i.company_id = $1 and i.document_id = any($2::uuid[]) and i.kind = 'receivable' and e.date <= $3
       and e.document_type not in ('salesDelivery', 'salesReturn', 'salesInvoice', 'pendingVatDue')
     group by 1, 2 having sum(e.amount) <> 0 order by 2`,
    [work.company, deliveries, through],
  )

interface DueLine extends TaxFallingDue {
  readonly row: PendingRow
}

/** VAT that has fallen due by a day and is pending still. */
const dueLines = async (work: Work, through: CalendarDate): Promise<DueLine[]> => {
  const rows = await pendingRows(work, through)
  const byDelivery = Map.groupBy(rows, (row) => row.delivery)
  const received = Map.groupBy(await receivedRows(work, [...byDelivery.keys()], through), (row) => row.delivery)
  return [...byDelivery].flatMap(([delivery, lines]) => {
    const [first] = lines
    if (first === undefined) return []
    const money = received.get(delivery) ?? []
    const byLine = new Map(lines.map((row) => [row.line, row]))
    const due = vatFallingDue(
      {
        deliveredOn: first.date,
        dueOn: first.due_on,
        gross: decimal(money[0]?.gross ?? '0'),
        received: money.map((row) => ({ on: row.on, amount: decimal(row.amount) })),
        lines: lines.map((row) => ({
          line: row.line,
          whole: decimal(row.whole),
          drawn: decimal(row.drawn),
          returned: decimal(row.returned),
        })),
      },
      through,
    )
    return due.flatMap((each) => {
      const row = byLine.get(each.line)
      return row === undefined ? [] : [{ ...each, row }]
    })
  })
}

/** What was moved and then taken back stands as a draft; it is void, and the run writes anew. */
const voidDrafts = async (work: Work): Promise<void> => {
  const drafts = await work.tx.rows<{ id: string }>(
    `select id from pending_vat_due where company_id = $1 and state = 'draft' order by id`,
    [work.company],
  )
  for (const { id } of drafts) {
    await moveDocument(work, pendingVatDue, await findDocument(work, pendingVatDue, id, { lock: true }), 'void')
  }
}

const write = async (work: Work, day: CalendarDate, on: CalendarDate, lines: readonly DueLine[]): Promise<string> => {
  const draft = await createDocument(work, pendingVatDue, {
    date: day,
    vatDueOn: on,
    lines: lines.map(({ row, amount }) => ({
      customer: row.customer,
      deliveryNumber: row.number,
      pendingTax: amount.toString(),
      source: { type: salesDelivery.name, document: row.delivery, line: row.line },
    })),
  })
  const posted = await postDocument(work, pendingVatDue, draft)
  return String(posted.header['number'])
}

/**
 * Moves pending VAT that has fallen due by a day to what is due, dated the day it fell due or, where that is closed, the
 * first open day. May be run again: what was moved is not moved twice. Answers the numbers of the documents written.
 */
export const moveDueVat = async (work: Work, through: CalendarDate): Promise<string[]> => {
  await voidDrafts(work)
  const due = await dueLines(work, through)
  const closed = await closedThrough(work)
  const numbers: string[] = []
  const byDay = [...Map.groupBy(due, (each) => each.on)].toSorted(([one], [other]) => (one < other ? -1 : 1))
  for (const [on, lines] of byDay) {
    for (let at = 0; at < lines.length; at += mostLines) {
      numbers.push(await write(work, correctedDay(closed, on), on, lines.slice(at, at + mostLines)))
    }
  }
  return numbers
}

/** What a close does with it: VAT that is due in the month belongs to the month. */
export const pendingVatClose: ClosePart = {
  name: 'pendingVatMoved',
  label: '到期待转销项已转出',
  blocking: true,
  report: null,
  settle: async (work, _period, through) => {
    await moveDueVat(work, through)
  },
  remains: async (work, _period, through) => {
    const due = await dueLines(work, through)
    return due.length === 0
      ? null
      : `${new Set(due.map((each) => each.row.delivery)).size} 张出库单的销项税额已到期未转出`
  },
}

export const runMoveDueVat = defineProcessRun(moveDueVatProcess, async ({ through }, inWork, progress) => {
  await progress.report(0, 1)
  const documents = await inWork((work) =>
    moveDueVat(work, through ?? work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai'))),
  )
  await progress.report(1, 1)
  return { documents }
})
