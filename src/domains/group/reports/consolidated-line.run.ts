import type { ReportRow } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { formsFor, parseFormula } from '../../accounting/index.ts'
import { amountCell } from '../../accounting/server.ts'
import type { MemberFigures } from '../members/member-figures.ts'
import { periodEnd, readGroup } from '../members/read-group.ts'
import type { Group } from '../members/read-group.ts'
import { groupFormLines, groupLines, growsWithDebit, isRepeated, isSum } from '../rules/consolidated-forms.ts'
import type { GroupStatement } from '../rules/consolidated-forms.ts'
import { smallLinesOf } from '../rules/small-to-group.ts'
import { consolidatedLine } from './consolidated.ts'
import { readCompared, readConsolidation, stateNote } from './consolidated-figures.ts'
import type { Consolidation } from './consolidated-figures.ts'
import { lineName } from './consolidated.run.ts'

interface Leaf {
  readonly line: number
  readonly sign: bigint
}

/** The lines without parts that a line adds up. */
const leavesOf = (statement: GroupStatement, number: number, sign = 1n): Leaf[] => {
  const line = groupFormLines(statement).find((each) => each.line === number)
  if (line === undefined) return []
  if (!isSum(line)) return [{ line: number, sign }]
  return parseFormula(line.formula).flatMap((term) => leavesOf(statement, Number(term.of), sign * term.sign))
}

const ownItem = (member: MemberFigures, statement: GroupStatement, line: number): string => {
  const forms = formsFor(member.isSmall ? 'smallBusiness' : 'enterprise')
  const found = forms[`${statement}Lines`].find((each) => each.line === line)
  return found?.item.trim() ?? ''
}

interface Part {
  readonly key: string
  readonly amount: bigint
  readonly cells: ReportRow
}

const partsOfMember = (
  group: Group,
  statement: GroupStatement,
  leaves: readonly Leaf[],
  member: MemberFigures,
): Part[] =>
  leaves.flatMap((leaf) => {
    const lines = member.isSmall
      ? smallLinesOf(statement, leaf.line, group.mappings)
      : leaf.line > groupLines.retained
        ? []
        : [[leaf.line, 1n] as const]
    return lines.map(([own, sign]): Part => ({
      key: `${member.code}/${own}/${sign}`,
      amount: leaf.sign * sign * (member.own[statement].get(own) ?? 0n),
      cells: {
        code: member.code,
        name: member.name,
        item: `${own} ${ownItem(member, statement, own)}`,
        company: member.code,
        ownLine: own,
        statement,
        span: 'year',
      },
    }))
  })

const partsOfEntries = (statement: GroupStatement, leaves: readonly Leaf[], one: Consolidation): Part[] =>
  one.eliminations.flatMap((entry, index): Part[] => {
    const isProfit = statement === 'balanceSheet' && entry.statement === 'incomeStatement'
    if (isProfit && isRepeated('incomeStatement', entry.line)) return []
    if (!isProfit && entry.statement !== statement) return []
    const line = isProfit ? groupLines.retained : entry.line
    const form = groupFormLines(statement).find((each) => each.line === line)
    return leaves
      .filter((leaf) => leaf.line === line && form !== undefined)
      .map((leaf) => {
        const grows = form !== undefined && growsWithDebit(statement, form)
        const change = grows ? entry.debit - entry.credit : entry.credit - entry.debit
        return {
          key: `${entry.document}/${index}`,
          amount: leaf.sign * change,
          cells: {
            code: entry.number,
            name: entry.note,
            item: isProfit ? `${lineName('incomeStatement', entry.line)}（合并利润表）` : lineName(statement, line),
            documentType: 'eliminationEntry',
            documentId: entry.document,
          },
        }
      })
  })

const partsOf = (group: Group, statement: GroupStatement, leaves: readonly Leaf[], one: Consolidation): Part[] => [
  ...one.members.flatMap((member) => partsOfMember(group, statement, leaves, member)),
  ...partsOfEntries(statement, leaves, one),
]

export const consolidatedLineRun = defineReportRun(consolidatedLine, async (parameters, work) => {
  const statement = parameters.statement ?? 'balanceSheet'
  const line = parameters.line ?? 0
  const group = await readGroup(work, parameters.group)
  const one = await readConsolidation(work, group, periodEnd(work, parameters.period))
  const before = await readCompared(work, group, statement, one.to)
  const leaves = leavesOf(statement, line)
  const last = new Map(
    before === undefined ? [] : partsOf(group, statement, leaves, before).map((part) => [part.key, part] as const),
  )
  const now = partsOf(group, statement, leaves, one)
  const only = [...last.values()].filter((part) => !now.some((other) => other.key === part.key))
  const rows = [...now, ...only.map((part) => ({ ...part, amount: 0n }))].flatMap((part): ReportRow[] => {
    const earlier = last.get(part.key)?.amount ?? 0n
    return part.amount === 0n && earlier === 0n
      ? []
      : [{ ...part.cells, period: one.to.slice(0, 7), closing: amountCell(part.amount), opening: amountCell(earlier) }]
  })
  return {
    rows,
    notes: [`${lineName(statement, line)}（第 ${line} 行）`, `期间：${one.to.slice(0, 7)}`, ...stateNote(group, one)],
  }
})
