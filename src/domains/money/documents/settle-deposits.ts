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
import { purchaseInvoice, purchaseOrder } from '../../purchasing/index.ts'
import { salesDelivery, salesInvoice, salesOrder } from '../../sales/index.ts'
import { settlement } from './settlement.ts'

interface OpenItem {
  readonly id: string
  /** As people count it: what is left of the advance, or of what is owed. */
  readonly open: string
  /** Only money of the same currency is set off; that of another is someone's to judge. */
  readonly currency: string
}

/** What is set off on one side of the trade: what is owed by whom, and the money that was paid ahead for an order. */
interface DepositSide {
  readonly order: string
  /** The table of the money, and its column of the party. */
  readonly money: 'collection' | 'payment'
  readonly party: 'customer' | 'supplier'
  readonly owed: 'receivable' | 'payable'
  readonly advance: 'advanceFromCustomer' | 'advanceToSupplier'
  readonly kind: 'advanceReceivable' | 'advancePayable'
  /** What is owed to us stands positive in the ledger, what we owe negative. */
  readonly sign: '' | '-'
  readonly remark: string
}

const collected: DepositSide = {
  order: salesOrder.name,
  money: 'collection',
  party: 'customer',
  owed: 'receivable',
  advance: 'advanceFromCustomer',
  kind: 'advanceReceivable',
  sign: '',
  remark: '订金自动核销',
}

const prepaid: DepositSide = {
  order: purchaseOrder.name,
  money: 'payment',
  party: 'supplier',
  owed: 'payable',
  advance: 'advanceToSupplier',
  kind: 'advancePayable',
  sign: '-',
  remark: '预付自动核销',
}

/** What the document made the party owe, or be owed. */
const owedBy = (work: Work, document: string, { owed, sign }: DepositSide) =>
  work.tx.rows<OpenItem>(
    `select id, ${sign}open as open, currency from party_item
     where company_id = $1 and document_id = $2 and kind = $3 and ${sign}open > 0 order by due_on, id`,
    [work.company, document, owed],
  )

/** What was paid ahead for the orders up to a day and is not used yet. */
const depositsOf = (
  work: Work,
  { money, party, advance, sign }: DepositSide,
  whose: string,
  orders: readonly string[],
  through: CalendarDate,
) => {
  const left = sign === '' ? '-i.open' : 'i.open'
  return work.tx.rows<OpenItem>(
    `select i.id, ${left} as open, i.currency from ${money} m
     join party_item i on i.company_id = $1 and i.document_id = m.id and i.kind = $5
     where m.company_id = $1 and m.${party} = $2 and m.order_number = any($3::text[]) and m.state in ('posted', 'closed')
       and m.date <= $4 and ${left} > 0 order by m.date, m.number`,
    [work.company, whose, orders, through, advance],
  )
}

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

interface Traded {
  readonly header: {
    readonly id: Id<'document'>
    readonly number: string
    readonly date: CalendarDate
    readonly customer?: Id<'party'>
    readonly supplier?: Id<'party'>
  }
  readonly lines: readonly Pick<LineBase, 'source'>[]
}

/** 订金: what was paid ahead for an order is set off against what its goods make due, by a document that can be taken back. */
const settleDeposits = async (
  side: DepositSide,
  type: string,
  { header, lines }: Traded,
  work: Work,
): Promise<void> => {
  if (settingsOf(work.settings).settleDeposits === false || lines.every((line) => line.source === null)) return
  const { id, number, date } = header
  const party = header[side.party]
  const owed = await owedBy(work, id, side)
  if (party === undefined || owed.length === 0) return
  const { upstream } = await trace(work, id)
  const orders = upstream.flatMap((each) => (each.type === side.order ? [each.number] : []))
  const deposits = orders.length === 0 ? [] : await depositsOf(work, side, party, orders, date)
  const both = [...new Set(owed.map((item) => item.currency))].flatMap((currency) => {
    const [mine, ahead] = [owed, deposits].map((items) => items.filter((item) => item.currency === currency))
    const [due, paid] = [sumOf(mine ?? []), sumOf(ahead ?? [])]
    const amount = paid.gt(due) ? due : paid
    return [
      ...taken(mine ?? [], amount).map((line) => ({ ...line, party, kind: side.owed })),
      ...taken(ahead ?? [], amount).map((line) => ({ ...line, party, kind: side.advance })),
    ]
  })
  if (both.length === 0) return
  const made = await createDocument(work, settlement, {
    date,
    kind: side.kind,
    remark: `${number} ${side.remark}`,
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
  { header }: Pick<Traded, 'header'>,
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
  defineConsequence(
    salesDelivery,
    (record, work) => settleDeposits(collected, salesDelivery.name, record, work),
    takeBack,
  ),
  defineConsequence(
    salesInvoice,
    (record, work) => settleDeposits(collected, salesInvoice.name, record, work),
    takeBack,
  ),
  defineConsequence(
    purchaseInvoice,
    (record, work) => settleDeposits(prepaid, purchaseInvoice.name, record, work),
    takeBack,
  ),
]
