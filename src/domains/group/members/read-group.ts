import { toCents, toMicros } from '../../../base/fixed-point.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { lastDay } from '../../../base/period.ts'
import { isPeriod } from '../../../base/period.ts'
import { Problem, fieldProblem, notFound } from '../../../kernel/definition/problem.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { profitLines } from '../rules/consolidated-forms.ts'
import type { GroupTerms, Holding, Member } from '../rules/elimination.ts'
import { workingPaper } from '../rules/working-paper.ts'
import type { LineMapping } from '../rules/small-to-group.ts'
import { companiesCoded, companyCoded } from './find-companies.ts'
import type { ListedCompany } from './find-companies.ts'
import { readMember } from './member-figures.ts'
import type { MemberFigures } from './member-figures.ts'
import { todayOf } from '../../../ledgers/today.ts'

/** A group with its companies, the parent first, and the terms that it is consolidated on. */
export interface Group {
  readonly id: string
  readonly name: string
  readonly companies: readonly ListedCompany[]
  readonly terms: GroupTerms
  readonly mappings: readonly LineMapping[]
}

interface GroupRow {
  readonly id: string
  readonly name: string
  readonly parent: string
  readonly tax_percent: string | null
}

interface HoldingRow {
  readonly company: string
  readonly share_percent: string
  readonly investment: string | null
  readonly acquired_equity: string | null
}

const centsOf = (text: string | null): bigint | null => (text === null ? null : toCents(text))

const holdingOf = (row: HoldingRow): Holding => ({
  company: row.company,
  share: toMicros(row.share_percent),
  investment: centsOf(row.investment),
  acquiredEquity: centsOf(row.acquired_equity),
})

/** What a consolidated figure takes in each company: the statements, and what goods cost. */
export const memberRights = [
  'report.balanceSheet',
  'report.incomeStatement',
  'report.cashFlow',
  'report.statementLine',
  'cost.see',
] as const

const investmentKnown = (holdings: readonly Holding[]) => {
  const missing = holdings.length > 1 ? holdings.findIndex((holding) => holding.investment === null) : -1
  if (missing >= 0) {
    throw new Problem('invalid', { zh: '合并范围不完整', en: 'The group is not complete' }, [
      fieldProblem(
        `members.${missing}.investment`,
        '有几家子公司时，请在合并范围里逐家填写长期股权投资',
        'with several subsidiaries, enter in the group what was invested in each',
      ),
    ])
  }
}

/** The last day of the period asked for, this month unless told. */
export const periodEnd = (work: Work, period: string | null | undefined): CalendarDate => {
  const month = period ?? todayOf(work).slice(0, 7)
  if (isPeriod(month)) return lastDay(month)
  throw new Problem('invalid', { zh: '期间应写作 2026-12', en: 'The period is written 2026-12' }, [
    fieldProblem('period', '期间应写作 2026-12', 'must be a month like 2026-12'),
  ])
}

/** Reads a group of this company's books; without an id, the only one there is. */
export const readGroup = async (work: Work, id: string | null | undefined): Promise<Group> => {
  const [groups, mappings] = await Promise.all([
    work.tx.rows<GroupRow>(
      `select id, name, parent, tax_percent from consolidation_group
       where company_id = $1 and ($2::uuid is null or id = $2) and not disabled order by code`,
      [work.company, id ?? null],
    ),
    work.tx.rows<LineMapping>(
      `select statement, line, goes_to as "goesTo" from statement_mapping where company_id = $1 and not disabled`,
      [work.company],
    ),
  ])
  const [group] = groups
  if (group === undefined || groups.length > 1)
    throw notFound(
      group === undefined ? '本公司账套里没有合并范围，请先建立' : '请选择合并范围',
      group === undefined ? 'There is no group in the books of this company' : 'Choose a group',
    )
  const rows = await work.tx.rows<HoldingRow>(
    `select company, share_percent, investment, acquired_equity from consolidation_group_members
     where company_id = $1 and owner_id = $2 order by line_no`,
    [work.company, group.id],
  )
  const holdings = rows.map(holdingOf)
  investmentKnown(holdings)
  const codes = [group.parent, ...holdings.map((holding) => holding.company)]
  const known = await companiesCoded(work, codes)
  const companies = await Promise.all(codes.map(async (code) => known.get(code) ?? companyCoded(work, 'group', code)))
  return {
    id: group.id,
    name: group.name,
    companies,
    terms: { parent: group.parent, holdings, tax: toMicros(group.tax_percent ?? '0') },
    mappings,
  }
}

/** Asks every member for its figures of the year up to a day, each through the door to it. */
export const readMembers = (work: Work, group: Group, to: CalendarDate): Promise<MemberFigures[]> =>
  Promise.all(
    group.companies.map(async (company) => ({
      code: company.code,
      name: company.name,
      ...(await work.elsewhere(
        { company: company.id, rights: memberRights, purpose: `合并报表 ${group.name} ${to.slice(0, 7)}` },
        (there) => readMember(there, { to, mappings: group.mappings }),
      )),
    })),
  )

/** A member as the rules of elimination see it. */
export const memberOf = (figures: MemberFigures): Member => ({
  code: figures.code,
  name: figures.name,
  closing: figures.statements.balanceSheet,
  opening: figures.opening,
  profit:
    workingPaper('incomeStatement', [figures.statements.incomeStatement], []).find(
      (line) => line.line === profitLines.profit,
    )?.consolidated ?? 0n,
  internal: figures.internal,
})
