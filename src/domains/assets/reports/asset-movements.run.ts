import { firstOfMonth } from '../../../base/calendar-date.ts'
import { decimal, sum } from '../../../base/decimal.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { assetMovements, assetTies } from './asset-movements.ts'

const todayOf = (work: Work) => work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai'))

interface MovedRow {
  readonly code: string
  readonly name: string
  readonly open_value: string
  readonly more_value: string
  readonly less_value: string
  readonly open_depreciation: string
  readonly charged: string
  readonly moved: string
  readonly taken_out: string
  readonly impairment: string
}

const movedSql = (by: 'category' | 'card') => `
  select ${by === 'card' ? 'c.code, c.name' : 'k.code, k.name'},
    coalesce(sum(e.amount) filter (where e.kind = 'value' and e.date < $2), 0) as open_value,
    coalesce(sum(e.amount) filter (where e.kind = 'value' and e.date >= $2 and e.amount > 0), 0) as more_value,
    -coalesce(sum(e.amount) filter (where e.kind = 'value' and e.date >= $2 and e.amount < 0), 0) as less_value,
    -coalesce(sum(e.amount) filter (where e.kind = 'depreciation' and e.date < $2), 0) as open_depreciation,
    -coalesce(sum(e.amount) filter (where e.kind = 'depreciation' and e.date >= $2 and e.period is not null), 0) as charged,
    -coalesce(sum(e.amount) filter (where e.kind = 'depreciation' and e.date >= $2 and e.period is null and e.amount < 0), 0) as moved,
    coalesce(sum(e.amount) filter (where e.kind = 'depreciation' and e.date >= $2 and e.period is null and e.amount > 0), 0) as taken_out,
    -coalesce(sum(e.amount) filter (where e.kind = 'impairment'), 0) as impairment
  from asset_entry e
  join asset_card c on c.company_id = $1 and c.id = e.asset
  join asset_category k on k.company_id = $1 and k.id = c.category
  where e.company_id = $1 and e.date <= $3 and ($4::uuid is null or c.category = $4) and e.negates is null
    and not exists (select 1 from asset_entry n where n.company_id = $1 and n.negates = e.id)
  group by 1, 2
  having bool_or(e.date >= $2) or sum(e.amount) filter (where e.kind = 'value') <> 0 order by 1`

export const runAssetMovements = defineReportRun(assetMovements, async (parameters, work) => {
  const to = parameters.to ?? todayOf(work)
  const from = parameters.from ?? firstOfMonth(to)
  const by = parameters.by === 'card' ? 'card' : 'category'
  const found = await work.tx.rows<MovedRow>(movedSql(by), [work.company, from, to, parameters.category ?? null])
  const rows = found.map((row) => {
    const closeValue = decimal(row.open_value).plus(row.more_value).minus(row.less_value)
    const closeDepreciation = decimal(row.open_depreciation).plus(row.charged).plus(row.moved).minus(row.taken_out)
    return {
      code: row.code,
      name: row.name,
      openValue: row.open_value,
      moreValue: row.more_value,
      lessValue: row.less_value,
      closeValue: closeValue.toString(),
      openDepreciation: row.open_depreciation,
      charged: row.charged,
      moved: decimal(row.moved).isZero() ? null : row.moved,
      takenOut: row.taken_out,
      closeDepreciation: closeDepreciation.toString(),
      impairment: decimal(row.impairment).isZero() ? null : row.impairment,
      net: closeValue.minus(closeDepreciation).minus(row.impairment).toString(),
    }
  })
  const names = [
    'openValue',
    'moreValue',
    'lessValue',
    'closeValue',
    'openDepreciation',
    'charged',
    'takenOut',
    'closeDepreciation',
    'net',
  ] as const
  const totals = Object.fromEntries(names.map((name) => [name, sum(rows.map((row) => row[name])).toString()]))
  return { rows, totals: { code: '合计', ...totals }, notes: [`${from} — ${to}`] }
})

interface TieRow {
  readonly code: string
  readonly name: string
  readonly ledger: string
  readonly general: string
}

export const runAssetTies = defineReportRun(assetTies, async (parameters, work) => {
  const asOf = parameters.asOf ?? todayOf(work)
  const rows = await work.tx.rows<TieRow>(
    `select a.code, a.name,
       coalesce((select sum(e.amount) from asset_entry e where e.company_id = $1 and e.account_id = a.id and e.date <= $2), 0) as ledger,
       coalesce((select sum(e.debit - e.credit) from general_entry e where e.company_id = $1 and e.account_id = a.id and e.date <= $2), 0) as general
     from account a where a.company_id = $1 and (a.control = 'asset' or exists (
       select 1 from asset_entry e where e.company_id = $1 and e.account_id = a.id)) order by a.code`,
    [work.company, asOf],
  )
  return {
    rows: rows.map((row) => ({
      ...row,
      from: `${asOf.slice(0, 4)}-01-01`,
      to: asOf,
      difference: decimal(row.ledger).minus(row.general).toString(),
    })),
    notes: [`截至 ${asOf}，贷方余额为负`],
  }
})
