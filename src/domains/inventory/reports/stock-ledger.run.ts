import { decimal } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { sumOfTexts } from '../../../base/fixed-point.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import { invalid, fieldProblem } from '../../../kernel/definition/problem.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { pooledPlacesSql } from '../../../ledgers/dimensions/place.ts'
import { withoutZeros } from './markup-column.ts'
import { stockLedgerReport } from './stock-ledger.ts'
import type { ledgerSteps } from './stock-ledger.ts'

interface EntryRow {
  readonly id: string
  readonly date: string
  readonly document_type: string
  readonly document_id: string
  readonly document_number: string
  readonly warehouse: string
  readonly lot: string | null
  readonly kind: string
  readonly quantity: string
  readonly amount: string
  readonly markup: string
}

const left = (quantity: Decimal, amount: Decimal, markup: Decimal) => ({
  leftQuantity: quantity.toString(),
  leftUnit: quantity.isZero() ? null : amount.div(quantity).toDecimalPlaces(4).toString(),
  leftAmount: amount.toString(),
  leftMarkup: markup.toString(),
})

const labelOf = (work: Work, row: EntryRow): string => {
  const label = work.installed.catalogue.documents.get(row.document_type)?.label ?? row.document_type
  return row.kind === 'difference' || row.kind === 'given' ? `成本调整（${label}）` : label
}

/** Goods in stand under 收入, goods out under 发出; a correction of cost stands where what it corrects stood. */
const sides = (row: EntryRow) => {
  const quantity = decimal(row.quantity)
  const amount = decimal(row.amount)
  const isIn = quantity.isZero() ? row.kind === 'given' || row.kind === 'receive' : quantity.isPositive()
  return isIn
    ? { inQuantity: quantity.toString(), inAmount: amount.toString(), outQuantity: null, outAmount: null }
    : { inQuantity: null, inAmount: null, outQuantity: quantity.neg().toString(), outAmount: amount.neg().toString() }
}

const added = (rows: readonly ReportRow[], name: string): string | null => {
  const known = rows.flatMap((row) => (typeof row[name] === 'string' ? [row[name]] : []))
  return known.length === 0 ? null : sumOfTexts(known)
}

/** Movements of a day or of a month in one line: what came, what went, and what was left at its end. */
const stepped = (lines: readonly ReportRow[], by: keyof typeof ledgerSteps): ReportRow[] => {
  if (by === 'entry') return [...lines]
  const groups = Map.groupBy(lines, (line) => String(line['date']).slice(0, by === 'day' ? 10 : 7))
  return [...groups].map(([step, rows]) => {
    const last = rows.at(-1)
    return {
      date: by === 'day' ? step : null,
      kind: by === 'day' ? `${rows.length} 笔` : `${step}，${rows.length} 笔`,
      ...Object.fromEntries(
        ['inQuantity', 'inAmount', 'outQuantity', 'outAmount'].map((name) => [name, added(rows, name)]),
      ),
      leftQuantity: last?.['leftQuantity'] ?? null,
      leftUnit: last?.['leftUnit'] ?? null,
      leftAmount: last?.['leftAmount'] ?? null,
      leftMarkup: last?.['leftMarkup'] ?? null,
    }
  })
}

export const runStockLedger = defineReportRun(stockLedgerReport, async (parameters, work) => {
  if (!parameters.item) {
    throw invalid('请选择商品', 'Choose an item', [fieldProblem('item', '请选择商品', 'item is required')])
  }
  const { item, warehouse, knownAt, lot } = parameters
  const range = [work.company, item, warehouse ?? null, knownAt ?? null, lot ?? null]
  const where = `e.company_id = $1 and e.item = $2 and ($3::uuid is null or e.warehouse = $3) and e.place in (${pooledPlacesSql})
    and ($4::timestamptz is null or e.recorded_at <= $4) and ($5::text is null or e.lot = $5)`
  // Pairs that were withdrawn are hidden, unless one asks what was known before they were.
  const standing = `e.negates is null and not exists (
    select 1 from stock_entry n where n.company_id = $1 and n.negates = e.id and ($4::timestamptz is null or n.recorded_at <= $4))`
  const [opening, rows] = await Promise.all([
    work.tx.rows<{ quantity: string; amount: string; markup: string }>(
      `select coalesce(sum(e.quantity), 0) as quantity, coalesce(sum(e.amount), 0) as amount, coalesce(sum(e.markup), 0) as markup
       from stock_entry e
       where ${where} and $6::date is not null and e.date < $6`,
      [...range, parameters.from ?? null],
    ),
    work.tx.rows<EntryRow>(
      `select e.id, e.date, e.document_type, e.document_id, p.document_number, w.name as warehouse, e.lot, e.kind, e.quantity, e.amount, e.markup
       from stock_entry e join posting p on p.company_id = $1 and p.id = e.posting_id
       join warehouse w on w.company_id = $1 and w.id = e.warehouse
       where ${where} and ${standing} and ($6::date is null or e.date >= $6) and ($7::date is null or e.date <= $7)
       order by e.date, e.sequence, e.line_no, e.id`,
      [...range, parameters.from ?? null, parameters.to ?? null],
    ),
  ])
  let quantity = decimal(opening[0]?.quantity ?? 0)
  let amount = decimal(opening[0]?.amount ?? 0)
  let markup = decimal(opening[0]?.markup ?? 0)
  const head: ReportRow = { rowKind: 'opening', kind: '期初结存', ...left(quantity, amount, markup) }
  const lines = rows.map((row): ReportRow => {
    quantity = quantity.plus(row.quantity)
    amount = amount.plus(row.amount)
    markup = markup.plus(row.markup)
    return {
      date: row.date,
      number: row.document_number,
      documentType: row.document_type,
      documentId: row.document_id,
      entry: row.id,
      kind: labelOf(work, row),
      warehouse: row.warehouse,
      lot: row.lot,
      ...sides(row),
      ...left(quantity, amount, markup),
    }
  })
  const shown = stepped(lines, parameters.by ?? 'entry')
  const answer: ReportRow[] = [
    head,
    ...shown,
    { rowKind: 'closing', kind: '期末结存', ...left(quantity, amount, markup) },
  ]
  return { columns: withoutZeros(stockLedgerReport.columns, answer, 'leftMarkup'), rows: answer }
})
