import { centsText } from '../../base/fixed-point.ts'
import { newId } from '../../base/id.ts'
import type { Json } from '../../base/json.ts'
import type { PostingRecord } from '../../kernel/posting/book.ts'
import type { Work } from '../../kernel/posting/work.ts'
import type { StoredAgainst } from '../general/accounts.ts'
import { loadMovementsEver, slicesToJson } from './chain.ts'
import type { ChainMovement } from './chain.ts'
import { varianceIn } from './costing/standard.ts'
import type { CostDifference } from './cost-difference.ts'
import { appendStockRows } from './stock-rows.ts'
import type { StockRow } from './stock-rows.ts'

/** A difference with the id it is appended under, and the movement that it corrects. */
export interface WrittenDifference {
  readonly id: string
  readonly movement: ChainMovement
  readonly difference: CostDifference
}

const storedLines = (against: Json): ChainMovement['against'] =>
  Array.isArray(against) ? against.map((line) => line as Json & StoredAgainst) : []

const asMovement = (row: StockRow): ChainMovement => ({
  entry: row.id,
  pool: row.pool,
  date: row.date,
  sequence: row.sequence,
  lineNo: row.lineNo,
  kind: row.kind as ChainMovement['kind'],
  quantity: row.quantity,
  given: row.asked ?? row.amount,
  givenMore: 0n,
  original: row.amount,
  stored: row.amount,
  source: row.sourceEntry,
  sourceOffset: row.sourceOffset,
  sourceQuantity: row.sourceQuantity,
  slices: [],
  markup: row.markup,
  variance: varianceIn(row.markup, row.markupRole),
  originalMarkup: row.markup,
  markupRole: row.markupRole,
  worth: row.worth,
  item: row.item,
  warehouse: row.warehouse,
  place: row.place,
  lot: row.lot,
  bin: row.bin,
  serials: [],
  costMethod: null,
  secondQuantity: row.secondQuantity,
  document: row.document,
  account: row.account,
  role: row.role,
  against: storedLines(row.against),
  within: !Array.isArray(row.against),
  remainder: null,
})

/** Names what a replay found, with the movements that it corrects; those of this posting are not in the ledger yet. */
export const namedDifferences = async (
  work: Work,
  differences: readonly CostDifference[],
  fresh: readonly StockRow[],
): Promise<WrittenDifference[]> => {
  const byEntry = new Map(fresh.map((row) => [row.id, asMovement(row)]))
  const unread = differences.flatMap((d) => (d.movement === null && !byEntry.has(d.entry) ? [d.entry] : []))
  for (const m of await loadMovementsEver(work, unread)) byEntry.set(m.entry, m)
  return differences.map((difference) => {
    const movement = difference.movement ?? byEntry.get(difference.entry)
    if (movement === undefined) throw new Error(`stock movement ${difference.entry} is gone`)
    return { id: newId<'stockEntry'>(), difference, movement }
  })
}

const againstOf = (m: ChainMovement): Json =>
  m.within
    ? { within: true, remainder: m.remainder }
    : m.against.map((a) => ({ role: a.role, account: a.account, amount: a.amount, dimensions: { item: m.item } }))

const trueUpRow = ({ id, movement, difference }: WrittenDifference): StockRow => ({
  id,
  document: movement.document,
  lineNo: movement.lineNo,
  date: difference.date,
  negates: null,
  role: movement.role,
  account: movement.account,
  against: againstOf(movement),
  item: movement.item,
  warehouse: movement.warehouse,
  place: movement.place,
  lot: movement.lot,
  bin: null,
  owner: null,
  quantity: 0n,
  secondQuantity: null,
  amount: difference.amount,
  markup: difference.markup,
  markupRole: difference.markupRole ?? null,
  worth: null,
  asked: null,
  kind: 'difference',
  pool: movement.pool,
  sequence: movement.sequence,
  sourceEntry: difference.coveredBy,
  sourceOffset: 0n,
  sourceQuantity: null,
  corrects: movement.entry,
  slices: null,
  costMethod: null,
  category: null,
})

// What a corrected movement says of itself is in the ledger already, and need not travel there and back.
const correctionSql = `
  insert into stock_entry (company_id, posting_id, recorded_at, id, document_type, document_id, line_id, line_no, date, role, account_id,
    against, item, warehouse, place, lot, quantity, amount, markup, markup_role, kind, pool, sequence, source_offset, corrects, slices)
  select $1, $2, $3, r.id, m.document_type, m.document_id, m.line_id, m.line_no, r.date, m.role, m.account_id,
    m.against, m.item, m.warehouse, m.place, m.lot, 0, r.amount, r.markup, r.markup_role, 'difference', m.pool, m.sequence, 0, m.id, r.slices
  from unnest($4::uuid[], $5::uuid[], $6::date[], $7::numeric[], $8::numeric[], $9::jsonb[], $10::text[]) as r(id, corrects, date, amount, markup, slices, markup_role)
  join stock_entry m on m.company_id = $1 and m.id = r.corrects`

/** Appends what a replay found; it belongs to the documents whose cost it corrects. */
export const appendDifferences = (work: Work, posting: PostingRecord, written: readonly WrittenDifference[]): void => {
  const { corrections = [], trueUps = [] } = Object.groupBy(written, ({ difference }) =>
    difference.coveredBy === null ? 'corrections' : 'trueUps',
  )
  appendStockRows(work, posting, trueUps.map(trueUpRow))
  if (corrections.length === 0) return
  work.tx.send(correctionSql, [
    work.company,
    posting.id,
    posting.recordedAt,
    corrections.map((one) => one.id),
    corrections.map((one) => one.movement.entry),
    corrections.map((one) => one.difference.date),
    corrections.map((one) => centsText(one.difference.amount)),
    corrections.map((one) => centsText(one.difference.markup)),
    corrections.map(({ difference }) =>
      difference.slices === null ? null : JSON.stringify(slicesToJson(difference.slices)),
    ),
    corrections.map(({ difference }) => difference.markupRole ?? null),
  ])
}
