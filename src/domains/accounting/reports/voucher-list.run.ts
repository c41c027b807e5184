import type { CalendarDate } from '../../../base/calendar-date.ts'
import { chineseAmount } from '../../../base/chinese-amount.ts'
import { centsText, toCents } from '../../../base/fixed-point.ts'
import { notFound } from '../../../kernel/definition/problem.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { readAccounts } from '../../../ledgers/general/account-tree.ts'
import type { AccountTree } from '../../../ledgers/general/account-tree.ts'
import { voucherKinds } from '../../../ledgers/general/general-ledger.ts'
import type { VoucherKind } from '../../../ledgers/general/general-ledger.ts'
import {
  lastReview,
  lastSignature,
  notWithdrawn,
  touchesCash,
  voucherName,
} from '../../../ledgers/general/voucher-selection.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { amountCell, rangeOf } from './book-view.ts'
import type { Range } from './book-view.ts'
import { voucherJournal, voucherLines, voucherList, voucherStates } from './voucher-list.ts'
import type { VoucherState } from './voucher-list.ts'

interface VoucherRow {
  readonly id: string
  readonly date: CalendarDate
  readonly word: string
  readonly number: number | null
  readonly kind: VoucherKind
  readonly summary: string
  readonly total: string
  readonly state: VoucherState
  readonly document_type: string
  readonly document_id: string
  readonly document_number: string
  readonly actor: string
  readonly reviewer: string | null
  readonly booker: string | null
  readonly note: string | null
  readonly cashier: string | null
  readonly cash: boolean
  readonly attachments: number
}

/** Files at the document behind a voucher, where no number of papers is said. */
const attachedFiles = `(select count(*)::integer from attachment f where f.company_id = $1 and f.record_id = v.document_id)`
const lastNote = `(select r.note from voucher_review r where r.company_id = $1 and r.voucher = v.id order by r.id desc limit 1)`
const lastSigner = `(select s.actor from voucher_signature s where s.company_id = $1 and s.voucher = v.id order by s.id desc limit 1)`

const select = `select v.id, v.date, v.word, coalesce(b.number, n.number) as number, v.kind, v.summary, v.total, v.document_type, v.document_id,
    v.document_number, v.actor,
    coalesce((select d.attachments_count from voucher d where d.company_id = $1 and d.id = v.document_id), ${attachedFiles}) as attachments, b.actor as booker,
    (select r.actor from voucher_review r where r.company_id = $1 and r.voucher = v.id order by r.id desc limit 1) as reviewer, ${lastNote} as note, ${touchesCash} as cash,
    case when coalesce(${lastSignature}, false) then ${lastSigner} end as cashier,
    case when b.voucher is not null then 'booked' when coalesce(${lastReview}, false) then 'reviewed'
      when ${lastNote} is not null then 'rejected' else 'entered' end as state
  from general_voucher v
  left join voucher_booking b on b.company_id = $1 and b.voucher = v.id
  left join voucher_number n on n.company_id = $1 and n.voucher = v.id`

interface Filter {
  readonly state?: VoucherState | null
  readonly kind?: string | null
  readonly q?: string | null
}

const vouchersOf = async (work: Work, range: Range, filter: Filter): Promise<VoucherRow[]> => {
  const rows = await work.tx.rows<VoucherRow>(
    `${select} where v.company_id = $1 and v.date between $2 and $3 and v.kind <> 'opening' and ${notWithdrawn('v', null)}
       and ($4::text is null or v.kind = $4) and ($5::text is null or v.summary ilike $5 or v.document_number ilike $5)
     order by v.period, v.word, coalesce(b.number, n.number), v.date, v.id`,
    [
      work.company,
      range.from,
      range.to,
      filter.kind ?? null,
      filter.q === null || filter.q === undefined || filter.q === ''
        ? null
        : `%${filter.q.replace(/[%_\\]/g, '\\$&')}%`,
    ],
  )
  return rows.filter((row) => filter.state === null || filter.state === undefined || row.state === filter.state)
}

const cells = (row: VoucherRow) => ({
  voucher: row.id,
  date: row.date,
  number: voucherName(row),
  kind: voucherKinds[row.kind],
  summary: row.summary,
  state: voucherStates[row.state],
  documentType: row.document_type,
  documentId: row.document_id,
  documentNumber: row.document_number,
})

export const voucherListRun = defineReportRun(voucherList, async (parameters, work) => {
  const range = rangeOf(work, parameters)
  const rows = await vouchersOf(work, range, parameters)
  return {
    rows: rows.map((row) => ({
      ...cells(row),
      total: row.total,
      maker: row.actor,
      cash: row.cash,
      cashier: row.cashier,
      note: row.state === 'rejected' ? row.note : null,
      reviewer: row.state === 'reviewed' || row.state === 'booked' ? row.reviewer : null,
      booker: row.booker,
    })),
    totals: { date: '合计', total: centsText(rows.reduce((sum, row) => sum + toCents(row.total), 0n)) },
    notes: [`${range.from} 至 ${range.to}，共 ${rows.length} 张凭证`],
  }
})

interface LineRow {
  readonly voucher: string
  readonly account_id: string
  readonly summary: string
  readonly debit: string
  readonly credit: string
  readonly auxiliary: string | null
}

const linesOf = (work: Work, vouchers: readonly string[]) =>
  work.tx.rows<LineRow>(
    `select e.voucher, e.account_id, e.summary, e.debit, e.credit,
       nullif(concat_ws(' ', p.name, d.name, m.name, j.name, i.name, c.name, x.name, y.name,
         case when e.quantity is not null then '数量 ' || trim_scale(e.quantity) end,
         case when e.currency <> $3 then e.currency || ' ' || e.currency_amount end), '') as auxiliary
     from general_entry e
     left join party p on p.company_id = $1 and p.id = e.party
     left join department d on d.company_id = $1 and d.id = e.department
     left join employee m on m.company_id = $1 and m.id = e.employee
     left join project j on j.company_id = $1 and j.id = e.project
     left join item i on i.company_id = $1 and i.id = e.item
     left join cash_account c on c.company_id = $1 and c.id = e.cash_account
     left join auxiliary_item x on x.company_id = $1 and x.id = e.auxiliary1
     left join auxiliary_item y on y.company_id = $1 and y.id = e.auxiliary2
     where e.company_id = $1 and e.voucher = any($2::uuid[]) order by e.voucher, e.line_no`,
    [work.company, vouchers, settingsOf(work.settings).currency],
  )

const lineCells = (tree: AccountTree, line: LineRow) => ({
  summary: line.summary,
  code: tree.byId(line.account_id)?.code ?? '',
  account: tree.byId(line.account_id)?.path ?? '',
  auxiliary: line.auxiliary,
  debit: amountCell(toCents(line.debit)),
  credit: amountCell(toCents(line.credit)),
})

const sums = (lines: readonly LineRow[]) => ({
  debit: centsText(lines.reduce((sum, line) => sum + toCents(line.debit), 0n)),
  credit: centsText(lines.reduce((sum, line) => sum + toCents(line.credit), 0n)),
})

export const voucherJournalRun = defineReportRun(voucherJournal, async (parameters, work) => {
  const range = rangeOf(work, parameters)
  const vouchers = await vouchersOf(work, range, parameters)
  const [tree, lines] = await Promise.all([
    readAccounts(work),
    linesOf(
      work,
      vouchers.map((voucher) => voucher.id),
    ),
  ])
  const byVoucher = Map.groupBy(lines, (line) => line.voucher)
  return {
    rows: vouchers.flatMap((voucher): ReportRow[] =>
      (byVoucher.get(voucher.id) ?? []).map((line) => ({ ...cells(voucher), ...lineCells(tree, line) })),
    ),
    totals: { date: '合计', ...sums(lines) },
    notes: [`${range.from} 至 ${range.to}，共 ${vouchers.length} 张凭证 ${lines.length} 条分录`],
  }
})

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export const voucherLinesRun = defineReportRun(voucherLines, async (parameters, work) => {
  const id = parameters.voucher ?? ''
  const [voucher] = uuid.test(id)
    ? await work.tx.rows<VoucherRow>(`${select} where v.company_id = $1 and v.id = $2`, [work.company, id])
    : []
  if (voucher === undefined) throw notFound('没有这张凭证', 'There is no such voucher')
  const [tree, lines] = await Promise.all([readAccounts(work), linesOf(work, [voucher.id])])
  const total = sums(lines)
  const head = cells(voucher)
  return {
    rows: lines.map((line) => ({ ...head, ...lineCells(tree, line) })),
    totals: { summary: `合计：${chineseAmount(total.debit)}`, ...total },
    notes: [
      `${voucher.word}字第 ${head.number.split('-')[1] ?? ''} 号`,
      `日期：${voucher.date}`,
      `附单据 ${voucher.attachments} 张`,
      `${head.kind}，${head.state}`,
      `制单：${voucher.actor}`,
      `出纳：${voucher.cashier ?? ''}`,
      `审核：${voucher.state === 'reviewed' || voucher.state === 'booked' ? (voucher.reviewer ?? '') : ''}`,
      `记账：${voucher.booker ?? ''}`,
    ],
  }
})
