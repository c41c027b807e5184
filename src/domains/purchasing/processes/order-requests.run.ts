import { decimal, isDecimalString, round, sum, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { isUuid } from '../../../base/id.ts'
import type { Json } from '../../../base/json.ts'
import { conflict, fieldProblem, invalid } from '../../../kernel/definition/problem.ts'
import { createDocument } from '../../../kernel/documents/documents.ts'
import { isJsonObject } from '../../../kernel/documents/draft.ts'
import type { JsonObject } from '../../../kernel/documents/draft.ts'
import { defineProcessRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { purchaseOrder } from '../documents/purchase-order.ts'
import { purchaseRequest } from '../documents/purchase-request.ts'
import { readOffers } from '../offers/read-offers.ts'
import { bestOffer } from '../rules/best-offer.ts'
import type { Offer } from '../rules/best-offer.ts'
import { orderQuantity } from '../rules/order-quantity.ts'
import { orderRequests } from './order-requests.ts'
import { lockRequestLines, readRequestLines } from './read-request-lines.ts'
import type { OpenRequestLine } from './read-request-lines.ts'

/** What a person decided of a line before it is ordered. */
interface Decision {
  readonly line: string
  readonly supplier: string | null
  /** In the line's unit. */
  readonly quantity: Decimal | null
  readonly price: string | null
}

const textIn = (value: Json | undefined) => (typeof value === 'string' && value !== '' ? value : null)

const decisionOf = (value: Json, index: number): Decision => {
  const given: JsonObject = isJsonObject(value) ? value : {}
  const line = textIn(given['line'])
  const supplier = textIn(given['supplier'])
  const quantity = textIn(given['quantity'])
  const price = textIn(given['price'])
  const problems = [
    ...(line === null || !isUuid(line)
      ? [fieldProblem(`lines.${index}.line`, '请指明申请行', 'must name a line of a request')]
      : []),
    ...(supplier !== null && !isUuid(supplier)
      ? [fieldProblem(`lines.${index}.supplier`, '没有这个供应商', 'there is no such supplier')]
      : []),
    ...(quantity !== null && !(isDecimalString(quantity) && decimal(quantity).gt(zero))
      ? [fieldProblem(`lines.${index}.quantity`, '数量应大于零', 'must be above zero')]
      : []),
    ...(price !== null && !(isDecimalString(price) && decimal(price).gte(zero))
      ? [fieldProblem(`lines.${index}.price`, '单价应为数字', 'must be a number')]
      : []),
  ]
  if (line === null || problems.length > 0) throw invalid('指定的明细有误', 'The lines given are not valid', problems)
  return { line, supplier, quantity: quantity === null ? null : decimal(quantity), price }
}

const decisionsIn = (value: Json | null | undefined): Decision[] | null =>
  Array.isArray(value) ? value.map((one: Json, index) => decisionOf(one, index)) : null

const idsIn = (value: Json | null | undefined): string[] | null =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string').filter(isUuid) : null

/** A line that is going to be ordered, of whom, and how much of it. */
interface Wanted {
  readonly row: OpenRequestLine
  readonly supplier: string
  /** In the base unit. */
  readonly quantity: Decimal
  readonly isTyped: boolean
  readonly price: string | null
}

const supplierFor = (row: OpenRequestLine, given: string | null, offers: readonly Offer[]): string | null =>
  given ?? row.supplier ?? bestOffer(offers, row.open)?.supplier ?? null

/** Raised to what the supplier sells, item by item: what is added goes to the item's last line. */
const raised = (wanted: readonly Wanted[], offers: ReadonlyMap<string, readonly Offer[]>): Wanted[] => {
  const lines = [...wanted]
  for (const [item, of] of Map.groupBy(wanted, (one) => one.row.item)) {
    const whole = sum(of.map((one) => one.quantity))
    const [first] = of
    const own = (offers.get(item) ?? []).filter((offer) => offer.supplier === first?.supplier)
    const last = of.findLast((one) => !one.isTyped)
    const terms = bestOffer(own, whole)
    if (last === undefined || terms === undefined) continue
    const more = orderQuantity(whole, terms).minus(whole)
    lines[lines.indexOf(last)] = { ...last, quantity: last.quantity.plus(more) }
  }
  return lines
}

const lineOf = ({ row, quantity, price }: Wanted): JsonObject => ({
  item: row.item,
  unit: row.unit,
  quantity: round(quantity.div(row.ratio), 6).toString(),
  ...(price === null ? {} : { price }),
  promisedOn: row.neededOn,
  source: { type: purchaseRequest.name, document: row.document, line: row.line },
})

const earliest = (lines: readonly Wanted[]) =>
  lines
    .map((one) => one.row.neededOn ?? '')
    .filter((on) => on !== '')
    .toSorted()[0] ?? null

const write = async (work: Work, lines: readonly Wanted[], offers: ReadonlyMap<string, readonly Offer[]>) => {
  const [first] = lines
  if (first === undefined) throw new Error('an order has lines')
  const record = await createDocument(work, purchaseOrder, {
    supplier: first.supplier,
    warehouse: first.row.warehouse,
    promisedOn: earliest(lines),
    lines: raised(lines, offers).map(lineOf),
  })
  return {
    id: String(record.header['id']),
    number: String(record.header['number']),
    supplier: first.supplier,
    lines: lines.length,
  }
}

export interface OrdersWritten {
  readonly documents: readonly { id: string; number: string; supplier: string; lines: number }[]
  /** Lines of which nobody knows a supplier; they stay open. */
  readonly left: readonly { number: string; item: string }[]
}

/** The open lines of requests as draft orders, one a supplier and warehouse. */
export const orderOpenRequests = async (
  work: Work,
  asked: Parameters<typeof readRequestLines>[1],
  decisions: readonly Decision[] | null,
  supplier: string | null,
): Promise<OrdersWritten> => {
  await lockRequestLines(work)
  const rows = await readRequestLines(work, { ...asked, lines: decisions?.map((one) => one.line) ?? null })
  const today = work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai'))
  const offers = await readOffers(
    work,
    rows.map((row) => row.item),
    today,
  )
  const decided = new Map(decisions?.map((one) => [one.line, one]) ?? [])
  const wanted: Wanted[] = []
  const left: { number: string; item: string }[] = []
  for (const row of rows) {
    const decision = decided.get(row.line)
    const of = supplierFor(row, decision?.supplier ?? supplier, offers.get(row.item) ?? [])
    if (of === null) {
      left.push({ number: row.number, item: row.itemName })
      continue
    }
    const typed = decision?.quantity?.times(row.ratio)
    wanted.push({
      row,
      supplier: of,
      quantity: typed ?? row.open,
      isTyped: typed !== undefined,
      price: decision?.price ?? null,
    })
  }
  const groups = Map.groupBy(wanted, (one) => `${one.supplier}/${one.row.warehouse ?? ''}`)
  const documents: OrdersWritten['documents'][number][] = []
  for (const group of groups.values()) documents.push(await write(work, group, offers))
  return { documents, left }
}

export const runOrderRequests = defineProcessRun(orderRequests, async (parameters, inWork, progress) => {
  const requests = idsIn(parameters.requests)
  const decisions = decisionsIn(parameters.lines)
  await progress.report(0, 1)
  const written = await inWork((work) =>
    orderOpenRequests(
      work,
      {
        requests,
        lines: null,
        department: parameters.department ?? null,
        neededBy: parameters.neededBy ?? null,
      },
      decisions,
      parameters.supplier ?? null,
    ),
  )
  if (written.documents.length === 0 && written.left.length === 0) {
    throw conflict('没有未下单的采购申请：未审核，或已全部下单', 'No approved request has anything left to order')
  }
  if (written.documents.length === 0) {
    throw conflict(
      `没有供应商可选：${written.left.map((one) => `${one.number} ${one.item}`).join('、')}；请在申请行填写建议供应商，或录入供应商报价`,
      'No supplier is known for these lines; name one on the request, or enter a quotation',
    )
  }
  await progress.report(1, 1)
  return { documents: written.documents.map((one) => ({ ...one })), left: written.left.map((one) => ({ ...one })) }
})
