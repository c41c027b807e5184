import type { CalendarDate } from '../../base/calendar-date.ts'
import { decimal, zero } from '../../base/decimal.ts'
import type { Decimal } from '../../base/decimal.ts'
import { newId } from '../../base/id.ts'
import type { Id } from '../../base/id.ts'
import type { PostingRecord } from '../../kernel/posting/book.ts'
import type { LedgerBook } from '../../kernel/posting/work.ts'
import type { Work } from '../../kernel/posting/work.ts'
import { appendEntries } from '../entry-rows.ts'
import type { EntryRow } from '../entry-rows.ts'
import { planLedger } from './plan.ts'
import type { PlanProposal } from './plan.ts'

const rowOf = (posting: PostingRecord, p: PlanProposal, negates: string | null, date: CalendarDate): EntryRow => ({
  id: newId<'planEntry'>(),
  lineId: p.line?.id ?? null,
  lineNo: p.line?.lineNo ?? 0,
  date,
  negates,
  role: 'plan',
  accountId: null,
  against: [],
  values: {
    item: p.item,
    warehouse: p.warehouse,
    kind: p.kind,
    quantity: p.quantity,
    promisedOn: p.promisedOn ?? posting.date,
    promise: p.promise,
  },
})

interface Moved {
  readonly item: unknown
  readonly kind: unknown
  readonly promise: string
  quantity: Decimal
  /** What the line that promises says; entries that fulfil say nothing. */
  promisedOn: unknown
  warehouse: unknown
}

/** What entries change of each promise. */
const movedBy = (rows: readonly EntryRow[]): Moved[] => {
  const moved = new Map<string, Moved>()
  for (const { lineId, values } of rows) {
    const { item, kind, promise, promisedOn, warehouse } = values
    const key = `${String(promise)}/${String(kind)}/${String(item)}`
    const known = moved.get(key) ?? {
      item,
      kind,
      promise: String(promise),
      quantity: zero,
      promisedOn: null,
      warehouse: null,
    }
    const quantity = decimal(String(values['quantity']))
    known.quantity = known.quantity.plus(quantity)
    if (lineId === promise && quantity.gt(zero)) Object.assign(known, { promisedOn, warehouse })
    moved.set(key, known)
  }
  return [...moved.values()].toSorted((a, b) => (a.promise < b.promise ? -1 : 1))
}

const moveBalances = (work: Work, rows: readonly EntryRow[]): void => {
  if (rows.length === 0) return
  const moved = movedBy(rows)
  work.tx.send(
    `insert into plan_balance as b (company_id, item, kind, promise, quantity, promised_on, warehouse)
     select $1, r.item, r.kind, r.promise, r.quantity, r.promised_on, r.warehouse
     from unnest($2::uuid[], $3::text[], $4::uuid[], $5::numeric[], $6::date[], $7::uuid[])
       as r(item, kind, promise, quantity, promised_on, warehouse)
     on conflict (company_id, item, kind, promise) do update set quantity = b.quantity + excluded.quantity,
       promised_on = coalesce(excluded.promised_on, b.promised_on),
       warehouse = case when excluded.promised_on is null then b.warehouse else excluded.warehouse end`,
    [
      work.company,
      moved.map((one) => one.item),
      moved.map((one) => one.kind),
      moved.map((one) => one.promise),
      moved.map((one) => one.quantity.toString()),
      moved.map((one) => one.promisedOn),
      moved.map((one) => one.warehouse),
    ],
  )
}

interface StoredEntry {
  readonly id: string
  readonly line_id: Id<'line'> | null
  readonly line_no: number
  readonly date: CalendarDate
  readonly item: Id<'item'>
  readonly warehouse: Id<'warehouse'> | null
  readonly kind: 'demand' | 'supply'
  readonly quantity: string
  readonly promised_on: CalendarDate | null
  readonly promise: Id<'line'>
}

const pending = new WeakMap<PostingRecord, EntryRow[]>()

const goods = (line: Readonly<Record<string, unknown>>) => ({
  item: line['item'] as Id<'item'> | null,
  base: line['baseQuantity'] as Decimal,
})

/** 计划账的记账: what is promised, and what of it a flow has fulfilled. No money, no voucher. */
export const planBook: LedgerBook<PlanProposal> = {
  ledger: 'plan',
  negate: (p) => ({ ...p, quantity: p.quantity.neg() }),
  prepare: async (_work, posting) => {
    pending.set(posting, [])
  },
  fulfil: (draws) =>
    draws.flatMap((draw) => {
      const { item } = goods(draw.line)
      const { source } = draw.line
      const kind = draw.flow.fulfilsPlan
      if (kind === undefined || source === null || item === null) return []
      const { quantity, over } = draw.share
      // What comes beyond the promise fulfils none of it.
      const fulfilled = over.gt(quantity) ? zero : quantity.minus(over)
      return [
        {
          ledger: 'plan' as const,
          line: draw.line,
          kind,
          item,
          warehouse: null,
          quantity: fulfilled.neg(),
          promisedOn: null,
          promise: source.line,
        },
      ]
    }),
  counter: async (work, posting, earlier, mode) => {
    const stored = await work.tx.rows<StoredEntry>(
      `select e.id, e.line_id, e.line_no, e.date, e.item, e.warehouse, e.kind, e.quantity, e.promised_on, e.promise from plan_entry e
       where e.company_id = $1 and e.posting_id = any($2::uuid[]) and e.negates is null
         and not exists (select 1 from plan_entry n where n.company_id = $1 and n.negates = e.id)`,
      [work.company, earlier],
    )
    const rows = stored.map((e) =>
      rowOf(
        posting,
        {
          ledger: 'plan',
          line: e.line_id === null ? null : { id: e.line_id, lineNo: e.line_no, source: null },
          kind: e.kind,
          item: e.item,
          warehouse: e.warehouse,
          quantity: decimal(e.quantity).neg(),
          promisedOn: e.promised_on,
          promise: e.promise,
        },
        mode === 'withdraw' ? e.id : null,
        mode === 'withdraw' ? e.date : posting.date,
      ),
    )
    pending.get(posting)?.push(...rows)
    return []
  },
  append: async (work, posting, proposals) => {
    const rows = [...(pending.get(posting) ?? []), ...proposals.map((p) => rowOf(posting, p, null, posting.date))]
    appendEntries(work, planLedger, posting, rows)
    moveBalances(work, rows)
    return []
  },
}
