import { Decimal, decimal, zero } from '../../base/decimal.ts'
import type { AnyFlow } from '../definition/flow.ts'
import { conflict, fieldProblem, Problem } from '../definition/problem.ts'
import type { FieldProblem } from '../definition/problem.ts'
import type { AnyDocument } from '../definition/record.ts'
import type { StoredLine } from '../posting/proposal.ts'
import type { Work } from '../posting/work.ts'
import { findDocument, idIn, numberIn } from './documents.ts'
import { drawnFrom } from './draw.ts'
import type { DrawnRow } from './draw.ts'
import type { LoadedRecord } from './load.ts'
import { flowLines } from './prepare.ts'

/** Refuses to take back what other documents have grown out of, and names them. */
export const refuseIfGrown = async (work: Work, definition: AnyDocument, record: LoadedRecord, verb: string) => {
  const drawn = (await drawnFrom(work, idIn(record))).filter(
    (row) => !decimal(row.drawn).isZero() || !decimal(row.drawn_amount).isZero(),
  )
  if (drawn.length === 0) return
  const rows = await work.tx.rows<{ target_type: string; target_document: string }>(
    `select target_type, target_document from flow_entry where company_id = $1 and source_document = $2
     group by 1, 2 having sum(quantity) <> 0 order by 1, 2 limit 3`,
    [work.company, idIn(record)],
  )
  const names = await Promise.all(
    rows.map(async (row) => {
      const grown = work.installed.catalogue.documents.get(row.target_type)
      return grown === undefined
        ? ''
        : `${grown.label} ${numberIn(await findDocument(work, grown, row.target_document, { whole: true }))}`
    }),
  )
  throw conflict(
    `${definition.label} ${numberIn(record)} 已生成下游单据，不能${verb}；请先处理：${names.join('、')}`,
    `${numberIn(record)} has been drawn from; first take back: ${names.join(', ')}`,
  )
}

const tooLittle = (path: string, drawn: string): FieldProblem =>
  fieldProblem(path, `已执行 ${drawn}，不能少于此数`, `${drawn} has been drawn; it cannot be less`)

const decimalIn = (line: StoredLine | undefined, field: string | undefined): Decimal => {
  const value = field === undefined ? undefined : line?.[field]
  return Decimal.isDecimal(value) ? value : zero
}

/** What others drew of a line was a share of its amount: neither may fall below it, and a line that is used up keeps its amount. */
const belowDrawn = (
  row: DrawnRow,
  flow: AnyFlow,
  line: StoredLine | undefined,
  was: StoredLine | undefined,
  at: string,
): FieldProblem[] => {
  const drawn = decimal(row.drawn)
  if (drawn.isZero() && decimal(row.drawn_amount).isZero()) return []
  const { of } = flow.measure
  if (of !== undefined && line !== undefined && line[of] !== was?.[of]) {
    return [fieldProblem(`${at}.${of}`, '已有下游单据，不能改', 'has been drawn from and cannot be another')]
  }
  const now = decimalIn(line, flow.measure.base)
  if (now.lt(drawn)) return [tooLittle(`${at}.quantity`, drawn.toString())]
  const amounts = [
    { field: flow.amount, taken: decimal(row.drawn_amount) },
    { field: flow.part, taken: decimal(row.drawn_part) },
  ]
  return amounts.flatMap(({ field, taken }) => {
    if (field === undefined) return []
    const whole = decimalIn(line, field)
    const isTooLittle = now.eq(drawn) ? !whole.eq(taken) : whole.lt(taken)
    return isTooLittle ? [tooLittle(`${at}.${field}`, taken.toString())] : []
  })
}

/** Refuses an amendment that leaves less than what others drew. */
export const refuseBelowDrawn = async (
  work: Work,
  definition: AnyDocument,
  before: LoadedRecord,
  after: LoadedRecord,
) => {
  const rows = await drawnFrom(work, idIn(before))
  const flows = [...work.installed.catalogue.flows.values()]
  const problems = rows.flatMap((row) => {
    const flow = flows.find((one) => one.name === row.pool)
    const table = flow?.table ?? 'lines'
    const lines = flowLines(after, table)
    const index = lines.findIndex((line) => line.id === row.source_line)
    const line = lines[index]
    const was = flowLines(before, table).find((one) => one.id === row.source_line)
    return flow === undefined ? [] : belowDrawn(row, flow, line, was, index < 0 ? table : `${table}.${index}`)
  })
  if (problems.length > 0) {
    throw new Problem('invalid', { zh: `${definition.label}不能这样变更`, en: 'It cannot be amended so' }, problems)
  }
}
