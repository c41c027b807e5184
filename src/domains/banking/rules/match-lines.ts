import { daysBetween } from '../../../base/calendar-date.ts'
import { partyFinder } from './known-party.ts'
import { hasOneOf, plainText } from './line-words.ts'
import { matchItems } from './match-items.ts'
import { matchMovement } from './match-movements.ts'
import type {
  BankLine,
  BookMovement,
  Candidate,
  Deed,
  Finding,
  KnownParty,
  KnownRule,
  MatchQuestion,
  OpenItem,
} from './match-question.ts'
import { matchTransfer } from './match-transfers.ts'
import { inOrder, ruleFits } from './rule-fits.ts'
import { usualKindOf } from './usual-lines.ts'

const takenBack = '退汇|冲正|退回|撤销|抹账|退票'
const takenBackDays = 20

/** A payment that the bank gave back: both lines are the same money, and nothing of the books. */
const pairsTakenBack = ({ lines, movements }: MatchQuestion): ReadonlyMap<string, BankLine> => {
  const pairs = new Map<string, BankLine>()
  for (const back of lines.filter((line) => hasOneOf(line.memo, takenBack))) {
    const paid = lines.filter(
      (line) =>
        line.amount === -back.amount &&
        line.date <= back.date &&
        daysBetween(line.date, back.date) <= takenBackDays &&
        !pairs.has(line.id) &&
        ((line.counterpartyAccount !== '' && line.counterpartyAccount === back.counterpartyAccount) ||
          (line.counterparty !== '' && plainText(line.counterparty) === plainText(back.counterparty))),
    )
    const [first] = paid.toReversed()
    const isBooked = movements.some(
      (each) =>
        first !== undefined &&
        each.amount === first.amount &&
        Math.abs(daysBetween(each.date, first.date)) <= takenBackDays,
    )
    if (first === undefined || isBooked) continue
    pairs.set(first.id, back)
    pairs.set(back.id, first)
  }
  return pairs
}

/** What a party owes or is owed that a line may settle, by the line's direction and the role the party plays. */
export const itemsFor = (line: BankLine, party: KnownParty, items: readonly OpenItem[]): readonly OpenItem[] => {
  const isIn = line.amount > 0n
  const kinds = new Set(
    isIn
      ? party.isCustomer
        ? ['receivable', 'otherReceivable']
        : ['payable', 'advanceToSupplier', 'otherReceivable']
      : party.isSupplier
        ? ['payable', 'otherPayable']
        : ['receivable', 'advanceFromCustomer', 'otherPayable'],
  )
  return items.filter(
    (item) => item.party === party.id && kinds.has(item.kind) && item.open !== 0n && item.open > 0n === isIn,
  )
}

/** Goods and money that run against the role: a refund of ours or to us. */
const isAgainstRole = (line: BankLine, party: KnownParty): boolean =>
  line.amount > 0n ? !party.isCustomer : !party.isSupplier

const deedOfRule = (rule: KnownRule): Deed | null => {
  if (rule.action === 'expense') return { do: 'expense', expenseItem: rule.target }
  if (rule.action === 'income') return { do: 'income', incomeItem: rule.target }
  return rule.action === 'transfer' ? { do: 'transfer', account: rule.target } : null
}

/** Open items of anybody with just this amount, where it is not known whose line it is. */
const equalOfAnybody = (
  line: BankLine,
  items: readonly OpenItem[],
  names: ReadonlyMap<string, KnownParty>,
): Candidate[] =>
  items
    .filter((item) => item.open === line.amount)
    .slice(0, 5)
    .map((item) => ({
      deed: {
        do: 'party',
        party: item.party,
        settles: [{ item: item.id, amount: line.amount < 0n ? -line.amount : line.amount }],
        advance: 0n,
      },
      reason: `${names.get(item.party)?.name ?? ''} 有金额相等的未清款项`,
    }))

/** What is left of movements, lines and items while lines are worked through. */
interface Left {
  readonly movements: Map<string, BookMovement>
  readonly lines: Map<string, BankLine>
  readonly items: Map<string, OpenItem>
}

const take = (left: Left, line: string, deed: Deed): void => {
  left.lines.delete(line)
  if (deed.do === 'match') {
    for (const id of deed.movements) left.movements.delete(id)
    for (const id of deed.lines) left.lines.delete(id)
  }
  if (deed.do !== 'party') return
  for (const { item, amount } of deed.settles) {
    const known = left.items.get(item)
    if (known !== undefined)
      left.items.set(item, { ...known, open: known.open > 0n ? known.open - amount : known.open + amount })
  }
}

/** The same, prepared once for all lines. */
interface Prepared {
  readonly question: MatchQuestion
  readonly rules: readonly KnownRule[]
  readonly byId: ReadonlyMap<string, KnownParty>
  readonly pairs: ReadonlyMap<string, BankLine>
  ruleOf(line: BankLine): KnownRule | undefined
  partyOf(line: BankLine): { readonly party: KnownParty; readonly isSure: boolean } | null
}

const prepare = (question: MatchQuestion): Prepared => {
  const rules = inOrder(question.rules)
  const byId = new Map(question.parties.map((party) => [party.id, party]))
  const find = partyFinder(question.parties)
  const ruleOf = (line: BankLine) => rules.find((rule) => ruleFits(rule, line))
  const said = new Map<string, ReturnType<typeof find>>()
  return {
    question,
    rules,
    byId,
    pairs: pairsTakenBack(question),
    ruleOf,
    partyOf: (line) => {
      const known = said.get(line.id)
      if (known !== undefined) return known
      const rule = ruleOf(line)
      const ruled = rule?.action === 'party' ? byId.get(rule.target) : undefined
      const found =
        ruled === undefined
          ? rule === undefined || rule.action === 'party'
            ? find(line)
            : null
          : { party: ruled, isSure: rule?.automatic === true }
      said.set(line.id, found)
      return found
    },
  }
}

interface Judged {
  readonly confidence: Finding['confidence']
  readonly candidates: readonly Candidate[]
}

const ofParty = (
  line: BankLine,
  { party, isSure }: { readonly party: KnownParty; readonly isSure: boolean },
  left: Left,
): Judged => {
  const found = matchItems(line, party.id, itemsFor(line, party, [...left.items.values()]))
  const isCertain = found.isCertain && isSure && !isAgainstRole(line, party)
  const isLikely = found.isCertain || found.candidates.length === 1
  return { confidence: isCertain ? 'certain' : isLikely ? 'likely' : 'unclear', candidates: found.candidates }
}

/** What a line means that is not in the books yet. */
const judgeNew = (prepared: Prepared, line: BankLine, left: Left): Judged => {
  const { question, byId } = prepared
  const transfer = matchTransfer(line, question.accounts, question.ownNames)
  if (transfer?.isCertain === true) return { confidence: 'certain', candidates: transfer.candidates }
  const rule = prepared.ruleOf(line)
  const ruled = rule === undefined ? null : deedOfRule(rule)
  if (rule !== undefined && ruled !== null) {
    return {
      confidence: rule.automatic ? 'certain' : 'likely',
      candidates: [{ deed: ruled, reason: `规则“${rule.name}”` }],
    }
  }
  const usual = usualKindOf(line)
  if (usual?.isSure === true && rule === undefined)
    return { confidence: 'certain', candidates: [{ deed: { do: 'usual', kind: usual.kind }, reason: '摘要写明' }] }
  const party = prepared.partyOf(line)
  if (party !== null) return ofParty(line, party, left)
  if (transfer !== null) return { confidence: 'likely', candidates: transfer.candidates }
  if (usual !== null)
    return { confidence: 'likely', candidates: [{ deed: { do: 'usual', kind: usual.kind }, reason: '摘要写明' }] }
  return { confidence: 'unclear', candidates: equalOfAnybody(line, [...left.items.values()], byId) }
}

const judge = (prepared: Prepared, line: BankLine, left: Left): Judged => {
  const pair = prepared.pairs.get(line.id)
  if (pair !== undefined && left.lines.has(pair.id)) {
    return {
      confidence: 'certain',
      candidates: [{ deed: { do: 'match', lines: [line.id, pair.id], movements: [] }, reason: '银行退回，收付相抵' }],
    }
  }
  const rivals = [...left.lines.values()].filter((each) => each.amount === line.amount)
  const party = prepared.partyOf(line)
  const booked = matchMovement({
    line,
    party: party?.party.id ?? null,
    movements: [...left.movements.values()],
    rivals: rivals.map((each) => ({ line: each, party: prepared.partyOf(each)?.party.id ?? null })),
  })
  if (booked?.isCertain === true) return { confidence: 'certain', candidates: booked.candidates }
  const fresh = judgeNew(prepared, line, left)
  if (booked === null) return fresh
  // What may be in the books already is never entered a second time by itself.
  return {
    confidence: booked.candidates.length === 1 && fresh.confidence !== 'certain' ? 'likely' : 'unclear',
    candidates: [...booked.candidates, ...fresh.candidates],
  }
}

/**
 * What each line of a bank means, the oldest first: money that is in the books already, what the bank gave back, our own
 * transfers, what a rule says, what is usual at a bank, or open items of a party. What is certain takes what it matches from
 * those after it. Two passes: first what is in the books, so that no line is entered anew whose movement another would leave.
 */
export const matchLines = (question: MatchQuestion): Finding[] => {
  const prepared = prepare(question)
  const lines = question.lines.toSorted((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0))
  const left: Left = {
    movements: new Map(question.movements.map((movement) => [movement.id, movement])),
    lines: new Map(lines.map((line) => [line.id, line])),
    items: new Map(question.items.map((item) => [item.id, item])),
  }
  const findings = new Map<string, Finding>()
  const work = (isBookedOnly: boolean) => {
    for (const line of lines) {
      if (!left.lines.has(line.id)) continue
      const { confidence, candidates } = judge(prepared, line, left)
      const [first] = candidates
      const isBooked = first?.deed.do === 'match'
      if (isBookedOnly && !(confidence === 'certain' && isBooked)) continue
      findings.set(line.id, { line: line.id, confidence, candidates, party: prepared.partyOf(line)?.party.id ?? null })
      if (confidence === 'certain' && first !== undefined) take(left, line.id, first.deed)
    }
  }
  work(true)
  work(false)
  return lines.flatMap((line) => findings.get(line.id) ?? [])
}
