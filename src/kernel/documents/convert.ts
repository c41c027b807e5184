import { Decimal, decimal, round } from '../../base/decimal.ts'
import { conflict, notFound } from '../definition/problem.ts'
import type { AnyDocument } from '../definition/record.ts'
import type { Fields } from '../definition/field.ts'
import type { AnyFlow } from '../definition/flow.ts'
import type { StoredLine } from '../posting/proposal.ts'
import { inCompany } from '../own/installed-in.ts'
import type { Work } from '../posting/work.ts'
import { findDocument, idIn, numberIn, stateOf } from './documents.ts'
import { trace } from './links.ts'
import { poolOf } from './draw.ts'
import { asDocument } from './load.ts'
import type { LoadedRecord } from './load.ts'
import { loadReferences, referringOf } from './lookup.ts'
import { flowLines } from './prepare.ts'

const openOf = async (work: Work, flow: AnyFlow, document: string) => {
  const rows = await work.tx.rows<{ source_line: string; whole: string; drawn: string }>(
    `select source_line, whole, drawn from flow_open where company_id = $1 and source_document = $2 and pool = $3`,
    [work.company, document, poolOf(flow)],
  )
  return new Map(
    rows.map((row) => {
      const whole = decimal(row.whole)
      return [row.source_line, { whole, open: flow.keepsOpen === true ? whole : whole.minus(row.drawn) }]
    }),
  )
}

/** Of a flow that draws from where its source came from, all of a line is offered; what it draws is checked there. */
const wholeOf = (flow: AnyFlow, line: StoredLine) => {
  const whole = line[flow.measure.base]
  return Decimal.isDecimal(whole) ? { whole, open: whole } : undefined
}

type Collected = {
  readonly lines: readonly Readonly<Record<string, unknown>>[]
  readonly [field: string]: unknown
}

/** What is open of all that grew out of a document; the head is that of the first. Undefined where nothing is. */
const collected = async (work: Work, flow: AnyFlow, record: LoadedRecord): Promise<Collected | undefined> => {
  const { downstream } = await trace(work, idIn(record))
  const drafts: Collected[] = []
  for (const grown of downstream.filter(({ type, state }) => type === flow.from.name && state === 'posted')) {
    const open = await openOf(work, flow, grown.id)
    if ([...open.values()].some((line) => line.open.gt(0))) {
      drafts.push((await convertDocument(work, flow.from, grown.id, flow.to.name)).draft)
    }
  }
  const [first] = drafts
  return first === undefined ? undefined : { ...first, lines: drafts.flatMap((draft) => draft.lines) }
}

const nothingGrown = (flow: AnyFlow, record: LoadedRecord) =>
  conflict(
    `${numberIn(record)} 没有可${flow.label}的${flow.from.label}`,
    `Nothing that grew out of ${numberIn(record)} is open to this`,
  )

/** Heads are carried over in groups; what the target has no field for stays behind. */
const withFields = (flow: AnyFlow, head: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(head).filter(
      ([name]) => name in flow.to.header || name in flow.to.tables || name === 'date' || name === 'remark',
    ),
  )

/** What every document names, and own fields that both ends have by one name and kind, go along without a word in the flow. */
const carriedOwn = (from: Fields | undefined, to: Fields | undefined, values: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(to ?? {}).flatMap(([name, field]) => {
      const source = from?.[name]
      const isOwn = field.own === true && field.formula === undefined && source?.own === true
      const goes = isOwn || (field.everywhere === true && source?.everywhere === true)
      return goes && source?.kind === field.kind && name in values ? [[name, values[name]]] : []
    }),
  )

/** The way asked for by its name; else the first that leads there. */
const wayTo = (work: Work, definition: AnyDocument, targetName: string, flowName: string | undefined) =>
  [...work.installed.catalogue.flows.values()].find(
    (flow) =>
      flow.from.name === definition.name &&
      flow.to.name === targetName &&
      (flowName === undefined || flow.name === flowName),
  )

/**
 * 下推: what a draft of the target would hold, with what is still open of the source; nothing is saved. Where several flows
 * lead to the target, `flowName` says which.
 */
export const convertDocument = async (
  work: Work,
  definition: AnyDocument,
  key: string,
  targetName: string,
  flowName?: string,
) => {
  const flow = wayTo(work, definition, targetName, flowName)
  if (flow === undefined)
    throw notFound(`${definition.label}不能下推到“${targetName}”`, `${definition.name} does not lead to ${targetName}`)
  const record = await findDocument(work, definition, key)
  if (stateOf(record) !== 'posted') {
    throw conflict(`${numberIn(record)} 未审核或已关闭，不能下推`, `${numberIn(record)} is not posted or is closed`)
  }
  if (flow.collects !== undefined) {
    const draft = await collected(work, flow.collects, record)
    if (draft === undefined) throw nothingGrown(flow.collects, record)
    return { flow, draft }
  }
  const [lookup, open] = await Promise.all([
    loadReferences(work, referringOf(definition, record)),
    openOf(work, flow, idIn(record)),
  ])
  const source = asDocument(definition, record)
  const context = { header: record.header, lookup, settings: work.settings }
  const from = inCompany(work, definition)
  const to = inCompany(work, flow.to)
  const head = {
    ...carriedOwn(from.header, to.header, record.header),
    ...withFields(flow, flow.header(source.header, context)),
  }
  const lineFields = from.tables[flow.table ?? 'lines']?.fields
  const first = [...work.installed.catalogue.flows.values()].find(
    ({ goesFirst, through }) => goesFirst === true && through === flow,
  )
  const ahead = first === undefined ? undefined : await collected(work, first, record)
  if (ahead !== undefined) return { flow, draft: { ...head, ...ahead } }
  const lines = flowLines(record, flow.table).flatMap((line) => {
    const state = flow.keepsSource === true ? wholeOf(flow, line) : open.get(line.id)
    if (state === undefined || state.open.lte(0)) return []
    const isWhole = state.open.eq(state.whole)
    const quantity = decimal(String(line[flow.measure.quantity]))
    const left = isWhole ? quantity : round(quantity.times(state.open).div(state.whole), 6)
    const target = flow.line(line, { quantity: left, baseQuantity: state.open, isWhole }, context)
    const source = { type: definition.name, document: idIn(record), line: line.id }
    const own = carriedOwn(lineFields, to.tables['lines']?.fields, line)
    return [{ ...own, ...target, source: flow.keepsSource === true ? line.source : source }]
  })
  if (lines.length === 0) {
    throw conflict(`${numberIn(record)} 已全部执行`, `Nothing of ${numberIn(record)} is open any more`)
  }
  return { flow, draft: { ...head, lines } }
}
