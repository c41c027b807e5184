import { firstOfMonth } from '../../../base/calendar-date.ts'
import { decimal, round } from '../../../base/decimal.ts'
import { centsText, toCents } from '../../../base/fixed-point.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { standardVariance } from './standard-variance.ts'

type Side = 'opening' | 'in' | 'out'

interface SideRow {
  readonly item: string
  readonly name: string
  readonly side: Side
  readonly standard: string
  readonly variance: string
}

// What is found out of a movement later stands on the side on which that stands.
const sidesSql = `
  select e.item, i.code || ' ' || i.name as name,
    case when e.date < $2 then 'opening'
      when coalesce(m.kind, e.kind) in ('receive', 'takeIn', 'given', 'revalue', 'reprice', 'carryIn') then 'in' else 'out' end as side,
    sum(e.amount + e.markup) as standard, -sum(e.markup) as variance
  from stock_entry e join item i on i.company_id = $1 and i.id = e.item
  left join stock_entry m on m.company_id = $1 and m.id = e.corrects
  where e.company_id = $1 and e.markup_role = 'priceVariance' and e.date <= $3
    and ($4::uuid is null or e.item = $4) and ($5::uuid is null or i.category = $5)
  group by e.item, i.code, i.name, side order by i.code`

const inGeneral = async (work: Work, to: string): Promise<string> => {
  const rows = await work.tx.rows<{ balance: string }>(
    `select coalesce(sum(debit - credit), 0) as balance from general_entry where company_id = $1 and date <= $2
       and account_id in (select account from account_mapping where company_id = $1 and role = 'priceVariance')`,
    [work.company, to],
  )
  return rows[0]?.balance ?? '0'
}

const rateOf = (variance: bigint, standard: bigint): string | null =>
  standard === 0n ? null : round(decimal(centsText(variance)).times(100).div(centsText(standard)), 4).toString()

const rowOf = (rows: readonly SideRow[]): ReportRow => {
  const sum = (side: Side, figure: 'standard' | 'variance') =>
    rows.filter((row) => row.side === side).reduce((total, row) => total + toCents(row[figure]), 0n)
  const [standard, variance] = (['standard', 'variance'] as const).map((figure) => ({
    opening: sum('opening', figure),
    in: sum('in', figure),
    out: -sum('out', figure),
  }))
  if (standard === undefined || variance === undefined) return {}
  const texts = (['opening', 'in', 'out'] as const).map((side) => [
    [`${side}Standard`, centsText(standard[side])],
    [`${side}Variance`, centsText(variance[side])],
  ])
  return {
    ...Object.fromEntries(texts.flat()),
    rate: rateOf(variance.opening + variance.in, standard.opening + standard.in),
    closingStandard: centsText(standard.opening + standard.in - standard.out),
    closingVariance: centsText(variance.opening + variance.in - variance.out),
  }
}

export const runStandardVariance = defineReportRun(standardVariance, async (parameters, work) => {
  const to = parameters.to ?? work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai'))
  const from = parameters.from ?? firstOfMonth(to)
  const { item = null, category = null } = parameters
  const found = await work.tx.rows<SideRow>(sidesSql, [work.company, from, to, item, category], { named: false })
  const rows = [...Map.groupBy(found, (row) => row.item).values()].map((own): ReportRow => ({
    item: own[0]?.name ?? '',
    itemId: own[0]?.item ?? null,
    from,
    to,
    ...rowOf(own),
  }))
  if (item !== null || category !== null) return { rows }
  const general = toCents(await inGeneral(work, to))
  const own = rows.reduce((sum, row) => sum + toCents(String(row['closingVariance'] ?? '0')), 0n)
  return {
    rows: [
      ...rows,
      { rowKind: 'closing', item: '总账　材料成本差异', closingVariance: centsText(general) },
      { rowKind: 'closing', item: '差额', closingVariance: centsText(general - own) },
    ],
    totals: { item: '合计', ...rowOf(found) },
    notes: [`${from} — ${to}`],
  }
})
