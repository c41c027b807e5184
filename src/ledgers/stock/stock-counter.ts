import { fromCents, fromMicros, toMicros } from '../../base/fixed-point.ts'
import { newId } from '../../base/id.ts'
import type { Id } from '../../base/id.ts'
import type { CalendarDate } from '../../base/calendar-date.ts'
import { conflict } from '../../kernel/definition/problem.ts'
import type { CounterMode, PostingRecord } from '../../kernel/posting/book.ts'
import type { Effect } from '../../kernel/posting/proposal.ts'
import type { Work } from '../../kernel/posting/work.ts'
import { loadMovements } from './chain.ts'
import { varianceIn, varianceRole } from './costing/standard.ts'
import type { ChainMovement } from './chain.ts'
import { refuseBeforeScope } from './scope-days.ts'
import { withoutShare } from './source-shares.ts'
import { addMovement, correctionDay, joinPools, placeKey, replayFrom, sessionOf } from './stock-session.ts'
import type { StockSession } from './stock-session.ts'
import { asHeld, asStored, loadOwn, negation, proposalOf, withoutValue } from './own-rows.ts'
import type { OwnRow } from './own-rows.ts'
import { moveOf, takenBack } from './stock-balance.ts'
import { movementEffects } from './stock-effects.ts'
import { movementRow } from './stock-movements.ts'
import type { Costed } from './stock-movements.ts'
import type { StockRow } from './stock-rows.ts'
import { serialsOfEntries, unitsMoved, withdrawSerials } from './tracking/serial-book.ts'
import type { StockProposal } from './stock.ts'

const replayPool = (session: StockSession, pool: string, date: CalendarDate) => {
  const found = session.pools.get(pool)
  if (found !== undefined) replayFrom(found, date)
}

const flipped = (effect: Effect): Effect => ({
  ...effect,
  control: { ...effect.control, amount: effect.control.amount.neg() },
  against: effect.against.map((line) => ({ ...line, amount: line.amount.neg() })),
})

/** The row of a movement on the account where it stands, whatever its item's category is now. */
const rowAsItStands = (session: StockSession, m: ChainMovement, p: StockProposal, costed: Costed): StockRow => ({
  ...movementRow(session, m, p, costed, []),
  account: m.account,
  role: m.role,
})

const originalEffects = (session: StockSession, m: ChainMovement, p: StockProposal): Effect[] =>
  movementEffects(
    session,
    rowAsItStands(session, m, p, { amount: m.original, markup: m.originalMarkup }),
    p,
    undefined,
  ).map(flipped)

const takesWhatIsThere = new Set(['giveBack', 'takeBack', 'revalue'])

/** What replays made of a movement later goes with it, against what those corrections stood against. */
const laterEffect = (session: StockSession, m: ChainMovement, p: StockProposal): Effect[] => {
  const more = m.stored - m.original - m.givenMore
  const variance = m.variance - varianceIn(m.originalMarkup, m.markupRole)
  const markup = m.markup - m.originalMarkup - variance
  if (more === 0n && markup === 0n && variance === 0n) return []
  const stoodApart = typeof p.against === 'symbol' && takesWhatIsThere.has(m.kind)
  const opposite = stoodApart ? { ...p, against: p.remainder ?? 'costOfSales' } : p
  const effects = (costed: Costed) =>
    movementEffects(session, rowAsItStands(session, { ...m, kind: 'issue' }, opposite, costed), opposite, undefined)
  return [
    ...(more === 0n && markup === 0n ? [] : effects({ amount: -more, markup: -markup, markupRole: null })),
    ...(variance === 0n ? [] : effects({ amount: 0n, markup: -variance, markupRole: varianceRole })),
  ].map((effect) => ({ ...effect, difference: true, summary: '成本调整' }))
}

/** A late price or landed cost belongs to the document that brought it, and would be left without its goods. */
const refuseCorrected = (session: StockSession, m: ChainMovement): never => {
  const { code, name } = session.context.item(m.item)
  throw conflict(
    `${code} ${name} 的成本已由发票或费用更正，请先取消该单据`,
    `The cost of ${code} ${name} was corrected by an invoice or a charge; take that back first`,
  )
}

/** What an amendment takes back of a source is there for it to take anew. */
const giveShareBack = (session: StockSession, m: ChainMovement): void => {
  const taken = m.source === null ? undefined : session.taken.get(m.source)
  if (m.source === null || taken === undefined) return
  const size = m.quantity < 0n ? -m.quantity : m.quantity
  session.taken.set(m.source, withoutShare(taken, { offset: m.sourceOffset, size }))
}

const keepPlace = (session: StockSession, m: ChainMovement): void => {
  const key = placeKey(m.pool, m.document.line)
  const places = [...(session.places.get(key) ?? []), m.sequence]
  session.places.set(
    key,
    places.toSorted((a, b) => a - b),
  )
}

/** A move inside a pool whose scope has changed since moved goods that are costed apart now, or the other way round. */
const refuseMovedInside = (session: StockSession, row: OwnRow): void =>
  refuseBeforeScope(session.pools.get(session.poolOf(row.item, row.warehouse, row.place))?.row, row.date)

const withdraw = (session: StockSession, posting: PostingRecord, row: OwnRow, m: ChainMovement | undefined): void => {
  const p = proposalOf(row, posting)
  if (m === undefined) {
    // A correction of a receipt, or a move inside a pool: no movement of a chain of its own.
    if (row.pool === '') refuseMovedInside(session, row)
    const quantity = toMicros(row.quantity)
    session.rows.push(negation(row, posting, quantity, asHeld(row)))
    if (row.kind === 'given') {
      replayPool(session, row.pool, row.date)
      const own = asStored(row, posting)
      session.effects.push(
        ...movementEffects(session, rowAsItStands(session, own, p, asHeld(row)), p, undefined).map(flipped),
      )
    } else session.moves.push(takenBack(moveOf(asStored(row, posting))))
    return
  }
  if (m.givenMore !== 0n) refuseCorrected(session, m)
  // Of what stands beside its cost all is difference from the standard, or all is mark-up: a method knows one of them.
  const markupRole = m.variance === 0n ? null : varianceRole
  session.rows.push(negation(row, posting, m.quantity, { amount: m.stored, markup: m.markup, markupRole }))
  session.moves.push(takenBack(moveOf(m)))
  keepPlace(session, m)
  giveShareBack(session, m)
  session.backdated = true
  replayPool(session, m.pool, m.date)
  session.effects.push(...originalEffects(session, m, p), ...laterEffect(session, m, p))
}

/**
 * What the mirrored movement is asked to carry. Goods that left at a stated amount, of which stock could give only a part,
 * come back against the whole: the rest goes back to where it went.
 */
const givenBack = (m: ChainMovement, kind: ChainMovement['kind']): bigint => {
  if (kind === 'takeIn') return takesWhatIsThere.has(m.kind) ? -m.given : 0n
  return kind === 'revalue' ? -m.given : -m.stored
}

/** A movement of its own on the reversal's day: what went out comes back at its cost, what came in leaves at its cost. */
const mirrored = (
  session: StockSession,
  posting: PostingRecord,
  row: OwnRow,
  m: ChainMovement,
): { m: ChainMovement; p: StockProposal } => {
  const out = m.quantity < 0n
  const slices =
    m.kind === 'receive' ? [{ layerDate: m.date, quantity: m.quantity, amount: m.stored, source: m.entry }] : m.slices
  const kind = m.kind === 'revalue' ? 'revalue' : out ? 'takeIn' : 'takeBack'
  // A correction from behind a closed period came before the movements of its day, and so does its reversal.
  const isCorrection = kind === 'revalue' && m.sequence === 0 && correctionDay(session, m.date) === m.date
  const key = isCorrection ? m.pool : session.poolOf(row.item, row.warehouse, row.place)
  const pool = session.pools.get(key)
  if (pool === undefined) throw new Error(`cost pool ${key} is not locked`)
  pool.row.nextSequence += 1
  const fresh: ChainMovement = {
    ...m,
    pool: key,
    entry: newId<'stockEntry'>(),
    date: isCorrection ? m.date : posting.date,
    sequence: isCorrection ? 0 : pool.row.nextSequence - 1,
    kind,
    quantity: -m.quantity,
    secondQuantity: m.secondQuantity === null ? null : -m.secondQuantity,
    given: givenBack(m, kind),
    givenMore: 0n,
    original: 0n,
    stored: 0n,
    source: kind === 'revalue' ? m.source : m.entry,
    sourceOffset: kind === 'revalue' ? m.sourceOffset : 0n,
    sourceQuantity: null,
    slices: kind === 'takeBack' ? slices : [],
    markup: 0n,
    variance: 0n,
    originalMarkup: 0n,
    worth: null,
    document: { type: posting.documentType, id: posting.documentId, line: row.line_id },
  }
  return {
    m: fresh,
    p: { ...proposalOf(row, posting), quantity: fromMicros(fresh.quantity), amount: fromCents(fresh.given) },
  }
}

const reverse = (
  session: StockSession,
  posting: PostingRecord,
  row: OwnRow,
  m: ChainMovement | undefined,
  serials: readonly string[],
): void => {
  const path = `lines.${Math.max(row.line_no - 1, 0)}.serials`
  if (m !== undefined) {
    const mirror = mirrored(session, posting, row, m)
    session.mirrored.set(mirror.m.entry, mirror.p)
    addMovement(session, mirror.m)
    session.serials.moves.push(unitsMoved(mirror.m, serials, path))
    return
  }
  const p = proposalOf(row, posting)
  const stored = asStored(row, posting)
  if (
    row.kind === 'given' &&
    row.receipt_date !== null &&
    correctionDay(session, row.receipt_date) === row.receipt_date
  ) {
    const opposite = negation(row, posting, 0n, asHeld(row))
    session.rows.push({ ...opposite, negates: null })
    replayPool(session, row.pool, row.date)
    session.effects.push(
      ...movementEffects(session, rowAsItStands(session, stored, p, asHeld(row)), p, undefined).map(flipped),
    )
    return
  }
  if (row.kind === 'given') {
    const revalue: ChainMovement = {
      ...stored,
      pool: session.poolOf(row.item, row.warehouse, row.place),
      entry: newId<'stockEntry'>(),
      date: posting.date,
      sequence: 0,
      kind: 'revalue',
      quantity: 0n,
      secondQuantity: null,
      given: -stored.original,
      original: 0n,
      stored: 0n,
      source: row.corrects,
    }
    session.mirrored.set(revalue.entry, { ...p, amount: fromCents(revalue.given) })
    addMovement(session, revalue)
    return
  }
  refuseMovedInside(session, row)
  const opposite = { ...negation(row, posting, stored.quantity, withoutValue), date: posting.date, negates: null }
  session.rows.push(opposite)
  session.serials.moves.push(unitsMoved({ ...opposite, entry: opposite.id }, serials, path))
  session.moves.push({ ...takenBack(moveOf(stored)), date: posting.date })
}

/** Takes back what earlier postings appended: as if it had never been, or by movements on the reversal's own day. */
export const counterStock = async (
  work: Work,
  posting: PostingRecord,
  earlier: readonly Id<'posting'>[],
  mode: CounterMode,
): Promise<readonly Effect[]> => {
  const session = await sessionOf(posting)
  const own = await loadOwn(work, earlier)
  if (own.length === 0) return []
  await session.extend(
    work,
    own.map((row) => row.item),
    own.map((row) => row.warehouse),
  )
  await joinPools(
    work,
    session,
    own.flatMap((row) => {
      const { pool, ...goods } = row
      // What is reversed moves in the pools that hold now, what is withdrawn in its own; a move inside a pool asks that pool.
      if (pool === '') return [goods]
      return mode === 'reverse' ? [row, goods] : [row]
    }),
  )
  const movements = new Map(
    (
      await loadMovements(
        work,
        own.map((row) => row.id),
      )
    ).map((m) => [m.entry, m]),
  )
  const moved = own.filter((row) => Number(row.quantity) !== 0 && session.context.item(row.item).tracksSerials === true)
  const entries = moved.map((row) => row.id)
  const units = mode === 'withdraw' ? new Map<string, string[]>() : await serialsOfEntries(work, entries)
  if (mode === 'withdraw') await withdrawSerials(work, session.serials, entries)
  // Goods made of others are taken apart again before what they were made of comes back.
  const ordered = mode === 'reverse' ? own.toSorted((a, b) => (a.id < b.id ? 1 : -1)) : own
  for (const row of ordered) {
    const m = row.kind === 'given' || row.pool === '' ? undefined : movements.get(row.id)
    if (mode === 'withdraw') withdraw(session, posting, row, m)
    else reverse(session, posting, row, m, units.get(row.id) ?? [])
  }
  return []
}
