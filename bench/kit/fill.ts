import type { BenchCompany } from './product.ts'

/** The columns every record has, as a select gives them. */
const made = `now(), 'bench', now(), 'bench'`

/** Many items like the first, with names in Chinese that are found by their pinyin. */
export const fillItems = (company: BenchCompany, count: number): Promise<void> =>
  company.fill(async (tx) => {
    await tx.query(
      `insert into item (company_id, id, code, name, unit, tax_rate, created_at, created_by, updated_at, updated_by)
       select $1, gen_random_uuid(), 'B' || lpad(n::text, 8, '0'), '不锈钢螺丝' || n, i.unit, i.tax_rate, ${made}
       from generate_series(1, $2::int) n, item i where i.company_id = $1 and i.code = 'I0'`,
      [company.id, count],
    )
    await tx.query(
      `insert into search_text (company_id, type, record_id, code, label, text)
       select $1, 'item', id, code, name, ' ' || lower(code) || ' ' || name || ' buxiugangluosi bxgls' || substr(code, 2)
       from item where company_id = $1 and code like 'B%'`,
      [company.id],
    )
  })

/** Entries over the filled items and a year, in the order of their days, with the balances and the ends of pools that belong to them. */
export const fillStock = (company: BenchCompany, entries: number): Promise<void> =>
  company.fill(async (tx) => {
    await tx.query(
      `with i as (select id, row_number() over (order by code) - 1 as n from item where company_id = $1 and code like 'B%'),
         k as (select n, n % (select count(*) from i) as at from generate_series(0, $2::bigint - 1) n),
         w as (select id from warehouse where company_id = $1 and code = 'MAIN')
       insert into stock_entry (company_id, id, posting_id, document_type, document_id, date, recorded_at, role, item, warehouse, place, quantity, amount, markup, kind, pool, sequence)
       select $1, gen_random_uuid(), gen_random_uuid(), 'purchaseReceipt', gen_random_uuid(), date '2025-01-01' + (k.n * 365 / $2::bigint)::int, now(), 'inventory',
         i.id, w.id, 'onHand', 3, 30, 0, 'takeIn', i.id::text, k.n::int
       from k join i on i.n = k.at cross join w order by k.n`,
      [company.id, entries],
    )
    await tx.query(
      `insert into stock_balance (company_id, item, warehouse, place, quantity)
       select $1, item, warehouse, place, sum(quantity) from stock_entry where company_id = $1 group by 2, 3, 4`,
      [company.id],
    )
    await tx.query(
      `insert into cost_pool (company_id, pool, item, method, quantity, amount)
       select $1, pool, item, 'movingAverage', sum(quantity), sum(amount) from stock_entry where company_id = $1 group by 2, 3`,
      [company.id],
    )
  })

/** Lines of vouchers over all accounts and a year, each balanced by the next, with the totals folded from them. */
export const fillLines = (company: BenchCompany, lines: number): Promise<void> =>
  company.fill(async (tx) => {
    await tx.query(
      `with a as (select id, row_number() over (order by code) - 1 as n from account x
         where company_id = $1 and not exists (select 1 from account y where y.company_id = $1 and y.parent = x.id)),
         k as (select n, (n / 3) % (select count(*) from a) as at from generate_series(0, $2::bigint - 1) n)
       insert into general_entry (company_id, id, posting_id, document_type, document_id, date, recorded_at, role, account_id, voucher, voucher_kind, summary, debit, credit)
       select $1, gen_random_uuid(), gen_random_uuid(), 'voucher', gen_random_uuid(), date '2025-01-01' + ((k.n / 2) % 365)::int, now(), 'account', a.id,
         gen_random_uuid(), 'normal', '凭证', case when k.n % 2 = 0 then 100 else 0 end, case when k.n % 2 = 1 then 100 else 0 end
       from k join a on a.n = k.at`,
      [company.id, lines],
    )
    await tx.query(
      `insert into general_day (company_id, account, date, closing, debit, credit)
       select $1, account_id, date, false, sum(debit), sum(credit) from general_entry where company_id = $1 group by 2, 3`,
      [company.id],
    )
    await tx.query(
      `insert into general_month (company_id, account, month, closing, debit, credit)
       select $1, account, date_trunc('month', date)::date, closing, sum(debit), sum(credit) from general_day where company_id = $1 group by 2, 3, 4`,
      [company.id],
    )
  })

/** Sales orders of a year, half of them drafts of one customer's. */
export const fillOrders = (company: BenchCompany, count: number): Promise<void> =>
  company.fill(async (tx) => {
    await tx.query(
      `insert into sales_order (company_id, id, number, date, state, customer, total_net, total_tax, total_gross, created_at, created_by, updated_at, updated_by)
       select $1, gen_random_uuid(), 'X' || lpad(n::text, 9, '0'), date '2025-01-01' + (n % 365)::int,
         case when n % 100 = 0 then 'draft' else 'posted' end, p.id, 100, 13, 113, ${made}
       from generate_series(1, $2::int) n, party p where p.company_id = $1 and p.code = 'C1'`,
      [company.id, count],
    )
  })

/** Receivables of a year of a thousand customers, due after thirty days, nine of ten paid forty days after they were made. */
export const fillReceivables = (company: BenchCompany, count: number): Promise<void> =>
  company.fill(async (tx) => {
    await tx.query(
      `insert into party (company_id, id, code, name, is_customer, created_at, created_by, updated_at, updated_by)
       select $1, gen_random_uuid(), 'K' || lpad(n::text, 6, '0'), '客户' || n, true, ${made} from generate_series(1, least($2::int, 1000)) n`,
      [company.id, count],
    )
    await tx.query(
      `with p as (select id, row_number() over (order by code) - 1 as n from party where company_id = $1 and code like 'K%'),
         k as (select n, n % (select count(*) from p) as at, date '2025-01-01' + (n * 365 / $2::bigint)::int as day from generate_series(0, $2::bigint - 1) n)
       insert into party_item (company_id, id, party, kind, document_type, document_id, document_number, date, moved_on, due_on, currency, amount, open, open_book)
       select $1, gen_random_uuid(), p.id, 'receivable', 'salesInvoice', gen_random_uuid(), 'F' || k.n, k.day, k.day + case when k.n % 10 = 0 then 0 else 40 end, k.day + 30, 'CNY', 113,
         case when k.n % 10 = 0 then 113 else 0 end, case when k.n % 10 = 0 then 113 else 0 end
       from k join p on p.n = k.at order by k.n`,
      [company.id, count],
    )
    await tx.query(
      `insert into party_entry (company_id, id, posting_id, document_type, document_id, date, recorded_at, role, party, kind, open_item, due_on, currency, rate, amount, book_amount)
       select $1, case when e.later = 0 then i.id else gen_random_uuid() end, gen_random_uuid(), i.document_type, i.document_id, i.date + e.later, now(), 'receivable', i.party, i.kind, i.id, i.due_on, 'CNY', 1, e.amount, e.amount
       from party_item i cross join (values (0, 113), (40, -113)) e(later, amount)
       where i.company_id = $1 and (e.amount > 0 or i.open = 0) order by i.date + e.later`,
      [company.id],
    )
  })

/**
 * Chains of a year: a receipt of six and two issues of three, over and over, one in a hundred issues a cent wrong. All goods
 * cost the same, so that every method finds the same.
 */
export const fillChains = (company: BenchCompany, entries: number, method: string): Promise<void> =>
  company.fill(async (tx) => {
    await tx.query(
      `with i as (select id, row_number() over (order by code) - 1 as n, count(*) over () as items from item where company_id = $1 and code like 'B%'),
         k as (select n, n % (select count(*) from i) as at, n / (select count(*) from i) as turn from generate_series(0, $2::bigint - 1) n),
         w as (select id from warehouse where company_id = $1 and code = 'MAIN'),
         m as (select k.n, k.turn % 3 as step, i.id as item, w.id as warehouse, date '2025-01-01' + (k.n * 365 / $2::bigint)::int as date,
           md5($1::text || k.n)::uuid as id, md5($1::text || (k.n - (k.turn % 3) * i.items))::uuid as receipt,
           date '2025-01-01' + ((k.n - (k.turn % 3) * i.items) * 365 / $2::bigint)::int as layer,
           case when k.turn % 3 = 0 then 6 else 3 end as size, case when k.turn % 3 > 0 and k.n % 100 = 7 then 2999 when k.turn % 3 = 0 then 6000 else 3000 end as cents
           from k join i on i.n = k.at cross join w)
       insert into stock_entry (company_id, id, posting_id, document_type, document_id, line_id, line_no, date, recorded_at, role, against, item, warehouse, place, quantity, amount, markup, kind, pool, sequence, slices)
       select $1, m.id, gen_random_uuid(), case when step = 0 then 'otherReceipt' else 'otherIssue' end, gen_random_uuid(), gen_random_uuid(), 1, m.date, now(), 'inventory', '[]',
         m.item, m.warehouse, 'onHand', case when step = 0 then 6 else -3 end, (case when step = 0 then 1 else -1 end) * cents / 100.0, 0,
         case when step = 0 then 'receive' else 'issue' end, m.item::text, m.n::int,
         jsonb_build_array(jsonb_build_array(case when $3 = 'fifo' then m.layer else m.date end, (size * 1000000)::text, cents::text,
           case when $3 = 'fifo' then m.receipt else m.id end, null))
       from m order by m.n`,
      [company.id, entries, method],
    )
    await tx.query(
      `insert into cost_pool (company_id, pool, item, method, quantity, amount, last_date)
       select $1, pool, item, $2, sum(quantity), sum(amount), max(date) from stock_entry where company_id = $1 group by 2, 3`,
      [company.id, method],
    )
  })
