import { decimal } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import { invalid, fieldProblem } from '../../../kernel/definition/problem.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { pooledPlacesSql } from '../../../ledgers/dimensions/place.ts'
import { stockLedgerReport } from './stock-ledger.ts'

interface EntryRow {
  readonly id: string
  readonly date: string
  readonly document_type: string
  readonly document_id: string
  readonly document_number: string
  readonly warehouse: string
  readonly kind: string
  readonly quantity: string
  readonly amount: string
}

const left = (quantity: Decimal, amount: Decimal) => ({
  leftQuantity: quantity.toString(),
  leftUnit: quantity.isZero() ? null : amount.div(quantity).toDecimalPlaces(4).toString(),
  leftAmount: amount.toString(),
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

export const runStockLedger = defineReportRun(stockLedgerReport, async (parameters, work) => {
  if (!parameters.item) {
    throw invalid('请选择商品', 'Choose an item', [fieldProblem('item', '请选择商品', 'item is required')])
  }
  const range = [work.company, parameters.item, parameters.warehouse ?? null, parameters.knownAt ?? null]
  const where = `e.company_id = $1 and e.item = $2 and ($3::uuid is null or e.warehouse = $3) and e.place in (${pooledPlacesSql})
    and ($4::timestamptz is null or e.recorded_at <= $4)`
  // Pairs that were withdrawn are hidden, unless one asks what was known before they were.
  const standing = `e.negates is null and not exists (
    select 1 from stock_entry n where n.company_id = $1 and n.negates = e.id and ($4::timestamptz is null or n.recorded_at <= $4))`
  const [opening, rows] = await Promise.all([
    work.tx.rows<{ quantity: string; amount: string }>(
      `select coalesce(sum(e.quantity), 0) as quantity, coalesce(sum(e.amount), 0) as amount from stock_entry e
       where ${where} and $5::date is not null and e.date < $5`,
      [...range, parameters.from ?? null],
    ),
    work.tx.rows<EntryRow>(
      `select e.id, e.date, e.document_type, e.document_id, p.document_number, w.name as warehouse, e.kind, e.quantity, e.amount
       from stock_entry e join posting p on p.company_id = $1 and p.id = e.posting_id
       join warehouse w on w.company_id = $1 and w.id = e.warehouse
       where ${where} and ${standing} and ($5::date is null or e.date >= $5) and ($6::date is null or e.date <= $6)
       order by e.date, e.sequence, e.line_no, e.id`,
      [...range, parameters.from ?? null, parameters.to ?? null],
    ),
  ])
  let quantity = decimal(opening[0]?.quantity ?? 0)
  let amount = decimal(opening[0]?.amount ?? 0)
  const head: ReportRow = { rowKind: 'opening', kind: '期初结存', ...left(quantity, amount) }
  const lines = rows.map((row): ReportRow => {
    quantity = quantity.plus(row.quantity)
    amount = amount.plus(row.amount)
    return {
      date: row.date,
      number: row.document_number,
      documentType: row.document_type,
      documentId: row.document_id,
      entry: row.id,
      kind: labelOf(work, row),
      warehouse: row.warehouse,
      ...sides(row),
      ...left(quantity, amount),
    }
  })
  return { rows: [head, ...lines, { rowKind: 'closing', kind: '期末结存', ...left(quantity, amount) }] }
})
