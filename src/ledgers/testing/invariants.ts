import type { Work } from '../../kernel/posting/work.ts'
import { replayDifferences } from './replay-from-nothing.ts'

/** A question whose every answer is a fault. */
interface Invariant {
  readonly name: string
  readonly sql: string
}

const ledgerOfControl = (ledger: string, amount: string) => `
  select 'stands ' || l.total || ', control account ' || g.total || ' on account ' || coalesce(a.code, '?') || ' ' || coalesce(l.date, g.date) as fault
  from (select account_id, date, sum(${amount}) as total from ${ledger}_entry where company_id = $1 group by 1, 2) l
  full join (select e.account_id, e.date, sum(e.debit - e.credit) as total from general_entry e
    where e.company_id = $1 and e.account_id in (select account_id from ${ledger}_entry where company_id = $1) group by 1, 2) g
    on g.account_id = l.account_id and g.date = l.date
  left join account a on a.company_id = $1 and a.id = coalesce(l.account_id, g.account_id)
  where coalesce(l.total, 0) <> coalesce(g.total, 0)`

const invariants: readonly Invariant[] = [
  {
    name: 'every voucher balances',
    sql: `select voucher || ' ' || sum(debit) || ' / ' || sum(credit) as fault from general_entry where company_id = $1
      group by voucher having sum(debit) <> sum(credit)`,
  },
  { name: 'stock = control account, every day', sql: ledgerOfControl('stock', 'amount + markup') },
  { name: 'party = control account, every day', sql: ledgerOfControl('party', 'book_amount') },
  { name: 'cash = control account, every day', sql: ledgerOfControl('cash', 'book_amount') },
  { name: 'assets = control account, every day', sql: ledgerOfControl('asset', 'amount') },
  {
    name: 'party by party = control account by party',
    sql: `select p.party || ' ' || coalesce(p.total, 0) || ' / ' || coalesce(g.total, 0) as fault
      from (select account_id, party, sum(book_amount) as total from party_entry where company_id = $1 group by 1, 2) p
      full join (select account_id, party, sum(debit - credit) as total from general_entry where company_id = $1
        and account_id in (select account_id from party_entry where company_id = $1) group by 1, 2) g
        on g.account_id = p.account_id and g.party = p.party
      where coalesce(p.total, 0) <> coalesce(g.total, 0)`,
  },
  {
    name: 'stock balance = sum of entries',
    sql: `select coalesce(b.item, e.item) || ' ' || coalesce(b.quantity, 0) || ' / ' || coalesce(e.quantity, 0) as fault
      from (select * from stock_balance where company_id = $1) b
      full join (select item, warehouse, place, sum(quantity) as quantity from stock_entry where company_id = $1 group by 1, 2, 3) e
        on e.item = b.item and e.warehouse = b.warehouse and e.place = b.place
      where coalesce(b.quantity, 0) <> coalesce(e.quantity, 0)`,
  },
  {
    name: 'cash balance = sum of entries',
    sql: `select coalesce(b.cash_account, e.cash_account) || ' ' || coalesce(b.amount, 0) || ' / ' || coalesce(e.amount, 0) as fault
      from (select * from cash_balance where company_id = $1) b
      full join (select cash_account, sum(amount) as amount, sum(book_amount) as book from cash_entry where company_id = $1 group by 1) e
        on e.cash_account = b.cash_account where coalesce(b.amount, 0) <> coalesce(e.amount, 0) or coalesce(b.book_amount, 0) <> coalesce(e.book, 0)`,
  },
  {
    name: 'plan balance = sum of entries',
    sql: `select coalesce(b.promise, e.promise) || ' ' || coalesce(b.quantity, 0) || ' / ' || coalesce(e.quantity, 0) as fault
      from (select * from plan_balance where company_id = $1) b
      full join (select item, kind, promise, sum(quantity) as quantity from plan_entry where company_id = $1 group by 1, 2, 3) e
        on e.item = b.item and e.kind = b.kind and e.promise = b.promise where coalesce(b.quantity, 0) <> coalesce(e.quantity, 0)`,
  },
  {
    name: 'open items = sum of entries',
    sql: `select coalesce(i.document_number, '?') || ' ' || coalesce(i.open, 0) || ' / ' || coalesce(e.amount, 0) as fault
      from (select * from party_item where company_id = $1) i
      full join (select open_item, sum(amount) as amount, sum(book_amount) as book, max(date) as last from party_entry where company_id = $1 group by 1) e
        on e.open_item = i.id
      where coalesce(i.open, 0) <> coalesce(e.amount, 0) or coalesce(i.open_book, 0) <> coalesce(e.book, 0) or i.moved_on < e.last`,
  },
  {
    name: 'cost pool = sum of entries',
    sql: `select p.pool || ' ' || p.quantity || ' ' || p.amount || ' / ' || coalesce(e.quantity, 0) || ' ' || coalesce(e.amount, 0) as fault
      from cost_pool p
      left join (select pool, sum(quantity) as quantity, sum(amount) as amount from stock_entry where company_id = $1 and pool <> '' group by 1) e
        on e.pool = p.pool
      where p.company_id = $1 and (p.quantity <> coalesce(e.quantity, 0) or p.amount <> coalesce(e.amount, 0))`,
  },
  {
    name: 'what stands beside goods at standard = the books',
    sql: `select 'stands ' || coalesce(s.total, 0) || ', in the books ' || coalesce(g.total, 0) as fault
      from (select -sum(markup) as total from stock_entry where company_id = $1 and markup_role = 'priceVariance') s
      cross join (select sum(debit - credit) as total from general_entry where company_id = $1 and role = 'priceVariance') g
      where coalesce(s.total, 0) <> coalesce(g.total, 0)`,
  },
  // Under monthly average what was issued short is trued up by the carry of the month, not by the receipt that covers it; at
  // standard so is what was short as a month ended, and both sides of it meet. Lots that are short and lots that are there do not.
  {
    name: 'a pool without goods has no value and no mark-up',
    sql: `select pool || ' ' || quantity || ' ' || amount || ' ' || markup as fault from cost_pool
      where company_id = $1 and method not in ('monthlyAverage', 'specificLot') and quantity = 0 and (amount <> 0 or markup <> 0)
        and not (method = 'standard' and amount + markup = 0)`,
  },
  {
    name: 'internal mark-up of a pool = sum of entries',
    sql: `select p.pool || ' ' || p.markup || ' / ' || coalesce(e.markup, 0) as fault from cost_pool p
      left join (select pool, sum(markup) as markup from stock_entry where company_id = $1 and pool <> '' group by 1) e on e.pool = p.pool
      where p.company_id = $1 and p.markup <> coalesce(e.markup, 0)`,
  },
  {
    name: 'what is open of a line = what was drawn of it',
    sql: `select o.pool || ' ' || o.source_line || ' ' || o.drawn || ' ' || o.drawn_amount || ' / ' || coalesce(e.quantity, 0) || ' ' || coalesce(e.amount, 0) as fault
      from flow_open o
      left join (select pool, source_line, sum(quantity) as quantity, sum(amount) as amount, sum(part) as part from flow_entry
        where company_id = $1 group by 1, 2) e on e.pool = o.pool and e.source_line = o.source_line
      where o.company_id = $1 and (o.drawn <> coalesce(e.quantity, 0) or o.drawn_amount <> coalesce(e.amount, 0) or o.drawn_part <> coalesce(e.part, 0))`,
  },
  {
    name: 'no line is drawn beyond what it is',
    sql: `select pool || ' ' || source_line || ' ' || drawn || ' of ' || whole || ', ' || drawn_amount || ' of ' || whole_amount as fault from flow_open
      where company_id = $1 and (drawn > whole or drawn < 0 or (drawn = whole and (drawn_amount <> whole_amount or drawn_part <> whole_part))
        or (drawn = 0 and (drawn_amount <> 0 or drawn_part <> 0)))`,
  },
  {
    name: 'what was drawn of a line that is not open was given back',
    sql: `select pool || ' ' || source_line || ' ' || sum(quantity) as fault from flow_entry f where company_id = $1
      and not exists (select 1 from flow_open o where o.company_id = $1 and o.pool = f.pool and o.source_line = f.source_line)
      group by pool, source_line having sum(quantity) <> 0 or sum(amount) <> 0 or sum(part) <> 0`,
  },
  {
    name: 'an estimate whose goods are all invoiced or returned is settled',
    sql: `select i.document_number || ' ' || i.open as fault from party_item i
      join flow_open v on v.company_id = $1 and v.pool = 'purchaseReceiptToInvoice' and v.source_line = i.line_id
      left join flow_open r on r.company_id = $1 and r.pool = 'purchaseReceiptToReturn' and r.source_line = i.line_id
      where i.company_id = $1 and i.kind = 'estimate' and i.open <> 0 and v.drawn = v.whole and coalesce(r.drawn, 0) = 0`,
  },
  {
    name: 'an entry is negated once, by its opposite',
    sql: `select n.negates || '' as fault from stock_entry n join stock_entry e on e.company_id = $1 and e.id = n.negates
      where n.company_id = $1 group by n.negates having count(*) > 1
      union all select n.negates || '' from party_entry n join party_entry e on e.company_id = $1 and e.id = n.negates
      where n.company_id = $1 group by n.negates, e.amount having count(*) > 1 or sum(n.amount) <> -e.amount`,
  },
  {
    name: 'audit and numbers: no voucher number twice',
    sql: `select period || '-' || number as fault from voucher_number where company_id = $1 group by word, period, number, part having count(*) > 1`,
  },
]

const noNegativeStock = `
  select item || ' ' || warehouse || ' ' || date || ' ' || running as fault from (
    select item, warehouse, date, sum(sum(quantity)) over (partition by item, warehouse, place order by date) as running
    from stock_entry where company_id = $1 group by item, warehouse, place, date) d where running < 0`

/** Documents of these tables, in these states, must have nothing standing in the ledgers. */
const unpostedSql = (tables: readonly string[]) => `
  select d.number || ' is draft but has ' || l.amount || ' of ' || a.code || ' in the books' as fault
  from (${tables.map((table) => `select id, number, state from ${table} where company_id = $1`).join(' union all ')}) d
  join (select document_id, account_id, sum(debit - credit) as amount from general_entry where company_id = $1 group by 1, 2) l on l.document_id = d.id
  join account a on a.company_id = $1 and a.id = l.account_id
  where d.state in ('draft', 'submitted', 'void') and l.amount <> 0
    and not exists (select 1 from general_entry g join general_voucher v on v.company_id = $1 and v.id = g.voucher
      where g.company_id = $1 and g.document_id = d.id and v.kind = 'difference')`

const stockOfUnposted = (tables: readonly string[]) => `
  select d.number || ' is not posted but has ' || l.quantity || ' worth ' || l.amount || ' in stock' as fault
  from (${tables.map((table) => `select id, number, state from ${table} where company_id = $1`).join(' union all ')}) d
  join (select document_id, item, sum(quantity) as quantity, sum(amount) as amount from stock_entry where company_id = $1 group by 1, 2) l on l.document_id = d.id
  where d.state in ('draft', 'submitted', 'void') and (l.amount <> 0 or l.quantity <> 0)`

/**
 * Everything that must hold of a company's books after every transaction, asked directly of the tables. Answers what
 * does not hold, at most a few of each.
 */
export const brokenInvariants = async (
  work: Work,
  options: { readonly mayRunShort?: boolean; readonly documentTables?: readonly string[] } = {},
): Promise<string[]> => {
  const { mayRunShort = false, documentTables = [] } = options
  const asked = [
    ...invariants,
    ...(mayRunShort ? [] : [{ name: 'stock is never below zero, on any day', sql: noNegativeStock }]),
    ...(documentTables.length === 0
      ? []
      : [
          { name: 'what is not posted is not in the general ledger', sql: unpostedSql(documentTables) },
          { name: 'what is not posted is not in stock', sql: stockOfUnposted(documentTables) },
        ]),
  ]
  const faults: string[] = []
  for (const { name, sql } of asked) {
    const rows = await work.tx.rows<{ fault: string }>(sql, [work.company])
    if (rows.length > 0)
      faults.push(
        `${name}: ${rows
          .slice(0, 3)
          .map((row) => row.fault)
          .join('; ')} (${rows.length})`,
      )
  }
  return [...faults, ...(await replayDifferences(work))]
}
