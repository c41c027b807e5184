import { centsText } from '../../../base/fixed-point.ts'
import type { ReportColumn, ReportResult, ReportRow } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { formPlaces, formsFor } from '../../accounting/index.ts'
import { amountCell } from '../../accounting/server.ts'
import { periodEnd, readGroup } from '../members/read-group.ts'
import type { Group } from '../members/read-group.ts'
import { groupForms, groupFormLines, groupLines } from '../rules/consolidated-forms.ts'
import type { GroupStatement } from '../rules/consolidated-forms.ts'
import type { PaperLine } from '../rules/working-paper.ts'
import {
  consolidatedBalanceSheet,
  consolidatedCashFlow,
  consolidatedIncomeStatement,
  consolidationWorkingPaper,
  paperColumns,
} from './consolidated.ts'
import { paperOf, readCompared, readConsolidation, stateNote } from './consolidated-figures.ts'
import type { Consolidation } from './consolidated-figures.ts'

const headNotes = (group: Group, one: Consolidation, isDay: boolean): string[] => [
  `编制单位：${group.name}`,
  `合并范围：${group.companies.map((company) => company.name).join('、')}`,
  isDay ? `日期：${one.to}` : `期间：${one.to.slice(0, 4)}-01-01 至 ${one.to}`,
  '金额单位：元',
  ...stateNote(group, one),
]

const noCompared = (found: Consolidation | undefined): string[] =>
  found === undefined ? ['比较期间没有抵销分录，未列比较数'] : []

const cellsFor = (group: Group, statement: GroupStatement, one: Consolidation) => ({
  group: group.id,
  statement,
  period: one.to.slice(0, 7),
})

/** The heads of the form that stand above its lines are those of a single company's. */
const places = () => {
  const single = formsFor('enterprise')
  return formPlaces({
    ...single,
    balanceSheetLines: groupFormLines('balanceSheet'),
    ties: { ...single.ties, assets: groupLines.assets, claims: groupLines.claims },
  })
}

const sideCells = (
  prefix: 'asset' | 'claim',
  place: number | string | null,
  paper: readonly PaperLine[],
  compared: readonly PaperLine[] | undefined,
): Record<string, string | number | null> => {
  if (typeof place === 'string') return { [`${prefix}Item`]: place, [`${prefix}Line`]: null }
  const line = paper.find((each) => each.line === place)
  if (line === undefined) return { [`${prefix}Item`]: null, [`${prefix}Line`]: null }
  const before = compared?.find((each) => each.line === place)?.consolidated
  return {
    [`${prefix}Item`]: `${'　'.repeat(line.indent)}${line.item}`,
    [`${prefix}Line`]: line.line,
    [`${prefix}Closing`]: amountCell(line.consolidated),
    [`${prefix}Opening`]: before === undefined ? null : amountCell(before),
  }
}

const tieNote = (paper: readonly PaperLine[]): string => {
  const at = (line: number) => paper.find((each) => each.line === line)?.consolidated ?? 0n
  const difference = at(groupLines.assets) - at(groupLines.claims)
  return difference === 0n
    ? '资产总计 = 负债和所有者权益总计'
    : `资产总计与负债和所有者权益总计不等：差 ${centsText(difference)}`
}

export const consolidatedBalanceSheetRun = defineReportRun(consolidatedBalanceSheet, async (parameters, work) => {
  const group = await readGroup(work, parameters.group)
  const one = await readConsolidation(work, group, periodEnd(work, parameters.period))
  const before = await readCompared(work, group, 'balanceSheet', one.to)
  const paper = paperOf(one, 'balanceSheet')
  const compared = before === undefined ? undefined : paperOf(before, 'balanceSheet')
  const isStrong = (place: unknown) => paper.some((line) => line.line === place && line.strong)
  return {
    rows: places().map(([asset, claim]): ReportRow => ({
      ...sideCells('asset', asset, paper, compared),
      ...sideCells('claim', claim, paper, compared),
      ...cellsFor(group, 'balanceSheet', one),
      strong: isStrong(asset) || isStrong(claim),
    })),
    form: groupForms.balanceSheet,
    notes: [...headNotes(group, one, true), tieNote(paper), ...noCompared(before)],
  }
})

const statementOf = async (
  work: Work,
  statement: 'incomeStatement' | 'cashFlow',
  asked: { readonly group?: string | null; readonly period?: string | null },
): Promise<ReportResult> => {
  const group = await readGroup(work, asked.group)
  const one = await readConsolidation(work, group, periodEnd(work, asked.period))
  const before = await readCompared(work, group, statement, one.to)
  const compared = before === undefined ? undefined : paperOf(before, statement)
  return {
    rows: paperOf(one, statement).map((line): ReportRow => {
      const last = compared?.find((each) => each.line === line.line)?.consolidated
      return {
        item: `${'　'.repeat(line.indent)}${line.item}`,
        line: line.line,
        current: amountCell(line.consolidated),
        previous: last === undefined ? null : amountCell(last),
        strong: line.strong,
        ...cellsFor(group, statement, one),
      }
    }),
    form: groupForms[statement],
    notes: [...headNotes(group, one, false), ...noCompared(before)],
  }
}

export const consolidatedIncomeStatementRun = defineReportRun(consolidatedIncomeStatement, (parameters, work) =>
  statementOf(work, 'incomeStatement', parameters),
)

export const consolidatedCashFlowRun = defineReportRun(consolidatedCashFlow, (parameters, work) =>
  statementOf(work, 'cashFlow', parameters),
)

const memberColumn = (name: string, label: string): ReportColumn => ({
  name,
  label,
  english: label,
  group: '各公司',
  kind: 'money',
  drill: paperColumns.after[0].drill,
})

export const consolidationWorkingPaperRun = defineReportRun(consolidationWorkingPaper, async (parameters, work) => {
  const statement = parameters.statement ?? 'balanceSheet'
  const group = await readGroup(work, parameters.group)
  const one = await readConsolidation(work, group, periodEnd(work, parameters.period))
  const names = one.members.map((member, index) => [`member${index}`, member.name] as const)
  return {
    columns: [
      ...paperColumns.before,
      ...names.map(([name, label]) => memberColumn(name, label)),
      ...paperColumns.after,
    ],
    rows: paperOf(one, statement).map((line): ReportRow => ({
      ...(line.isSum ? { rowKind: 'subtotal' as const } : {}),
      item: `${'　'.repeat(line.indent)}${line.item}`,
      line: line.line,
      ...Object.fromEntries(names.map(([name], index) => [name, amountCell(line.members[index] ?? 0n)])),
      sum: amountCell(line.sum),
      debit: amountCell(line.debit),
      credit: amountCell(line.credit),
      consolidated: amountCell(line.consolidated),
      ...cellsFor(group, statement, one),
    })),
    form: groupForms[statement],
    notes: [
      ...headNotes(group, one, statement === 'balanceSheet'),
      ...(statement === 'balanceSheet'
        ? ['未分配利润的抵销数含利润表各项的抵销', tieNote(paperOf(one, statement))]
        : []),
    ],
  }
})

/** The words of a line of a consolidated form. */
export const lineName = (statement: GroupStatement, line: number): string =>
  groupFormLines(statement)
    .find((each) => each.line === line)
    ?.item.trim() ?? ''
