import { decimal } from '../../../base/decimal.ts'
import type { Json } from '../../../base/json.ts'
import { conflict } from '../../../kernel/definition/problem.ts'
import type { PublicField, PublicQuestion, PublicStep } from '../../../kernel/definition/public-link.ts'
import { actOn } from '../../../kernel/documents/actions.ts'
import { convertDocument } from '../../../kernel/documents/convert.ts'
import { createDocument } from '../../../kernel/documents/documents.ts'
import { isJsonObject } from '../../../kernel/documents/draft.ts'
import type { JsonObject } from '../../../kernel/documents/draft.ts'
import { definePublicLinkRun } from '../../../kernel/documents/installed.ts'
import type { PublicLinkOpening, Work } from '../../../kernel/posting/work.ts'
import { deliverySignOff } from '../documents/delivery-sign-off.ts'
import { salesDelivery } from '../documents/sales-delivery.ts'
import { itemTitle } from '../../../ledgers/item-title.ts'
import type { OrderEvent, OrderStory } from '../reports/order-events.ts'
import { storyOf } from '../reports/order-events.ts'
import { orderProgress } from './order-progress.ts'

type Say = PublicLinkOpening['say']

const stepLabel = (kind: OrderEvent['kind'], say: Say): string =>
  ({
    order: say('下单', 'Ordered'),
    review: say('审核', 'Confirmed'),
    notice: say('备货', 'Being picked'),
    delivery: say('发货', 'Shipped'),
    signOff: say('签收', 'Received'),
  })[kind]

const stepOf = (event: OrderEvent, say: Say): PublicStep => ({
  label: stepLabel(event.kind, say),
  state: event.state,
  at: event.at ?? undefined,
  detail:
    event.kind === 'delivery' && event.state === 'now'
      ? say(`待发 ${event.detail ?? ''}`, `${event.detail ?? ''} to be shipped`)
      : [event.document?.number, event.quantity === null ? null : `× ${event.quantity.toString()}`, event.detail]
          .filter(Boolean)
          .join('　') || undefined,
})

interface GoodsRow {
  readonly id: string
  readonly document: string
  readonly number: string
  readonly item: string
  readonly unit: string
  readonly open: string
}

/** What was delivered and is not signed for, line by line. */
const unsignedGoods = (work: Work, deliveries: readonly string[]): Promise<GoodsRow[]> =>
  work.tx.rows<GoodsRow>(
    `select l.id, h.id as document, h.number, ${itemTitle('i')} as item, u.name as unit,
       round(l.quantity * (f.whole - f.drawn) / f.whole, 6)::text as open
     from flow_open f join sales_delivery_line l on l.company_id = $1 and l.id = f.source_line
     join sales_delivery h on h.company_id = $1 and h.id = l.owner_id
     join item i on i.company_id = $1 and i.id = l.item left join unit u on u.company_id = $1 and u.id = l.unit
     where f.company_id = $1 and f.pool = 'salesDeliveryToSignOff' and f.source_document = any($2::uuid[]) and f.drawn < f.whole
     order by h.number, l.line_no`,
    [work.company, deliveries],
  )

const signFields = (say: Say): PublicField[] => [
  { name: 'signedBy', label: say('签收人', 'Your name'), kind: 'text', required: true },
  { name: 'note', label: say('留言', 'Message'), kind: 'text' },
]

const questionsOf = (goods: readonly GoodsRow[], say: Say): PublicQuestion[] =>
  goods.length === 0
    ? []
    : [
        {
          answer: 'sign',
          label: say('签收', 'Sign for the goods'),
          verb: say('确认签收', 'Sign'),
          fields: signFields(say),
          columns: [
            { name: 'item', label: say('商品', 'Item'), kind: 'text' },
            { name: 'delivered', label: say('送达', 'Delivered'), kind: 'text' },
            { name: 'number', label: say('出库单', 'Delivery note'), kind: 'text' },
          ],
          rows: goods.map((row) => ({
            id: row.id,
            item: row.item,
            number: row.number,
            delivered: `${decimal(row.open).toString()} ${row.unit}`,
          })),
          rowFields: [
            { name: 'refusedQuantity', label: say('拒收数量（没有则空）', 'Refused, if any'), kind: 'quantity' },
            { name: 'refusedReason', label: say('拒收原因', 'Why'), kind: 'text' },
          ],
        },
      ]

const factsOf = async ({ order }: OrderStory, work: Work, say: Say) => {
  const [names] = await work.tx.rows<{ customer: string; company: string }>(
    `select p.name as customer, c.name as company from party p join company c on c.company_id = $1 where p.company_id = $1 and p.id = $2`,
    [work.company, order.header.customer],
  )
  const facts = [
    { label: say('客户', 'Customer'), value: names?.customer ?? '' },
    { label: say('下单日期', 'Ordered on'), value: order.header.date },
    { label: say('您的订单号', 'Your order'), value: order.header.customerOrder ?? '' },
    { label: say('承诺发货日', 'Promised for'), value: order.header.promisedOn ?? '' },
    { label: say('收货地址', 'Ship to'), value: order.header.address ?? '' },
  ]
  return { company: names?.company ?? '', facts: facts.filter((fact) => fact.value !== '') }
}

const goodsTable = async (order: string, work: Work, say: Say) => ({
  label: say('商品', 'Goods'),
  columns: [
    { name: 'item', label: say('商品', 'Item'), kind: 'text' as const },
    { name: 'quantity', label: say('订购', 'Ordered'), kind: 'quantity' as const },
    { name: 'delivered', label: say('已发', 'Shipped'), kind: 'quantity' as const },
    { name: 'unit', label: say('单位', 'Unit'), kind: 'text' as const },
  ],
  rows: await work.tx.rows<{ item: string; quantity: string; delivered: string; unit: string | null }>(
    `select ${itemTitle('i')} as item, l.quantity::text as quantity, u.name as unit,
       coalesce(round(l.quantity * f.drawn / nullif(f.whole, 0), 6), 0)::text as delivered
     from sales_order_line l join item i on i.company_id = $1 and i.id = l.item
     left join unit u on u.company_id = $1 and u.id = l.unit
     left join flow_open f on f.company_id = $1 and f.source_line = l.id and f.pool = 'salesOrderToDelivery'
     where l.company_id = $1 and l.owner_id = $2 order by l.line_no`,
    [work.company, order],
  ),
})

const refusals = (input: JsonObject): Map<Json, JsonObject> => {
  const lines = Array.isArray(input['lines']) ? input['lines'] : []
  return new Map(lines.filter(isJsonObject).map((line) => [line['id'] ?? null, line]))
}

/** One sign-off a delivery, of everything that is open of it. */
const signFor = async (work: Work, delivery: string, input: JsonObject): Promise<void> => {
  const { draft } = await convertDocument(work, salesDelivery, delivery, deliverySignOff.name)
  const begun = JSON.parse(JSON.stringify(draft)) as JsonObject
  const told = refusals(input)
  const lines = (begun['lines'] as readonly JsonObject[]).map((line) => {
    const { source } = line as { readonly source?: { readonly line?: string } }
    const own = told.get(source?.line ?? '') ?? {}
    const refusedQuantity = own['refusedQuantity'] === '' ? null : (own['refusedQuantity'] ?? null)
    return { ...line, refusedQuantity, refusedReason: own['refusedReason'] || null }
  })
  const zone = String(work.settings['zone'] ?? 'Asia/Shanghai')
  const time = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
  const signed = await createDocument(work, deliverySignOff, {
    ...begun,
    date: work.clock.today(zone),
    signedBy: input['signedBy'] || null,
    note: input['note'] || null,
    signedAt: time.format(work.clock.now()),
    via: 'link',
    lines,
  })
  await actOn(work, deliverySignOff, signed, 'post', {})
}

/** What the customer sees of an order, and their signature for what arrived. */
export const runOrderProgress = definePublicLinkRun(orderProgress, {
  show: async ({ record, say }, work) => {
    const story = await storyOf(work, record)
    const [head, goods, table] = await Promise.all([
      factsOf(story, work, say),
      unsignedGoods(work, story.unsigned),
      goodsTable(record, work, say),
    ])
    return {
      title: `${say('订单', 'Order')} ${story.order.header.number}`,
      ...head,
      steps: story.events.map((event) => stepOf(event, say)),
      tables: [table],
      questions: questionsOf(goods, say),
    }
  },
  answers: {
    sign: async ({ record }, input, work) => {
      const { unsigned } = await storyOf(work, record)
      if (unsigned.length === 0) throw conflict('没有待签收的货', 'There is nothing to sign for')
      for (const delivery of unsigned) await signFor(work, delivery, input)
    },
  },
})
