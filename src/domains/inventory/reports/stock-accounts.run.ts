import { firstOfMonth } from '../../../base/calendar-date.ts'
import { centsText, toCents } from '../../../base/fixed-point.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { placeKinds } from '../../../ledgers/dimensions/place.ts'
import { stockAccounts } from './stock-accounts.ts'

interface StockRow {
  readonly account: string
  readonly place: keyof typeof placeKinds
  readonly items: string
  readonly amount: string
  readonly markup: string
}

interface BookRow {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly balance: string
}

const until = '($2::date is null or e.date <= $2) and ($3::timestamptz is null or e.recorded_at <= $3)'

const stockSql = `
  select account, place, count(*) filter (where quantity <> 0 or amount <> 0) as items, sum(amount) as amount, sum(markup) as markup from (
    select e.account_id as account, e.place, e.item, sum(e.quantity) as quantity, sum(e.amount) as amount, sum(e.markup) as markup from stock_entry e
    where e.company_id = $1 and e.account_id is not null and ${until} group by 1, 2, 3) s
  group by 1, 2`

const booksSql = `
  select a.id, a.code, a.name, coalesce(e.balance, 0) as balance from account a
  left join (select account_id, sum(debit - credit) as balance from general_entry e where e.company_id = $1 and ${until} group by 1) e
    on e.account_id = a.id
  where a.company_id = $1 and (a.control = 'stock' or a.id = any($4::uuid[])) order by a.code`

export const runStockAccounts = defineReportRun(stockAccounts, async (parameters, work) => {
  const to = parameters.asOf ?? work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai'))
  const values = [work.company, to, parameters.knownAt ?? null]
  const stock = await work.tx.rows<StockRow>(stockSql, values, { named: false })
  const held = Map.groupBy(stock, (row) => row.account)
  const books = await work.tx.rows<BookRow>(booksSql, [...values, [...held.keys()]], { named: false })
  return {
    rows: books.flatMap(({ id, code, name, balance }) => {
      const own = held.get(id) ?? []
      const cost = own.reduce((sum, row) => sum + toCents(row.amount), 0n)
      const beside = own.reduce((sum, row) => sum + toCents(row.markup), 0n)
      const value = cost + beside
      const difference = value - toCents(balance)
      if (own.length === 0 && difference === 0n) return []
      return [
        {
          accountId: id,
          accountName: `${code} ${name}`,
          places: own.map((row) => placeKinds[row.place]).join('、'),
          items: own.reduce((sum, row) => sum + Number(row.items), 0),
          cost: centsText(cost),
          beside: beside === 0n ? null : centsText(beside),
          stockValue: centsText(value),
          bookValue: balance,
          difference: centsText(difference),
          verdict: difference === 0n ? '一致' : '不一致',
          from: firstOfMonth(to),
          to,
        },
      ]
    }),
    notes: [`截至 ${to}`],
  }
})
