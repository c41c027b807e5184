import type { CalendarDate } from '../../../base/calendar-date.ts'
import { chineseAmount } from '../../../base/chinese-amount.ts'
import { centsText, toCents } from '../../../base/fixed-point.ts'
import { notFound } from '../../../kernel/definition/problem.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { partyItemKinds } from '../../../ledgers/party/party.ts'
import type { PartyItemKind } from '../../../ledgers/party/party.ts'
import { amountCell, rangeOf } from './book-view.ts'
import { partyBalances, partyStatement } from './open-items.ts'
import { allKinds, kindsOfSide, signOf } from './open-items.run.ts'

// An entry that negates another is the same movement taken back, and stays on its side.
const sums = `coalesce(sum(e.book_amount) filter (where e.date < $4), 0) as opening,
  coalesce(sum(e.book_amount) filter (where e.date >= $4 and (e.book_amount > 0) = (e.negates is null)), 0) as plus,
  coalesce(sum(e.book_amount) filter (where e.date >= $4 and (e.book_amount < 0) = (e.negates is null)), 0) as minus`

interface BalanceRow {
  readonly party: string
  readonly name: string
  readonly opening: string
  readonly plus: string
  readonly minus: string
}

export const partyBalancesRun = defineReportRun(partyBalances, async (parameters, work) => {
  const range = rangeOf(work, parameters)
  const kinds = parameters.side === null || parameters.side === undefined ? allKinds : kindsOfSide[parameters.side]
  const rows = await work.tx.rows<BalanceRow>(
    `select e.party, p.code || ' ' || p.name as name, ${sums} from party_entry e
     join party p on p.company_id = $1 and p.id = e.party
     where e.company_id = $1 and e.kind = any($2::text[]) and ($3::uuid is null or e.party = $3) and e.date <= $5
       and ($6::timestamptz is null or e.recorded_at <= $6)
     group by 1, p.code, p.name having count(*) > 0 order by p.code`,
    [work.company, kinds, parameters.party ?? null, range.from, range.to, parameters.knownAt ?? null],
  )
  const sign = signOf(parameters.side)
  const cents = rows.map((row) => {
    const [opening, plus, minus] = [toCents(row.opening), toCents(row.plus), toCents(row.minus)]
    const [increase, decrease] = sign === 1n ? [plus, -minus] : [-minus, plus]
    return { row, opening: sign * opening, increase, decrease, closing: sign * (opening + plus + minus) }
  })
  const shown = cents.filter((c) => c.opening !== 0n || c.increase !== 0n || c.decrease !== 0n || c.closing !== 0n)
  const total = (name: 'opening' | 'increase' | 'decrease' | 'closing') =>
    centsText(shown.reduce((sum, each) => sum + each[name], 0n))
  return {
    rows: shown.map((each) => ({
      party: each.row.party,
      partyName: each.row.name,
      opening: centsText(each.opening),
      increase: amountCell(each.increase),
      decrease: amountCell(each.decrease),
      closing: centsText(each.closing),
      ...range,
    })),
    totals: {
      partyName: '合计',
      opening: total('opening'),
      increase: total('increase'),
      decrease: total('decrease'),
      closing: total('closing'),
    },
    notes: [`期间：${range.from} 至 ${range.to}`],
  }
})

interface MovementRow {
  readonly date: CalendarDate
  readonly document_type: string
  readonly document_id: string
  readonly document_number: string
  readonly kind: PartyItemKind
  readonly amount: string
}

/** In its own amounts what is of the currency asked for alone; else all as the books have it. */
const measured = (asked: string) => `sum(case when ${asked}::text is null then e.book_amount else e.amount end)`

const opening = `select coalesce(${measured('$6')}, 0) as amount from party_entry e
  where e.company_id = $1 and e.party = $2 and e.kind = any($3::text[]) and e.date < $4 and ($5::timestamptz is null or e.recorded_at <= $5)
    and ($6::text is null or e.currency = $6)`

// What a document did to a party is one line a kind; what was taken back as if it had never been is none.
const movements = `select e.date, e.document_type, e.document_id, p.document_number, e.kind, ${measured('$7')} as amount
  from party_entry e join posting p on p.company_id = $1 and p.id = e.posting_id
  where e.company_id = $1 and e.party = $2 and e.kind = any($3::text[]) and e.date between $4 and $5
    and ($6::timestamptz is null or e.recorded_at <= $6) and ($7::text is null or e.currency = $7)
  group by 1, 2, 3, 4, 5 having ${measured('$7')} <> 0 order by e.date, min(e.recorded_at), p.document_number`

const words = (side: 'receivable' | 'payable' | null | undefined, balance: bigint) =>
  balance === 0n
    ? '双方无欠款'
    : `${balance > 0n === (side !== 'payable') ? '贵方欠我方' : '我方欠贵方'} ${centsText(balance < 0n ? -balance : balance)}`

export const partyStatementRun = defineReportRun(partyStatement, async (parameters, work) => {
  const range = rangeOf(work, parameters)
  const [party] = await work.tx.rows<{ code: string; name: string }>(
    `select code, name from party where company_id = $1 and id = $2`,
    [work.company, parameters.party ?? null],
  )
  if (party === undefined) throw notFound('请选择往来单位', 'Choose a party')
  const kinds = parameters.side === null || parameters.side === undefined ? allKinds : kindsOfSide[parameters.side]
  const known = parameters.knownAt ?? null
  const currency = parameters.currency ?? null
  const [before, lines] = await Promise.all([
    work.tx.rows<{ amount: string }>(opening, [work.company, parameters.party, kinds, range.from, known, currency]),
    work.tx.rows<MovementRow>(movements, [
      work.company,
      parameters.party,
      kinds,
      range.from,
      range.to,
      known,
      currency,
    ]),
  ])
  const sign = signOf(parameters.side)
  const start = sign * toCents(before[0]?.amount ?? '0')
  let balance = start
  const sums = { increase: 0n, decrease: 0n }
  const rows = lines.map((line): ReportRow => {
    const amount = sign * toCents(line.amount)
    balance += amount
    sums[amount > 0n ? 'increase' : 'decrease'] += amount > 0n ? amount : -amount
    return {
      date: line.date,
      documentType: line.document_type,
      documentId: line.document_id,
      documentNumber: line.document_number,
      type: work.installed.catalogue.documents.get(line.document_type)?.label ?? line.document_type,
      summary: partyItemKinds[line.kind],
      increase: amount > 0n ? centsText(amount) : null,
      decrease: amount < 0n ? centsText(-amount) : null,
      balance: centsText(balance),
    }
  })
  const size = balance < 0n ? -balance : balance
  return {
    rows: [
      { rowKind: 'opening', date: range.from, summary: '期初欠款', balance: centsText(start) },
      ...rows,
      {
        rowKind: 'closing',
        date: range.to,
        summary: currency === null ? `期末欠款（大写）${chineseAmount(centsText(size))}` : `期末欠款（${currency}）`,
        balance: centsText(balance),
      },
    ],
    totals: {
      date: '合计',
      increase: centsText(sums.increase),
      decrease: centsText(sums.decrease),
      balance: centsText(balance),
    },
    notes: [
      `往来单位：${party.code} ${party.name}`,
      `对账期间：${range.from} 至 ${range.to}`,
      ...(currency === null ? [] : [`币种：${currency}`]),
      words(parameters.side, balance),
      '请核对，如有不符请注明；无误请盖章确认：　　　　　　日期：',
    ],
  }
})
