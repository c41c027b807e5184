import type { Json } from '../../../base/json.ts'
import { Problem } from '../../../kernel/definition/problem.ts'
import { createDocuments, idIn, numberIn, updateDocument } from '../../../kernel/documents/documents.ts'
import type { JsonObject } from '../../../kernel/documents/draft.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { invoiceKey } from '../../../ledgers/invoices/used-invoices.ts'
import { incomingInvoice } from '../../purchasing/index.ts'
import { keepFile } from '../archive/keep-file.ts'
import { ownParty } from '../own-party.ts'
import type { InvoiceParty, ReadInvoice } from '../reading/read-invoice.ts'
import type { InvoiceCode } from '../reading/read-invoice-code.ts'
import type { ReadFile } from '../reading/read-files.ts'
import { classifyLine } from '../rules/classify-line.ts'
import type { LineRule } from '../rules/classify-line.ts'
import { enterByCode } from './enter-by-code.ts'
import { knownRules } from './known-rules.ts'

/** What became of one file. */
export interface ReceivedFile {
  readonly file: string
  /** `received`: a new invoice; `kept`: another file of one that is there; `repeated`: the same file again; `refused`. */
  readonly state: 'received' | 'kept' | 'repeated' | 'refused'
  readonly words: Problem['text']
  /** The 来票, where there is one. */
  readonly document: string | null
  readonly number: string | null
}

type Read = ReadFile & { readonly invoice: ReadInvoice }

/** Which of several files of one invoice is read: the data before the picture. */
const rank: Readonly<Record<string, number>> = { 'application/xml': 0, 'application/ofd': 1, 'application/pdf': 2 }
const rankOf = (file: ReadFile): number => rank[file.contentType ?? ''] ?? 9

const keyOf = ({ code, number, seller }: ReadInvoice): string =>
  invoiceKey({ code, number, party: seller.taxNumber ?? seller.name })

const plainName = (name: string): string => name.replace(/[\s()（）]/g, '')

/** In what the buyer on the invoice is not us; such an invoice cannot be deducted or booked. */
const wrongBuyer = (buyer: InvoiceParty, own: InvoiceParty): string | null => {
  const words = [
    ...(plainName(buyer.name) === plainName(own.name) ? [] : [`购方名称“${buyer.name}”不是“${own.name}”`]),
    ...(own.taxNumber === null || buyer.taxNumber === own.taxNumber
      ? []
      : [`购方税号“${buyer.taxNumber ?? '空'}”不是“${own.taxNumber}”`]),
  ]
  return words.length === 0 ? null : `${words.join('；')}，请退回销方重开`
}

const inputOf = (invoice: ReadInvoice, own: InvoiceParty, rules: readonly LineRule[]): JsonObject => ({
  date: invoice.issuedOn,
  sellerName: invoice.seller.name,
  sellerTaxNumber: invoice.seller.taxNumber,
  invoiceCode: invoice.code,
  invoiceNumber: invoice.number,
  invoicedOn: invoice.issuedOn,
  invoiceKind: invoice.kind,
  isRed: invoice.isRed,
  buyerName: invoice.buyer.name,
  buyerTaxNumber: invoice.buyer.taxNumber,
  remark: invoice.remark,
  lines: invoice.lines.map((line) => ({
    goodsName: line.name,
    taxCode: line.taxCode,
    spec: line.spec,
    unitName: line.unit,
    quantity: line.quantity?.toDecimalPlaces(6).toString() ?? null,
    price: line.price?.toDecimalPlaces(10).toString() ?? null,
    net: line.net.toString(),
    taxRate: line.taxRate.toString(),
    tax: line.tax.toString(),
    item: classifyLine({ seller: invoice.seller.taxNumber, taxCode: line.taxCode, name: line.name }, rules) ?? null,
  })),
})

interface Found {
  readonly id: string
  readonly number: string
  /** Entered by its square code alone: a file fills it in. */
  readonly isBare?: boolean
}

const existing = async (work: Work, keys: readonly string[]): Promise<ReadonlyMap<string, Found>> => {
  const rows = await work.tx.rows<Found & { code: string | null; invoice: string; seller: string }>(
    `select id, number, invoice_code as code, invoice_number as invoice, coalesce(seller_tax_number, seller_name) as seller,
       state = 'draft' and seller_name is null as "isBare"
     from incoming_invoice where company_id = $1 and state <> 'void' and reverses is null
       and regexp_replace(invoice_number, '\\s', '', 'g') = any($2)`,
    [work.company, keys.map((key) => key.split(/[-/]/).at(-1) ?? key)],
  )
  return new Map(
    rows.map((row) => [invoiceKey({ code: row.code, number: row.invoice, party: row.seller }), row] as const),
  )
}

const refused = (file: string, problem: Problem): ReceivedFile => {
  const [first] = problem.errors
  const zh = first === undefined ? problem.text.zh : `${problem.text.zh}：${first.message.zh}`
  return { file, state: 'refused', words: { zh, en: problem.message }, document: null, number: null }
}

const told = (file: string, state: ReceivedFile['state'], zh: string, en: string, found: Found): ReceivedFile => ({
  file,
  state,
  words: { zh, en },
  document: found.id,
  number: found.number,
})

const keep = (work: Work, file: ReadFile, key: string, invoiceNumber: string, found: Pick<Found, 'id'>) =>
  keepFile(work, {
    key,
    number: invoiceNumber,
    direction: 'received',
    type: incomingInvoice.name,
    record: found.id,
    name: file.name,
    contentType: file.contentType ?? 'application/octet-stream',
    bytes: file.bytes,
  })

const ownIssue = (number: string): Problem =>
  new Problem('invalid', {
    zh: `发票 ${number} 是本公司开出的，不是来票`,
    en: `Invoice ${number} was issued by this company`,
  })

/** Files of one invoice: the best is read, all are kept, and what was there before is told. */
const receiveGroup = async (
  work: Work,
  key: string,
  files: readonly Read[],
  found: Found | Problem,
  isNew: boolean,
): Promise<ReceivedFile[]> => {
  const results: ReceivedFile[] = []
  for (const [index, file] of files.entries()) {
    if (found instanceof Problem) {
      results.push(refused(file.name, found))
      continue
    }
    const isKept = await keep(work, file, key, file.invoice.number, found)
    if (isNew && index === 0) results.push(told(file.name, 'received', '已收票', 'received', found))
    else if (isKept)
      results.push(told(file.name, 'kept', '同一张发票的另一版式，已归档', 'another file of it, kept', found))
    else
      results.push(
        told(file.name, 'repeated', `重复：已有来票 ${found.number}`, `already there as ${found.number}`, found),
      )
  }
  return results
}

/** A scan of which only the square code can be read: the invoice is entered by that, once, and the scan kept with it. */
const receiveScan = async (work: Work, file: ReadFile, code: InvoiceCode): Promise<ReceivedFile> => {
  const entered = await enterByCode(work, code, '扫描件登记')
  const key = invoiceKey({ code: code.code, number: code.number, party: null })
  const isKept = await keep(work, file, key, code.number, { id: entered.document })
  if (entered.state === 'received' || !isKept) return { file: file.name, ...entered }
  return {
    ...entered,
    file: file.name,
    state: 'kept',
    words: { zh: '同一张发票的扫描件，已归档', en: 'a scan of it, kept' },
  }
}

/**
 * Receives invoices from files: each is entered once, whatever formats and however often it comes; every file of it is kept as it
 * came. What cannot be read or entered is told beside the others and stops none of them.
 */
export const receiveInvoices = async (work: Work, files: readonly ReadFile[]): Promise<ReceivedFile[]> => {
  const own = await ownParty(work)
  const isReadable = (file: ReadFile): file is Read => !(file.invoice instanceof Problem)
  const readable = files.filter(isReadable)
  const groups = [...Map.groupBy(readable, (file) => keyOf(file.invoice))].map(([key, group]) => ({
    key,
    files: group.toSorted((one, other) => rankOf(one) - rankOf(other)),
  }))
  const there = await existing(
    work,
    groups.map((group) => group.key),
  )
  const rules = await knownRules(
    work,
    readable.flatMap((file) => file.invoice.seller.taxNumber ?? []),
  )
  const results: ReceivedFile[] = files.flatMap((file) =>
    file.invoice instanceof Problem && file.code === undefined ? [refused(file.name, file.invoice)] : [],
  )
  for (const { key, files: group } of groups) {
    const [best] = group
    if (best === undefined) continue
    const { invoice } = best
    const before = there.get(key)
    if (before?.isBare === true) {
      await updateDocument(work, incomingInvoice, before.id, inputOf(invoice, own, rules))
      warn(work, before.id, wrongBuyer(invoice.buyer, own))
      results.push(...(await receiveGroup(work, key, group, before, true)))
    } else if (before !== undefined) {
      results.push(...(await receiveGroup(work, key, group, before, false)))
    } else if (own.taxNumber !== null && invoice.seller.taxNumber === own.taxNumber) {
      results.push(...group.map((file) => refused(file.name, ownIssue(invoice.number))))
    } else {
      const [created] = await createDocuments(work, incomingInvoice, [inputOf(invoice, own, rules)])
      if (created === undefined) continue
      if (!(created instanceof Problem)) warn(work, idIn(created), wrongBuyer(invoice.buyer, own))
      const found = created instanceof Problem ? created : { id: idIn(created), number: numberIn(created) }
      results.push(...(await receiveGroup(work, key, group, found, true)))
    }
  }
  for (const file of files) if (file.code !== undefined) results.push(await receiveScan(work, file, file.code))
  return results
}

/** Notes on the invoice why it cannot be used; its own fields stay as they came. */
const warn = (work: Work, id: string, words: string | null): void => {
  if (words === null) return
  work.tx.send(`update incoming_invoice set warning = $3 where company_id = $1 and id = $2`, [
    work.company,
    id,
    words.slice(0, 400),
  ])
}

/** What became of the files, as it is answered. */
export const receivedJson = (results: readonly ReceivedFile[]): Json =>
  results.map(({ file, state, words, document, number }) => ({
    file,
    state,
    zh: words.zh,
    en: words.en,
    document,
    number,
  }))
