import type { CalendarDate } from '../../../base/calendar-date.ts'
import { Problem, fieldProblem } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import { createEntities, updateEntity } from '../../../kernel/documents/entities.ts'
import type { PostingRecord } from '../../../kernel/posting/book.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { lot, lotCode, lotStates } from '../../dimensions/lot.ts'
import { isPooled } from '../../dimensions/place.ts'
import type { StockContext } from '../stock-context.ts'
import type { NewLot, StockProposal } from '../stock.ts'
import { expiryOf } from '../../tracked-lines.ts'
import { isExpired } from './first-expired.ts'
import { lotName, readLots } from './stored-lots.ts'
import type { StoredLot } from './stored-lots.ts'
import { linePath } from './tracked-goods.ts'

interface LotMove {
  readonly p: StockProposal
  readonly number: string
  /** Goods leave to be sold or used, and must be fit for it. */
  readonly isUse: boolean
}

/** A way into another warehouse, onto the road or into another state is no use; back to the supplier neither. */
const isUse = (p: StockProposal, next: StockProposal | undefined): boolean => {
  if (!p.quantity.isNegative() || p.place !== 'onHand' || p.amount !== null || p.evenUnfit === true) return false
  if (p.pair !== 'out' || next === undefined) return true
  return !isPooled(next.place) && next.place !== 'inTransit'
}

/** Lots of items that are not tracked by lot are notes of their documents, and nothing is asked of them. */
const lotMoves = (context: StockContext, proposals: readonly StockProposal[]): LotMove[] =>
  proposals.flatMap((p, index) =>
    p.lot === null || p.lot === undefined || p.quantity.isZero() || context.item(p.item).tracksLots !== true
      ? []
      : [{ p, number: p.lot, isUse: isUse(p, proposals[index + 1]) }],
  )

const blockedBy = (known: StoredLot, on: CalendarDate): { readonly zh: string; readonly en: string } | null => {
  if (known.state !== 'normal') {
    const why = known.reason === null ? '' : `（${known.reason}）`
    const state = lotStates[known.state]
    return { zh: `批号 ${known.number} 已${state}${why}，不能出库`, en: `lot ${known.number} is ${known.state}${why}` }
  }
  return isExpired(known, on)
    ? {
        zh: `批号 ${known.number} 已过期（有效期至 ${known.expiresOn}），不能出库；请走报损或退货`,
        en: `lot ${known.number} expired on ${known.expiresOn}; scrap or return it`,
      }
    : null
}

const differing = (known: StoredLot, told: NewLot | undefined): 'expiresOn' | 'producedOn' | undefined =>
  (['expiresOn', 'producedOn'] as const).find((name) => {
    const value = told?.[name] ?? null
    return value !== null && known[name] !== null && value !== known[name]
  })

const problemOf = (
  context: StockContext,
  move: LotMove,
  known: StoredLot | undefined,
  on: CalendarDate,
): FieldProblem[] => {
  const { p, number } = move
  const item = context.item(p.item)
  if (known === undefined) {
    if (p.quantity.isNegative()) {
      const path = linePath(p, 'lot')
      return [fieldProblem(path, `${item.code} ${item.name} 没有批号“${number}”`, `${item.code} has no lot ${number}`)]
    }
    const told = p.newLot
    if (item.shelfLifeDays === null || (told?.expiresOn ?? told?.producedOn ?? null) !== null) return []
    return [
      fieldProblem(
        linePath(p, 'producedOn'),
        `批号 ${number} 是新批次，请填写生产日期或有效期至`,
        `lot ${number} is new; when was it made, or when does it expire?`,
      ),
    ]
  }
  const blocked = move.isUse ? blockedBy(known, on) : null
  return blocked === null ? [] : [fieldProblem(linePath(p, 'lot'), blocked.zh, blocked.en)]
}

const refuse = (problems: readonly FieldProblem[]): void => {
  if (problems.length === 0) return
  throw new Problem('invalid', { zh: '批次不能这样出入库', en: 'The lots cannot move so' }, problems)
}

const inputOf = (context: StockContext, { p, number }: LotMove) => {
  const item = context.item(p.item)
  const told = p.newLot
  const producedOn = told?.producedOn ?? null
  const computed = producedOn !== null && item.shelfLifeDays !== null ? expiryOf(producedOn, item.shelfLifeDays) : null
  return {
    code: lotCode(number, item.code),
    name: `${item.name} ${number}`,
    item: p.item,
    number,
    producedOn,
    expiresOn: told?.expiresOn ?? computed,
    supplierLot: told?.supplierLot ?? null,
    supplier: told?.supplier ?? null,
  }
}

/** What is told otherwise of a lot that is there: it is mended while no other document has moved it, else refused. */
const mend = async (work: Work, posting: PostingRecord, move: LotMove, known: StoredLot): Promise<FieldProblem[]> => {
  const field = differing(known, move.p.newLot)
  if (field === undefined) return []
  const others = await work.tx.rows(
    `select 1 from stock_entry where company_id = $1 and item = $2 and lot = $3 and document_id <> $4 limit 1`,
    [work.company, known.item, known.number, posting.documentId],
  )
  if (others.length === 0) {
    const { producedOn, expiresOn } = move.p.newLot ?? known
    await updateEntity(work, lot, known.id, {
      ...(producedOn === null ? {} : { producedOn }),
      ...(expiresOn === null ? {} : { expiresOn }),
    })
    return []
  }
  const label = field === 'expiresOn' ? '有效期至' : '生产日期'
  return [
    fieldProblem(
      linePath(move.p, field),
      `批号 ${known.number} 的${label}是 ${known[field]}；不同的货请用另一个批号，或更正批次资料`,
      `lot ${known.number} has ${known[field]}; give other goods another lot, or correct the lot`,
    ),
  ]
}

/**
 * Admits the lots of a posting: unknown ones may only come in and are made, with what the line tells of them; frozen,
 * recalled and expired ones are not sold or used. The posting's day decides what is expired.
 */
export const admitLots = async (
  work: Work,
  context: StockContext,
  posting: PostingRecord,
  proposals: readonly StockProposal[],
): Promise<void> => {
  const moves = lotMoves(context, proposals)
  if (moves.length === 0) return
  const names = moves.map(({ p, number }) => ({ item: p.item, number }))
  const known = await readLots(work, names)
  const knownOf = ({ p, number }: LotMove) => known.get(lotName({ item: p.item, number }))
  const made = new Set<string>()
  const fresh: LotMove[] = []
  const problems: FieldProblem[] = []
  for (const move of moves) {
    const stored = knownOf(move)
    const name = lotName({ item: move.p.item, number: move.number })
    if (made.has(name)) continue
    const found = problemOf(context, move, stored, posting.date)
    problems.push(...found)
    if (stored !== undefined && move.p.quantity.isPositive())
      problems.push(...(await mend(work, posting, move, stored)))
    if (stored === undefined && found.length === 0) {
      made.add(name)
      fresh.push(move)
    }
  }
  refuse(problems)
  if (fresh.length === 0) return
  const created = await createEntities(
    work,
    lot,
    fresh.map((move) => inputOf(context, move)),
  )
  const [refused] = created.filter((each) => each instanceof Problem)
  if (refused !== undefined) throw refused
}
