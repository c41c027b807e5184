import type { Json } from '../../../base/json.ts'
import { textOf } from '../../../base/text.ts'
import { Problem, fieldProblem, invalid } from '../../../kernel/definition/problem.ts'
import { actOn } from '../../../kernel/documents/actions.ts'
import { createDocument } from '../../../kernel/documents/documents.ts'
import { isJsonObject } from '../../../kernel/documents/draft.ts'
import type { JsonObject } from '../../../kernel/documents/draft.ts'
import { defineProcessRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { salesOrder } from '../documents/sales-order.ts'
import { receiveChannelOrders } from './receive-channel-orders.ts'

interface Channel {
  readonly id: string
  readonly customer: string | null
  readonly warehouse: string | null
  readonly salesperson: string | null
  readonly auto_post: boolean | null
}

const channelOf = async (work: Work, id: string): Promise<Channel> => {
  const [channel] = await work.tx.rows<Channel>(
    `select id, customer, warehouse, salesperson, auto_post from sales_channel where company_id = $1 and id = $2 and not disabled`,
    [work.company, id],
  )
  if (channel === undefined) {
    throw invalid('没有这个渠道，或已停用', 'There is no such channel', [
      fieldProblem('channel', '请选择渠道', 'is required'),
    ])
  }
  return channel
}

/** Codes and barcodes as platforms send them, to items. */
const itemsOf = async (work: Work, lines: readonly JsonObject[]): Promise<ReadonlyMap<string, string>> => {
  const wanted = lines.map((line) => textOf(line['item']))
  const rows = await work.tx.rows<{ key: string; id: string }>(
    `select i.code as key, i.id from item i where i.company_id = $1 and i.code = any($2::text[])
     union all select i.barcode, i.id from item i where i.company_id = $1 and i.barcode = any($2::text[])`,
    [work.company, wanted],
  )
  return new Map(rows.toReversed().map((row) => [row.key, row.id]))
}

const given = (order: JsonObject, names: readonly string[]): JsonObject =>
  Object.fromEntries(names.flatMap((name) => (order[name] === undefined ? [] : [[name, order[name] ?? null]])))

interface Received {
  readonly number: string
  readonly order: string | null
  readonly state: string
  readonly problem?: string
}

const said = (error: Problem): string =>
  [error.text.zh, ...error.errors.map((one) => `${one.path}：${one.message.zh}`)].join('；')

const inPool = async (work: Work, channel: string, number: string): Promise<Received | undefined> => {
  const [known] = await work.tx.rows<{ number: string; state: string }>(
    `select number, state from sales_order where company_id = $1 and channel_key = $2`,
    [work.company, `${channel}:${number}`],
  )
  return known === undefined ? undefined : { number, order: known.number, state: known.state }
}

/** Posts what may be posted, and submits what rules want approved; what cannot yet stays a draft with the reason told. */
const accept = async (work: Work, channel: Channel, number: string, input: JsonObject): Promise<Received> => {
  const draft = await createDocument(work, salesOrder, input)
  const order = String(draft.header['number'])
  if (channel.auto_post === false) return { number, order, state: 'draft' }
  const posted = await actOn(work, salesOrder, draft, 'post', {})
  return { number, order, state: String(posted.header['state']) }
}

const enter = async (work: Work, channel: Channel, number: string, input: JsonObject): Promise<Received> =>
  (await inPool(work, channel.id, number)) ?? accept(work, channel, number, input)

/** An order that cannot post is written as a draft in a transaction of its own, submitted where it only wants approval. */
const setAside = async (work: Work, channel: Channel, number: string, input: JsonObject, why: Problem) => {
  const known = await inPool(work, channel.id, number)
  if (known !== undefined) return known
  const draft = await createDocument(work, salesOrder, input)
  const order = String(draft.header['number'])
  if (why.kind !== 'unapproved') return { number, order, state: 'draft', problem: said(why) }
  await actOn(work, salesOrder, draft, 'submit', {})
  return { number, order, state: 'submitted', problem: said(why) }
}

type InWork = <T>(step: (work: Work) => Promise<T>) => Promise<T>

const receive = async (inWork: InWork, channel: Channel, number: string, input: JsonObject): Promise<Received> => {
  try {
    return await inWork((work) => enter(work, channel, number, input))
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    try {
      return await inWork((work) => setAside(work, channel, number, input, error))
    } catch (again) {
      if (!(again instanceof Problem)) throw again
      return { number, order: null, state: 'refused', problem: said(again) }
    }
  }
}

const inputOf = (
  channel: Channel,
  number: string,
  order: JsonObject,
  items: ReadonlyMap<string, string>,
): JsonObject => {
  const lines = Array.isArray(order['lines']) ? order['lines'].filter(isJsonObject) : []
  return {
    customer: channel.customer,
    warehouse: channel.warehouse,
    salesperson: channel.salesperson,
    ...given(order, ['customer', 'date', 'address', 'remark', 'promisedOn', 'paymentMethod']),
    channel: channel.id,
    channelOrder: number,
    isReserved: true,
    lines: lines.map((line) => ({
      ...given(line, ['quantity', 'unit', 'price', 'discount', 'isGift', 'remark']),
      item: items.get(textOf(line['item'])) ?? line['item'] ?? null,
    })),
  }
}

/** Each order in a transaction of its own: one that is refused keeps no other from the pool. */
export const runReceiveChannelOrders = defineProcessRun(receiveChannelOrders, async (parameters, inWork, progress) => {
  const orders = Array.isArray(parameters.orders) ? parameters.orders.filter(isJsonObject) : []
  if (orders.length === 0)
    throw invalid('没有订单', 'There are no orders', [fieldProblem('orders', '应为订单列表', 'must be a list')])
  const channel = await inWork((work) => channelOf(work, parameters.channel ?? ''))
  const received: Received[] = []
  for (const [index, order] of orders.entries()) {
    const number = textOf(order['number'])
    const lines = Array.isArray(order['lines']) ? order['lines'].filter(isJsonObject) : []
    const items = await inWork((work) => itemsOf(work, lines))
    received.push(
      number === ''
        ? { number, order: null, state: 'refused', problem: '没有渠道单号' }
        : await receive(inWork, channel, number, inputOf(channel, number, order, items)),
    )
    await progress.report(index + 1, orders.length)
  }
  return { orders: received.map((one): Json => ({ ...one })) }
})
