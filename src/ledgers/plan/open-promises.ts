import type { CalendarDate } from '../../base/calendar-date.ts'
import { toMicros } from '../../base/fixed-point.ts'
import type { AnyDocument } from '../../kernel/definition/record.ts'
import { lineTableOf, tableOf } from '../../kernel/documents/storage.ts'
import type { Work } from '../../kernel/posting/work.ts'

/** Which promises are asked for: of these items or all, as they stood on a day, and as they were known at a moment. */
export interface PromisesAsked {
  readonly items: readonly string[] | null
  readonly asOf?: CalendarDate | null
  readonly knownAt?: Date | null
}

/** What is promised of an item for a warehouse, or for none in particular, in millionths of its base unit. */
export interface PromisedQuantity {
  readonly item: string
  readonly warehouse: string | null
  readonly kind: 'demand' | 'supply'
  readonly quantity: bigint
}

interface PromisedRow extends Omit<PromisedQuantity, 'quantity'> {
  readonly quantity: string
}

/** The documents whose lines promise: those that lead on by flows which fulfil the plan. */
const promisingDocuments = (work: Work): AnyDocument[] => [
  ...new Set(
    [...work.installed.catalogue.flows.values()]
      .filter((flow) => flow.fulfilsPlan !== undefined)
      .map((flow) => flow.from),
  ),
]

/** A closed order promises nothing more, though what was open of it stands in the ledger. */
const isStillPromised = (work: Work): string =>
  promisingDocuments(work)
    .map(
      (document) => `and not exists (select 1 from ${lineTableOf(document, 'lines').name} l
        join ${tableOf(document).name} h on h.company_id = $1 and h.id = l.owner_id
        where l.company_id = $1 and l.id = b.promise and h.state = 'closed')`,
    )
    .join('\n')

const presentSql = `select b.item, b.kind, b.promise, b.quantity from plan_balance b
  where b.company_id = $1 and b.quantity > 0 and ($2::uuid[] is null or b.item = any($2))`

const pastSql = `select b.item, b.kind, b.promise, sum(b.quantity) as quantity from plan_entry b
  where b.company_id = $1 and ($2::uuid[] is null or b.item = any($2))
    and ($3::date is null or b.date <= $3) and ($4::timestamptz is null or b.recorded_at <= $4)
  group by 1, 2, 3 having sum(b.quantity) > 0`

/** What is promised to us and by us and still open, by item, kind and the warehouse that the promise names. */
export const openPromises = async (work: Work, asked: PromisesAsked): Promise<PromisedQuantity[]> => {
  const isPast = Boolean(asked.asOf) || Boolean(asked.knownAt)
  const rows = await work.tx.rows<PromisedRow>(
    `select b.item, b.kind, p.warehouse, sum(b.quantity) as quantity from (${isPast ? pastSql : presentSql}) b
     left join lateral (select e.warehouse from plan_entry e where e.company_id = $1 and e.promise = b.promise and e.quantity > 0
       order by e.recorded_at desc, e.id desc limit 1) p on true
     where true ${isStillPromised(work)} group by 1, 2, 3`,
    isPast ? [work.company, asked.items, asked.asOf ?? null, asked.knownAt ?? null] : [work.company, asked.items],
    { named: false },
  )
  return rows.map((row) => ({ ...row, quantity: toMicros(row.quantity) }))
}
