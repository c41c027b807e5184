import { Decimal, decimal, zero } from '../../base/decimal.ts'
import { newId } from '../../base/id.ts'
import { cents } from '../../base/money.ts'
import type { AnyFlow } from '../definition/flow.ts'
import { fieldProblem } from '../definition/problem.ts'
import type { FieldProblem } from '../definition/problem.ts'
import type { AnyDocument, LineSource } from '../definition/record.ts'
import type { Draw, DrawnShare, StoredLine } from '../posting/proposal.ts'
import type { PostingRecord } from '../posting/book.ts'
import type { Work } from '../posting/work.ts'
import type { Installed } from './installed.ts'
import { noteGrown, noteOpened } from './made-here.ts'
import { lineTableOf } from './storage.ts'

/** Flows of one pool share what is open of a source line: a delivery's returns and exchanges. */
export const poolOf = (flow: AnyFlow): string =>
  flow.sharesOpenWith === undefined ? flow.name : poolOf(flow.sharesOpenWith)

/** The flow by which lines of one type draw from another; one that only gathers what others hold open draws nothing. */
export const flowBetween = (installed: Installed, from: string, to: string): AnyFlow | undefined =>
  [...installed.catalogue.flows.values()].find(
    (flow) => flow.from.name === from && flow.to.name === to && flow.collects === undefined,
  )

const asDecimal = (value: unknown): Decimal => (Decimal.isDecimal(value) ? value : zero)

interface OpenRow {
  readonly pool: string
  readonly source_line: string
  readonly whole: string
  readonly whole_amount: string
  readonly whole_part: string
  readonly drawn: string
  readonly drawn_amount: string
  readonly drawn_part: string
}

/** Locks what is open of the source lines, in ascending order, and reads it. */
const lockOpen = async (work: Work, sourceLines: readonly string[]): Promise<Map<string, OpenRow>> => {
  const rows = await work.tx.rows<OpenRow>(
    `select pool, source_line, whole, whole_amount, whole_part, drawn, drawn_amount, drawn_part from flow_open
     where company_id = $1 and source_line = any($2::uuid[]) order by pool, source_line for update`,
    [work.company, sourceLines],
  )
  return new Map(rows.map((row) => [`${row.pool}/${row.source_line}`, row]))
}

interface Running {
  readonly whole: Decimal
  readonly wholeAmount: Decimal
  readonly wholePart: Decimal
  drawn: Decimal
  drawnAmount: Decimal
  drawnPart: Decimal
}

/** What is open of the sources while the lines of one document draw from them, one after another. */
const runningOver = (open: ReadonlyMap<string, OpenRow>) => {
  const states = new Map<string, Running>()
  return (flow: AnyFlow, sourceLine: string): Running | undefined => {
    const key = `${poolOf(flow)}/${sourceLine}`
    const row = open.get(key)
    if (row === undefined) return undefined
    const state = states.get(key) ?? {
      whole: decimal(row.whole),
      wholeAmount: decimal(row.whole_amount),
      wholePart: decimal(row.whole_part),
      drawn: decimal(row.drawn),
      drawnAmount: decimal(row.drawn_amount),
      drawnPart: decimal(row.drawn_part),
    }
    states.set(key, state)
    return state
  }
}

/** By quantity; whoever takes the last of it takes what is left, so that shares always add up to the whole. */
const shareOf = (whole: Decimal, drawn: Decimal, quantity: Decimal, of: Decimal, takesAll: boolean): Decimal => {
  if (takesAll) return whole.minus(drawn)
  return of.isZero() ? zero : cents(whole.times(quantity).div(of))
}

const drawShare = (state: Running, quantity: Decimal): Omit<DrawnShare, 'taken'> => {
  const takesAll = quantity.gte(state.whole.minus(state.drawn))
  const amount = shareOf(state.wholeAmount, state.drawnAmount, quantity, state.whole, takesAll)
  const part = shareOf(state.wholePart, state.drawnPart, quantity, state.whole, takesAll)
  state.drawn = state.drawn.plus(quantity)
  state.drawnAmount = state.drawnAmount.plus(amount)
  state.drawnPart = state.drawnPart.plus(part)
  const over = state.drawn.gt(state.whole) ? state.drawn.minus(state.whole) : zero
  return { quantity, amount, part, takesAll, over }
}

/** Takes of another flow's open part as much as there is. */
const takeFrom = (state: Running | undefined, part: Decimal): Decimal => {
  if (state === undefined || !part.isPositive()) return zero
  const left = state.whole.minus(state.drawn)
  const taken = part.gt(left) ? left : part
  state.drawn = state.drawn.plus(taken)
  return taken
}

const overdrawn = (flow: AnyFlow, index: number, open: Decimal): FieldProblem =>
  fieldProblem(
    `lines.${index}.${(flow.measure.into ?? flow.measure).quantity}`,
    `第 ${index + 1} 行超出来源单据可执行数量，最多还可 ${open.toString()}（基本单位）`,
    `line ${index + 1} draws more than is open of its source; at most ${open.toString()} in the base unit`,
  )

const notOpen = (index: number): FieldProblem =>
  fieldProblem(
    `lines.${index}.source`,
    '来源单据未审核、已作废或不能生成本单',
    'the source is not posted, or does not lead here',
  )

interface Sourced {
  readonly flow: AnyFlow | undefined
  readonly source: LineSource
}

/** Where the source lines themselves came from, for flows that draw through them. */
const originsOf = async (work: Work, sourced: readonly Sourced[]): Promise<Map<string, LineSource>> => {
  const passing = sourced.flatMap(({ flow, source }) => (flow?.through === undefined ? [] : [{ flow, source }]))
  const found = await Promise.all(
    [...Map.groupBy(passing, ({ flow }) => flow.from)].map(([from, lines]) =>
      work.tx.rows<{ id: string } & LineSource>(
        `select id, source_type as type, source_document as document, source_line as line from ${lineTableOf(from, 'lines').name}
         where company_id = $1 and id = any($2::uuid[]) and source_line is not null`,
        [work.company, lines.map(({ source }) => source.line)],
      ),
    ),
  )
  return new Map(found.flat().map(({ id, type, document, line }) => [id, { type, document, line }]))
}

/**
 * Locks the sources of a document's lines and computes what each line draws. The amount of a share is by quantity; the
 * line that takes the last of it takes what is left of the amount, so that shares always add up to the whole.
 */
export const lockDraws = async (
  work: Work,
  definition: AnyDocument,
  lines: readonly StoredLine[],
): Promise<{ draws: Draw[]; problems: FieldProblem[] }> => {
  const sourced = lines.flatMap((line, index) => {
    const flow = line.source === null ? undefined : flowBetween(work.installed, line.source.type, definition.name)
    return line.source === null ? [] : [{ line, index, flow, source: line.source }]
  })
  if (sourced.length === 0) return { draws: [], problems: [] }
  const origins = await originsOf(work, sourced)
  const running = runningOver(
    await lockOpen(work, [...sourced.map((s) => s.source.line), ...[...origins.values()].map((origin) => origin.line)]),
  )
  const draws: Draw[] = []
  const problems: FieldProblem[] = []
  for (const { line, index, flow, source } of sourced) {
    const state = flow === undefined ? undefined : running(flow, source.line)
    if (flow === undefined || state === undefined) {
      problems.push(notOpen(index))
      continue
    }
    const quantity = asDecimal(line[(flow.measure.into ?? flow.measure).base])
    const left = state.whole.minus(state.drawn)
    const isLimited = flow.keepsOpen !== true && flow.mayOverdraw !== true
    const limit = left.plus(state.whole.times(flow.overPercent ?? 0).div(100))
    if (isLimited && quantity.gt(limit)) problems.push(overdrawn(flow, index, left))
    const share = drawShare(state, quantity)
    const other = flow.partFrom
    const taken = other === undefined ? zero : takeFrom(running(other, source.line), share.part)
    draws.push({ flow, line, index, share: { ...share, taken } })
    const origin = origins.get(source.line)
    if (flow.through !== undefined && origin?.type === flow.through.from.name) {
      const farther = running(flow.through, origin.line)
      if (farther === undefined) problems.push(notOpen(index))
      else {
        const far = farther.whole.minus(farther.drawn)
        if (quantity.gt(far)) problems.push(overdrawn(flow, index, far))
        const drawn = { ...drawShare(farther, quantity), taken: zero }
        draws.push({ flow: flow.through, line: { ...line, source: origin }, index, share: drawn, isBeside: true })
      }
    }
    if (other === undefined || taken.isZero()) continue
    const beside = { quantity: taken, amount: zero, part: zero, taken: zero, takesAll: false, over: zero }
    draws.push({ flow: other, line, index, share: beside, isBeside: true })
  }
  return { draws, problems }
}

/** Appends the draws and moves what is open; `sign` −1 gives back. */
export const recordDraws = (work: Work, posting: PostingRecord, draws: readonly Draw[], sign: 1 | -1 = 1): void => {
  if (draws.length === 0) return
  for (const { line } of draws) if (line.source !== null) noteGrown(work, line.source.document)
  const columns = [
    draws.map(() => newId<'flowEntry'>()),
    draws.map((d) => poolOf(d.flow)),
    draws.map((d) => d.line.source?.type ?? ''),
    draws.map((d) => d.line.source?.document ?? null),
    draws.map((d) => d.line.source?.line ?? null),
    draws.map((d) => d.line.id),
    draws.map((d) => d.share.quantity.times(sign).toString()),
    draws.map((d) => d.share.amount.times(sign).toString()),
    draws.map((d) => d.share.part.times(sign).toString()),
  ]
  work.tx.send(
    `insert into flow_entry (company_id, id, posting_id, pool, source_type, source_document, source_line, target_type, target_document, target_line, quantity, amount, part)
       select $1, r.id, $2, r.pool, r.source_type, r.source_document, r.source_line, $3, $4, r.target_line, r.quantity, r.amount, r.part
       from unnest($5::uuid[], $6::text[], $7::text[], $8::uuid[], $9::uuid[], $10::uuid[], $11::numeric[], $12::numeric[], $13::numeric[])
         as r(id, pool, source_type, source_document, source_line, target_line, quantity, amount, part)`,
    [work.company, posting.id, posting.documentType, posting.documentId, ...columns],
  )
  work.tx.send(
    `update flow_open o set drawn = o.drawn + r.quantity, drawn_amount = o.drawn_amount + r.amount, drawn_part = o.drawn_part + r.part
       from (select pool, source_line, sum(quantity) as quantity, sum(amount) as amount, sum(part) as part
             from unnest($2::text[], $3::uuid[], $4::numeric[], $5::numeric[], $6::numeric[]) as u(pool, source_line, quantity, amount, part)
             group by pool, source_line) r
       where o.company_id = $1 and o.pool = r.pool and o.source_line = r.source_line`,
    [work.company, columns[1], columns[4], columns[6], columns[7], columns[8]],
  )
}

/** Gives back everything a document drew: it is unposted, reversed or about to be amended. */
export const returnDraws = async (work: Work, posting: PostingRecord): Promise<void> => {
  const rows = await work.tx.rows<{
    pool: string
    source_type: string
    source_document: string
    source_line: string
    target_line: string
    quantity: string
    amount: string
    part: string
  }>(
    `select pool, source_type, source_document, source_line, target_line, sum(quantity) as quantity, sum(amount) as amount, sum(part) as part
     from flow_entry where company_id = $1 and target_document = $2
     group by 1, 2, 3, 4, 5 having sum(quantity) <> 0 or sum(amount) <> 0 or sum(part) <> 0 order by pool, source_line`,
    [work.company, posting.documentId],
  )
  const flows = [...work.installed.catalogue.flows.values()]
  const draws = rows.flatMap((row) => {
    const flow = flows.find((f) => f.name === row.pool)
    if (flow === undefined) return []
    const source = { type: row.source_type, document: row.source_document, line: row.source_line }
    const line = { id: row.target_line, lineNo: 0, source } as StoredLine
    return [
      {
        flow,
        line,
        index: 0,
        share: {
          quantity: decimal(row.quantity),
          amount: decimal(row.amount),
          part: decimal(row.part),
          taken: zero,
          takesAll: false,
          over: zero,
        },
      },
    ]
  })
  recordDraws(work, posting, draws, -1)
}

/** Opens a posted document's lines to what may grow out of them. */
export const openLines = (
  work: Work,
  definition: AnyDocument,
  documentId: string,
  linesOf: (table: string) => readonly StoredLine[],
): void => {
  const pools = new Map<string, AnyFlow>()
  for (const flow of work.installed.catalogue.flows.values()) {
    const opensAny = flow.from.name === definition.name && flow.keepsSource !== true
    const hasPool = flow.sharesOpenWith === undefined && flow.collects === undefined
    if (opensAny && hasPool) pools.set(poolOf(flow), flow)
  }
  const rows = [...pools].flatMap(([pool, flow]) =>
    linesOf(flow.table ?? 'lines')
      .filter((line) => flow.opens?.(line) ?? true)
      .map((line) => ({
        pool,
        counts: flow.exceptional !== true,
        line: line.id,
        whole: asDecimal(line[flow.measure.base]).toString(),
        amount: asDecimal(flow.amount === undefined ? zero : line[flow.amount]).toString(),
        part: asDecimal(flow.part === undefined ? zero : line[flow.part]).toString(),
      })),
  )
  noteOpened(work, documentId, rows)
  if (rows.length === 0) return
  // A line that is open already is being amended: what was drawn of it stays.
  work.tx.send(
    `insert into flow_open as o (company_id, pool, source_line, source_type, source_document, whole, whole_amount, whole_part, counts)
     select $1, r.pool, r.line, $2, $3, r.whole, r.amount, r.part, r.counts
     from unnest($4::text[], $5::uuid[], $6::numeric[], $7::numeric[], $8::numeric[], $9::boolean[]) as r(pool, line, whole, amount, part, counts)
     on conflict (company_id, pool, source_line) do update set whole = excluded.whole, whole_amount = excluded.whole_amount,
       whole_part = excluded.whole_part`,
    [
      work.company,
      definition.name,
      documentId,
      rows.map((r) => r.pool),
      rows.map((r) => r.line),
      rows.map((r) => r.whole),
      rows.map((r) => r.amount),
      rows.map((r) => r.part),
      rows.map((r) => r.counts),
    ],
  )
}

export interface DrawnRow {
  readonly pool: string
  readonly source_line: string
  readonly drawn: string
  readonly drawn_amount: string
  readonly drawn_part: string
}

/** What was drawn from each line of a document, all pools, with the documents that drew it. */
export const drawnFrom = (work: Work, documentId: string) =>
  work.tx.rows<DrawnRow>(
    `select pool, source_line, drawn, drawn_amount, drawn_part from flow_open
     where company_id = $1 and source_document = $2 order by pool, source_line for update`,
    [work.company, documentId],
  )

export const closeLines = (work: Work, documentId: string): void => {
  noteGrown(work, documentId)
  work.tx.send(`delete from flow_open where company_id = $1 and source_document = $2`, [work.company, documentId])
}
