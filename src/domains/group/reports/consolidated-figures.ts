import type { CalendarDate } from '../../../base/calendar-date.ts'
import { addMonths, lastOfMonth } from '../../../base/calendar-date.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { readEliminations } from '../members/read-eliminations.ts'
import type { PostedElimination } from '../members/read-eliminations.ts'
import { memberOf, readMembers } from '../members/read-group.ts'
import type { Group } from '../members/read-group.ts'
import type { MemberFigures } from '../members/member-figures.ts'
import { endOfLastYear } from '../members/spans.ts'
import { buildEliminations } from '../rules/build-eliminations.ts'
import type { GroupStatement } from '../rules/consolidated-forms.ts'
import { workingPaper } from '../rules/working-paper.ts'
import type { PaperLine } from '../rules/working-paper.ts'

/** A group at the end of a period: its members, and what is taken away. */
export interface Consolidation {
  readonly to: CalendarDate
  readonly members: readonly MemberFigures[]
  readonly eliminations: readonly PostedElimination[]
}

export const readConsolidation = async (work: Work, group: Group, to: CalendarDate): Promise<Consolidation> => ({
  to,
  eliminations: await readEliminations(work, group.id, to.slice(0, 7)),
  members: await readMembers(work, group, to),
})

export const paperOf = (one: Consolidation, statement: GroupStatement): PaperLine[] =>
  workingPaper(
    statement,
    one.members.map((member) => member.statements[statement]),
    one.eliminations,
  )

/** The end of the period that a statement compares with: last December, or the same month of last year. */
export const comparedWith = (statement: GroupStatement, to: CalendarDate): CalendarDate =>
  statement === 'balanceSheet' ? endOfLastYear(to) : lastOfMonth(addMonths(to, -12))

/** The consolidation to compare with; undefined where none was made. */
export const readCompared = async (
  work: Work,
  group: Group,
  statement: GroupStatement,
  to: CalendarDate,
): Promise<Consolidation | undefined> => {
  const before = comparedWith(statement, to)
  const eliminations = await readEliminations(work, group.id, before.slice(0, 7))
  return eliminations.length === 0 ? undefined : readConsolidation(work, group, before)
}

const spelt = (lines: readonly { statement: string; line: number; debit: bigint; credit: bigint }[]): string =>
  lines
    .map((line) => `${line.statement}/${line.line}/${line.debit}/${line.credit}`)
    .sort()
    .join()

/** Whether entries were made, and whether the books still ask for the same. */
export const stateNote = (group: Group, { eliminations, members }: Consolidation): string[] => {
  const made = eliminations.filter((line) => line.made)
  const wanted = buildEliminations(members.map(memberOf), group.terms).flatMap((one) => one.lines)
  if (eliminations.length === 0 && wanted.length > 0) return ['尚未合并抵销：请先运行“合并抵销”']
  return spelt(made) === spelt(wanted) ? [] : ['抵销分录与各公司现在的账不等：账有变动，请重新运行“合并抵销”']
}
