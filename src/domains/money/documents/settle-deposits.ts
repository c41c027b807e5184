import type { CalendarDate } from '../../../base/calendar-date.ts'
import { decimal } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { Id } from '../../../base/id.ts'
import type { LineBase } from '../../../kernel/definition/record.ts'
import { actOn } from '../../../kernel/documents/actions.ts'
import { createDocument, findDocument } from '../../../kernel/documents/documents.ts'
import { defineConsequence } from '../../../kernel/documents/installed.ts'
import { link, trace } from '../../../kernel/documents/links.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { salesDelivery, salesInvoice, salesOrder } from '../../sales/index.ts'
import { settlement } from './settlement.ts'

interface OpenItem {
  readonly id: string
  /** As people count it: what is left of the advance, or of what is owed. */
  readonly open: string
}

/** Money of another currency is set off by hand: its difference is someone's to judge. */
const currencyOf = (work: Work): string => settingsOf(work.settings).currency ?? 'CNY'

/** What the document made the customer owe. */
const owedBy = (work: Work, document: string) =>
  work.tx.rows<OpenItem>(
    `select id, open from party_item
     where company_id = $1 and document_id = $2 and kind = 'receivable' and open > 0 and currency = $3 order by due_on, id`,
    [work.company, document, currencyOf(work)],
  )

/** What was collected for the orders up to a day and is not used yet. */
const depositsOf = (work: Work, customer: string, orders: readonly string[], through: CalendarDate) =>
  work.tx.rows<OpenItem>(
    `select i.id, -i.open as open from collection m
     join party_item i on i.company_id = $1 and i.document_id = m.id and i.kind = 'advanceFromCustomer'
     where m.company_id = $1 and m.customer = $2 and m.order_number = any($3::text[]) and m.state in ('posted', 'closed')
       and m.date <= $4 and i.open < 0 and i.currency = $5 order by m.date, m.number`,
    [work.company, customer, orders, through, currencyOf(work)],
  )

const sumOf = (items: readonly OpenItem[]): Decimal => items.reduce((sum, { open }) => sum.plus(open), decimal(0))

/** As much of each as the amount reaches. */
const taken = (items: readonly OpenItem[], amount: Decimal) => {
  let left = amount
  return items.flatMap(({ id, open }) => {
    const part = left.gt(open) ? decimal(open) : left
    left = left.minus(part)
    return part.isZero() ? [] : [{ openItem: id, amount: part.toString() }]
  })
}

interface Sale {
  readonly header: {
    readonly id: Id<'document'>
    readonly number: string
    readonly date: CalendarDate
    readonly customer: Id<'party'>
  }
  readonly lines: readonly Pick<LineBase, 'source'>[]
}

/** 订金: what was paid ahead for an order is set off against what its goods make due, by a document that can be taken back. */
const settleDeposits = async (type: string, { header, lines }: Sale, work: Work): Promise<void> => {
  if (settingsOf(work.settings).settleDeposits === false || lines.every((line) => line.source === null)) return
  const { id, number, date, customer } = header
  const owed = await owedBy(work, id)
  if (owed.length === 0) return
  const { upstream } = await trace(work, id)
  const orders = upstream.flatMap((each) => (each.type === salesOrder.name ? [each.number] : []))
  const deposits = orders.length === 0 ? [] : await depositsOf(work, customer, orders, date)
  const [paid, due] = [sumOf(deposits), sumOf(owed)]
  const amount = paid.gt(due) ? due : paid
  if (amount.isZero()) return
  const both = [
    ...taken(owed, amount).map((line) => ({ ...line, party: customer, kind: 'receivable' })),
    ...taken(deposits, amount).map((line) => ({ ...line, party: customer, kind: 'advanceFromCustomer' })),
  ]
  const made = await createDocument(work, settlement, {
    date,
    kind: 'advanceReceivable',
    remark: `${number} 订金自动核销`,
    lines: both,
  })
  await actOn(work, settlement, made, 'post', {})
  link(work, { type, id }, { type: settlement.name, id: String(made.header['id']) }, 'caused')
}

/** The settlements that a document's deposits were set off by and that still stand. */
const madeBy = (work: Work, document: string) =>
  work.tx.rows<{ id: string }>(
    `select s.id from document_link l join settlement s on s.company_id = $1 and s.id = l.target_id
     where l.company_id = $1 and l.source_id = $2 and l.relation = 'caused' and l.target_type = $3 and s.state = 'posted'
       and s.reverses is null and not exists (select 1 from settlement r where r.company_id = $1 and r.reverses = s.id and r.state <> 'void')`,
    [work.company, document, settlement.name],
  )

/** What was set off goes with what made it due; taken back by somebody before, there is nothing left to do. */
const takeBack = async (
  { header }: Pick<Sale, 'header'>,
  work: Work,
  reversedOn: CalendarDate | null,
): Promise<void> => {
  for (const { id } of await madeBy(work, header.id)) {
    const made = await findDocument(work, settlement, id, { whole: true })
    if (reversedOn !== null) {
      await actOn(work, settlement, made, 'reverse', { date: reversedOn })
      continue
    }
    const draft = await actOn(work, settlement, made, 'unpost', {})
    await actOn(work, settlement, draft, 'void', {})
  }
}

export const depositsSetOff = [
  defineConsequence(salesDelivery, (record, work) => settleDeposits(salesDelivery.name, record, work), takeBack),
  defineConsequence(salesInvoice, (record, work) => settleDeposits(salesInvoice.name, record, work), takeBack),
]
