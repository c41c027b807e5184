import type { BankLine, Candidate, OpenItem, SettledItem } from './match-question.ts'
import { namesNumber, numbersIn } from './line-words.ts'
import { setsSummingTo } from './sums.ts'

export interface ItemsFinding {
  readonly isCertain: boolean
  readonly candidates: readonly Candidate[]
}

const sizeOf = (amount: bigint): bigint => (amount < 0n ? -amount : amount)

/** The oldest debt first. */
const byAge = (one: OpenItem, other: OpenItem): number => {
  const [first, second] = [one, other].map((item) => `${item.dueOn ?? item.date} ${item.date} ${item.id}`)
  return (first ?? '') < (second ?? '') ? -1 : 1
}

const settling = (party: string, items: readonly OpenItem[], amount: bigint, reason: string): Candidate => {
  const settles: SettledItem[] = []
  let left = amount
  for (const item of items) {
    if (left <= 0n) break
    const taken = sizeOf(item.open) < left ? sizeOf(item.open) : left
    settles.push({ item: item.id, amount: taken })
    left -= taken
  }
  return { deed: { do: 'party', party, settles, advance: left }, reason }
}

const total = (items: readonly OpenItem[]): bigint => items.reduce((sum, item) => sum + sizeOf(item.open), 0n)

/** So many items may add up by chance; a sum of more of them proves nothing. */
const fewItems = 14
const smallSet = 5

/** What is short by no more than a bank keeps back: `50.00`. */
const smallDifference = 5_000n

/**
 * Which open items of a party a line pays: those it names by number; one that is equal; all of them; the oldest together; or
 * the only set that adds up. Where more than one answer fits, a person decides.
 */
export const matchItems = (line: BankLine, party: string, open: readonly OpenItem[]): ItemsFinding => {
  const amount = sizeOf(line.amount)
  const items = open.toSorted(byAge)
  const advance = (reason: string): Candidate => settling(party, [], amount, reason)
  if (items.length === 0) return { isCertain: false, candidates: [advance('没有未清款项，作预收预付')] }
  const oldestFirst = settling(party, items, amount, '从最早到期的核销')
  const fallback = [oldestFirst, advance('暂不核销，作预收预付')]
  const named = numbersIn(line.memo)
  const meant = items.filter((item) => item.numbers.some((number) => namesNumber(named, number)))
  if (meant.length > 0) {
    const isWhole = total(meant) === amount
    const isPart = meant.length === 1 && amount < total(meant)
    const reason = isWhole ? '摘要写明单号，金额相等' : isPart ? '摘要写明单号，部分付款' : '摘要写明单号，金额不等'
    return { isCertain: isWhole || isPart, candidates: [settling(party, meant, amount, reason), ...fallback] }
  }
  const equal = items.filter((item) => sizeOf(item.open) === amount)
  if (equal[0] !== undefined) {
    const others = items.filter((item) => sizeOf(item.open) < amount)
    const byChance = setsSummingTo(
      others.map((item) => ({ item, amount: sizeOf(item.open) })),
      amount,
      { most: 1, steps: 20_000, largest: smallSet },
    )
    const candidates = [
      settling(party, [equal[0]], amount, equal.length > 1 ? '金额相等的有多笔，取最早' : '金额相等'),
      ...byChance.sets.map((set) =>
        settling(
          party,
          set.map((each) => each.item),
          amount,
          `${set.length} 笔合计相等`,
        ),
      ),
    ]
    return { isCertain: byChance.sets.length === 0, candidates: [...candidates, advance('暂不核销，作预收预付')] }
  }
  if (total(items) === amount)
    return { isCertain: true, candidates: [settling(party, items, amount, '全部未清款项合计相等')] }
  const { sets, isCut } = setsSummingTo(
    items.map((item) => ({ item, amount: sizeOf(item.open) })),
    amount,
    { most: 4 },
  )
  if (sets.length > 0) {
    const candidates = sets.map((set) =>
      settling(party, set.map((each) => each.item).toSorted(byAge), amount, `${set.length} 笔合计相等`),
    )
    const isOldest = isPrefix(items, sets[0]?.map((each) => each.item) ?? [])
    const isFew = items.length <= fewItems && (sets[0]?.length ?? 0) <= smallSet
    return {
      isCertain: sets.length === 1 && !isCut && (isFew || isOldest),
      candidates: [...candidates, ...fallback].slice(0, 6),
    }
  }
  const short = items.filter((item) => sizeOf(item.open) > amount && sizeOf(item.open) - amount <= smallDifference)
  const shorts = short
    .slice(0, 3)
    .map((item) =>
      settling(party, [item], amount, `比未清金额少 ${centsOf(sizeOf(item.open) - amount)}，可能扣了手续费`),
    )
  return { isCertain: false, candidates: [...shorts, ...fallback] }
}

const isPrefix = (items: readonly OpenItem[], chosen: readonly OpenItem[]): boolean => {
  const ids = new Set(chosen.map((item) => item.id))
  return items.slice(0, chosen.length).every((item) => ids.has(item.id))
}

const centsOf = (amount: bigint): string => `${amount / 100n}.${String(amount % 100n).padStart(2, '0')}`
