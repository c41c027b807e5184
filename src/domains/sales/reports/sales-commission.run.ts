import { decimal, round, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { commissionBases } from '../entities/commission-plan.ts'
import { commissionOf } from '../rules/commission.ts'
import { salesCommission } from './sales-commission.ts'

type Basis = keyof typeof commissionBases

interface FactRow {
  readonly basis: Basis
  readonly salesperson: string | null
  readonly name: string | null
  readonly amount: string
}

interface PlanRow {
  readonly name: string
  readonly basis: Basis
  readonly salesperson: string | null
  readonly steps: readonly { readonly from: string | null; readonly rate: string }[]
}

const documents = (basis: Basis, table: string, sign: string) => `
  select '${basis}' as basis, h.salesperson, ${sign} * case when h.reverses is null then 1 else -1 end * coalesce(h.total_gross, 0) as amount
  from ${table} h where h.company_id = $1 and h.state in ('posted', 'closed') and h.date between $2 and $3`

// Cash counts for who sold what it pays: what settles an item reduces it by an entry on the day of the payment.
const cash = `
  select 'cash' as basis, coalesce(d.salesperson, i.salesperson) as salesperson, -e.book_amount as amount
  from party_entry e join party_item o on o.company_id = $1 and o.id = e.open_item
  left join sales_delivery d on d.company_id = $1 and d.id = o.document_id
  left join sales_invoice i on i.company_id = $1 and i.id = o.document_id
  where e.company_id = $1 and e.kind = 'receivable' and e.document_type in ('collection', 'settlement') and e.date between $2 and $3`

const factsOf = (work: Work, from: string, to: string) =>
  work.tx.rows<FactRow>(
    `select f.basis, f.salesperson, e.name, sum(f.amount) as amount from (
       ${documents('order', 'sales_order', '1')} union all ${documents('shipment', 'sales_delivery', '1')}
       union all ${documents('shipment', 'sales_return', '-1')}
       union all ${documents('invoice', 'sales_invoice', 'case when h.is_red then -1 else 1 end')} union all ${cash}) f
     left join employee e on e.company_id = $1 and e.id = f.salesperson group by 1, 2, 3`,
    [work.company, from, to],
  )

const plansOn = (work: Work, day: string) =>
  work.tx.rows<PlanRow>(
    `select p.name, p.basis, p.salesperson, (select jsonb_agg(jsonb_build_object('from', s.from_amount::text, 'rate', s.rate::text))
       from commission_plan_steps s where s.company_id = $1 and s.owner_id = p.id) as steps
     from commission_plan p where p.company_id = $1 and not p.disabled and (p.valid_from is null or p.valid_from <= $2)
       and (p.valid_to is null or p.valid_to >= $2) order by p.salesperson nulls last, p.code`,
    [work.company, day],
  )

const sumOf = (rows: readonly FactRow[], basis: Basis): Decimal =>
  rows.reduce((sum, row) => (row.basis === basis ? sum.plus(row.amount) : sum), zero)

const earned = (plan: PlanRow | undefined, rows: readonly FactRow[]): Decimal | null =>
  plan === undefined
    ? null
    : commissionOf(
        sumOf(rows, plan.basis),
        plan.steps.map((step) => ({ from: decimal(step.from ?? '0'), rate: decimal(step.rate) })),
      )

export const runSalesCommission = defineReportRun(salesCommission, async (parameters, work) => {
  const today = work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai'))
  const from = parameters.from ?? `${today.slice(0, 7)}-01`
  const to = parameters.to ?? today
  const basis = parameters.basis ?? 'cash'
  const [facts, plans] = await Promise.all([factsOf(work, from, to), plansOn(work, to)])
  const wanted = parameters.salesperson
  const people = [...Map.groupBy(facts, (row) => row.salesperson)]
    .filter(([id]) => !wanted || id === wanted)
    .toSorted(([, a], [, b]) => sumOf(b, basis).cmp(sumOf(a, basis)))
  return {
    rows: people.map(([id, rows], index) => {
      const plan = plans.find((one) => one.salesperson === id) ?? plans.find((one) => one.salesperson === null)
      const [shipped, received] = [sumOf(rows, 'shipment'), sumOf(rows, 'cash')]
      return {
        rank: index + 1,
        salesperson: rows[0]?.name ?? '（无业务员）',
        order: sumOf(rows, 'order').toString(),
        shipment: shipped.toString(),
        invoice: sumOf(rows, 'invoice').toString(),
        cash: received.toString(),
        collected: shipped.isZero() ? null : round(received.times(100).div(shipped), 2).toString(),
        plan: plan === undefined ? null : `${plan.name}（${commissionBases[plan.basis]}）`,
        commission: earned(plan, rows)?.toString() ?? null,
      }
    }),
    notes: [`${from} — ${to}，按${commissionBases[basis]}排名`],
  }
})
