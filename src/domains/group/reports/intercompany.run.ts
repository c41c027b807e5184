import type { CalendarDate } from '../../../base/calendar-date.ts'
import { centsText, microsText, toCents } from '../../../base/fixed-point.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { amountCell } from '../../accounting/server.ts'
import { companyCoded, ownListing, readAffiliates } from '../members/find-companies.ts'
import type { ListedCompany } from '../members/find-companies.ts'
import { periodEnd, readGroup, readMembers } from '../members/read-group.ts'
import type { MemberFigures } from '../members/member-figures.ts'
import { readLinks } from '../mirror/links.ts'
import { agreeBalances, claimPairs, pairOfKind } from '../rules/agree-balances.ts'
import type { AgreedRow, OpenDocument } from '../rules/agree-balances.ts'
import { amountOfNewest } from '../rules/newest-first.ts'
import { intercompanyBalances, intercompanyDocuments, profitInStock } from './intercompany.ts'
import { todayOf } from '../../../ledgers/today.ts'

interface OpenRow {
  readonly kind: string
  readonly type: string
  readonly id: string
  readonly number: string
  readonly date: string
  readonly amount: string
}

/** What is open with a party on a day, by the document that it was opened by. */
const readOpen = async (work: Work, party: string, asOf: CalendarDate): Promise<OpenDocument[]> => {
  const rows = await work.tx.rows<OpenRow>(
    `select i.kind, i.document_type as type, i.document_id as id, i.document_number as number, i.date::text as date,
       sum(e.book_amount) as amount
     from party_item i join party_entry e on e.company_id = $1 and e.open_item = i.id and e.date <= $3
     where i.company_id = $1 and i.party = $2
     group by i.kind, i.document_type, i.document_id, i.document_number, i.date
     having sum(e.book_amount) <> 0 order by i.date, i.document_number`,
    [work.company, party, asOf],
  )
  const byDocument = Map.groupBy(rows, (row) => `${pairOfKind(row.kind)}/${row.id}`)
  return [...byDocument.values()].flatMap((own) => {
    const [first] = own
    const amount = own.reduce((sum, row) => sum + toCents(row.amount), 0n)
    if (first === undefined || amount === 0n) return []
    return [
      { pair: pairOfKind(first.kind), type: first.type, id: first.id, number: first.number, date: first.date, amount },
    ]
  })
}

const cells = (other: ListedCompany, one: AgreedRow): ReportRow => ({
  company: other.name,
  companyCode: other.code,
  pair: claimPairs[one.pair],
  ownNumber: one.own?.number ?? null,
  documentType: one.own?.type ?? null,
  documentId: one.own?.id ?? null,
  ownDate: one.own?.date ?? null,
  own: one.own === null ? null : centsText(one.own.amount),
  theirNumber: one.theirs?.number ?? null,
  theirType: one.theirs?.type ?? null,
  theirId: one.theirs?.id ?? null,
  theirDate: one.theirs?.date ?? null,
  theirs: one.theirs === null ? null : centsText(one.theirs.amount),
  difference: amountCell(one.difference),
  reason: one.reason,
})

export const intercompanyBalancesRun = defineReportRun(intercompanyBalances, async (parameters, work) => {
  const asOf = parameters.asOf ?? todayOf(work)
  const own = await ownListing(work)
  const wanted = (await readAffiliates(work)).filter(
    (one) => parameters.company === null || parameters.company === undefined || one.company === parameters.company,
  )
  const links = await readLinks(work)
  const sides = await Promise.all(
    wanted.map(async ({ company: code, party }) => {
      const other = await companyCoded(work, 'company', code)
      const question = {
        company: other.id,
        rights: ['report.intercompanyBalances'],
        purpose: intercompanyBalances.label,
      }
      const theirs = await work.elsewhere(question, async (there) => {
        const back = (await readAffiliates(there)).find((one) => one.company === own.code)
        return back === undefined ? null : readOpen(there, back.party, asOf)
      })
      const rows = agreeBalances(await readOpen(work, party, asOf), theirs ?? [], (one, another) =>
        links.some((link) => link.document === one.id && link.theirDocument === another.id),
      )
      return { other, rows, isKnownThere: theirs !== null }
    }),
  )
  return {
    rows: sides.flatMap(({ other, rows }) => rows.map((one) => cells(other, one))),
    notes: [
      `截至：${asOf}`,
      '正数为应收，负数为应付；差额为两方之和',
      ...sides.flatMap(({ other, isKnownThere }) =>
        isKnownThere ? [] : [`${other.name} 未在其账套登记本公司为内部单位`],
      ),
    ],
  }
})

export const intercompanyDocumentsRun = defineReportRun(intercompanyDocuments, async (parameters, work) => {
  const links = await readLinks(work)
  const listed = new Map(
    (
      await work.tx.rows<ListedCompany>(
        `select company_id as id, code, name from company_directory where company_id = any($1::uuid[])`,
        [links.map((link) => link.other)],
      )
    ).map((one) => [String(one.id), one]),
  )
  const label = (type: string) => work.installed.catalogue.documents.get(type)?.label ?? type
  const rows = links.map((link): ReportRow => {
    const other = listed.get(link.other)
    return {
      type: label(link.type),
      number: link.number,
      documentType: link.type,
      documentId: link.document,
      company: other?.name ?? '',
      companyCode: other?.code ?? '',
      theirs: label(link.theirType),
      theirNumber: link.theirNumber,
      theirType: link.theirType,
      theirId: link.theirDocument,
      madeHere: link.madeHere,
    }
  })
  const wanted = parameters.company ?? null
  return { rows: rows.filter((row) => wanted === null || row['companyCode'] === wanted) }
})

const profitRows = (seller: MemberFigures, buyer: MemberFigures): ReportRow[] => {
  const sides = [buyer.internal.atEnd, buyer.internal.atYearStart] as const
  const [now, before] = sides.map((side) => side.held.get(seller.code) ?? new Map<string, bigint>())
  const codes = [...new Set([...(now?.keys() ?? []), ...(before?.keys() ?? [])])].sort()
  const earned = (side: 'atEnd' | 'atYearStart', code: string, quantity: bigint) =>
    amountOfNewest(quantity, seller.internal[side].sold.get(buyer.code)?.get(code) ?? [])
  return codes.map((code) => {
    const [held, first] = [now?.get(code) ?? 0n, before?.get(code) ?? 0n]
    return {
      seller: seller.name,
      buyer: buyer.name,
      item: code,
      quantity: microsText(held),
      profit: amountCell(earned('atEnd', code, held)),
      openingQuantity: microsText(first),
      openingProfit: amountCell(earned('atYearStart', code, first)),
    }
  })
}

export const profitInStockRun = defineReportRun(profitInStock, async (parameters, work) => {
  const group = await readGroup(work, parameters.group)
  const to = periodEnd(work, parameters.period)
  const members = await readMembers(work, group, to)
  return {
    rows: members.flatMap((seller) => members.flatMap((buyer) => (seller === buyer ? [] : profitRows(seller, buyer)))),
    notes: [`合并范围：${group.name}`, `期间：${to.slice(0, 7)}`, '公司内部异价调拨的差价已在存货项目中减除'],
  }
})
