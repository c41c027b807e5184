import { Decimal, sum, zero } from '../../../base/decimal.ts'
import { coveringSets } from './covering-sets.ts'
import { itemsMeant } from './items-meant.ts'
import type { InvoicedLine, MatchTolerances, ReceivedLine } from './compared-lines.ts'
import { shareOut } from './share-out.ts'
import type { InvoiceDraw } from './share-out.ts'

/** Why an invoice needs a person. */
export const matchReasons = {
  unknownSupplier: '找不到供应商',
  duplicate: '重复发票',
  unknownGoods: '找不到对应商品',
  unclearGoods: '对应多个商品',
  notReceived: '没有未开票的入库',
  quantity: '数量不符',
  price: '单价超出允差',
  tax: '税率不符',
  unclearReceipt: '多张入库单都符合',
  wrongBuyer: '抬头不是本公司',
  notGenuine: '查验未通过',
  red: '红字发票，请从采购退货或折让登记',
  refused: '发票不能审核',
} as const
export type MatchReason = keyof typeof matchReasons

/** What was found of the lines of one item. */
export interface MatchFinding {
  readonly reason: MatchReason
  readonly lines: readonly string[]
  readonly item: string | null
  /** The receipts' lines that come nearest. */
  readonly near: readonly string[]
  readonly expectedQuantity: Decimal | null
  readonly expectedNet: Decimal | null
}

export interface MatchOutcome {
  readonly draws: readonly InvoiceDraw[]
  /** Empty: all of the invoice is matched. */
  readonly findings: readonly MatchFinding[]
}

export interface MatchQuestion {
  readonly lines: readonly InvoicedLine[]
  readonly received: readonly ReceivedLine[]
  readonly tolerances: MatchTolerances
  /** Words beside the lines that may name receipts. */
  readonly remark?: string | null
  /** Someone has accepted the price: quantities and goods alone decide. */
  readonly acceptsPrice?: boolean
}

interface Group {
  readonly item: string
  readonly lines: readonly InvoicedLine[]
  readonly quantity: Decimal
  readonly net: Decimal
  readonly open: readonly ReceivedLine[]
}

type ReceiptSet = readonly ReceivedLine[]

const hundredth = (value: Decimal, percent: Decimal) => value.abs().times(percent).div(100)

const netOf = (set: ReceiptSet) => sum(set.map((each) => each.net))

/** Rounding alone: a cent or so a line. */
const isExact = (group: Group, set: ReceiptSet) =>
  group.net
    .minus(netOf(set))
    .abs()
    .lte(sum([...group.lines, ...set].map(() => '0.01')))

/** Every line's own price lies among those of what it is for: a wrong one must not hide among right ones. */
const isPricedLike = (line: InvoicedLine, set: ReceiptSet, { pricePercent, amount }: MatchTolerances) => {
  const { quantity } = line
  if (quantity === null || quantity.isZero()) return false
  return [(each: ReceivedLine) => each.quantity, (each: ReceivedLine) => each.baseQuantity].some((count) => {
    const prices = set.map((each) => each.net.div(count(each)))
    const slack = amount.div(quantity.abs())
    const least = Decimal.min(...prices)
    const most = Decimal.max(...prices)
    const price = line.net.div(quantity)
    return (
      price.gte(least.minus(hundredth(least, pricePercent)).minus(slack)) &&
      price.lte(most.plus(hundredth(most, pricePercent)).plus(slack))
    )
  })
}

const isWithin = (group: Group, set: ReceiptSet, tolerances: MatchTolerances) => {
  const { pricePercent, amount } = tolerances
  if (!group.lines.every((line) => isPricedLike(line, set, tolerances))) return false
  const expected = netOf(set)
  const rounding = amount.times(Math.max(group.lines.length, set.length))
  const most = hundredth(expected, pricePercent)
  return group.net
    .minus(expected)
    .abs()
    .lte(most.gt(rounding) ? most : rounding)
}

const hasTax = (group: Group, set: ReceiptSet) =>
  group.lines.every((line) => set.every((each) => each.taxRate.eq(line.taxRate)))

/** Whether sets are the same but for which of several equal deliveries they name. */
const isInterchangeable = (one: ReceiptSet, other: ReceiptSet) => {
  const looks = (set: ReceiptSet) =>
    set
      .map((each) => [each.quantity, each.net, each.partOf ?? ''].join('/'))
      .toSorted()
      .join(' ')
  return looks(one) === looks(other)
}

/** Sets of receipt lines of the whole quantity, in the receipts' unit or in the base unit. */
const setsOf = (group: Group, { quantityPercent }: MatchTolerances): readonly ReceiptSet[] => {
  const tolerance = hundredth(group.quantity, quantityPercent)
  const inUnit = coveringSets(group.open, group.quantity, tolerance)
  if (inUnit.length > 0) return inUnit
  const inBase = group.open.map((each) => ({ quantity: each.baseQuantity, line: each }))
  return coveringSets(inBase, group.quantity, tolerance).map((set) => set.map((each) => each.line))
}

/** Part of one receipt's line: the delivery is invoiced in several invoices. */
const partsOf = (group: Group): readonly ReceiptSet[] =>
  group.open.flatMap((each) => {
    if (each.quantity.lte(group.quantity)) return []
    const share = group.quantity.div(each.quantity)
    return [
      [
        {
          ...each,
          quantity: group.quantity,
          partOf: each.quantity,
          baseQuantity: each.baseQuantity.times(share),
          net: each.net.times(share),
        },
      ],
    ]
  })

const finding = (group: Group, reason: MatchReason, near: ReceiptSet): MatchFinding => ({
  reason,
  lines: group.lines.map((line) => line.id),
  item: group.item,
  near: near.map((each) => each.line),
  expectedQuantity: near.length === 0 ? null : sum(near.map((each) => each.quantity)),
  expectedNet: near.length === 0 ? null : netOf(near),
})

interface Choice {
  readonly group: Group
  readonly sets: readonly ReceiptSet[]
}

/** One delivery, or several that came one after another: what a supplier puts on one invoice. Others only add up by chance. */
const isRun = (group: Group, set: ReceiptSet) => {
  const places = set.map((each) => group.open.findIndex((one) => one.line === each.line))
  return Math.max(...places) - Math.min(...places) === places.length - 1
}

/** The best of several sets; undefined where nothing tells them apart. */
const preferred = (choice: Choice, receipts: ReadonlySet<string>): ReceiptSet | undefined => {
  const { group, sets } = choice
  const inReceipts = sets.filter((set) => set.every((each) => receipts.has(each.receipt)))
  const left = inReceipts.length > 0 ? inReceipts : sets.filter((set) => isRun(group, set))
  const exact = left.filter((set) => isExact(group, set))
  const best = exact.length > 0 ? exact : left
  const [first] = best
  return first !== undefined && best.every((set) => isInterchangeable(set, first)) ? first : undefined
}

/** What the quantity says of an item's lines: the sets that fit within tolerance, or why none does. */
const choiceOf = (group: Group, question: MatchQuestion): Choice | MatchFinding => {
  const { tolerances, acceptsPrice } = question
  const fits = (set: ReceiptSet) => hasTax(group, set) && (acceptsPrice === true || isWithin(group, set, tolerances))
  const whole = setsOf(group, tolerances)
  const sets = whole.filter(fits)
  if (sets.length > 0) return { group, sets }
  const [nearest] = whole
  if (nearest !== undefined) return finding(group, hasTax(group, nearest) ? 'price' : 'tax', nearest)
  const parts = partsOf(group)
  const partly = parts.filter(fits)
  if (partly.length > 0) return { group, sets: partly }
  const [part] = parts
  if (part !== undefined) return finding(group, hasTax(group, part) ? 'price' : 'tax', part)
  return finding(group, 'quantity', group.open)
}

const isFinding = (choice: Choice | MatchFinding): choice is MatchFinding => 'reason' in choice

/** Whether a receipt that the rest of the invoice is for has goods of the item that were passed over. */
const passesOver = ({ group }: Choice, chosen: ReceiptSet, receipts: ReadonlySet<string>) => {
  const taken = new Set(chosen.map((each) => each.line))
  return (
    !chosen.every((each) => receipts.has(each.receipt)) &&
    group.open.some((each) => receipts.has(each.receipt) && !taken.has(each.line))
  )
}

/** Settles the groups one after another: those with one answer first, since their receipts tell which others are meant. */
const settle = (choices: readonly Choice[], named: ReadonlySet<string>) => {
  const receipts = new Set(named)
  const settled = new Map<Group, ReceiptSet>()
  for (let round = 0; round <= choices.length; round += 1) {
    for (const choice of choices) {
      const chosen = settled.has(choice.group) ? undefined : preferred(choice, receipts)
      if (chosen === undefined) continue
      settled.set(choice.group, chosen)
      for (const each of chosen) receipts.add(each.receipt)
    }
  }
  return settled
}

const groupsOf = (question: MatchQuestion) => {
  const findings: MatchFinding[] = []
  const meant = new Map<string, InvoicedLine[]>()
  for (const line of question.lines) {
    const items = itemsMeant(line, question.received, question.tolerances)
    const [item] = items
    if (item === undefined || items.length > 1 || line.quantity === null) {
      const reason = item === undefined || line.quantity === null ? 'unknownGoods' : 'unclearGoods'
      const near = items.length > 1 ? question.received.filter((each) => items.includes(each.item)) : []
      findings.push({
        reason,
        lines: [line.id],
        item: null,
        near: near.map((each) => each.line),
        expectedQuantity: null,
        expectedNet: null,
      })
    } else meant.set(item, [...(meant.get(item) ?? []), line])
  }
  const groups = [...meant].map(([item, lines]): Group => ({
    item,
    lines,
    quantity: sum(lines.map((line) => line.quantity ?? zero)),
    net: sum(lines.map((line) => line.net)),
    open: question.received.filter((each) => each.item === item),
  }))
  return { groups, findings }
}

/**
 * Finds what a supplier's invoice is for: for each item, open receipt lines of the same quantity, tax rate and, within tolerance,
 * price. All of it or nothing: an invoice with one doubt goes to a person whole. Where several deliveries fit, the receipts
 * that the remark names or the other lines are for decide; equal deliveries, the oldest; else nobody does.
 */
export const matchInvoice = (question: MatchQuestion): MatchOutcome => {
  const { groups, findings } = groupsOf(question)
  const choices = groups.map((group) => choiceOf(group, question))
  findings.push(...choices.filter(isFinding))
  const open = choices.filter((choice): choice is Choice => !isFinding(choice))
  const remark = question.remark ?? ''
  const named = new Set(question.received.map((each) => each.receipt).filter((number) => remark.includes(number)))
  const settled = settle(open, named)
  for (const choice of open) {
    const chosen = settled.get(choice.group)
    const others = new Set(
      [...settled].flatMap(([group, set]) => (group === choice.group ? [] : set.map((each) => each.receipt))),
    )
    for (const number of named) others.add(number)
    if (chosen === undefined) findings.push(finding(choice.group, 'unclearReceipt', choice.sets.flat()))
    else if (question.acceptsPrice !== true && passesOver(choice, chosen, others)) {
      const passed = choice.group.open.filter((each) => others.has(each.receipt))
      findings.push(finding(choice.group, 'unclearReceipt', [...chosen, ...passed]))
    }
  }
  const draws = findings.length > 0 ? [] : [...settled].flatMap(([group, set]) => shareOut(group.lines, set))
  return { draws, findings }
}
