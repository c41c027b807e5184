import type { CalendarDate } from '../../../base/calendar-date.ts'
import { decimal } from '../../../base/decimal.ts'
import type { DocumentRecord } from '../../../kernel/definition/record.ts'
import type { LoadedRecord } from '../../../kernel/documents/load.ts'
import { asDocument } from '../../../kernel/documents/load.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { incomingInvoice } from '../documents/incoming-invoice.ts'
import { plainName } from '../rules/name-likeness.ts'
import { matchInvoice } from '../rules/match-invoice.ts'
import type { MatchFinding, MatchOutcome } from '../rules/match-invoice.ts'
import type { MatchTolerances } from '../rules/compared-lines.ts'
import { matchServices } from '../rules/match-services.ts'
import type { ServiceDraw } from '../rules/match-services.ts'
import { knownServices, orderedServices } from './ordered-services.ts'
import { waitingLines } from './received-lines.ts'
import type { WaitingLine } from './received-lines.ts'

/** An invoice that came, with what it was compared to and what came of it. */
export interface ComparedInvoice {
  readonly record: LoadedRecord
  readonly supplier: string | null
  readonly received: readonly WaitingLine[]
  readonly outcome: MatchOutcome
  /** What of it is for services, which no receipt brought. */
  readonly services: readonly ServiceDraw[]
}

const tolerancesOf = (work: Work): MatchTolerances => {
  const settings = settingsOf(work.settings)
  return {
    pricePercent: decimal(settings.matchPricePercent ?? 0),
    amount: decimal(settings.matchAmount ?? 0),
    quantityPercent: decimal(settings.matchQuantityPercent ?? 0),
  }
}

/** Who sent it: by tax number, else by the full or short name, if there is one alone of it. */
const supplierOf = async (work: Work, taxNumber: string | null, name: string): Promise<string | null> => {
  const rows = await work.tx.rows<{ id: string; name: string; short_name: string | null; tax_number: string | null }>(
    `select id, name, short_name, tax_number from party where company_id = $1 and is_supplier and not disabled`,
    [work.company],
  )
  const byNumber = rows.filter((row) => taxNumber !== null && row.tax_number === taxNumber.trim())
  const wanted = plainName(name)
  const byName = rows.filter((row) => [row.name, row.short_name ?? ''].some((each) => plainName(each) === wanted))
  const found = byNumber.length > 0 ? byNumber : byName
  return found.length === 1 ? (found[0]?.id ?? null) : null
}

const nothingFound = (reason: MatchFinding['reason'], lines: readonly { readonly id: string }[]): MatchOutcome => ({
  draws: [],
  findings: [
    { reason, lines: lines.map((line) => line.id), item: null, near: [], expectedQuantity: null, expectedNet: null },
  ],
})

interface Known {
  readonly id: string
  readonly number: string
  readonly supplier: string
  readonly day: CalendarDate
  readonly gross: string
}

/** Whether the same invoice is there already: under its number, or, matched, of the same day and sum under another. */
const isRepeated = async (work: Work, { id, number, supplier, day, gross }: Known): Promise<boolean> => {
  const rows = await work.tx.rows<{ found: boolean }>(
    `select exists (
       select 1 from incoming_invoice n where n.company_id = $1 and n.id <> $2 and n.state <> 'void'
         and ((regexp_replace(n.invoice_number, '\\s', '', 'g') = regexp_replace($3, '\\s', '', 'g')
               and (coalesce(n.match_state, 'waiting') <> 'waiting' or n.id < $2) and n.match_state is distinct from 'dismissed')
           or (n.supplier = $4 and n.match_state = 'matched' and n.invoiced_on = $5 and n.total_gross = $6)))
       or exists (select 1 from purchase_invoice p where p.company_id = $1 and p.supplier = $4 and p.invoice_number = $3
         and p.state in ('posted', 'closed') and p.reverses is null) as found`,
    [work.company, id, number, supplier, day, gross],
  )
  return rows[0]?.found === true
}

/** Which item a supplier meant by a name before: what was matched once is known. */
const knownNames = async (work: Work, supplier: string): Promise<ReadonlyMap<string, string>> => {
  const rows = await work.tx.rows<{ goods_name: string; spec: string | null; item: string }>(
    `select l.goods_name, l.spec, min(l.item::text) as item from incoming_invoice n
     join incoming_invoice_line l on l.company_id = $1 and l.owner_id = n.id
     where n.company_id = $1 and n.supplier = $2 and n.match_state = 'matched' and l.item is not null
     group by 1, 2 having count(distinct l.item) = 1`,
    [work.company, supplier],
  )
  return new Map(rows.map((row) => [`${row.goods_name}/${row.spec ?? ''}`, row.item]))
}

/** What keeps an invoice out whatever it charges: it is not ours, not genuine, or takes something back. */
const refusalOf = (
  header: Pick<DocumentRecord<typeof incomingInvoice>['header'], 'warning' | 'verification' | 'isRed'>,
): MatchFinding['reason'] | null => {
  if (header.warning !== null) return 'wrongBuyer'
  if (header.verification !== 'open' && header.verification !== 'genuine' && header.verification !== null)
    return 'notGenuine'
  return header.isRed === true ? 'red' : null
}

/** Compares an invoice with what its supplier delivered; changes nothing. */
export const compareInvoice = async (
  work: Work,
  record: LoadedRecord,
  acceptsPrice = false,
): Promise<ComparedInvoice> => {
  const { header, lines } = asDocument(incomingInvoice, record)
  const supplier = header.supplier ?? (await supplierOf(work, header.sellerTaxNumber, header.sellerName))
  const found = { record, supplier, received: [], services: [] }
  const refused = refusalOf(header)
  if (refused !== null) return { ...found, outcome: nothingFound(refused, lines) }
  if (supplier === null) return { ...found, outcome: nothingFound('unknownSupplier', lines) }
  const gross = String(header.totalGross ?? 0)
  const same = { id: header.id, number: header.invoiceNumber, supplier, day: header.invoicedOn, gross }
  if (await isRepeated(work, same)) return { ...found, outcome: nothingFound('duplicate', lines) }
  const [received, known, services, ordered] = await Promise.all([
    waitingLines(work, supplier, header.invoicedOn),
    knownNames(work, supplier),
    knownServices(work),
    orderedServices(work, supplier, header.invoicedOn),
  ])
  const billed = lines.map((line) => ({
    id: line.id,
    name: line.goodsName,
    spec: line.spec,
    quantity: line.quantity,
    net: line.net,
    tax: line.tax ?? decimal(0),
    taxRate: line.taxRate,
    item: line.item ?? known.get(`${line.goodsName}/${line.spec ?? ''}`) ?? null,
  }))
  const tolerances = tolerancesOf(work)
  // A service that was received with goods is matched with them.
  const came = new Set(received.map((each) => each.item))
  const apart = services.filter((each) => !came.has(each.item))
  const served = matchServices({ lines: billed, services: apart, ordered, tolerances })
  const goods = served.rest
  if (goods.length > 0 && received.length === 0) return { ...found, outcome: nothingFound('notReceived', goods) }
  const outcome = matchInvoice({ lines: goods, received, tolerances, remark: header.remark, acceptsPrice })
  const findings = [...outcome.findings, ...(acceptsPrice ? [] : served.findings)]
  const unfit = acceptsPrice ? served.findings.filter((each) => each.reason !== 'price') : []
  return {
    record,
    supplier,
    received,
    outcome: { ...outcome, findings: [...findings, ...unfit] },
    services: served.draws,
  }
}
