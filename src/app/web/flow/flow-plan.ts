import { definitionLabel } from '../../../ui/derive/label.ts'
import type { FlowWire } from '../../../ui/flow/flow-layout.ts'
import type { FlowMapLane, FlowMapNode } from '../../../ui/flow/flow-map.tsx'
import { t } from '../../../ui/language.ts'
import type { AreaMenu } from '../catalogue/areas.ts'
import type { Catalogue, RecordType } from '../catalogue/catalogue.ts'
import type { ReportAnswer } from '../report/report-answer.ts'
import type { Session } from '../session/session.ts'

type Place = { readonly lane: string; readonly column: number; readonly side?: boolean }

/** Where the usual documents stand; what is not named here follows at the end of its area's lane. */
const places: Readonly<Record<string, Place>> = {
  purchaseOrder: { lane: 'purchasing', column: 0 },
  purchaseReceipt: { lane: 'purchasing', column: 1 },
  purchaseReturn: { lane: 'purchasing', column: 1, side: true },
  purchaseInvoice: { lane: 'purchasing', column: 2 },
  payment: { lane: 'purchasing', column: 3 },
  quotation: { lane: 'sales', column: 0 },
  salesOrder: { lane: 'sales', column: 1 },
  salesDelivery: { lane: 'sales', column: 2 },
  salesReturn: { lane: 'sales', column: 2, side: true },
  salesInvoice: { lane: 'sales', column: 3 },
  collection: { lane: 'sales', column: 4 },
  openingStock: { lane: 'inventory', column: 0 },
  otherReceipt: { lane: 'inventory', column: 1 },
  otherIssue: { lane: 'inventory', column: 1, side: true },
  stockTransfer: { lane: 'inventory', column: 2 },
  stockCount: { lane: 'inventory', column: 3 },
  countAdjustment: { lane: 'inventory', column: 4 },
  costAdjustment: { lane: 'inventory', column: 5 },
  expense: { lane: 'money', column: 0 },
  otherIncome: { lane: 'money', column: 1 },
  cashTransfer: { lane: 'money', column: 2 },
  settlement: { lane: 'money', column: 3 },
  voucher: { lane: 'accounting', column: 0 },
  costOfSalesCarry: { lane: 'accounting', column: 1, side: true },
  profitCarryForward: { lane: 'accounting', column: 2, side: true },
  yearEndClose: { lane: 'accounting', column: 3, side: true },
}

/** Reports that are steps of the month's end. */
const steps: readonly { readonly report: string; readonly column: number }[] = [
  { report: 'voucherList', column: 1 },
  { report: 'trialBalance', column: 2 },
  { report: 'closeChecklist', column: 3 },
  { report: 'balanceSheet', column: 4 },
  { report: 'incomeStatement', column: 5 },
  { report: 'cashFlow', column: 6 },
]

/** Ways that lead on without lines being drawn: money follows the invoice, statements the books. */
const followed: readonly FlowWire[] = [
  { from: 'purchaseInvoice', to: 'payment' },
  { from: 'salesInvoice', to: 'collection' },
  { from: 'voucher', to: 'voucherList' },
  { from: 'voucherList', to: 'trialBalance' },
  { from: 'trialBalance', to: 'closeChecklist' },
  { from: 'closeChecklist', to: 'balanceSheet' },
  { from: 'balanceSheet', to: 'incomeStatement' },
  { from: 'incomeStatement', to: 'cashFlow' },
]

function countOf(open: ReportAnswer | undefined, type: string, state: string): number {
  return Number(open?.rows.find((row) => row['type'] === type)?.[state] ?? 0)
}

function documentNode(type: RecordType, place: Place, open: ReportAnswer | undefined, session: Session): FlowMapNode {
  const draft = countOf(open, type.name, 'draft')
  const submitted = countOf(open, type.name, 'submitted')
  const left = countOf(open, type.name, 'open')
  const label = definitionLabel(type)
  const list = `/list/${type.address}`
  return {
    ...place,
    key: type.name,
    label,
    path: list,
    counts: [
      { count: submitted, label: t('flow.submitted') },
      { count: left, label: t('flow.open') },
      { count: submitted + left === 0 ? draft : 0, label: t('flow.draft') },
    ],
    note: t('flow.nothing'),
    figures: [
      { label: t('state.draft'), value: String(draft) },
      { label: t('state.submitted'), value: String(submitted) },
      ...(type.flows.length > 0 ? [{ label: t('flow.openWords'), value: String(left) }] : []),
    ],
    actions: [
      ...(session.may(`${type.name}.create`)
        ? [{ label: t('flow.new'), path: `/new/${type.address}`, main: true }]
        : []),
      { label: t('flow.list'), path: list },
    ],
  }
}

export type FlowPlan = {
  readonly lanes: readonly FlowMapLane[]
  readonly nodes: readonly FlowMapNode[]
  readonly wires: readonly FlowWire[]
}

/** The map of all documents this person may read, with what waits at each. */
export function flowPlan(
  catalogue: Catalogue,
  areas: readonly AreaMenu[],
  session: Session,
  open: ReportAnswer | undefined,
): FlowPlan {
  const documents = [...catalogue.types.values()].filter(
    (type) => type.sort === 'document' && !type.internal && session.may(`${type.name}.read`),
  )
  const free = new Map<string, number>()
  for (const { lane, column } of Object.values(places)) free.set(lane, Math.max(free.get(lane) ?? 0, column + 1))
  const placeOf = (type: RecordType): Place => {
    const known = places[type.name]
    if (known !== undefined) return known
    const column = free.get(type.domain) ?? 0
    free.set(type.domain, column + 1)
    return { lane: type.domain, column }
  }
  const stepNodes = steps.flatMap(({ report: name, column }): FlowMapNode[] => {
    const report = [...catalogue.reports.values()].find((one) => one.name === name)
    if (report === undefined || !session.may(`report.${name}`)) return []
    const path = `/report/${report.address}`
    return [{ key: name, lane: 'accounting', column, label: definitionLabel(report), path, note: t('flow.report') }]
  })
  const nodes = [...documents.map((type) => documentNode(type, placeOf(type), open, session)), ...stepNodes]
  const lanes = areas
    .filter((area) => nodes.some((node) => node.lane === area.key))
    .map((area): FlowMapLane => ({ key: area.key, label: area.label, icon: area.icon }))
  // The shop's order: what is bought comes before what is sold.
  const first = lanes.filter((lane) => lane.key === 'purchasing')
  const drawn = documents.flatMap((type) => type.flows.map((flow): FlowWire => ({ from: type.name, to: flow.target })))
  return {
    lanes: [...first, ...lanes.filter((lane) => lane.key !== 'purchasing')],
    nodes,
    wires: [...drawn.filter((wire) => !isBackward(wire, nodes)), ...followed],
  }
}

/** A way against the stream, such as a receipt drawn from an invoice, would only cross the others. */
function isBackward(wire: FlowWire, nodes: readonly FlowMapNode[]): boolean {
  const from = nodes.find((node) => node.key === wire.from)
  const to = nodes.find((node) => node.key === wire.to)
  if (from === undefined || to === undefined) return true
  if (from.lane !== to.lane) return false
  const skips = Math.abs(to.column - from.column) > 1
  return to.column < from.column || skips || (from.side === true && to.column !== from.column)
}
