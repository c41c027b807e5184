import { addDays } from '../../../base/calendar-date.ts'
import { decimal, isDecimalString, round, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { Json } from '../../../base/json.ts'
import { conflict, fieldProblem, invalid } from '../../../kernel/definition/problem.ts'
import { createDocument, findDocument } from '../../../kernel/documents/documents.ts'
import { isJsonObject } from '../../../kernel/documents/draft.ts'
import type { JsonObject } from '../../../kernel/documents/draft.ts'
import { createEntity } from '../../../kernel/documents/entities.ts'
import { defineProcessRun } from '../../../kernel/documents/installed.ts'
import { link } from '../../../kernel/documents/links.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { purchaseOrder } from '../documents/purchase-order.ts'
import { purchaseRequest } from '../documents/purchase-request.ts'
import { requestForQuotation } from '../documents/request-for-quotation.ts'
import { supplierQuotation } from '../documents/supplier-quotation.ts'
import { supplierPrice } from '../entities/supplier-price.ts'
import { readQuotations } from '../reports/read-quotations.ts'
import type { QuotedLine } from '../reports/read-quotations.ts'
import { awardQuotations } from './award-quotations.ts'

interface Award {
  readonly row: QuotedLine
  /** In the base unit. */
  readonly quantity: Decimal
}

const textIn = (value: Json | undefined) => (typeof value === 'string' && value !== '' ? value : null)

const awardOf = (rows: readonly QuotedLine[], value: Json, index: number): Award => {
  const given: JsonObject = isJsonObject(value) ? value : {}
  const wanted = textIn(given['quotationLine'])
  const row = rows.find((one) => one.quotationLine !== null && one.quotationLine === wanted)
  const quantity = textIn(given['quantity'])
  const problem = (field: string, zh: string, en: string) =>
    invalid('定标明细有误', 'The lines given are not valid', [fieldProblem(`lines.${index}.${field}`, zh, en)])
  if (row === undefined) throw problem('quotationLine', '不是这张询价单的报价行', 'is no quotation of this inquiry')
  if (quantity !== null && !(isDecimalString(quantity) && decimal(quantity).gt(zero)))
    throw problem('quantity', '数量应大于零', 'must be above zero')
  return { row, quantity: quantity === null ? row.base : decimal(quantity).times(row.base).div(row.quantity) }
}

/** Where nobody chose: the lowest price of each line that was not awarded before. */
const cheapest = (rows: readonly QuotedLine[]): Award[] =>
  [...Map.groupBy(rows, (row) => row.inquiryLine).values()].flatMap((of) => {
    if (of.some((row) => row.awarded !== null)) return []
    const [best] = of
      .filter((row) => row.state === 'posted' && row.price !== null)
      .toSorted((one, other) => (one.price ?? zero).cmp(other.price ?? zero))
    return best === undefined ? [] : [{ row: best, quantity: best.base }]
  })

/** The price as it was quoted: in its currency, whatever the rate has become. */
const priceOf = ({ price, currencyPrice }: QuotedLine): JsonObject => {
  if (currencyPrice !== null) return { currencyPrice: round(currencyPrice, 6).toString() }
  return { price: price === null ? null : round(price, 6).toString() }
}

const orderLine = (work: Work, { row, quantity }: Award, requests: ReadonlySet<string>): JsonObject => ({
  item: row.item,
  quantity: round(quantity, 6).toString(),
  ...priceOf(row),
  promisedOn:
    row.neededOn ??
    (row.leadDays === null
      ? null
      : addDays(work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai')), row.leadDays)),
  quotationLine: row.quotationLine,
  // A request is carried on by the order; its line is the source, and the quotation tells the price.
  source:
    row.requestLine !== null && requests.has(row.requestLine)
      ? { type: purchaseRequest.name, document: row.request, line: row.requestLine }
      : { type: supplierQuotation.name, document: row.quotation, line: row.quotationLine },
})

/** Requests whose lines are still open: others were ordered or closed meanwhile, and are not sources any more. */
const openRequests = async (work: Work, awards: readonly Award[]): Promise<Set<string>> => {
  const rows = await work.tx.rows<{ source_line: string }>(
    `select o.source_line from flow_open o join purchase_request h on h.company_id = $1 and h.id = o.source_document and h.state = 'posted'
     where o.company_id = $1 and o.pool = 'purchaseRequestToOrder' and o.source_line = any($2::uuid[]) and o.drawn < o.whole for update of o`,
    [work.company, awards.flatMap(({ row }) => row.requestLine ?? [])],
  )
  return new Set(rows.map((row) => row.source_line))
}

const writeOrder = async (work: Work, awards: readonly Award[], requests: ReadonlySet<string>) => {
  const [first] = awards
  if (first === undefined) throw new Error('an award has lines')
  const record = await createDocument(work, purchaseOrder, {
    supplier: first.row.supplier,
    currency: first.row.currency,
    priceIncludesTax: true,
    lines: awards.map((award) => orderLine(work, award, requests)),
  })
  const target = { type: purchaseOrder.name, id: String(record.header['id']) }
  for (const { row } of awards) {
    if (row.quotation !== null) link(work, { type: supplierQuotation.name, id: row.quotation }, target, 'caused')
  }
  return { id: target.id, number: String(record.header['number']), supplier: first.row.supplier, lines: awards.length }
}

const keepPrices = async (work: Work, inquiry: string, awards: readonly Award[]) => {
  const [first] = awards
  if (first === undefined) return
  await createEntity(work, supplierPrice, {
    name: `${inquiry} 定标`,
    supplier: first.row.supplier,
    validFrom: work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai')),
    validTo: awards.flatMap(({ row }) => row.validTo ?? []).toSorted()[0] ?? null,
    priceIncludesTax: true,
    prices: awards.map(({ row }) => ({
      item: row.item,
      price: row.price === null ? null : round(row.price, 6).toString(),
      leadDays: row.leadDays,
      minimumOrder: row.minimumOrder?.toString() ?? null,
    })),
  })
}

/** Chosen quotations as draft orders, one a supplier, and as agreed prices. */
export const runAwardQuotations = defineProcessRun(awardQuotations, async (parameters, inWork, progress) => {
  await progress.report(0, 1)
  const documents = await inWork(async (work) => {
    const inquiry = await findDocument(work, requestForQuotation, parameters.inquiry ?? '', { lock: true })
    const rows = await readQuotations(work, String(inquiry.header['id']))
    const given = parameters.lines
    const awards = Array.isArray(given) ? given.map((one: Json, index) => awardOf(rows, one, index)) : cheapest(rows)
    if (awards.length === 0)
      throw conflict('没有可定标的报价：请先录入并审核供应商报价', 'There is no quotation to award')
    const unapproved = awards.find(({ row }) => row.state !== 'posted')
    if (unapproved !== undefined) {
      throw conflict(
        `报价单 ${unapproved.row.number ?? ''} 未审核，不能定标`,
        `The quotation ${unapproved.row.number ?? ''} is not approved`,
      )
    }
    const requests = await openRequests(work, awards)
    const written: Awaited<ReturnType<typeof writeOrder>>[] = []
    for (const of of Map.groupBy(awards, ({ row }) => row.supplier).values()) {
      written.push(await writeOrder(work, of, requests))
      if (parameters.keepPrices !== false) await keepPrices(work, String(inquiry.header['number']), of)
    }
    return written
  })
  await progress.report(1, 1)
  return { documents, numbers: documents.map((one) => one.number).join('、') }
})
