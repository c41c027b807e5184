import { addDays, calendarDate } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { centsText, toCents } from '../../../base/fixed-point.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { controlTies } from '../../../ledgers/checks/control-ties.ts'
import { accountTotals } from '../../../ledgers/general/account-totals.ts'
import { readAccounts } from '../../../ledgers/general/account-tree.ts'
import { isOpening } from '../../../ledgers/general/opening-entries.ts'
import { firstOfOpeningYear } from '../../../ledgers/opening-day.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { formsOf } from '../statements/forms.ts'
import { openingCashFlows } from '../statements/opening-cash-flows.ts'
import { openingCheck } from './opening-check.ts'

interface OpenedRow {
  readonly document_type: string
  readonly debit: string
  readonly credit: string
}

/** What openings put on accounts, by the documents that did, what they stand against left out. */
const openedBy = (work: Work) =>
  work.tx.rows<OpenedRow>(
    `select document_type, coalesce(sum(greatest(balance, 0.00)), 0) as debit, coalesce(sum(greatest(-balance, 0.00)), 0) as credit
     from (select e.document_type, e.account_id, e.party, sum(e.debit - e.credit) as balance from general_entry e
       where e.company_id = $1 and ${isOpening} and e.role <> 'openingBalance' group by 1, 2, 3) opened
     group by 1`,
    [work.company],
  )

const standards = { smallBusiness: '小企业会计准则', enterprise: '企业会计准则' } as const

/** The documents that open books, in the order in which they are written. */
const steps = [
  { type: 'openingStock', label: '期初库存', hint: '按仓库、批号录入数量和成本' },
  { type: 'assetOpening', label: '期初资产', hint: '固定资产、无形资产卡片的原值和累计折旧' },
  {
    type: 'openingBalance',
    label: '期初余额',
    hint: '其余科目余额；往来按单据、资金按账户；年中启用的再填本年累计，可从 Excel 导入',
  },
] as const

/** Where the books begin within a year, the cash flow statement's year needs what came in and went out before. */
const cashFlowStep = async (work: Work, day: CalendarDate | null): Promise<ReportRow[]> => {
  if (day === null || day.endsWith('-12-31')) return []
  const tree = await readAccounts(work)
  const year = { from: firstOfOpeningYear(day), to: day }
  const totals = await accountTotals(work, { ...year, basis: 'entered', closing: true })
  const grown = tree.nodes
    .filter((node) => node.control === 'cash' && node.isDetail)
    .reduce((sum, { id }) => sum + (totals.get(id)?.closing ?? 0n) - (totals.get(id)?.opening ?? 0n), 0n)
  const lines = formsOf(work.settings).cashFlowLines
  const flowed = [...(await openingCashFlows(work, year, {}))].reduce(
    (sum, [line, amount]) => (lines.find((each) => each.line === line)?.flow === 'out' ? sum - amount : sum + amount),
    0n,
  )
  const detail =
    grown === flowed
      ? '现金流量本年累计净额与货币资金本年增加相等'
      : `货币资金本年增加 ${centsText(grown)}，现金流量本年累计净额 ${centsText(flowed)}；在期初余额的「现金流量本年累计」中按行次填写`
  return [{ name: 'cashFlows', label: '现金流量本年累计', ok: grown === flowed, detail }]
}

export const openingCheckRun = defineReportRun(openingCheck, async (_parameters, work) => {
  const settings = settingsOf(work.settings)
  const standard = settings.standard === 'enterprise' ? 'enterprise' : 'smallBusiness'
  const { startMonth } = settings
  const day = startMonth ? addDays(calendarDate(`${startMonth}-01`), -1) : null
  const [opened, ties, flows] = await Promise.all([
    openedBy(work),
    day === null ? [] : controlTies(work, day),
    cashFlowStep(work, day),
  ])
  const byType = new Map(opened.map((row) => [row.document_type, row]))
  const [debit, credit] = (['debit', 'credit'] as const).map((side) =>
    opened.reduce((sum, row) => sum + toCents(row[side]), 0n),
  )
  const over = (debit ?? 0n) - (credit ?? 0n)
  const hasOpenings = opened.length > 0
  const rows: ReportRow[] = [
    {
      name: 'setUp',
      label: '建账',
      ok: startMonth !== null && startMonth !== '',
      detail: startMonth
        ? `${standards[standard]}，${startMonth} 启用，期初记在 ${day ?? ''}`
        : '请选择会计准则、科目编码级次和启用月份',
    },
    ...steps.map(({ type, label, hint }): ReportRow => {
      const row = byType.get(type)
      return {
        name: type,
        label,
        ok: row !== undefined,
        detail: row === undefined ? `${hint}；没有的可以跳过` : hint,
        debit: row?.debit ?? null,
        credit: row?.credit ?? null,
      }
    }),
    {
      name: 'trial',
      label: '试算平衡',
      ok: hasOpenings && over === 0n,
      detail: !hasOpenings
        ? '还没有期初'
        : over === 0n
          ? '借贷相等'
          : `不平，${over > 0n ? '贷方' : '借方'}还差 ${centsText(over > 0n ? over : -over)}`,
      debit: centsText(debit ?? 0n),
      credit: centsText(credit ?? 0n),
    },
    {
      name: 'ties',
      label: '明细账与科目相符',
      ok: ties.length === 0,
      detail: ties.length === 0 ? '库存、往来、资金、资产与科目余额相等' : ties.join('；'),
    },
    ...flows,
  ]
  return { rows, notes: [hasOpenings && over === 0n && ties.length === 0 ? '期初已平，可以启用' : '期初还没有完成'] }
})
