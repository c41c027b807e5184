import { daysBetween } from '../../base/calendar-date.ts'
import type { CalendarDate } from '../../base/calendar-date.ts'
import type { Work } from '../posting/work.ts'
import { decimal, zero } from '../../base/decimal.ts'
import type { Json } from '../../base/json.ts'
import type { AnyDocument } from '../definition/record.ts'
import type { LoadedRecord } from './load.ts'
import { openedHere } from './made-here.ts'
import type { OpenedLine } from './made-here.ts'
import { snake } from '../definition/define.ts'
import { lineTableOf, tableOf } from './storage.ts'

/** States that are not stored but follow from links, approvals and the day: 部分 已完成 已红冲 已驳回 逾期. */
export const derivedStates = {
  partial: '部分',
  done: '已完成',
  reversed: '已红冲',
  rejected: '已驳回',
  late: '逾期',
} as const
export type DerivedState = keyof typeof derivedStates
/** What a document may show in place of its stored state; that it is late stands beside it. */
type ShownState = Exclude<DerivedState, 'late'>

export const isDerivedState = (name: string): name is DerivedState => Object.hasOwn(derivedStates, name)

// A scalar question, one look into the index a row: beside an `or` the planner would hash the whole table for `exists`.
const lineExists = (alias: string, condition: string) =>
  `coalesce((select true from flow_open f where f.company_id = $1 and f.source_document = ${alias}.id and f.counts and ${condition} limit 1), false)`
const drawnExists = (alias: string) => lineExists(alias, 'f.drawn > 0')
const openExists = (alias: string) => lineExists(alias, 'f.drawn < f.whole')

/** The first day by which something that is still open of a posted document was promised, as SQL; null where nothing was. */
const promisedFirst = (definition: AnyDocument, alias: string): string | undefined => {
  const { promisedBy } = definition
  const [first, table] = Object.entries(definition.tables)[0] ?? []
  if (promisedBy === undefined || first === undefined || table === undefined) return undefined
  const columns = [
    ...(promisedBy in table.fields ? [`l.${snake(promisedBy)}`] : []),
    ...(promisedBy in definition.header ? [`${alias}.${snake(promisedBy)}`] : []),
  ]
  // The least of a column of the head alone would be an aggregate of the list around it.
  return `(select coalesce(${columns.join(', ')}) from flow_open f
    join ${lineTableOf(definition, first).name} l on l.company_id = $1 and l.id = f.source_line
    where f.company_id = $1 and f.source_document = ${alias}.id and f.counts and f.drawn < f.whole order by 1 limit 1)`
}

/** The condition under which a document is in a derived state on a day. */
export const derivedCondition = (
  definition: AnyDocument,
  state: DerivedState,
  alias: string,
  today: CalendarDate,
): string => {
  switch (state) {
    case 'late': {
      const promised = promisedFirst(definition, alias)
      return promised === undefined ? 'false' : `(${alias}.state = 'posted' and ${promised} < date '${today}')`
    }
    case 'partial':
      return `(${alias}.state = 'posted' and ${drawnExists(alias)} and ${openExists(alias)})`
    case 'done':
      return `(${alias}.state = 'posted' and ${drawnExists(alias)} and not ${openExists(alias)})`
    case 'rejected':
      return `(${alias}.state = 'draft' and exists (select 1 from approval_step s where s.company_id = $1 and s.document_id = ${alias}.id
        and s.is_current and s.state = 'rejected'))`
    default:
      return `exists (select 1 from ${tableOf(definition).name} r where r.company_id = $1 and r.reverses = ${alias}.id and r.state <> 'void')`
  }
}

/** How far a document has been carried on: per pool what of it was drawn, and by which document it was reversed. */
export type Derived = {
  readonly status: ShownState | null
  /** Percent of what flows may draw that was drawn, by pool. */
  readonly progress: Readonly<Record<string, number>>
  readonly reversedBy: string | null
  /** Days since the first promise that is not kept; null where none is late, or none was made. */
  readonly late: number | null
}

interface OpenRow {
  readonly document: string
  readonly pool: string
  readonly whole: string
  readonly drawn: string
  readonly open: boolean
}

const statusOf = (rows: readonly OpenRow[], reversedBy: string | null, rejected: boolean): ShownState | null => {
  if (rejected) return 'rejected'
  if (reversedBy !== null) return 'reversed'
  if (!rows.some((row) => decimal(row.drawn).gt(zero))) return null
  return rows.some((row) => row.open) ? 'partial' : 'done'
}

const percent = (row: OpenRow): number =>
  decimal(row.whole).isZero() ? 0 : decimal(row.drawn).times(100).div(row.whole).floor().toNumber()

/** How many days documents are late, by id. */
const lateOf = async (work: Work, definition: AnyDocument, ids: readonly string[]): Promise<Map<string, number>> => {
  const promised = promisedFirst(definition, 't')
  if (promised === undefined) return new Map()
  const today = todayOf(work)
  const rows = await work.tx.rows<{ id: string; promised: CalendarDate }>(
    `select id, promised from (
       select t.id, ${promised} as promised from ${tableOf(definition).name} t
       where t.company_id = $1 and t.id = any($2::uuid[]) and t.state = 'posted') p where promised < $3`,
    [work.company, ids, today],
  )
  return new Map(rows.map((row) => [row.id, daysBetween(row.promised, today)]))
}

/** The company's own day. */
export const todayOf = (work: Work): CalendarDate => work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai'))

/** What follows from links for some documents of a type; the statements go together. */
export const derivedOf = async (
  work: Work,
  definition: AnyDocument,
  ids: readonly string[],
): Promise<Map<string, Derived>> => {
  const [open, reversals, rejections, late] = await Promise.all([
    work.tx.rows<OpenRow>(
      `select source_document as document, pool, sum(whole) as whole, sum(drawn) as drawn, bool_or(drawn < whole) as open
       from flow_open where company_id = $1 and source_document = any($2::uuid[]) and counts group by 1, 2`,
      [work.company, ids],
    ),
    work.tx.rows<{ reverses: string; number: string }>(
      `select reverses, number from ${tableOf(definition).name}
       where company_id = $1 and reverses = any($2::uuid[]) and reverses is not null and state <> 'void'`,
      [work.company, ids],
    ),
    work.tx.rows<{ document: string }>(
      `select s.document_id as document from approval_step s join ${tableOf(definition).name} t on t.company_id = $1 and t.id = s.document_id
       where s.company_id = $1 and s.document_id = any($2::uuid[]) and s.is_current and s.state = 'rejected' and t.state = 'draft'`,
      [work.company, ids],
    ),
    lateOf(work, definition, ids),
  ])
  const rejected = new Set(rejections.map((row) => row.document))
  const byDocument = Map.groupBy(open, (row) => row.document)
  const reversedBy = new Map(reversals.map((row) => [row.reverses, row.number]))
  return new Map(
    ids.map((id) => {
      const rows = byDocument.get(id) ?? []
      const by = reversedBy.get(id) ?? null
      return [
        id,
        {
          status: statusOf(rows, by, rejected.has(id)),
          progress: Object.fromEntries(rows.map((row) => [row.pool, percent(row)])),
          reversedBy: by,
          late: late.get(id) ?? null,
        },
      ]
    }),
  )
}

interface CarriedRow {
  readonly source_line: string | null
  readonly pool: string
  readonly whole: string
  readonly drawn: string
  readonly counts: boolean
  readonly number: string | null
}

const poolRows = (id: string, rows: readonly CarriedRow[]): OpenRow[] =>
  [...Map.groupBy(rows, (row) => row.pool)].map(([pool, own]) => ({
    document: id,
    pool,
    whole: decimalSum(own.map((row) => row.whole)),
    drawn: decimalSum(own.map((row) => row.drawn)),
    open: own.some((row) => decimal(row.drawn).lt(row.whole)),
  }))

const decimalSum = (values: readonly string[]): string =>
  values.reduce((sum, value) => sum.plus(value), zero).toString()

/** How far one document has been carried on, with its lines by pool, and the pools of which something is open. */
export interface CarriedOn {
  readonly derived: Derived & { readonly lines: Readonly<Record<string, Json>> }
  readonly open: ReadonlySet<string>
}

/** How many days a document is late that was made by this unit of work: all that it opened is open. */
const lateHere = (
  work: Work,
  definition: AnyDocument,
  { header, tables }: LoadedRecord,
  opened: readonly OpenedLine[],
): number | null => {
  const { promisedBy } = definition
  const [first] = Object.keys(definition.tables)
  if (promisedBy === undefined || first === undefined || header['state'] !== 'posted') return null
  const open = new Set(opened.flatMap((row) => (row.counts && decimal(row.whole).gt(zero) ? [row.line] : [])))
  const promised = (tables[first] ?? []).flatMap((line): CalendarDate[] => {
    const day = open.has(String(line['id'])) ? (line[promisedBy] ?? header[promisedBy]) : undefined
    return typeof day === 'string' ? [day as CalendarDate] : []
  })
  const [earliest] = promised.toSorted()
  const today = todayOf(work)
  return earliest === undefined || earliest >= today ? null : daysBetween(earliest, today)
}

const carriedHere = (id: string, opened: readonly OpenedLine[], late: number | null): CarriedOn =>
  carriedFrom(
    id,
    opened
      .map(({ line, ...row }) => ({ ...row, source_line: line, drawn: '0', number: null }))
      .toSorted((a, b) => (`${a.source_line}${a.pool}` < `${b.source_line}${b.pool}` ? -1 : 1)),
    late,
  )

/** How far one document has been carried on, and what is still open of it. */
export const carriedOn = async (work: Work, definition: AnyDocument, record: LoadedRecord): Promise<CarriedOn> => {
  const id = String(record.header['id'])
  const opened = openedHere(work, id)
  if (opened !== undefined) return carriedHere(id, opened, lateHere(work, definition, record, opened))
  const { name: table } = tableOf(definition)
  const asked = work.tx.rows<CarriedRow>(
    `select source_line, pool, whole, drawn, counts, null as number from flow_open where company_id = $1 and source_document = $2
     union all
     select null, 'reversed', 0, 0, false, number from ${table} where company_id = $1 and reverses = $2 and state <> 'void'
     union all
     select null, 'rejected', 0, 0, false, null from approval_step s join ${table} t on t.company_id = $1 and t.id = s.document_id
     where s.company_id = $1 and s.document_id = $2 and s.is_current and s.state = 'rejected' and t.state = 'draft'
     order by source_line, pool`,
    [work.company, id],
  )
  const [found, late] = await Promise.all([asked, lateOf(work, definition, [id])])
  return carriedFrom(id, found, late.get(id) ?? null)
}

const carriedFrom = (id: string, found: readonly CarriedRow[], late: number | null): CarriedOn => {
  const rows = found.filter((row) => row.source_line !== null)
  const beside = found.filter((row) => row.source_line === null)
  const reversedBy = beside.find((row) => row.pool === 'reversed')?.number ?? null
  const counted = poolRows(
    id,
    rows.filter((row) => row.counts),
  )
  const lines: Record<string, Record<string, Json>> = {}
  for (const row of rows) {
    const whole = decimal(row.whole)
    lines[String(row.source_line)] = {
      ...lines[String(row.source_line)],
      [row.pool]: {
        whole: whole.toString(),
        drawn: decimal(row.drawn).toString(),
        open: whole.minus(row.drawn).toString(),
      },
    }
  }
  return {
    derived: {
      status: statusOf(
        counted,
        reversedBy,
        beside.some((row) => row.pool === 'rejected'),
      ),
      progress: Object.fromEntries(counted.map((row) => [row.pool, percent(row)])),
      reversedBy,
      late,
      lines,
    },
    open: new Set(rows.filter((row) => decimal(row.whole).gt(row.drawn)).map((row) => row.pool)),
  }
}
