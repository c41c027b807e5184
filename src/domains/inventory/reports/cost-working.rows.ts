import { centsText, fromCents, fromMicros, shortText, toCents } from '../../../base/fixed-point.ts'
import { round } from '../../../base/decimal.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import { costMethods } from '../../../ledgers/dimensions/cost-methods.ts'
import { stockLedger } from '../../../ledgers/stock/stock.ts'
import type { ChainMovement } from '../../../ledgers/stock/chain.ts'
import type { CostWorking, PoolBalance } from '../../../ledgers/stock/explain/explain-cost.ts'
import type { CostCorrection, NamedDocument } from './cost-working.sources.ts'

const size = (value: bigint) => (value < 0n ? -value : value)
const quantityText = (value: bigint) => shortText(value, 6)

const unitOf = (amount: bigint, quantity: bigint): string | null =>
  quantity === 0n ? null : round(fromCents(amount).div(fromMicros(quantity)), 6).toString()

const kindLabels = stockLedger.entry.kind.options ?? {}

const leftOf = ({ quantity, amount }: PoolBalance) => ({
  leftQuantity: quantityText(quantity),
  leftAmount: centsText(amount),
})

type Numbers = ReadonlyMap<string, NamedDocument>

const documentOf = (m: ChainMovement | undefined, numbers: Numbers) => {
  const found = m === undefined ? undefined : numbers.get(m.document.id)
  return { number: found?.number ?? null, documentType: found?.type ?? null, documentId: found?.id ?? null }
}

/** How a given cost was made up: the document's own, and what came later to the same receipt. */
const givenFormula = ({ original, givenMore }: ChainMovement): string =>
  givenMore === 0n
    ? '单据给定的成本'
    : `单据给定 ${centsText(original)}，加以后到的发票差价、费用 ${centsText(givenMore)}`

const averageFormula = ({ movement, step, before }: CostWorking): string => {
  const quantity = size(movement.quantity)
  if (before.quantity === quantity) return `全部出清，带走剩余金额 ${centsText(before.amount)}`
  return `${quantityText(quantity)} × (${centsText(before.amount)} ÷ ${quantityText(before.quantity)}) = ${centsText(size(step.amount))}`
}

const issueFormula = (working: CostWorking): string => {
  const { method, movement, before, step } = working
  const isShort = step.flag !== undefined
  const short = isShort ? '；不足的部分按最近成本暂计，补货时补差' : ''
  if (step.flag === 'noCost') return '没有库存，也没有可参考的成本，暂按 0 计，补货时补差'
  if (method === 'movingAverage' && !isShort) return averageFormula(working)
  if (method === 'monthlyAverage' && movement.quantity < 0n)
    return `月内按上月单价（首月按当时平均）暂计，月末结转${short}`
  if (method === 'standard' && movement.quantity < 0n) return `月内按标准成本暂计，月末按差异率分摊${short}`
  if (method === 'fifo') return `先进先出：从最早的成本层取${short}`
  if (method === 'specificLot') return `批号 ${movement.lot ?? ''} 自己的成本${short}`
  if (method === 'specificSerial') return `各序列号自己的成本${short}`
  return `结存 ${quantityText(before.quantity)} / ${centsText(before.amount)}${short}`
}

const formulaOf = (working: CostWorking, numbers: Numbers): string => {
  const { movement, step } = working
  const source = documentOf(movement.source === null ? undefined : working.sources.get(movement.source), numbers).number
  switch (movement.kind) {
    case 'receive':
      return givenFormula(movement)
    case 'reprice':
      return '标准成本改变，实际成本不变'
    case 'issue':
    case 'carryOut':
      return issueFormula(working)
    case 'takeIn':
    case 'carryIn':
      return source === null ? givenFormula(movement) : `按 ${source} 转出时的成本带入`
    case 'giveBack':
    case 'takeBack':
      return step.remainder === 0n
        ? `按原入库 ${source ?? ''} 的成本退出`
        : `按原入库 ${source ?? ''} 的成本应退 ${centsText(size(step.amount) + step.remainder)}，结存只够 ${centsText(size(step.amount))}，余下进销售成本`
    default:
      return step.remainder === 0n
        ? '价值调整，数量不变'
        : `应调 ${centsText(movement.given)}，已出库的部分 ${centsText(step.remainder)} 进对方科目`
  }
}

const slicesOf = (working: CostWorking, numbers: Numbers): ReportRow[] => {
  const { step, movement, method } = working
  const own = step.slices.length === 1 && step.slices[0]?.source === movement.entry
  if (own) return []
  return step.slices.map((slice) => ({
    date: slice.layerDate,
    what: method === 'fifo' || slice.lot === null || slice.lot === undefined ? '成本层' : `批号/序列号 ${slice.lot}`,
    ...documentOf(slice.source === movement.entry ? movement : working.sources.get(slice.source), numbers),
    quantity: quantityText(slice.quantity),
    unit: unitOf(slice.amount, slice.quantity),
    amount: centsText(slice.amount),
    formula: null,
  }))
}

const why = ({ kind, covered }: CostCorrection): string =>
  kind === 'given' ? '到票差价或费用' : covered ? '补货后按实际成本补差' : '前面的成本变了，重新计算'

const correctionRows = (corrections: readonly CostCorrection[]): ReportRow[] =>
  corrections.map((one) => ({
    date: one.date,
    what: '以后的更正',
    number: one.number,
    documentType: one.type,
    documentId: one.document,
    quantity: null,
    unit: null,
    amount: one.amount,
    formula: why(one),
  }))

const startRow = ({ start, previous, skipped }: CostWorking): ReportRow[] => {
  const first = previous[0]
  if (start === null && first === undefined) return [{ what: '此前没有库存', formula: null }]
  if (start === null) return skipped === 0 ? [] : [{ what: `更早还有 ${skipped} 笔`, formula: null }]
  const more = skipped === 0 ? null : `其后还有 ${skipped} 笔，未列出`
  return [{ date: start.through, what: '月末结存', formula: more, ...leftOf(start) }]
}

/** The working of one movement's cost as rows: what went before, the movement itself, its layers, what changed it later. */
export const rowsOfWorking = (
  item: string,
  working: CostWorking,
  corrections: readonly CostCorrection[],
  numbers: Numbers,
): ReportRow[] => {
  const { movement, previous, step, after, method } = working
  // What the ledger holds of it, from the beginning on: corrections that followed a given price are in the fold already.
  const total = corrections.reduce((sum, one) => sum + toCents(one.amount), movement.original)
  return [
    { rowKind: 'head', what: `${item}　${costMethods[method]}` },
    ...startRow(working),
    ...previous.map((one): ReportRow => ({
      date: one.movement.date,
      what: `此前：${kindLabels[one.movement.kind] ?? one.movement.kind}`,
      ...documentOf(one.movement, numbers),
      quantity: quantityText(one.movement.quantity),
      unit: unitOf(one.step.amount, one.movement.quantity),
      amount: centsText(one.step.amount),
      formula: null,
      ...leftOf(one.after),
    })),
    {
      date: movement.date,
      what: `本笔：${kindLabels[movement.kind] ?? movement.kind}`,
      ...documentOf(movement, numbers),
      quantity: quantityText(movement.quantity),
      unit: unitOf(step.amount, movement.quantity),
      amount: centsText(step.amount),
      formula: formulaOf(working, numbers),
      ...leftOf(after),
    },
    ...slicesOf(working, numbers),
    ...(corrections.length === 0
      ? []
      : [
          {
            date: movement.date,
            what: '审核时的金额',
            ...documentOf(movement, numbers),
            quantity: null,
            unit: unitOf(movement.original, movement.quantity),
            amount: centsText(movement.original),
            formula: null,
          },
          ...correctionRows(corrections),
        ]),
    {
      rowKind: 'closing',
      what: '账上现在的成本',
      quantity: quantityText(movement.quantity),
      unit: unitOf(total, movement.quantity),
      amount: centsText(total),
      formula: null,
    },
  ]
}
