import { definitionLabel } from '../../../ui/derive/label.ts'
import type { FlowWire } from '../../../ui/flow/flow-layout.ts'
import type { FlowMapLane, FlowMapNode } from '../../../ui/flow/flow-map.tsx'
import { t } from '../../../ui/language.ts'
import type { AreaMenu } from '../catalogue/areas.ts'
import type { Catalogue, RecordType } from '../catalogue/catalogue.ts'
import type { ReportAnswer } from '../report/report-answer.ts'
import type { Session } from '../session/session.ts'

type Place = { readonly lane: string; readonly column: number; readonly side?: number }

/** The lanes of the usual documents, column by column: the main one, and under it what stands beside it. */
const columns: Readonly<Record<string, readonly (readonly string[])[]>> = {
  purchasing: [
    ['purchaseRequest', 'purchaseBudget', 'purchasePlan'],
    ['requestForQuotation'],
    ['supplierQuotation'],
    ['purchaseOrder', 'arrivalNotice'],
    ['purchaseReceipt', 'incomingInspection', 'purchaseReturn', 'purchaseExchange'],
    ['purchaseInvoice', 'purchaseAllowance', 'landedCost', 'inputVatCertification'],
    ['payment'],
  ],
  sales: [
    ['quotation', 'salesContract', 'salesTarget'],
    ['salesOrder'],
    ['deliveryNotice'],
    ['salesDelivery', 'salesReturn', 'salesExchange', 'sampleIssue'],
    ['salesInvoice', 'salesAllowance', 'pendingVatDue'],
    ['collection'],
    ['retailSale', 'dropshipOrder'],
  ],
  inventory: [
    ['openingStock'],
    ['otherReceipt', 'otherIssue', 'scrap', 'internalUse'],
    ['stockTransfer', 'transferOut', 'transferIn', 'assembly', 'disassembly'],
    ['stockCount'],
    ['countAdjustment', 'lossDisposition'],
    ['costAdjustment'],
  ],
  money: [['expense'], ['otherIncome'], ['cashTransfer'], ['suspense'], ['settlement']],
  bills: [['noteReceived', 'noteIssued'], ['noteEvent']],
  claims: [
    ['employeeAdvance', 'wagesAccrual'],
    ['claimPayment', 'wagesPayment'],
    ['expenseClaim', 'advanceReturn'],
  ],
  assets: [
    ['assetAcquisition', 'assetOpening'],
    ['depreciation', 'amortization', 'assetUsage'],
    ['assetChange', 'assetSplit', 'assetImpairment'],
    ['assetCount'],
    ['assetDisposal'],
  ],
  accounting: [['voucher'], ['', 'costOfSalesCarry'], ['', 'profitCarryForward'], ['', 'yearEndClose']],
}

const sideOf = (row: number): Pick<Place, 'side'> => (row === 0 ? {} : { side: row })

/** Where the usual documents stand. */
const places: ReadonlyMap<string, Place> = new Map(
  Object.entries(columns).flatMap(([lane, stacks]) =>
    stacks.flatMap((names, column) => names.map((name, row) => [name, { lane, column, ...sideOf(row) }] as const)),
  ),
)

/**
 * Puts what has no usual place under the columns of its area's lane, where least stands; a lane of its own grows in its
 * first row.
 */
function placer(names: readonly string[]): (type: RecordType) => Place {
  const depths = new Map<string, number[]>()
  const depthsOf = (lane: string): number[] => {
    const known = depths.get(lane) ?? (columns[lane] ?? []).map(() => 0)
    depths.set(lane, known)
    return known
  }
  for (const name of names) {
    const place = places.get(name)
    if (place === undefined) continue
    const depth = depthsOf(place.lane)
    depth[place.column] = Math.max(depth[place.column] ?? 0, place.side ?? 0)
  }
  return (type) => {
    const known = places.get(type.name)
    if (known !== undefined) return known
    const depth = depthsOf(type.domain)
    if (columns[type.domain] === undefined) return { lane: type.domain, column: depth.push(0) - 1 }
    const column = depth.indexOf(Math.min(...depth))
    const side = (depth[column] ?? 0) + 1
    depth[column] = side
    return { lane: type.domain, column, side }
  }
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
  { from: 'claimPayment', to: 'expenseClaim' },
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
  const placeOf = placer(documents.map((type) => type.name))
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

/** A way against the stream, as a receipt drawn from an invoice, or out of a stack into another lane, would only cross the others. */
function isBackward(wire: FlowWire, nodes: readonly FlowMapNode[]): boolean {
  const from = nodes.find((node) => node.key === wire.from)
  const to = nodes.find((node) => node.key === wire.to)
  if (from === undefined || to === undefined || from === to) return true
  const isBeside = from.side !== undefined || to.side !== undefined
  if (from.lane !== to.lane) return isBeside
  return to.column < from.column || Math.abs(to.column - from.column) > 1 || (isBeside && to.column !== from.column)
}
