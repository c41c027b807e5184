import { decimal, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { allocate } from '../../../base/money.ts'
import { fromCents } from '../../../base/fixed-point.ts'
import { previous } from '../../../base/period.ts'
import type { Period } from '../../../base/period.ts'
import { snake } from '../../../kernel/definition/define.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import type { AccountRoleName } from '../../../ledgers/account-roles.ts'
import { bookFigures } from '../processes/tax-figures.ts'
import type { TaxSpan } from '../rules/tax-period.ts'
import { salesDeductions } from './sales-deductions.ts'
import type { DeductionOfRate } from './sales-deductions.ts'
import { carriedOnReturns } from '../processes/carried-figures.ts'
import { monthSpan } from '../rules/tax-period.ts'
import { vatMonth } from '../rules/vat-month.ts'

/** Sales of one rate, of goods or of services, by how they were invoiced. */
export interface SalesOfRate {
  /** Percent. */
  readonly rate: string
  readonly isService: boolean
  readonly specialNet: Decimal
  readonly specialTax: Decimal
  readonly ordinaryNet: Decimal
  readonly ordinaryTax: Decimal
  /** The tax that the books say fell due in all. */
  readonly tax: Decimal
}

export interface InputFigures {
  readonly count: Decimal
  readonly net: Decimal
  readonly tax: Decimal
  /** What red invoices took back of input tax. */
  readonly red: Decimal
}

/** What a VAT return is filled from. */
export interface VatFigures {
  readonly sales: readonly SalesOfRate[]
  /** Output tax of vouchers by hand, which say no rate. */
  readonly unknownTax: Decimal
  readonly input: InputFigures
  /** Input tax that the books deduct, red letters included. */
  readonly inputBooked: Decimal
  /** 进项税额转出 by the row of 附列资料（二） it belongs to. */
  readonly transferred: ReadonlyMap<string, Decimal>
  /** 上期留抵税额. */
  readonly carriedIn: Decimal
  /** 减免税款: credits against the tax. */
  readonly relief: Decimal
  /** 销项税额抵减: the tax of what services may deduct from their sales. */
  readonly deducted: Decimal
  /** What of that deductions say the rate of. */
  readonly deductions: readonly DeductionOfRate[]
  /** What the return before left over, by form and row. */
  readonly carried: (form: string, row: string) => Decimal
  /** 已交税金 of the days: prepaid. */
  readonly prepaid: Decimal
  readonly openingUnpaid: Decimal
  /** 缴纳上期应纳税额. */
  readonly paidEarlier: Decimal
}

interface InvoicedRow {
  readonly kind: string
  readonly rate: string
  readonly service: boolean
  readonly net: string
  readonly tax: string
}

/** What was invoiced in the days, by kind, rate and nature; red ones and allowances negative. */
const invoicedIn = (work: Work, { from, to }: Pick<TaxSpan, 'from' | 'to'>): Promise<InvoicedRow[]> =>
  work.tx.rows<InvoicedRow>(
    `with line as (
       select h.invoice_kind as kind, l.tax_rate as rate, l.item, l.net, l.tax,
         (case when h.is_red then -1 else 1 end) * (case when h.reverses is null then 1 else -1 end) as sign
       from sales_invoice h join sales_invoice_line l on l.company_id = $1 and l.owner_id = h.id
       where h.company_id = $1 and h.state in ('posted', 'closed') and h.date between $2::date and $3::date
       union all
       select b.invoice_kind, l.tax_rate, l.item, l.net, l.tax, case when h.reverses is null then -1 else 1 end
       from sales_allowance h join sales_allowance_line l on l.company_id = $1 and l.owner_id = h.id
       left join sales_invoice b on b.company_id = $1 and b.id = l.source_document
       where h.company_id = $1 and h.state in ('posted', 'closed') and h.date between $2::date and $3::date
       union all
       select h.invoice_kind, l.tax_rate, l.item, l.net, l.tax, case when h.is_red then -1 else 1 end
       from digital_invoice h join digital_invoice_line l on l.company_id = $1 and l.owner_id = h.id
       where h.company_id = $1 and h.issue_state in ('issued', 'reversed') and l.source_type in ('retailSale', 'retailRefund')
         and left(h.issued_at, 10)::date between $2::date and $3::date)
     select kind, trim_scale(coalesce(rate, 0))::text as rate, coalesce(i.is_service, false) as service, sum(sign * net) as net, sum(sign * tax) as tax
     from line left join item i on i.company_id = $1 and i.id = line.item
     where kind in ('special', 'ordinary') group by 1, 2, 3`,
    [work.company, from, to],
  )

interface EntryRow {
  readonly type: string
  readonly document: string
  readonly amount: string
}

/** What the documents of the days moved on the account of a role; a document's lines stand there in one sum. */
const entriesOn = (work: Work, role: AccountRoleName, { from, to }: Pick<TaxSpan, 'from' | 'to'>) =>
  work.tx.rows<EntryRow>(
    `select e.document_type as type, e.document_id as document, sum(coalesce(e.credit, 0) - coalesce(e.debit, 0)) as amount
     from general_entry e join account_mapping m on m.company_id = $1 and m.role = $4 and m.account = e.account_id
     where e.company_id = $1 and e.date between $2::date and $3::date and e.document_type not in ('taxAccrual', 'salesDeduction')
     group by 1, 2 having sum(coalesce(e.credit, 0) - coalesce(e.debit, 0)) <> 0`,
    [work.company, from, to, role],
  )

interface RateRow {
  readonly id: string
  readonly owner: string
  readonly rate: string | null
  readonly service: boolean
  readonly weight: string
  readonly type: string | null
  readonly source: string | null
}

/** Which rate lines say, how much tax each has, and where they come from; by the line's or its document's id. */
const ratedRows = (work: Work, type: string, by: 'id' | 'owner_id', ids: readonly string[]): Promise<RateRow[]> => {
  const table = work.installed.catalogue.documents.get(type)?.tables['lines']
  if (table === undefined || ids.length === 0) return Promise.resolve([])
  const has = (field: string): boolean => field in table.fields
  const weight = has('tax') ? 'l.tax' : has('pendingTax') ? 'l.pending_tax' : '0'
  return work.tx.rows<RateRow>(
    `select l.id, l.owner_id as owner, ${has('taxRate') ? 'trim_scale(l.tax_rate)::text' : 'null'} as rate,
       ${has('item') ? 'coalesce(i.is_service, false)' : 'true'} as service, abs(coalesce(${weight}, 0)) as weight,
       l.source_type as type, l.source_line as source
     from ${snake(type)}_line l ${has('item') ? 'left join item i on i.company_id = $1 and i.id = l.item' : ''}
     where l.company_id = $1 and l.${by} = any($2::uuid[])`,
    [work.company, ids],
  )
}

interface Rated {
  readonly rate: string
  readonly isService: boolean
}

/** The rate of each row; a line that says none has that of the line it comes from. */
const ratesOf = async (work: Work, rows: readonly RateRow[], depth = 0): Promise<ReadonlyMap<string, Rated>> => {
  const found = new Map<string, Rated>()
  const open: { readonly id: string; readonly type: string; readonly source: string }[] = []
  for (const { id, rate, service, type, source } of rows) {
    if (rate !== null) found.set(id, { rate, isService: service })
    else if (type !== null && source !== null) open.push({ id, type, source })
  }
  if (depth > 3) return found
  for (const [type, lines] of Map.groupBy(open, (line) => line.type)) {
    const before = await ratedRows(
      work,
      type,
      'id',
      lines.map((line) => line.source),
    )
    const known = await ratesOf(work, before, depth + 1)
    for (const { id, source } of lines) {
      const rated = known.get(source)
      if (rated !== undefined) found.set(id, rated)
    }
  }
  return found
}

/** A document's sum shared out to the rates of its lines, by their tax; what no line explains is left. */
const shareOut = (
  amount: Decimal,
  lines: readonly RateRow[],
  rates: ReadonlyMap<string, Rated>,
): readonly (readonly [Rated, Decimal])[] => {
  const rated = lines.flatMap((line) => {
    const own = rates.get(line.id)
    return own === undefined ? [] : [{ own, weight: decimal(line.weight) }]
  })
  const whole = rated.reduce((sum, each) => sum.plus(each.weight), zero)
  const [first] = rated
  if (first === undefined) return []
  if (whole.isZero()) return [[first.own, amount]]
  const parts = allocate(
    amount,
    rated.map((each) => each.weight),
  )
  return rated.map((each, index) => [each.own, parts[index] ?? zero] as const)
}

const keyOf = (rate: string, isService: boolean): string => `${rate}/${isService ? 'service' : 'goods'}`

/** Output tax of the days by rate, from the entries of the books; what no line explains is answered apart. */
export const salesByRate = async (work: Work, role: AccountRoleName, span: Pick<TaxSpan, 'from' | 'to'>) => {
  const [entries, invoiced] = await Promise.all([entriesOn(work, role, span), invoicedIn(work, span)])
  const taxes = new Map<string, { readonly rated: Rated; readonly tax: Decimal }>()
  let unknown = zero
  for (const [type, own] of Map.groupBy(entries, (entry) => entry.type)) {
    const rows = await ratedRows(
      work,
      type,
      'owner_id',
      own.map((entry) => entry.document),
    )
    const rates = await ratesOf(work, rows)
    const lines = Map.groupBy(rows, (row) => row.owner)
    for (const { document, amount } of own) {
      const shares = shareOut(decimal(amount), lines.get(document) ?? [], rates)
      if (shares.length === 0) unknown = unknown.plus(amount)
      for (const [rated, tax] of shares) {
        const key = keyOf(rated.rate, rated.isService)
        taxes.set(key, { rated, tax: (taxes.get(key)?.tax ?? zero).plus(tax) })
      }
    }
  }
  for (const row of invoiced) {
    const key = keyOf(row.rate, row.service)
    if (!taxes.has(key)) taxes.set(key, { rated: { rate: row.rate, isService: row.service }, tax: zero })
  }
  const sales = [...taxes].map(([key, { rated, tax }]): SalesOfRate => {
    const of = (kind: string, name: 'net' | 'tax') =>
      decimal(invoiced.find((row) => row.kind === kind && keyOf(row.rate, row.service) === key)?.[name] ?? '0')
    return {
      ...rated,
      tax,
      specialNet: of('special', 'net'),
      specialTax: of('special', 'tax'),
      ordinaryNet: of('ordinary', 'net'),
      ordinaryTax: of('ordinary', 'tax'),
    }
  })
  return { sales, unknownTax: unknown }
}

/** Special invoices that were certified for the tax month, or deducted at once in it. */
const inputOf = async (work: Work, { from, to }: Pick<TaxSpan, 'from' | 'to'>): Promise<InputFigures> => {
  const [row] = await work.tx.rows<{ count: string; net: string; tax: string; red: string }>(
    `with piece as (
       select p.id, p.is_red as red, l.net, c.pending_tax as tax from input_vat_certification h
       join input_vat_certification_line c on c.company_id = $1 and c.owner_id = h.id and c.source_type = 'purchaseInvoice'
       join purchase_invoice p on p.company_id = $1 and p.id = c.source_document
       join purchase_invoice_line l on l.company_id = $1 and l.id = c.source_line
       where h.company_id = $1 and h.state in ('posted', 'closed') and h.reverses is null and h.tax_month between to_char($2::date, 'YYYY-MM') and to_char($3::date, 'YYYY-MM')
       union all
       select h.id, s.red, s.net, c.pending_tax from input_vat_certification h
       join input_vat_certification_line c on c.company_id = $1 and c.owner_id = h.id and c.source_type <> 'purchaseInvoice'
       cross join lateral (select c.source_type = 'purchaseAllowance' as red, 0::numeric as net) s
       where h.company_id = $1 and h.state in ('posted', 'closed') and h.reverses is null and h.tax_month between to_char($2::date, 'YYYY-MM') and to_char($3::date, 'YYYY-MM')
       union all
       select p.id, p.is_red, l.net, l.tax from purchase_invoice p
       join purchase_invoice_line l on l.company_id = $1 and l.owner_id = p.id
       where p.company_id = $1 and p.state in ('posted', 'closed') and p.reverses is null and p.date between $2::date and $3::date
         and coalesce(p.invoice_kind, 'special') = 'special' and coalesce(l.pending_tax, 0) = 0
         and (select certify_input_vat from company where company_id = $1 and id = $1) = 'immediate')
     select count(distinct id) filter (where not coalesce(red, false)) as count,
       coalesce(sum(net) filter (where not coalesce(red, false)), 0) as net,
       coalesce(sum(tax) filter (where not coalesce(red, false)), 0) as tax,
       coalesce(sum(tax) filter (where red), 0) as red from piece`,
    [work.company, from, to],
  )
  return {
    count: decimal(row?.count ?? '0'),
    net: decimal(row?.net ?? '0'),
    tax: decimal(row?.tax ?? '0'),
    red: decimal(row?.red ?? '0'),
  }
}

/** Which row of 附列资料（二） a document's transfer-out belongs to. */
const transferRows: Readonly<Record<string, string>> = {
  countAdjustment: '16',
  lossDisposition: '16',
  scrap: '16',
  internalUse: '15',
}

const transferredBy = async (work: Work, span: Pick<TaxSpan, 'from' | 'to'>): Promise<Map<string, Decimal>> => {
  const entries = await entriesOn(work, 'inputVatTransferredOut', span)
  const rows = new Map<string, Decimal>()
  for (const { type, amount } of entries) {
    const row = transferRows[type] ?? '23b'
    rows.set(row, (rows.get(row) ?? zero).plus(amount))
  }
  return rows
}

/** 上期留抵: what input was in excess at the end of the month before. */
const carriedAt = async (work: Work, month: Period): Promise<Decimal> => {
  const figures = await bookFigures(work, monthSpan(month))
  const credit = (role: AccountRoleName) => -figures.balance(role)
  const found = vatMonth({
    output: credit('outputVat'),
    input: figures.balance('inputVat'),
    transferredOut: credit('inputVatTransferredOut'),
    relief: figures.balance('vatCredit') + figures.balance('vatOutputDeduction'),
    paid: figures.balance('vatPaid'),
    paidNow: figures.debits('vatPaid') - figures.credits('vatPaid'),
    moved: figures.balance('vatMovedUnpaid') - credit('vatMovedOverpaid'),
    movedNow: 0n,
  })
  return fromCents(found.carried)
}

/** Everything that the VAT return of some months is filled from. */
export const vatFigures = async (work: Work, span: TaxSpan): Promise<VatFigures> => {
  const before = previous(span.from.slice(0, 7) as Period)
  const [sales, input, transferred, carriedIn, figures, earlier, carried, deductions] = await Promise.all([
    salesByRate(work, 'outputVat', span),
    inputOf(work, span),
    transferredBy(work, span),
    carriedAt(work, before),
    bookFigures(work, span),
    bookFigures(work, monthSpan(before)),
    carriedOnReturns(work, span.from.slice(0, 7) as Period),
    salesDeductions(work, span),
  ])
  const moved = (role: AccountRoleName) => fromCents(figures.debits(role) - figures.credits(role))
  return {
    ...sales,
    input,
    inputBooked: moved('inputVat'),
    transferred,
    // Credits that wait stand in 附列资料（四）; in the accounts they are part of the debit that is carried.
    carriedIn: carriedIn.minus(carried('VAT-4', '1')),
    relief: moved('vatCredit'),
    deducted: moved('vatOutputDeduction'),
    deductions,
    carried,
    prepaid: moved('vatPaid'),
    openingUnpaid: fromCents(-earlier.balance('unpaidVat')),
    paidEarlier: await paidOf(work, span),
  }
}

/** What was paid of 未交增值税 in the days: from money, not from other taxes. */
const paidOf = async (work: Work, { from, to }: Pick<TaxSpan, 'from' | 'to'>): Promise<Decimal> => {
  const [row] = await work.tx.rows<{ paid: string }>(
    `select coalesce(sum(coalesce(e.debit, 0) - coalesce(e.credit, 0)), 0) as paid
     from general_entry e join account_mapping m on m.company_id = $1 and m.role = 'unpaidVat' and m.account = e.account_id
     where e.company_id = $1 and e.date between $2::date and $3::date and e.document_type <> 'taxAccrual' and e.document_type <> 'openingBalance'`,
    [work.company, from, to],
  )
  return decimal(row?.paid ?? '0')
}
