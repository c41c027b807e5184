import { centsText } from '../../../base/fixed-point.ts'
import { groupLines, profitLines } from './consolidated-forms.ts'
import { credit, debit, partOf, wholePercent } from './elimination.ts'
import type { Elimination, GroupTerms, Holding, Member } from './elimination.ts'

const figure = (lines: ReadonlyMap<number, bigint>, line: number): bigint => lines.get(line) ?? 0n

const { capital, capitalReserve, otherIncome, specialReserve, surplusReserve, retained } = groupLines

/** The owners' equity of a company. */
export const equityOf = (lines: ReadonlyMap<number, bigint>): bigint =>
  [capital, 62, capitalReserve, otherIncome, specialReserve, surplusReserve, retained].reduce(
    (sum, line) => sum + figure(lines, line),
    -figure(lines, groupLines.treasury),
  )

const paidIn = (lines: ReadonlyMap<number, bigint>): bigint => figure(lines, capital) + figure(lines, capitalReserve)

/** What the subsidiary gave its owners in the year: equity that neither profit nor new capital explains. */
export const distributed = (member: Member): bigint =>
  equityOf(member.opening) + member.profit + paidIn(member.closing) - paidIn(member.opening) - equityOf(member.closing)

const heldAt = (parent: Member, terms: GroupTerms, holding: Holding): bigint =>
  holding.investment ?? (terms.holdings.length === 1 ? figure(parent.closing, groupLines.investment) : 0n)

/**
 * 长期股权投资 against the subsidiary's equity. With E its equity, A its equity when acquired, I what the parent paid and m the part
 * of others: goodwill = I − (1−m)·A (a bargain goes to 未分配利润), minority = m·E, and of what was earned since, (1−m)·(E−A) stays
 * in 未分配利润, since all other equity of the subsidiary goes.
 */
const againstEquity = (parent: Member, sub: Member, holding: Holding, terms: GroupTerms): Elimination => {
  const outside = wholePercent - holding.share
  const [equity, paid] = [equityOf(sub.closing), heldAt(parent, terms, holding)]
  const acquired = holding.acquiredEquity ?? paidIn(sub.closing)
  const goodwill = paid - partOf(acquired, holding.share)
  const minority = partOf(equity, outside)
  const minorityProfit = partOf(sub.profit, outside)
  const own = [capital, 62, capitalReserve, otherIncome, specialReserve, surplusReserve]
  const taken = own.reduce((sum, line) => sum + figure(sub.closing, line), -figure(sub.closing, groupLines.treasury))
  const lines = [
    ...own.flatMap((line) => debit('balanceSheet', line, figure(sub.closing, line))),
    ...credit('balanceSheet', groupLines.treasury, figure(sub.closing, groupLines.treasury)),
    ...debit('balanceSheet', groupLines.goodwill, goodwill > 0n ? goodwill : 0n),
    ...debit('incomeStatement', profitLines.ofMinority, minorityProfit, '少数股东本年应享'),
  ]
  const known = taken + (goodwill > 0n ? goodwill : 0n) + minorityProfit
  return {
    kind: 'investment',
    note: `${parent.name} 持有 ${sub.name}：投资 ${centsText(paid)}，取得日净资产 ${centsText(acquired)}，期末净资产 ${centsText(equity)}`,
    lines: [
      ...lines,
      ...debit('balanceSheet', retained, paid + minority - known, '子公司年末与少数股东年初未分配利润'),
      ...credit('balanceSheet', groupLines.investment, paid),
      ...credit('balanceSheet', groupLines.minorityEquity, minority),
    ],
  }
}

/** 投资收益 of the parent is what the subsidiary distributed of its profit: neither was earned twice. */
const againstDividend = (parent: Member, sub: Member, holding: Holding): Elimination[] => {
  const received = partOf(distributed(sub), holding.share)
  if (received <= 0n) return []
  return [
    {
      kind: 'dividend',
      note: `${sub.name} 本年向股东分配 ${centsText(distributed(sub))}，${parent.name} 应得 ${centsText(received)}`,
      lines: [
        ...debit('incomeStatement', profitLines.investmentIncome, received),
        ...credit('balanceSheet', retained, received, '对所有者的分配'),
      ],
    },
  ]
}

/** The entries between the parent and each of its subsidiaries' equity. */
export const eliminateEquity = (members: readonly Member[], terms: GroupTerms): Elimination[] => {
  const parent = members.find((member) => member.code === terms.parent)
  return terms.holdings.flatMap((holding) => {
    const sub = members.find((member) => member.code === holding.company)
    return parent === undefined || sub === undefined
      ? []
      : [againstEquity(parent, sub, holding, terms), ...againstDividend(parent, sub, holding)]
  })
}
