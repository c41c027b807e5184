import { centsText } from '../../../base/fixed-point.ts'
import { groupFormLines, groupLines, profitLines } from './consolidated-forms.ts'
import type { GroupStatement } from './consolidated-forms.ts'
import { eliminateEquity } from './eliminate-equity.ts'
import { credit, debit, partOf, wholePercent } from './elimination.ts'
import type { Elimination, GroupTerms, Member } from './elimination.ts'
import type { GoodsBetween, WithSister } from './internal-figures.ts'
import { amountOfNewest } from './newest-first.ts'

const least = (one: bigint, other: bigint): bigint => (one < other ? one : other)

/** What one company claims on these lines, another owes on those. */
const claims = [
  [groupLines.notesReceivable, [groupLines.notesPayable]],
  [groupLines.receivable, [groupLines.payable]],
  [groupLines.prepaid, [groupLines.advance, groupLines.contractLiability]],
  [groupLines.otherReceivable, [groupLines.otherPayable]],
] as const

const itemOf = (statement: GroupStatement, line: number): string =>
  groupFormLines(statement)
    .find((each) => each.line === line)
    ?.item.replaceAll('　', '') ?? ''

const pairName = (one: Member, other: Member): string => `${one.name} — ${other.name}`

/** What both sides say of the same claim; the lesser is taken away, the rest stays to be agreed. */
const eliminateBalances = (one: Member, own: WithSister, other: Member, theirs: WithSister): Elimination[] => {
  const notes: string[] = []
  const lines = claims.flatMap(([claim, debts]) => {
    const claimed = own.balances.get(claim) ?? 0n
    const owed = debts.map((line) => [line, theirs.balances.get(line) ?? 0n] as const)
    const total = owed.reduce((sum, [, amount]) => sum + amount, 0n)
    if (claimed !== total)
      notes.push(
        `${itemOf('balanceSheet', claim)} ${centsText(claimed)}，对方 ${centsText(total)}，差 ${centsText(claimed - total)}`,
      )
    let left = least(claimed, total)
    if (left <= 0n) return []
    const taken = left
    const debits = owed.flatMap(([line, amount]) => {
      const part = least(amount, left)
      left -= part
      return debit('balanceSheet', line, part)
    })
    return [...debits, ...credit('balanceSheet', claim, taken)]
  })
  if (lines.length === 0 && notes.length === 0) return []
  const differences = notes.length === 0 ? '' : `；未达或差异：${notes.join('；')}`
  return lines.length === 0 ? [] : [{ kind: 'balances', note: `${pairName(one, other)}${differences}`, lines }]
}

/** Sales to a sister were no sales of the group: off the revenue, and off what she charged to expenses or sold on. */
const eliminateTrade = (one: Member, own: WithSister, other: Member, theirs: WithSister): Elimination[] => {
  if (own.revenue === 0n) return []
  const services = [...theirs.charged].filter(([line, amount]) => amount > 0n && line >= 3 && line <= 6)
  const expensed = services.reduce((sum, [, amount]) => sum + amount, 0n)
  const inCost = own.revenue - expensed
  return [
    {
      kind: 'trade',
      note: `${one.name} 销售给 ${other.name}`,
      lines: [
        ...debit('incomeStatement', profitLines.revenue, own.revenue),
        ...services.flatMap(([line, amount]) => credit('incomeStatement', line, amount)),
        ...credit('incomeStatement', profitLines.cost, inCost),
      ],
    },
  ]
}

/** What the seller earned on goods that the buyer still has. */
export const unrealisedProfit = (seller: string, sold: GoodsBetween, buyer: string, held: GoodsBetween): bigint =>
  [...(held.held.get(seller) ?? [])].reduce(
    (sum, [code, quantity]) => sum + amountOfNewest(quantity, sold.sold.get(buyer)?.get(code) ?? []),
    0n,
  )

const shareOutside = (terms: GroupTerms, company: string): bigint => {
  const holding = terms.holdings.find((one) => one.company === company)
  return holding === undefined ? 0n : wholePercent - holding.share
}

/**
 * Profit in stock: off the stock at the end and the cost of sales, what was in it as the year began realised again; deferred
 * tax on it; where a subsidiary sold (逆流), the minority bears its part.
 */
const eliminateProfit = (seller: Member, buyer: Member, terms: GroupTerms): Elimination[] => {
  const [now, before] = [
    unrealisedProfit(seller.code, seller.internal.atEnd, buyer.code, buyer.internal.atEnd),
    unrealisedProfit(seller.code, seller.internal.atYearStart, buyer.code, buyer.internal.atYearStart),
  ]
  if (now === 0n && before === 0n) return []
  const [taxNow, taxBefore] = [partOf(now, terms.tax), partOf(before, terms.tax)]
  const outside = shareOutside(terms, seller.code)
  const [theirsNow, theirsBefore] = [partOf(now - taxNow, outside), partOf(before - taxBefore, outside)]
  const beginning = '年初未分配利润'
  return [
    {
      kind: 'profit',
      note: `${seller.name} 销售给 ${buyer.name}，期末存货中未实现利润 ${centsText(now)}，年初 ${centsText(before)}`,
      lines: [
        ...debit('balanceSheet', groupLines.retained, before, beginning),
        ...debit('incomeStatement', profitLines.cost, now - before),
        ...credit('balanceSheet', groupLines.stock, now),
        ...debit('balanceSheet', groupLines.deferredTax, taxNow),
        ...credit('incomeStatement', profitLines.incomeTax, taxNow - taxBefore),
        ...credit('balanceSheet', groupLines.retained, taxBefore, beginning),
        ...debit('balanceSheet', groupLines.minorityEquity, theirsNow),
        ...credit('incomeStatement', profitLines.ofMinority, theirsNow - theirsBefore),
        ...credit('balanceSheet', groupLines.retained, theirsBefore, beginning),
      ],
    },
  ]
}

const flowOf = (line: number) => groupFormLines('cashFlow').find((each) => each.line === line)?.flow

/** Money that went from one member to another went nowhere: the lesser of what both sides say, in order of the lines. */
const eliminateCash = (payer: Member, paid: WithSister, payee: Member, got: WithSister): Elimination[] => {
  const positive = (flow: 'in' | 'out', cash: ReadonlyMap<number, bigint>) =>
    [...cash].filter(([line, amount]) => amount > 0n && flowOf(line) === flow).toSorted(([a], [b]) => a - b)
  const [outs, ins] = [positive('out', paid.cash), positive('in', got.cash)]
  const sum = (lines: readonly (readonly [number, bigint])[]) => lines.reduce((all, [, amount]) => all + amount, 0n)
  const [spent, received] = [sum(outs), sum(ins)]
  const amount = least(spent, received)
  if (amount <= 0n) return []
  const upTo = (lines: readonly (readonly [number, bigint])[]) => {
    let left = amount
    return lines.map(([line, each]) => {
      const part = least(each, left)
      left -= part
      return [line, part] as const
    })
  }
  const differs =
    spent === received ? '' : `；付 ${centsText(spent)}，收 ${centsText(received)}，差 ${centsText(spent - received)}`
  return [
    {
      kind: 'cash',
      note: `${payer.name} 付给 ${payee.name}${differs}`,
      lines: [
        ...upTo(outs).flatMap(([line, part]) => debit('cashFlow', line, part)),
        ...upTo(ins).flatMap(([line, part]) => credit('cashFlow', line, part)),
      ],
    },
  ]
}

const nothing: WithSister = { balances: new Map(), revenue: 0n, charged: new Map(), cash: new Map() }

/** Every entry that the figures of the members ask for; what is not known here is written by hand. */
export const buildEliminations = (members: readonly Member[], terms: GroupTerms): Elimination[] => {
  const pairs = members.flatMap((one) => members.filter((other) => other !== one).map((other) => [one, other] as const))
  return [
    ...eliminateEquity(members, terms),
    ...pairs.flatMap(([one, other]) => {
      const own = one.internal.sisters.get(other.code) ?? nothing
      const theirs = other.internal.sisters.get(one.code) ?? nothing
      return [
        ...eliminateBalances(one, own, other, theirs),
        ...eliminateTrade(one, own, other, theirs),
        ...eliminateProfit(one, other, terms),
        ...eliminateCash(one, own, other, theirs),
      ]
    }),
  ]
}
