import { decimal } from '../../../base/decimal.ts'
import { invalid } from '../../../kernel/definition/problem.ts'
import { postDocument } from '../../../kernel/documents/actions.ts'
import { createDocument, idIn, numberIn, stateOf } from '../../../kernel/documents/documents.ts'
import type { JsonObject } from '../../../kernel/documents/draft.ts'
import { link } from '../../../kernel/documents/links.ts'
import type { LoadedRecord } from '../../../kernel/documents/load.ts'
import { asDocument } from '../../../kernel/documents/load.ts'
import { withdrawNotices } from '../../../kernel/notices/notify.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { closedThrough, correctedDay } from '../../../ledgers/general/closed.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { incomingInvoice } from '../documents/incoming-invoice.ts'
import type { matchStates } from '../documents/incoming-invoice.ts'
import { purchaseInvoice } from '../documents/purchase-invoice.ts'
import { purchaseOrder } from '../documents/purchase-order.ts'
import { purchaseReceipt } from '../documents/purchase-receipt.ts'
import { matchReasons } from '../rules/match-invoice.ts'
import type { MatchFinding } from '../rules/match-invoice.ts'
import type { ComparedInvoice } from './invoice-in-hand.ts'

/** What is noted on the invoice that came: its fields that no one types. */
interface Noted {
  readonly state: keyof typeof matchStates
  readonly note: string | null
  readonly supplier?: string | null
  readonly invoice?: string | null
}

/** The key of the notice that an invoice waits for a person. */
export const noticeKey = (id: string) => `invoiceMatch/${id}`

/** Notes what became of an invoice; its own fields stay as they came. */
export const noteMatch = (work: Work, record: LoadedRecord, { state, note, supplier, invoice }: Noted): void => {
  work.tx.send(
    `update incoming_invoice set match_state = $3, match_note = $4, supplier = coalesce(supplier, $5), purchase_invoice = $6,
       version = version + 1, updated_at = $7, updated_by = $8 where company_id = $1 and id = $2`,
    [
      work.company,
      idIn(record),
      state,
      note?.slice(0, 400) ?? null,
      supplier ?? null,
      invoice ?? null,
      work.clock.now(),
      work.actor.name,
    ],
  )
  if (state !== 'difference') withdrawNotices(work, noticeKey(idIn(record)))
}

/** Findings in words: 单价超出允差、数量不符. */
export const wordsOf = (findings: readonly MatchFinding[]): string =>
  [...new Set(findings.map((each) => matchReasons[each.reason]))].join('、')

const linesOf = ({ outcome, received }: ComparedInvoice): JsonObject[] => {
  const byLine = new Map(received.map((each) => [each.line, each]))
  return outcome.draws.flatMap((draw) => {
    const line = byLine.get(draw.line)
    if (line === undefined) return []
    return [
      {
        item: draw.item,
        unit: line.unit,
        quantity: draw.quantity.toDecimalPlaces(6).toString(),
        taxRate: draw.taxRate.toString(),
        net: draw.net.toString(),
        tax: draw.tax.toString(),
        gross: draw.net.plus(draw.tax).toString(),
        source: { type: purchaseReceipt.name, document: line.receiptId, line: draw.line },
      },
    ]
  })
}

/** Services: of their order, or expenses of their own. */
const serviceLines = ({ services }: ComparedInvoice): JsonObject[] =>
  services.map(({ item, unit, quantity, net, tax, taxRate, ordered }) => ({
    item,
    unit,
    quantity: quantity.toDecimalPlaces(6).toString(),
    taxRate: taxRate.toString(),
    net: net.toString(),
    tax: tax.toString(),
    gross: net.plus(tax).toString(),
    source: ordered === null ? null : { type: purchaseOrder.name, document: ordered.order, line: ordered.line },
  }))

/** Which of our items each line was, so that the same words are known the next time. */
const rememberItems = (work: Work, { outcome, services }: ComparedInvoice): void => {
  const items = new Map([
    ...outcome.draws.flatMap((draw) => draw.from.map((line) => [line, draw.item] as const)),
    ...services.map((draw) => [draw.from, draw.item] as const),
  ])
  work.tx.send(
    `update incoming_invoice_line l set item = r.item from unnest($2::uuid[], $3::uuid[]) as r(id, item)
     where l.company_id = $1 and l.id = r.id`,
    [work.company, [...items.keys()], [...items.values()]],
  )
}

/** The original of an invoice hangs on what it was entered as, where its voucher leads to. */
const carryFiles = (work: Work, from: LoadedRecord, to: LoadedRecord): void => {
  work.tx.send(
    `insert into attachment (company_id, id, type, record_id, name, content_type, size, sha256, created_at, created_by)
     select company_id, gen_random_uuid(), $3, $4, name, content_type, size, sha256, $5, $6 from attachment
     where company_id = $1 and record_id = $2`,
    [work.company, idIn(from), purchaseInvoice.name, idIn(to), work.clock.now(), work.actor.name],
  )
}

/** Enters the purchase invoice that a matched one means, posted where the company says so. Answers its record. */
export const enterInvoice = async (work: Work, compared: ComparedInvoice): Promise<LoadedRecord> => {
  const { header } = asDocument(incomingInvoice, compared.record)
  if (compared.supplier === null || compared.outcome.findings.length > 0)
    throw invalid('发票还有差异', 'The invoice still differs')
  const draft = await createDocument(work, purchaseInvoice, {
    date: correctedDay(await closedThrough(work), header.invoicedOn),
    supplier: compared.supplier,
    invoiceNumber: header.invoiceCode === null ? header.invoiceNumber : `${header.invoiceCode} ${header.invoiceNumber}`,
    invoicedOn: header.invoicedOn,
    invoiceKind: header.invoiceKind,
    priceIncludesTax: false,
    lines: [...linesOf(compared), ...serviceLines(compared)],
  })
  // An expense that nobody ordered is proposed: a person posts it.
  const isProposed = compared.services.some((draw) => draw.ordered === null)
  const isPosted = settingsOf(work.settings).matchPosts !== false && !isProposed
  const invoice = isPosted ? await postDocument(work, purchaseInvoice, draft) : draft
  rememberItems(work, compared)
  const ends = { type: incomingInvoice.name, id: idIn(compared.record) }
  link(work, ends, { type: purchaseInvoice.name, id: idIn(invoice) }, 'caused')
  carryFiles(work, compared.record, invoice)
  if (stateOf(compared.record) !== 'posted') await postDocument(work, incomingInvoice, compared.record)
  const difference = compared.outcome.draws.reduce(
    (total, draw) => total.plus(draw.net).minus(draw.expectedNet),
    decimal(0),
  )
  const notes = [
    ...(difference.isZero() ? [] : [`与订单相差 ${difference.toDecimalPlaces(2).toString()}`]),
    ...(isProposed ? ['有未下单的服务，已按费用生成发票草稿，请审核'] : []),
  ]
  const note = notes.length === 0 ? null : notes.join('；')
  noteMatch(work, compared.record, { state: 'matched', note, supplier: compared.supplier, invoice: numberIn(invoice) })
  return invoice
}
