import { decimal, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { findDocument } from '../../../kernel/documents/documents.ts'
import { asDocument } from '../../../kernel/documents/load.ts'
import { trace } from '../../../kernel/documents/links.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { deliveryNotice } from '../documents/delivery-notice.ts'
import { deliverySignOff } from '../documents/delivery-sign-off.ts'
import { salesDelivery } from '../documents/sales-delivery.ts'
import { salesOrder } from '../documents/sales-order.ts'

/** Something that happened to an order, or is waited for. */
export interface OrderEvent {
  readonly kind: 'order' | 'review' | 'notice' | 'delivery' | 'signOff'
  readonly state: 'done' | 'now' | 'open'
  readonly at: string | null
  readonly document: { readonly type: string; readonly id: string; readonly number: string } | null
  readonly quantity: Decimal | null
  readonly detail: string | null
}

/** An order with all that became of it. */
export interface OrderStory {
  readonly order: ReturnType<typeof orderOf>
  readonly events: readonly OrderEvent[]
  /** Deliveries of which something is not signed for yet. */
  readonly unsigned: readonly string[]
}

const orderOf = (record: Parameters<typeof asDocument<typeof salesOrder>>[1]) => asDocument(salesOrder, record)

interface Grown {
  readonly id: string
  readonly number: string
  readonly date: string
  readonly quantity: string
  readonly refused: string
  readonly signed_by: string | null
}

const tables = {
  [deliveryNotice.name]: { table: 'delivery_notice', refused: '0', signedBy: 'null' },
  [salesDelivery.name]: { table: 'sales_delivery', refused: '0', signedBy: 'null' },
  [deliverySignOff.name]: { table: 'delivery_sign_off', refused: 'l.refused_quantity', signedBy: 'h.signed_by' },
}

const grownOf = async (work: Work, type: keyof typeof tables, ids: readonly string[]): Promise<Grown[]> => {
  const found = tables[type]
  if (found === undefined || ids.length === 0) return []
  return work.tx.rows<Grown>(
    `select h.id, h.number, h.date, sum(l.quantity) as quantity, sum(coalesce(${found.refused}, 0)) as refused,
       max(${found.signedBy}) as signed_by
     from ${found.table} h join ${found.table}_line l on l.company_id = $1 and l.owner_id = h.id
     where h.company_id = $1 and h.id = any($2::uuid[]) and h.state in ('posted', 'closed') and h.reverses is null
       and not exists (select 1 from ${found.table} r where r.company_id = $1 and r.reverses = h.id and r.state <> 'void')
     group by 1, 2, 3 order by h.date, h.number`,
    [work.company, ids],
  )
}

const dayOf = (moment: unknown, zone: string): string | null =>
  moment instanceof Date
    ? new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(moment)
    : null

const unsignedOf = async (work: Work, deliveries: readonly string[]): Promise<string[]> => {
  const rows = await work.tx.rows<{ source_document: string }>(
    `select distinct source_document from flow_open
     where company_id = $1 and pool = 'salesDeliveryToSignOff' and source_document = any($2::uuid[]) and drawn < whole`,
    [work.company, deliveries],
  )
  return rows.map((row) => row.source_document)
}

const eventsOf = (kind: OrderEvent['kind'], type: string, rows: readonly Grown[]): OrderEvent[] =>
  rows.map((row) => ({
    kind,
    state: 'done',
    at: row.date,
    document: { type, id: row.id, number: row.number },
    quantity: decimal(row.quantity),
    detail: row.signed_by === null ? null : signature(row.signed_by, decimal(row.refused)),
  }))

const signature = (by: string, refused: Decimal): string =>
  refused.isZero() ? by : `${by}，拒收 ${refused.toString()}`

const waiting = (kind: OrderEvent['kind'], state: 'now' | 'open', detail: string | null = null): OrderEvent => ({
  kind,
  state,
  at: null,
  document: null,
  quantity: null,
  detail,
})

/** Everything that happened to a sales order until the customer signed for it, in order, and what is waited for next. */
export const storyOf = async (work: Work, key: string): Promise<OrderStory> => {
  const record = await findDocument(work, salesOrder, key)
  const order = orderOf(record)
  const zone = String(work.settings['zone'] ?? 'Asia/Shanghai')
  const { downstream } = await trace(work, order.header.id)
  const idsOf = (type: string) => downstream.flatMap((each) => (each.type === type ? [each.id] : []))
  const [notices, deliveries, signatures, open] = await Promise.all([
    grownOf(work, deliveryNotice.name, idsOf(deliveryNotice.name)),
    grownOf(work, salesDelivery.name, idsOf(salesDelivery.name)),
    grownOf(work, deliverySignOff.name, idsOf(deliverySignOff.name)),
    openOf(work, order.header.id),
  ])
  const unsigned = await unsignedOf(
    work,
    deliveries.map((each) => each.id),
  )
  const isReviewed = order.header.state === 'posted' || order.header.state === 'closed'
  const own = { type: salesOrder.name, id: order.header.id, number: order.header.number }
  const isDelivered = isReviewed && (open.isZero() || order.header.state === 'closed')
  const events: OrderEvent[] = [
    {
      kind: 'order',
      state: 'done',
      at: dayOf(record.header['createdAt'], zone),
      document: own,
      quantity: null,
      detail: null,
    },
    isReviewed
      ? {
          kind: 'review',
          state: 'done',
          at: dayOf(record.header['postedAt'], zone),
          document: null,
          quantity: null,
          detail: null,
        }
      : waiting('review', 'now'),
    ...eventsOf('notice', deliveryNotice.name, notices),
    ...eventsOf('delivery', salesDelivery.name, deliveries),
    ...(isDelivered ? [] : [waiting('delivery', isReviewed ? 'now' : 'open', isReviewed ? open.toString() : null)]),
    ...eventsOf('signOff', deliverySignOff.name, signatures),
    ...(isDelivered && unsigned.length === 0 && signatures.length > 0
      ? []
      : [waiting('signOff', unsigned.length > 0 ? 'now' : 'open')]),
  ]
  return { order, events, unsigned }
}

const openOf = async (work: Work, order: string): Promise<Decimal> => {
  const rows = await work.tx.rows<{ open: string | null }>(
    `select sum(whole - drawn) as open from flow_open
     where company_id = $1 and pool = 'salesOrderToDelivery' and source_document = $2`,
    [work.company, order],
  )
  return rows[0]?.open === null || rows[0] === undefined ? zero : decimal(rows[0].open)
}
