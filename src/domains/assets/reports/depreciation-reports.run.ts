import { monthOf } from '../../../base/calendar-date.ts'
import { decimal, round, sum } from '../../../base/decimal.ts'
import { isPeriod } from '../../../base/period.ts'
import type { Period } from '../../../base/period.ts'
import { fieldProblem, invalid } from '../../../kernel/definition/problem.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { depreciationDetail, depreciationSummary } from './depreciation-reports.ts'

interface Asked {
  readonly from?: string | null | undefined
  readonly to?: string | null | undefined
  readonly kind?: string | null | undefined
  readonly category?: string | null | undefined
  readonly department?: string | null | undefined
}

const monthIn = (name: 'from' | 'to', given: string | null | undefined, usual: Period): Period => {
  if (given === null || given === undefined || given === '') return usual
  if (isPeriod(given)) return given
  throw invalid('月份有误', 'The month is not valid', [fieldProblem(name, '如 2026-01', 'as 2026-01')])
}

const rangeOf = (asked: Asked, work: Work) => {
  const from = monthIn('from', asked.from, monthOf(work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai'))))
  return { from, to: monthIn('to', asked.to, from) }
}

/** Charges of months that stand, with the account each was charged to; those of a department alone where one is asked for. */
const chargedSql = `
  select e.asset, e.department, e.period, -e.amount as amount, coalesce(l.account, t.account, c.account, (
    select m.account from account_mapping m where m.company_id = $1 and m.item_category is null
      and m.role = case when k.kind = 'fixed' then 'depreciationExpense' else 'amortizationExpense' end)) as account
  from asset_entry e
  join asset_card a on a.company_id = $1 and a.id = e.asset
  join asset_category k on k.company_id = $1 and k.id = a.category
  left join depreciation_line l on l.company_id = $1 and l.id = e.line_id
  left join amortization_line t on t.company_id = $1 and t.id = e.line_id
  left join asset_disposal_charges c on c.company_id = $1 and c.id = e.line_id
  where e.company_id = $1 and e.period between $2 and $3 and ($4::text is null or k.kind = $4) and ($5::uuid is null or a.category = $5)
    and ($6::uuid is null or e.department = $6) and e.negates is null
    and not exists (select 1 from asset_entry n where n.company_id = $1 and n.negates = e.id)`

const valuesOf = (work: Work, asked: Asked, range: { readonly from: Period; readonly to: Period }) => [
  work.company,
  range.from,
  range.to,
  asked.kind ?? null,
  asked.category ?? null,
  asked.department ?? null,
]

interface DetailRow {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly category: string
  readonly department: string | null
  readonly amount: string
  readonly value: string
  readonly before: string
  readonly depreciated: string
  readonly impaired: string
}

export const runDepreciationDetail = defineReportRun(depreciationDetail, async (parameters, work) => {
  const range = rangeOf(parameters, work)
  const rows = await work.tx.rows<DetailRow>(
    `with charged as (${chargedSql})
     select a.id, a.code, a.name, k.name as category, string_agg(distinct d.name, '、') as department, sum(c.amount) as amount,
       v.value, v.before, v.depreciated, v.impaired
     from charged c join asset_card a on a.company_id = $1 and a.id = c.asset
     join asset_category k on k.company_id = $1 and k.id = a.category
     left join department d on d.company_id = $1 and d.id = c.department
     join lateral (
       select coalesce(sum(amount) filter (where kind = 'value'), 0) as value,
         coalesce(-sum(amount) filter (where kind = 'depreciation' and coalesce(period, to_char(date, 'YYYY-MM')) < $2), 0) as before,
         coalesce(-sum(amount) filter (where kind = 'depreciation'), 0) as depreciated,
         coalesce(-sum(amount) filter (where kind = 'impairment'), 0) as impaired
       from asset_entry where company_id = $1 and asset = a.id and date <= ($3 || '-01')::date + interval '1 month' - interval '1 day'
         and (period is null or period <= $3)) v on true
     group by a.id, a.code, a.name, k.name, v.value, v.before, v.depreciated, v.impaired having sum(c.amount) <> 0 order by a.code`,
    valuesOf(work, parameters, range),
  )
  return {
    rows: rows.map((row) => ({
      type: 'assetCard',
      id: row.id,
      code: row.code,
      name: row.name,
      category: row.category,
      department: row.department,
      value: row.value,
      before: row.before,
      amount: row.amount,
      after: row.depreciated,
      net: decimal(row.value).minus(row.depreciated).minus(row.impaired).toString(),
    })),
    totals: { code: '合计', amount: sum(rows.map((row) => row.amount)).toString() },
    notes: [`${range.from} — ${range.to}`],
  }
})

interface SummaryRow {
  readonly department: string | null
  readonly category: string
  readonly account: string
  readonly cards: number
  readonly amount: string
}

export const runDepreciationSummary = defineReportRun(depreciationSummary, async (parameters, work) => {
  const range = rangeOf(parameters, work)
  const rows = await work.tx.rows<SummaryRow>(
    `with charged as (${chargedSql})
     select d.name as department, k.name as category, x.code || ' ' || x.name as account,
       count(distinct c.asset)::integer as cards, sum(c.amount) as amount
     from charged c join asset_card a on a.company_id = $1 and a.id = c.asset
     join asset_category k on k.company_id = $1 and k.id = a.category
     join account x on x.company_id = $1 and x.id = c.account
     left join department d on d.company_id = $1 and d.id = c.department
     group by d.code, d.name, k.code, k.name, x.code, x.name having sum(c.amount) <> 0 order by d.code nulls last, k.code, x.code`,
    valuesOf(work, parameters, range),
  )
  const whole = sum(rows.map((row) => row.amount))
  return {
    rows: rows.map((row) => ({
      ...row,
      department: row.department ?? '（未指定）',
      share: whole.isZero() ? null : round(decimal(row.amount).times(100).div(whole), 2).toString(),
    })),
    totals: { department: '合计', amount: whole.toString() },
    notes: [`${range.from} — ${range.to}`],
  }
})
