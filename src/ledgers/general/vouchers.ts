import { monthOf } from '../../base/calendar-date.ts'
import type { CalendarDate } from '../../base/calendar-date.ts'
import { zero } from '../../base/decimal.ts'
import type { Decimal } from '../../base/decimal.ts'
import { newId } from '../../base/id.ts'
import type { Id } from '../../base/id.ts'
import type { PostingRecord } from '../../kernel/posting/book.ts'
import type { Dimensions, Effect, EffectLine } from '../../kernel/posting/proposal.ts'
import type { Work } from '../../kernel/posting/work.ts'
import { eveOfYear, isOpeningDay } from '../opening-day.ts'
import { settingsOf } from '../settings.ts'
import { appendEntries } from '../entry-rows.ts'
import { accountsOf } from './accounts.ts'
import type { Accounts } from './accounts.ts'
import { refuseUntold, withCarried } from './carried.ts'
import { appendParts } from './general-parts.ts'
import { generalLedger } from './general-ledger.ts'
import { correctionOf } from './voucher-references.ts'
import type { VoucherKind } from './general-ledger.ts'

interface VoucherLine {
  readonly account: string
  readonly role: string
  readonly amount: Decimal
  readonly dimensions: Dimensions
  readonly lineId: string | null
  readonly summary: string | undefined
  readonly currency: string | null
  readonly currencyAmount: Decimal | null
  readonly quantity: Decimal | null
  /** Part of a closing within another voucher: what was carried forward before the books begin. */
  readonly closing: boolean
}

/** One voucher about to be written. */
interface Voucher {
  readonly id: string
  readonly date: CalendarDate
  readonly kind: VoucherKind
  /** Written in red letters, whatever the posting is. */
  readonly isRed: boolean
  readonly summary: string
  readonly lines: readonly VoucherLine[]
}

const noMeasures = { currency: null, currencyAmount: null, quantity: null }

const linesOf = (effect: Effect): VoucherLine[] => {
  const common = { lineId: effect.lineId, summary: effect.summary, closing: effect.closing === true }
  const control = {
    ...effect.control,
    ...common,
    currency: effect.currency ?? null,
    currencyAmount: effect.currencyAmount ?? null,
    quantity: effect.quantity ?? null,
  }
  return [control, ...effect.against.map((line: EffectLine) => ({ ...line, ...common, ...noMeasures }))]
}

/** What lines must have in common to become one; what was stored says null where what is new says nothing. */
const placeOf = (accounts: Accounts, line: VoucherLine): string => {
  const dimensions = accounts.kept(line.account, line.dimensions)
  const { branch, party, department, employee, project, item, cashAccount, auxiliary1, auxiliary2 } = dimensions
  const own = [branch, party, department, employee, project, item, cashAccount, auxiliary1, auxiliary2]
  return [line.account, ...own].map((id) => id ?? '').join('/') + (line.closing ? '/closing' : '')
}

const keyOf = (accounts: Accounts, line: VoucherLine) => `${placeOf(accounts, line)}/${line.amount.isNegative()}`

const sumOf = (group: readonly VoucherLine[], pick: (line: VoucherLine) => Decimal | null): Decimal =>
  group.reduce((total, line) => total.plus(pick(line) ?? zero), zero)

/** What lines of one place measure together: currency where it is one, quantity where the account counts it. */
const measuresOf = (accounts: Accounts, group: readonly VoucherLine[], { account, currency }: VoucherLine) => {
  const inCurrency = group.every((line) => line.currencyAmount !== null && line.currency === currency)
  const counted = accounts.counts(account) && group.every((line) => line.quantity !== null)
  return {
    currency: inCurrency ? currency : null,
    currencyAmount: inCurrency ? sumOf(group, (line) => line.currencyAmount) : null,
    quantity: counted ? sumOf(group, (line) => line.quantity) : null,
  }
}

/** Lines of one account, its dimensions and side become one line: a voucher is read by people. */
const summed = (accounts: Accounts, lines: readonly VoucherLine[]): VoucherLine[] =>
  [...Map.groupBy(lines, (line) => keyOf(accounts, line)).values()].flatMap((group) => {
    const [first] = group
    const amount = sumOf(group, (line) => line.amount)
    if (first === undefined || amount.isZero()) return []
    const dimensions = accounts.kept(first.account, first.dimensions)
    const lineId = group.length === 1 ? first.lineId : null
    return [{ ...first, amount, dimensions, lineId, ...measuresOf(accounts, group, first) }]
  })

/** The lines of a voucher by hand stand as they were typed: in their order, each with its own summary. */
const asTyped = (accounts: Accounts, posting: PostingRecord, lines: readonly VoucherLine[]): VoucherLine[] => {
  const place = ({ lineId }: VoucherLine): number => posting.carried?.placeOf(lineId) ?? 0
  return lines
    .filter((line) => !line.amount.isZero())
    .toSorted((a, b) => place(a) - place(b))
    .map((line) => ({
      ...line,
      dimensions: accounts.kept(line.account, line.dimensions),
      ...measuresOf(accounts, [line], line),
    }))
}

// Opposite amounts on one account and its dimensions within one voucher are one movement, not two.
const netted = (accounts: Accounts, lines: readonly VoucherLine[]): VoucherLine[] => {
  const groups = Map.groupBy(lines, (line) => placeOf(accounts, line))
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    const amount = sumOf(group, (line) => line.amount)
    return first === undefined || amount.isZero() ? [] : [{ ...first, amount, ...measuresOf(accounts, group, first) }]
  })
}

/** Effects that make one voucher: those of a date, cost differences and the red half of pairs apart. */
const voucherGroups = (effects: readonly Effect[]): Effect[][] => [
  ...Map.groupBy(
    effects,
    (effect) => `${effect.date}/${String(effect.difference)}/${String(effect.pair === 'red')}`,
  ).values(),
]

const leftOver = (lines: readonly VoucherLine[]): Decimal => sumOf(lines, (line) => line.amount)

/** Exchange differences stand by their sign: a loss costs, a gain earns (小企业会计准则 第七十六条). */
const roleOfRest = (remainder: string, rest: Decimal): string => {
  if (remainder !== 'exchangeDifference') return remainder
  return rest.isPositive() ? 'exchangeLoss' : 'exchangeGain'
}

/** What entries `within` a posting leave over goes to the one role it names, as a part of its own that can be taken back. */
const restsOf = (accounts: Accounts, posting: PostingRecord, effects: readonly Effect[]): Effect[] =>
  voucherGroups(effects).flatMap((group) => {
    const [first] = group
    const rest = leftOver(group.flatMap(linesOf)).neg()
    if (first === undefined || rest.isZero() || posting.remainder === undefined || first.difference) return []
    const role = roleOfRest(posting.remainder, rest)
    return [
      {
        ledger: 'general',
        entry: newId<'generalPart'>(),
        date: first.date,
        documentType: posting.documentType,
        documentId: posting.documentId,
        lineId: null,
        control: { account: accounts.of(role), role, amount: rest, dimensions: {} },
        against: [],
        within: true,
        difference: false,
      },
    ]
  })

/** A voucher balances; of cost differences, what no other place takes has left with the goods: it is cost of sales. */
const balanced = (
  accounts: Accounts,
  posting: PostingRecord,
  lines: readonly VoucherLine[],
  difference: boolean,
): readonly VoucherLine[] => {
  const over = leftOver(lines)
  if (over.isZero()) return lines
  if (!difference) {
    throw new Error(
      `${posting.documentType} ${posting.documentNumber} does not balance: ${over.toString()} is left over`,
    )
  }
  // Of a transfer that was taken back, stock may carry less than came: the rest of a correction is cost of sales.
  const rest = { account: accounts.of('costOfSales'), role: 'costOfSales', amount: over.neg(), dimensions: {} }
  return [...lines, { ...rest, lineId: null, summary: undefined, closing: false, ...noMeasures }]
}

const kindOf = (posting: PostingRecord, effects: readonly Effect[], difference: boolean): VoucherKind => {
  if (difference) return 'difference'
  if (effects.some((effect) => effect.against.some((line) => line.role === 'openingBalance'))) return 'opening'
  if (posting.documentType === 'openingBalance') return 'opening'
  if (posting.documentType === 'voucher') return 'manual'
  return posting.documentType === 'profitCarryForward' || posting.documentType === 'yearEndClose'
    ? 'closing'
    : 'projected'
}

/** The vouchers that follow from what was appended: one a date, and cost differences apart. */
export const vouchersFrom = (
  accounts: Accounts,
  posting: PostingRecord,
  effects: readonly Effect[],
  label: string,
  /** Of what opens the books: the day that the voucher stands on. */
  openedOn: CalendarDate,
  correction = '',
): Voucher[] =>
  voucherGroups(effects).flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const raw = balanced(accounts, posting, group.flatMap(linesOf), first.difference)
    const isNetted = posting.action === 'amend' || first.difference || group.some((effect) => effect.pair === 'blue')
    const isTyped = posting.documentType === 'voucher' && posting.action !== 'amend' && !first.difference
    const summedUp = isNetted ? netted(accounts, raw) : summed(accounts, raw)
    const lines = isTyped ? asTyped(accounts, posting, raw) : redOrDebitsFirst(summedUp, first.pair === 'red')
    if (lines.length === 0) return []
    const kind = kindOf(posting, group, first.difference)
    const isRed = first.pair === 'red'
    const about = first.difference ? '成本调整 ' : isRed ? `${first.summary ?? ''} ` : correction
    const summary = `${about}${label} ${posting.documentNumber}`
    const date = kind === 'opening' && first.date === posting.date ? openedOn : first.date
    return [{ id: newId<'generalVoucher'>(), date, kind, isRed, summary, lines }]
  })

/** In red letters a debit is negative: what is debited still comes first. */
const redOrDebitsFirst = (lines: readonly VoucherLine[], isRed: boolean) =>
  isRed ? debitsFirst(lines).toReversed() : debitsFirst(lines)

const debitsFirst = (lines: readonly VoucherLine[]) => [
  ...lines.filter((line) => line.amount.isPositive()),
  ...lines.filter((line) => line.amount.isNegative()),
]

/** Which side an amount stands on: red letters stay on the side of what they take back, negative. */
const sides = (amount: Decimal, red: boolean) => {
  const debit = amount.isPositive() !== red
  return { debit: debit ? amount : zero, credit: debit ? zero : amount.neg() }
}

const voucherTotal = (voucher: Voucher, red: boolean) =>
  voucher.lines.reduce((total, line) => total.plus(sides(line.amount, red).debit), zero)

/** Writes vouchers with their lines; numbers come later, from the follow-up. */
export const writeVouchers = (work: Work, posting: PostingRecord, vouchers: readonly Voucher[]): void => {
  if (vouchers.length === 0) return
  const red = posting.red === true
  const isRed = (voucher: Voucher) => voucher.isRed || (red && voucher.kind !== 'difference')
  const rows = vouchers.flatMap((voucher) =>
    voucher.lines.map((line, index) => ({
      id: newId<'generalEntry'>(),
      lineId: line.lineId,
      lineNo: index + 1,
      date: voucher.date,
      negates: null,
      role: line.role,
      accountId: line.account,
      against: [],
      values: {
        voucher: voucher.id,
        voucherKind: line.closing ? 'closing' : voucher.kind,
        summary: line.summary ?? voucher.summary,
        ...sides(line.amount, isRed(voucher)),
        ...line.dimensions,
        quantity: line.quantity,
        currency: line.currency,
        currencyAmount: line.currencyAmount,
      },
    })),
  )
  work.tx.send(
    `insert into general_voucher (company_id, id, posting_id, document_type, document_id, document_number, kind, period, date, summary, total, recorded_at, actor)
       select $1, r.id, $2, $3, $4, $5, r.kind, r.period, r.date, r.summary, r.total, $6, $7
       from unnest($8::uuid[], $9::text[], $10::text[], $11::date[], $12::text[], $13::numeric[]) as r(id, kind, period, date, summary, total)`,
    [
      work.company,
      posting.id,
      posting.documentType,
      posting.documentId,
      posting.documentNumber,
      posting.recordedAt,
      work.actor.name,
      vouchers.map((v) => v.id),
      vouchers.map((v) => v.kind),
      vouchers.map((v) => monthOf(v.date)),
      vouchers.map((v) => v.date),
      vouchers.map((v) => v.summary),
      vouchers.map((v) => voucherTotal(v, isRed(v)).toString()),
    ],
  )
  appendEntries(work, generalLedger, posting, rows)
}

interface WithdrawnRow {
  readonly id: string
  readonly date: CalendarDate
  readonly kind: VoucherKind
  readonly summary: string
  readonly booked: boolean
  readonly number: number | null
  readonly total: string
}

/**
 * The vouchers that still stand of the documents that made these postings: what was posted first and what each amendment
 * added are taken back together. Corrections of other documents' cost are not theirs.
 */
export const standingVouchers = (work: Work, postings: readonly string[]) =>
  work.tx.rows<WithdrawnRow>(
    `select v.id, v.date, v.kind, v.summary, v.total, b.voucher is not null as booked, coalesce(b.number, n.number) as number
     from general_voucher v
     left join voucher_booking b on b.company_id = $1 and b.voucher = v.id
     left join voucher_number n on n.company_id = $1 and n.voucher = v.id
     where v.company_id = $1 and v.kind <> 'difference' and v.withdraws is null
       and v.document_id in (select document_id from posting where company_id = $1 and id = any($2::uuid[]))
       and not exists (select 1 from general_voucher w where w.company_id = $1 and w.withdraws = v.id)`,
    [work.company, postings],
  )

/** Withdraws unbooked vouchers: their lines negated in red, the pair hidden, the draft number released. */
export const withdrawVouchers = (work: Work, posting: PostingRecord, vouchers: readonly WithdrawnRow[]): void => {
  if (vouchers.length === 0) return
  const pairs = vouchers.map((v) => ({ ...v, opposite: newId<'generalVoucher'>() }))
  const ids = [pairs.map((p) => p.id), pairs.map((p) => p.opposite)]
  work.tx.send(
    `insert into general_voucher (company_id, id, posting_id, document_type, document_id, document_number, kind, period, date, summary, total, recorded_at, actor, withdraws)
       select $1, r.opposite, $2, v.document_type, v.document_id, v.document_number, v.kind, v.period, v.date, v.summary, -v.total, $3, $4, v.id
       from unnest($5::uuid[], $6::uuid[]) as r(id, opposite) join general_voucher v on v.company_id = $1 and v.id = r.id`,
    [work.company, posting.id, posting.recordedAt, work.actor.name, ...ids],
  )
  work.tx.send(
    `insert into general_entry (company_id, id, posting_id, document_type, document_id, line_id, line_no, date, recorded_at, negates, role, account_id,
         voucher, voucher_kind, summary, debit, credit, branch, party, department, employee, project, item, cash_account, auxiliary1, auxiliary2, quantity, currency, currency_amount)
       select $1, gen_random_uuid(), $2, e.document_type, e.document_id, e.line_id, e.line_no, e.date, $3, e.id, e.role, e.account_id,
         r.opposite, e.voucher_kind, e.summary, -e.debit, -e.credit, e.branch, e.party, e.department, e.employee, e.project, e.item, e.cash_account, e.auxiliary1, e.auxiliary2, -e.quantity, e.currency, -e.currency_amount
       from unnest($4::uuid[], $5::uuid[]) as r(id, opposite) join general_entry e on e.company_id = $1 and e.voucher = r.id`,
    [work.company, posting.id, posting.recordedAt, ...ids],
  )
  work.tx.send(`delete from voucher_number where company_id = $1 and voucher = any($2::uuid[])`, [work.company, ids[0]])
}

/**
 * Books that begin in the middle of a year know what stood at its beginning as well: openings stand there, and what the year came
 * to since is entered on its first day. Sub-ledgers begin on the day before the first month.
 */
const openedOn = (work: Work, posting: PostingRecord): CalendarDate => {
  const { startMonth } = settingsOf(work.settings)
  return isOpeningDay(startMonth, posting.date) ? eveOfYear(posting.date) : posting.date
}

export const projectVouchers = async (
  work: Work,
  posting: PostingRecord,
  effects: readonly Effect[],
  earlier: readonly Id<'posting'>[] = [],
): Promise<void> => {
  const [accounts, correction] = await Promise.all([accountsOf(work), correctionOf(work, posting, earlier)])
  const label = work.installed.catalogue.documents.get(posting.documentType)?.label ?? posting.documentType
  const rests = restsOf(accounts, posting, effects)
  appendParts(
    work,
    posting,
    rests.map((effect) => ({ effect, negates: null })),
  )
  const told = withCarried(accounts, posting, [...effects, ...rests])
  refuseUntold(accounts, posting, told)
  writeVouchers(work, posting, vouchersFrom(accounts, posting, told, label, openedOn(work, posting), correction))
}
