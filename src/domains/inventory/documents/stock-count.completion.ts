import { decimal } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { defineCompletion } from '../../../kernel/documents/installed.ts'
import type { Work, WrittenDraft } from '../../../kernel/posting/work.ts'
import { bookAt } from '../counts/book-at.ts'
import type { BookQuantity } from '../counts/book-at.ts'
import { stockCount } from './stock-count.ts'

type Sheet = WrittenDraft<typeof stockCount>
type Line = Sheet['tables']['lines'][number]
type Head = Pick<Sheet['header'], 'stage' | 'frozenAt' | 'isBlind' | 'warehouse' | 'plan' | 'scope'>

interface StoredLine {
  readonly id: string
  readonly counted: string | null
  readonly at: Date | null
  readonly by: string | null
  readonly first: string | null
  readonly first_by: string | null
  readonly recount: boolean | null
}

interface StoredHead {
  readonly stage: Head['stage']
  readonly frozen_at: Date | null
  readonly is_blind: boolean | null
  readonly warehouse: NonNullable<Head['warehouse']>
  readonly plan: Head['plan']
  readonly scope: string | null
}

/** What the system says of a sheet under way; whoever writes the draft cannot change it. */
const storedHead = async (work: Work, id: string | undefined): Promise<Head | undefined> => {
  if (id === undefined) return undefined
  const rows = await work.tx.rows<StoredHead>(
    `select stage, frozen_at, is_blind, warehouse, plan, scope from stock_count where company_id = $1 and id = $2`,
    [work.company, id],
  )
  const row = rows[0]
  if (row === undefined) return undefined
  const { stage, frozen_at: frozenAt, is_blind: isBlind, warehouse, plan, scope } = row
  return { stage, frozenAt, isBlind, warehouse, plan, scope }
}

const storedLines = async (work: Work, id: string | undefined): Promise<ReadonlyMap<string, StoredLine>> => {
  if (id === undefined) return new Map()
  const rows = await work.tx.rows<StoredLine>(
    `select id, counted_quantity as counted, counted_at as at, counted_by as by, first_quantity as first, first_by, needs_recount as recount
     from stock_count_line where company_id = $1 and owner_id = $2`,
    [work.company, id],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

const sameQuantity = (typed: Decimal | null | undefined, stored: string | null) =>
  typed ? stored !== null && typed.eq(stored) : stored === null

/** When and by whom a line was counted: as it is kept, and now by whoever types another quantity. */
const counted = (line: Line, stored: StoredLine | undefined, work: Work): Line => {
  const kept = {
    countedAt: stored?.at ?? null,
    countedBy: stored?.by ?? null,
    firstQuantity: stored?.first ? decimal(stored.first) : null,
    firstBy: stored?.first_by ?? null,
    needsRecount: stored?.recount ?? false,
  }
  if (sameQuantity(line.countedQuantity, stored?.counted ?? null)) return { ...line, ...kept }
  if (!line.countedQuantity) return { ...line, ...kept, countedAt: null, countedBy: null }
  return { ...line, ...kept, countedAt: work.clock.now(), countedBy: work.actor.name }
}

/** Before a blind sheet is compared nobody gets what the books say; afterwards only of lines that are counted again. */
const isHidden = (head: Head, line: Line) =>
  head.isBlind === true && (head.stage === 'counting' || (head.stage === 'recounting' && line.needsRecount === true))

const withBook = (head: Head, line: Line, found: BookQuantity | undefined): Line =>
  isHidden(head, line) || found === undefined
    ? { ...line, bookQuantity: null, movedQuantity: null }
    : { ...line, bookQuantity: found.book, movedQuantity: line.countedAt ? found.moved : null }

const completed = async (work: Work, draft: Sheet): Promise<Sheet> => {
  const { id } = draft.header
  const [stored, lines] = await Promise.all([storedHead(work, id), storedLines(work, id)])
  const typed = draft.header
  const head: Head = stored?.frozenAt ? stored : { ...typed, stage: typed.frozenAt ? 'counting' : null }
  const { frozenAt, warehouse } = head
  if (!frozenAt || !warehouse) {
    // Written by hand: what was typed stands, and nothing is known to have moved.
    const bare = draft.tables.lines.map((line) => (line.movedQuantity ? { ...line, movedQuantity: null } : line))
    return { header: { ...typed, stage: null, frozenAt: null }, tables: { ...draft.tables, lines: bare } }
  }
  const told = draft.tables.lines.map((line) => counted(line, lines.get(line.id ?? ''), work))
  const goods = told.flatMap(({ item, lot, bin, countedAt }) =>
    item ? [{ item, lot: lot ?? null, bin: bin ?? null, at: countedAt ?? frozenAt }] : [],
  )
  const found = await bookAt(work, { warehouse, frozenAt }, goods)
  const books = found[Symbol.iterator]()
  return {
    header: { ...typed, ...head },
    tables: {
      ...draft.tables,
      lines: told.map((line) => (line.item ? withBook(head, line, books.next().value) : line)),
    },
  }
}

/** Fills a sheet that was made from the books: what they say, what moved until a line was counted, and who counted it. */
export const completeStockCount = defineCompletion(stockCount, (drafts, work) =>
  Promise.all(drafts.map((draft) => completed(work, draft))),
)
