import { Problem } from '../../../kernel/definition/problem.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import type { ChainMovement } from '../chain.ts'
import { moveSerials, serialKey } from './move-serials.ts'
import type { NameWarehouse, SerialMove, SerialState } from './move-serials.ts'

interface Unit {
  readonly item: string
  readonly number: string
}

/** What a posting knows and holds of the units that it moves. */
export interface SerialBook {
  readonly states: Map<string, SerialState>
  /** Units whose state this posting changed. */
  readonly changed: Set<string>
  /** Units with no movement left that stands: they are forgotten. */
  readonly gone: Map<string, Unit>
  readonly moves: SerialMove[]
}

export const newSerialBook = (): SerialBook => ({ states: new Map(), changed: new Set(), gone: new Map(), moves: [] })

/** The units of one movement, as they will be moved. */
export const unitsMoved = (
  m: Pick<ChainMovement, 'entry' | 'item' | 'warehouse' | 'place' | 'lot' | 'date' | 'quantity'>,
  serials: readonly string[],
  path: string,
  among: ReadonlySet<string> | null = null,
): SerialMove => ({
  entry: m.entry,
  item: m.item,
  warehouse: m.warehouse,
  place: m.place,
  lot: m.lot,
  date: m.date,
  isIn: m.quantity > 0n,
  serials,
  path,
  among,
})

/** Locks units, in order, and takes them into view; those that were never here have no row to lock. */
export const holdSerials = async (work: Work, book: SerialBook, units: readonly Unit[]): Promise<void> => {
  const missing = units.filter((unit) => !book.states.has(serialKey(unit)))
  if (missing.length === 0) return
  const rows = await work.tx.rows<SerialState>(
    `select s.item, s.number, s.warehouse, s.place, s.lot, s.entry, s.date from stock_serial s
     join unnest($2::uuid[], $3::text[]) as r(item, number) on r.item = s.item and r.number = s.number
     where s.company_id = $1 order by s.item, s.number for update of s`,
    [work.company, missing.map((unit) => unit.item), missing.map((unit) => unit.number)],
  )
  for (const row of rows) book.states.set(serialKey(row), row)
}

/** The serial numbers of entries. */
export const serialsOfEntries = async (work: Work, entries: readonly string[]): Promise<Map<string, string[]>> => {
  if (entries.length === 0) return new Map()
  const rows = await work.tx.rows<{ entry: string; number: string }>(
    `select entry, number from stock_entry_serial where company_id = $1 and entry = any($2::uuid[]) order by entry, number`,
    [work.company, entries],
  )
  const found = new Map<string, string[]>()
  for (const row of rows) found.set(row.entry, [...(found.get(row.entry) ?? []), row.number])
  return found
}

interface StandingRow extends Unit {
  readonly entry: string
  readonly warehouse: string
  readonly place: string
  readonly lot: string | null
  readonly date: SerialState['date']
  readonly is_in: boolean
}

/**
 * Takes back what entries did to their units, as if it had never been: each returns to where the last movement before left
 * it. Refused where a unit moved again since.
 */
export const withdrawSerials = async (work: Work, book: SerialBook, entries: readonly string[]): Promise<void> => {
  if (entries.length === 0) return
  const own = new Set(entries)
  const units = await work.tx.rows<Unit>(
    `select distinct item, number from stock_entry_serial where company_id = $1 and entry = any($2::uuid[]) order by item, number`,
    [work.company, entries],
  )
  if (units.length === 0) return
  await holdSerials(work, book, units)
  const moved = units.filter((unit) => !own.has(book.states.get(serialKey(unit))?.entry ?? ''))
  if (moved.length > 0) {
    const names = moved.slice(0, 5).map((unit) => unit.number)
    throw new Problem('conflict', {
      zh: `序列号 ${names.join('、')} 之后还有业务，请先取消后面的单据`,
      en: `${names.join(', ')} moved again since; take that back first`,
    })
  }
  const before = await work.tx.rows<StandingRow>(
    `select distinct on (l.item, l.number) l.item, l.number, l.entry, e.warehouse, e.place, e.lot, e.date, e.quantity > 0 as is_in
     from unnest($2::uuid[], $3::text[]) as r(item, number)
     join stock_entry_serial l on l.company_id = $1 and l.number = r.number and l.item = r.item
     join stock_entry e on e.company_id = $1 and e.id = l.entry
     where l.entry <> all($4::uuid[]) and not exists (select 1 from stock_entry n where n.company_id = $1 and n.negates = e.id)
     order by l.item, l.number, l.entry desc`,
    [work.company, units.map((unit) => unit.item), units.map((unit) => unit.number), entries],
  )
  const standing = new Map(before.map((row) => [serialKey(row), row]))
  for (const unit of units) {
    const key = serialKey(unit)
    const row = standing.get(key)
    if (row === undefined) {
      book.states.delete(key)
      book.gone.set(key, unit)
    } else {
      const { is_in: isIn, ...state } = row
      book.states.set(key, { ...state, warehouse: isIn ? row.warehouse : null, place: isIn ? row.place : null })
      book.changed.add(key)
    }
  }
}

const forget = (work: Work, units: readonly Unit[]): void => {
  if (units.length === 0) return
  work.tx.send(
    `delete from stock_serial s using unnest($2::uuid[], $3::text[]) as r(item, number)
     where s.company_id = $1 and s.item = r.item and s.number = r.number`,
    [work.company, units.map((unit) => unit.item), units.map((unit) => unit.number)],
  )
}

const upsert = (work: Work, states: readonly SerialState[]): void => {
  if (states.length === 0) return
  work.tx.send(
    `insert into stock_serial as s (company_id, item, number, warehouse, place, lot, entry, date)
     select $1, r.item, r.number, r.warehouse, r.place, r.lot, r.entry, r.date
     from unnest($2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::text[], $7::uuid[], $8::date[])
       as r(item, number, warehouse, place, lot, entry, date)
     order by r.item, r.number
     on conflict (company_id, item, number) do update
       set warehouse = excluded.warehouse, place = excluded.place, lot = excluded.lot, entry = excluded.entry, date = excluded.date`,
    [
      work.company,
      states.map((state) => state.item),
      states.map((state) => state.number),
      states.map((state) => state.warehouse),
      states.map((state) => state.place),
      states.map((state) => state.lot),
      states.map((state) => state.entry),
      states.map((state) => state.date),
    ],
  )
}

/** Moves the units of all that was gathered, refuses what cannot be, and writes where they are and which entry moved them. */
export const writeSerials = async (work: Work, book: SerialBook, nameOf: NameWarehouse): Promise<void> => {
  // What leaves one place to come into another leaves first, whichever way the pair is written.
  const moves = book.moves.filter((move) => move.serials.length > 0).toSorted((a, b) => Number(a.isIn) - Number(b.isIn))
  if (moves.length === 0 && book.changed.size === 0 && book.gone.size === 0) return
  await holdSerials(
    work,
    book,
    moves
      .flatMap((move) => move.serials.map((number) => ({ item: move.item, number })))
      .filter((unit) => !book.gone.has(serialKey(unit))),
  )
  const problems = moveSerials(book.states, moves, nameOf)
  if (problems.length > 0) {
    throw new Problem('invalid', { zh: '序列号不能这样出入库', en: 'The serial numbers cannot move so' }, problems)
  }
  for (const move of moves) {
    for (const number of move.serials) book.changed.add(serialKey({ item: move.item, number }))
  }
  forget(
    work,
    [...book.gone].flatMap(([key, unit]) => (book.states.has(key) ? [] : [unit])),
  )
  upsert(
    work,
    [...book.changed].flatMap((key) => book.states.get(key) ?? []),
  )
  const links = moves.flatMap((move) => move.serials.map((number) => ({ entry: move.entry, item: move.item, number })))
  if (links.length === 0) return
  work.tx.send(
    `insert into stock_entry_serial (company_id, entry, item, number)
     select $1, r.entry, r.item, r.number from unnest($2::uuid[], $3::uuid[], $4::text[]) as r(entry, item, number)`,
    [work.company, links.map((link) => link.entry), links.map((link) => link.item), links.map((link) => link.number)],
  )
}
