import { decimal, zero } from '../../../base/decimal.ts'
import { newId } from '../../../base/id.ts'
import type { Json } from '../../../base/json.ts'
import { fieldProblem, forbidden, invalid } from '../../../kernel/definition/problem.ts'
import { updateDocument } from '../../../kernel/documents/documents.ts'
import { asDocument } from '../../../kernel/documents/load.ts'
import { insertRows, lineTableOf } from '../../../kernel/documents/storage.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { stockCount } from '../documents/stock-count.ts'
import { foldCount } from '../rules/fold-count.ts'
import type { CountedLine } from '../rules/fold-count.ts'
import { needsRecount } from '../rules/needs-recount.ts'
import { bookAt, movedBetween } from './book-at.ts'
import { entriesOf, goodsKey, openSheet } from './open-sheet.ts'
import type { CountRecord, OpenSheet, StoredEntry } from './open-sheet.ts'
import { unitCosts } from './unit-costs.ts'

export interface CompareWays {
  /** What nobody counted is taken not to be there; else it is refused. */
  readonly uncountedIsZero: boolean
  /** What is beyond the tolerance is left as it was counted, without a second person. */
  readonly accept: boolean
}

type Line = CountRecord['lines'][number]

/** A line with what was counted of it, in this round or before. */
interface Compared {
  readonly id: string
  readonly item: string
  readonly lot: string | null
  readonly bin: string | null
  readonly quantity: string
  readonly first: string
  readonly firstBy: string
  readonly at: Date
  readonly since: Date
  readonly by: string
  readonly unitCost: string | null
}

/** Goods found that the sheet does not name get lines of their own, after the others. */
const addFound = async (work: Work, { record, round }: OpenSheet, entries: readonly StoredEntry[]): Promise<void> => {
  const onSheet = new Set(record.lines.map(goodsKey))
  const found = new Map(
    entries.flatMap((one) =>
      one.round === round && !onSheet.has(goodsKey(one)) ? [[goodsKey(one), one] as const] : [],
    ),
  )
  if (found.size === 0) return
  const goods = [...found.values()]
  const costs = await unitCosts(
    work,
    record.header.warehouse,
    goods.map((one) => one.item),
  )
  insertRows(
    work.tx,
    work.company,
    lineTableOf(stockCount, 'lines'),
    goods.map(({ item, lot, bin }, index) => ({
      id: newId<'line'>(),
      owner: record.header.id,
      lineNo: record.lines.length + index + 1,
      item,
      lot,
      bin,
      unitCost: costs.get(item) === undefined ? null : decimal(costs.get(item) ?? '0'),
      needsRecount: false,
      custom: {},
    })),
  )
}

/** What stands of a line: what was scanned, unless someone typed another figure on the document after that. */
const standing = (line: Line, entries: readonly StoredEntry[]): CountedLine | undefined => {
  const scanned = foldCount(entries)
  const { countedQuantity: typed, countedAt } = line
  if (typed === null || countedAt === null) return scanned
  if (scanned !== undefined && scanned.lastAt > countedAt) return scanned
  return { quantity: typed, firstAt: countedAt, lastAt: countedAt, by: line.countedBy === null ? [] : [line.countedBy] }
}

const compared = (work: Work, line: Line, entries: readonly StoredEntry[], ways: CompareWays, round: number) => {
  const now = work.clock.now()
  const nothing = { quantity: zero, firstAt: now, lastAt: now, by: [work.actor.name] }
  const counted = standing(line, entries) ?? (ways.uncountedIsZero ? nothing : undefined)
  if (counted === undefined) return undefined
  const quantity = counted.quantity.toString()
  const by = counted.by.join('、').slice(0, 200)
  return {
    id: line.id,
    item: line.item,
    lot: line.lot,
    bin: line.bin,
    quantity,
    first: round === 1 ? quantity : (line.firstQuantity ?? counted.quantity).toString(),
    at: counted.lastAt,
    since: counted.firstAt,
    by,
    firstBy: round === 1 ? by : (line.firstBy ?? by),
    unitCost: line.unitCost?.toString() ?? null,
  } satisfies Compared
}

const refuseUncounted = (lines: readonly Line[], found: readonly (Compared | undefined)[], word: string): void => {
  const problems = lines.flatMap((line, index) =>
    found[index] === undefined
      ? [fieldProblem(`lines.${line.lineNo - 1}.countedQuantity`, `未${word}`, 'nobody has counted it')]
      : [],
  )
  if (problems.length > 0) {
    throw invalid(
      `还有 ${problems.length} 行未${word}；盘完再比对，或选“未盘到的行按零”`,
      `${problems.length} lines are not counted; count them, or take them as zero`,
      problems,
    )
  }
}

/** Whether each has to be counted again, by the books as of its own scan. */
const recounts = async (work: Work, sheet: OpenSheet, lines: readonly Compared[]): Promise<boolean[]> => {
  const { warehouse, toleranceAmount, tolerancePercent } = sheet.record.header
  const [books, moved] = await Promise.all([
    bookAt(work, { warehouse, frozenAt: sheet.frozenAt }, lines),
    movedBetween(
      work,
      warehouse,
      lines.map(({ item, lot, bin, since, at }) => ({ item, lot, bin, from: since, to: at })),
    ),
  ])
  return lines.map((line, index) => {
    const book = books[index]
    return needsRecount(
      {
        expected: book === undefined ? zero : book.book.plus(book.moved),
        counted: decimal(line.quantity),
        unitCost: line.unitCost === null ? null : decimal(line.unitCost),
        movedMeanwhile: moved[index] === true,
      },
      { amount: toleranceAmount, percent: tolerancePercent },
    )
  })
}

const write = (work: Work, sheet: OpenSheet, lines: readonly Compared[], again: readonly boolean[]): void => {
  work.tx.send(
    `update stock_count_line l set counted_quantity = c.quantity, first_quantity = c.first, counted_at = c.at, counted_by = c.by,
       first_by = c.first_by, needs_recount = c.again
     from unnest($3::uuid[], $4::numeric[], $5::numeric[], $6::timestamptz[], $7::text[], $8::text[], $9::boolean[])
       as c(id, quantity, first, at, by, first_by, again)
     where l.company_id = $1 and l.owner_id = $2 and l.id = c.id`,
    [
      work.company,
      sheet.record.header.id,
      lines.map((one) => one.id),
      lines.map((one) => one.quantity),
      lines.map((one) => one.first),
      lines.map((one) => one.at),
      lines.map((one) => one.by),
      lines.map((one) => one.firstBy),
      again,
    ],
  )
  work.tx.send(`update stock_count set stage = $3 where company_id = $1 and id = $2`, [
    work.company,
    sheet.record.header.id,
    again.includes(true) ? 'recounting' : 'compared',
  ])
}

/** What came of it, for whoever compares. Amounts only for who may see costs. */
const told = (work: Work, record: CountRecord): Json => {
  const wrong = record.lines.filter((line) => line.difference?.isZero() === false)
  const again = record.lines.filter((line) => line.needsRecount === true)
  return {
    id: record.header.id,
    number: record.header.number,
    stage: record.header.stage,
    lines: record.lines.length,
    right: record.lines.length - wrong.length - (record.header.isBlind === true ? again.length : 0),
    recount: again.length,
    ...(work.actor.may('cost.see') && again.length === 0
      ? { gain: record.header.gain?.toString() ?? '0', loss: record.header.loss?.toString() ?? '0' }
      : {}),
  }
}

/**
 * 比对: puts what was counted into the sheet with the moment of each line, and sends what is beyond the tolerance, or moved
 * while it was counted, to a second person. The books of each line are those of its own moment.
 */
export const compareSheet = async (work: Work, key: string, ways: CompareWays): Promise<Json> => {
  if (ways.accept && !work.actor.may('stockCount.accept'))
    throw forbidden('接受差异需要权限：stockCount.accept', 'Accepting differences needs the right stockCount.accept')
  const begun = await openSheet(work, key, { lock: true })
  const entries = await entriesOf(work, begun.record.header.id)
  await addFound(work, begun, entries)
  const sheet = await openSheet(work, begun.record.header.id)
  const { round, stage } = sheet
  const lines = sheet.record.lines.filter((line) => stage !== 'recounting' || line.needsRecount === true)
  const now = Map.groupBy(
    entries.filter((one) => one.round === round),
    goodsKey,
  )
  const found = lines.map((line) => {
    const own = now.get(goodsKey(line)) ?? []
    // In a recount only what was counted again counts, unless the difference is accepted as it is.
    const isAwaited = stage === 'recounting' && own.length === 0 && !ways.accept && !ways.uncountedIsZero
    return isAwaited ? undefined : compared(work, line, own, ways, round)
  })
  refuseUncounted(lines, found, stage === 'recounting' ? '复盘' : '盘')
  const counted = found.filter((one) => one !== undefined)
  const isLast = ways.accept || stage === 'recounting'
  const again = isLast ? counted.map(() => false) : await recounts(work, sheet, counted)
  write(work, sheet, counted, again)
  const updated = await updateDocument(work, stockCount, sheet.record.header.id, {})
  return told(work, asDocument(stockCount, updated))
}
