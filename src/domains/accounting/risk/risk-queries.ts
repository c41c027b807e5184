import { snake } from '../../../kernel/definition/define.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import type { RiskName } from './risk-kinds.ts'

/** What a rule goes by. */
export interface RiskTerms {
  readonly today: string
  readonly zone: string
  readonly days: number
  readonly amount: string
  readonly threshold: string
}

/** A finding as a query answers it. */
export interface Found {
  /** Tells it apart from others of its kind, today and tomorrow. */
  readonly key: string
  readonly date: string | null
  readonly type: string | null
  readonly id: string | null
  readonly number: string | null
  readonly amount: string | null
  readonly reason: string
}

/** A question to the books: one statement over all of them, in one pass where there are many rows. */
type Ask = (work: Work, terms: RiskTerms) => Promise<readonly Found[]>

// Named statements keep a plan for any parameters, which suits none of these.
const ask = (work: Work, sql: string, values: readonly unknown[]) =>
  work.tx.rows<Found>(sql, [work.company, ...values], { named: false })

const stands = (table: string) => `d.state in ('posted', 'closed') and d.reverses is null and not exists (
  select 1 from ${table} r where r.company_id = $1 and r.reverses = d.id and r.state <> 'void')`

const paidOut = [
  { table: 'payment', type: 'payment', party: 'supplier', amount: 'total_amount' },
  { table: 'expense', type: 'expense', party: 'payee', amount: 'total_gross' },
  { table: 'purchase_invoice', type: 'purchaseInvoice', party: 'supplier', amount: 'total_gross' },
  { table: 'expense_claim', type: 'expenseClaim', party: 'party', amount: 'total_gross' },
] as const

const duplicate: Ask = (work, { days, amount }) =>
  ask(
    work,
    `with paid as (${paidOut
      .map(
        (
          one,
        ) => `select '${one.type}' as type, d.id, d.number, d.date, d.${one.party} as party, d.${one.amount} as amount from ${one.table} d
        where d.company_id = $1 and ${stands(one.table)} and d.${one.amount} >= $3 and d.${one.party} is not null`,
      )
      .join(' union all ')}),
     near as (select p.*, lag(number) over w as before, date - lag(date) over w as apart from paid p
       window w as (partition by type, party, amount order by date, number))
     select n.id::text as key, n.date, n.type, n.id, n.number, n.amount::text as amount,
       p.name || ' ' || n.amount || '：与 ' || n.before || ' 金额相同，相隔 ' || n.apart || ' 天' as reason
     from near n join party p on p.company_id = $1 and p.id = n.party where n.apart <= $2`,
    [days, amount],
  )

// Robust z: 0.6745 × (x − median) ÷ median absolute deviation (Iglewicz and Hoaglin), over the last year of each account.
const unusualAmount: Ask = (work, { today, days, amount, threshold }) =>
  ask(
    work,
    `with spent as materialized (
       select e.id, e.account_id, e.document_type, e.document_id, e.date, e.debit as x from general_entry e
       join account a on a.company_id = $1 and a.id = e.account_id and a.category = 'profitLoss' and a.side = 'debit'
       where e.company_id = $1 and e.date > $2::date - 365 and e.debit > 0 and e.voucher_kind not in ('closing', 'opening') and e.negates is null),
     middle as (select account_id, percentile_cont(0.5) within group (order by x)::numeric as median, count(*) as n from spent group by 1),
     spread as (select s.account_id, percentile_cont(0.5) within group (order by abs(s.x - m.median))::numeric as deviation
       from spent s join middle m using (account_id) where m.n >= 20 group by 1)
     select s.id::text as key, s.date, s.document_type as type, s.document_id as id, p.document_number as number, s.x::text as amount,
       a.code || ' ' || a.name || '：' || s.x || '，该科目中位数 ' || round(m.median, 2) || '，z = ' ||
         round(0.6745 * (s.x - m.median) / d.deviation, 1) as reason
     from spent s join middle m using (account_id) join spread d using (account_id) join account a on a.company_id = $1 and a.id = s.account_id
     left join lateral (select document_number from posting q where q.company_id = $1 and q.document_id = s.document_id limit 1) p on true
     where d.deviation > 0 and s.date > $2::date - $3::int and s.x >= $4 and 0.6745 * (s.x - m.median) / d.deviation > $5`,
    [today, days, amount, threshold],
  )

const handwork = ['voucher', 'payment', 'expense', 'claimPayment', 'cashTransfer', 'customerRefund'] as const

// Postings keep who by an id; their documents say the name.
const posterName = handwork
  .map((type) => `select d.posted_by from ${snake(type)} d where d.company_id = $1 and d.id = p.document_id`)
  .join(' union all ')

const oddHours: Ask = (work, { today, zone, days, threshold }) =>
  ask(
    work,
    `select p.document_id::text as key, p.date, p.document_type as type, p.document_id as id, p.document_number as number, null as amount,
       coalesce(n.posted_by, p.actor) || ' 于 ' || to_char(p.recorded_at at time zone $3, 'YYYY-MM-DD HH24:MI') ||
         case when extract(isodow from p.recorded_at at time zone $3) >= 6 then '（周末）' else '（夜间）' end || '过账' as reason
     from posting p left join lateral (${posterName}) n on true
     where p.company_id = $1 and p.recorded_at > ($2::date - $4::int)::timestamp at time zone $3 and p.action = 'post'
       and p.document_type in (${handwork.map((type) => `'${type}'`).join()})
       and (extract(isodow from p.recorded_at at time zone $3) >= 6 or extract(hour from p.recorded_at at time zone $3) >= $5
         or extract(hour from p.recorded_at at time zone $3) < 6)
       and not exists (select 1 from posting w where w.company_id = $1 and w.withdraws = p.id)`,
    [today, zone, days, threshold],
  )

const negativeCash: Ask = (work, { today, days }) =>
  ask(
    work,
    `with days as (select cash_account, date, sum(amount) as moved from cash_entry where company_id = $1 group by 1, 2),
     running as (select cash_account, date, sum(moved) over (partition by cash_account order by date) as balance from days)
     select c.id || '/' || min(r.date) as key, min(r.date) as date, 'cashAccount' as type, c.id, c.code as number, min(r.balance)::text as amount,
       c.name || '：' || count(*) || ' 天日末余额为负，最低 ' || min(r.balance) as reason
     from running r join cash_account c on c.company_id = $1 and c.id = r.cash_account
     where r.balance < 0 and r.date > $2::date - $3::int group by c.id, c.code, c.name`,
    [today, days],
  )

const unproved: Ask = (work, { today, days, amount }) =>
  ask(
    work,
    `select d.id::text as key, d.date, 'voucher' as type, d.id, d.number, max(coalesce(l.debit, l.credit))::text as amount,
       d.number || ' 动用资金 ' || max(coalesce(l.debit, l.credit)) || '，没有附件' as reason
     from voucher d join voucher_line l on l.company_id = $1 and l.owner_id = d.id and l.cash_account is not null
     where d.company_id = $1 and ${stands('voucher')} and d.date > $2::date - $3::int and coalesce(l.debit, l.credit) >= $4
       and not exists (select 1 from attachment a where a.company_id = $1 and a.record_id = d.id)
     group by d.id, d.date, d.number`,
    [today, days, amount],
  )

const invoiceReused: Ask = (work) =>
  ask(
    work,
    `with used as (
       select 'purchaseInvoice' as type, d.id, d.number, d.date, d.invoice_number as invoice, d.total_gross as amount from purchase_invoice d
       where d.company_id = $1 and ${stands('purchase_invoice')}
       union all select 'expenseClaim', d.id, d.number, d.date, l.invoice_number, l.gross from expense_claim d
       join expense_claim_line l on l.company_id = $1 and l.owner_id = d.id where d.company_id = $1 and ${stands('expense_claim')}),
     counted as (select u.*, count(*) over w as times, first_value(number) over (w order by date, number) as first from used u
       where invoice ~ '^\\d{20}$' window w as (partition by invoice))
     select invoice || '/' || id as key, date, type, id, number, amount::text as amount, '发票 ' || invoice || ' 已在 ' || first || ' 使用' as reason
     from counted where times > 1 and number <> first`,
    [],
  )

interface Limit {
  readonly type: string
  readonly fact: string
  readonly threshold: string
}

const amountFields = ['totalGross', 'totalAmount'] as const

const underLimit: Ask = async (work, { today, days, threshold }) => {
  const limits = await work.tx.rows<Limit>(
    `select r.document_type as type, c.fact, c.threshold from approval_rule r
     join approval_rule_conditions c on c.company_id = $1 and c.owner_id = r.id
     where r.company_id = $1 and not r.disabled and c.operator in ('gt', 'gte') and c.fact = 'amount' and c.threshold ~ '^\\d+(\\.\\d+)?$'`,
    [work.company],
  )
  const found = await Promise.all(
    limits.map(async ({ type, threshold: limit }) => {
      const document = work.installed.catalogue.documents.get(type)
      const field = amountFields.find((name) => document?.header[name] !== undefined)
      if (document === undefined || field === undefined) return []
      const [table, amount] = [snake(type), snake(field)]
      return ask(
        work,
        `select d.id || '/' || $4 as key, d.date, $2 as type, d.id, d.number, d.${amount}::text as amount,
           d.number || ' 金额 ' || d.${amount} || '，略低于审批界限 ' || $4 as reason
         from ${table} d where d.company_id = $1 and ${stands(table)} and d.date > $3::date - $6::int
           and d.${amount} < $4::numeric and d.${amount} >= $4::numeric * (1 - $5::numeric / 100)`,
        [type, today, limit, threshold, days],
      )
    }),
  )
  return found.flat()
}

const newSupplier: Ask = (work, { zone, days, amount }) =>
  ask(
    work,
    `select d.id::text as key, d.date, 'payment' as type, d.id, d.number, d.total_amount::text as amount,
       p.name || ' 于 ' || to_char(p.created_at at time zone $3, 'YYYY-MM-DD') || ' 建档，' || d.date || ' 付款 ' || d.total_amount as reason
     from payment d join party p on p.company_id = $1 and p.id = d.supplier
     where d.company_id = $1 and ${stands('payment')} and d.total_amount >= $4
       and d.date between (p.created_at at time zone $3)::date and (p.created_at at time zone $3)::date + $2::int`,
    [days, zone, amount],
  )

const sameAccount: Ask = (work) =>
  ask(
    work,
    `with digits as (
       select 'e' as side, id, name, right(regexp_replace(bank_account, '\\D', '', 'g'), 19) as account from employee where company_id = $1 and bank_account is not null
       union all select 's', id, name, right(regexp_replace(bank_account, '\\D', '', 'g'), 19) from party
       where company_id = $1 and bank_account is not null and is_supplier and employee is null)
     select s.id || '/' || e.id as key, null as date, 'supplier' as type, s.id, s.name as number, null as amount,
       '供应商“' || s.name || '”与职员“' || e.name || '”的银行账号相同' as reason
     from digits s join digits e on e.side = 'e' and e.account = s.account where s.side = 's' and length(s.account) >= 10`,
    [],
  )

export const riskQueries: Readonly<Record<RiskName, Ask>> = {
  duplicate,
  unusualAmount,
  oddHours,
  negativeCash,
  unproved,
  invoiceReused,
  underLimit,
  newSupplier,
  sameAccount,
}
