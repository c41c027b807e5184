import { daysBetween } from '../../../base/calendar-date.ts'
import type { BankLine, BookMovement, Candidate } from './match-question.ts'
import { setsSummingTo } from './sums.ts'

/** A bank books within so many days of what the books say, earlier or later. */
const nearDays = 10
/** Beyond these a lone equal amount proves nothing. */
const closeDays = 4

export interface MovementFinding {
  readonly isCertain: boolean
  readonly candidates: readonly Candidate[]
}

const distance = (line: BankLine, movement: BookMovement): number =>
  movement.isOpening ? 0 : Math.abs(daysBetween(movement.date, line.date))

const matched = (line: BankLine, movements: readonly BookMovement[], reason: string): Candidate => ({
  deed: { do: 'match', lines: [line.id], movements: movements.map((each) => each.id) },
  reason,
})

const isSame = (one: string, other: string): boolean => one.length >= 4 && one === other

interface Scene {
  readonly line: BankLine
  /** Whose line it is, as far as it is known. */
  readonly party: string | null
  readonly movements: readonly BookMovement[]
  /** Lines that wait with the same amount, this one among them. */
  readonly rivals: readonly { readonly line: BankLine; readonly party: string | null }[]
}

const agrees = (party: string | null, movement: BookMovement): boolean =>
  party === null || movement.party === null || movement.party === party

/** Several movements of one party in one line of the bank: a day's takings, a batch of payments. */
const together = ({ line, party, movements }: Scene): MovementFinding | null => {
  if (party === null) return null
  const own = movements.filter(
    (each) => each.party === party && each.amount > 0n === line.amount > 0n && distance(line, each) <= nearDays,
  )
  if (own.length < 2) return null
  const sized = own.map((movement) => ({ movement, amount: movement.amount < 0n ? -movement.amount : movement.amount }))
  const { sets, isCut } = setsSummingTo(sized, line.amount < 0n ? -line.amount : line.amount, {
    most: 3,
    steps: 20_000,
  })
  if (sets.length === 0) return null
  const candidates = sets.map((set) =>
    matched(
      line,
      set.map((each) => each.movement),
      `同一单位 ${set.length} 笔合计相等`,
    ),
  )
  return { isCertain: sets.length === 1 && !isCut, candidates }
}

/**
 * What is in the books already: the same amount near the day, told apart by the bank's number and by whose it is. Equal
 * amounts of one party are the same to everyone; the nearest day is taken.
 */
export const matchMovement = (scene: Scene): MovementFinding | null => {
  const { line, party, movements, rivals } = scene
  const equal = movements.filter(
    (each) => each.amount === line.amount && distance(line, each) <= nearDays && agrees(party, each),
  )
  const byNumber = equal.filter((each) => isSame(each.reference, line.reference))
  const [numbered] = byNumber
  if (numbered !== undefined && byNumber.length === 1)
    return { isCertain: true, candidates: [matched(line, [numbered], '流水号与金额相同')] }
  if (equal.length === 0) return together(scene)
  const ordered = equal.toSorted(
    (one, other) => distance(line, one) - distance(line, other) || (one.date < other.date ? -1 : 1),
  )
  const own = party === null ? [] : ordered.filter((each) => each.party === party)
  const [nearest] = own.length > 0 ? own : ordered
  if (nearest === undefined) return null
  const reasonOf = (each: BookMovement) =>
    each.party !== null && each.party === party ? '单位与金额相同' : '金额相同，日期相近'
  const rest = ordered.filter((each) => each !== nearest)
  const candidates = [nearest, ...rest].slice(0, 6).map((each) => matched(line, [each], reasonOf(each)))
  if (own.length > 0) {
    // Somebody else's equal line may be meant where the movement names nobody, never where it names this one.
    return { isCertain: true, candidates }
  }
  const claims = rivals.filter((rival) => agrees(rival.party, nearest) && distance(rival.line, nearest) <= nearDays)
  // A movement of a known party is not taken by a line with a name that we do not know.
  const isStranger = nearest.party !== null && party === null && line.counterparty !== ''
  const isLone = equal.length === 1 && claims.length === 1 && distance(line, nearest) <= closeDays
  // As many equal lines as there are equal movements of one sort, as transfers of a round sum: they follow one another.
  const isRow =
    equal.length > 1 &&
    claims.length === equal.length &&
    equal.every((each) => each.kind === equal[0]?.kind && each.party === nearest.party)
  if (isRow && !isStranger) {
    const [first] = equal.toSorted((one, other) => (one.date < other.date ? -1 : 1))
    return { isCertain: true, candidates: [matched(line, [first ?? nearest], '同额同类，按日期先后')] }
  }
  return { isCertain: isLone && !isStranger, candidates }
}
