import type { CalendarDate } from '../../../base/calendar-date.ts'
import { decimal, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { cents } from '../../../base/money.ts'
import { firstDay, lastDay } from '../../../base/period.ts'
import type { Period } from '../../../base/period.ts'
import { Problem, fieldProblem } from '../../../kernel/definition/problem.ts'
import { defineProcessRun } from '../../../kernel/documents/installed.ts'
import type { ClosePart, Work } from '../../../kernel/posting/work.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { exchangeRevaluation } from '../documents/exchange-revaluation.ts'
import { makeDocument } from './make-document.ts'
import { revalueCurrencyProcess } from './revalue-currency.ts'
import { periodIn } from './voucher-processes.ts'

/** What stands in a foreign currency at a day: in a cash account, on an open item, or on an account alone. */
interface ForeignBalance {
  readonly account: string
  readonly cash_account: string | null
  readonly party: string | null
  readonly kind: string | null
  readonly open_item: string | null
  readonly currency: string
  readonly amount: string
  readonly book: string
}

const foreignBalances = (work: Work, through: CalendarDate): Promise<ForeignBalance[]> =>
  work.tx.rows<ForeignBalance>(
    `select e.account_id as account, e.cash_account, null::uuid as party, null as kind, null::uuid as open_item, e.currency,
       sum(e.amount) as amount, sum(e.book_amount) as book
     from cash_entry e where e.company_id = $1 and e.date <= $2 and e.currency <> $3 group by 1, 2, 6
       having sum(e.amount) <> 0 or sum(e.book_amount) <> 0
     union all
     select (select o.account_id from party_entry o where o.company_id = $1 and o.id = e.open_item), null, e.party, e.kind, e.open_item,
       e.currency, sum(e.amount), sum(e.book_amount)
     from party_entry e where e.company_id = $1 and e.date <= $2 and e.currency <> $3
       and e.kind not in ('advanceFromCustomer', 'advanceToSupplier') group by e.party, e.kind, e.open_item, e.currency
       having sum(e.amount) <> 0 or sum(e.book_amount) <> 0
     union all
     select e.account_id, null, null, null, null, e.currency, sum(e.currency_amount), sum(e.debit - e.credit)
     from general_entry e join account a on a.company_id = $1 and a.id = e.account_id and a.by_currency and a.revalued and a.control is null
     where e.company_id = $1 and e.date <= $2 and e.currency <> $3 group by 1, 6
       having sum(e.currency_amount) <> 0 or sum(e.debit - e.credit) <> 0
     order by 6, 1, 2, 5`,
    [work.company, through, settingsOf(work.settings).currency],
  )

/** The last rate of each currency in a month. */
const ratesOf = async (work: Work, period: Period): Promise<ReadonlyMap<string, Decimal>> => {
  const rows = await work.tx.rows<{ code: string; rate: string }>(
    `select distinct on (c.code) c.code, r.rate from currency c
     join currency_rates r on r.company_id = $1 and r.owner_id = c.id where c.company_id = $1 and r.date between $2 and $3
     order by c.code, r.date desc`,
    [work.company, firstDay(period), lastDay(period)],
  )
  return new Map(rows.map((row) => [row.code, decimal(row.rate)]))
}

interface Revaluation {
  readonly balance: ForeignBalance
  readonly rate: Decimal
  readonly difference: Decimal
}

/** What a rate changes; nothing is left in the books of what is settled in its currency. */
const revaluationOf = (balance: ForeignBalance, rate: Decimal): Revaluation => ({
  balance,
  rate,
  difference: cents(decimal(balance.amount).times(rate)).minus(balance.book),
})

const openIn = async (work: Work, period: Period) => {
  const [balances, rates] = await Promise.all([foreignBalances(work, lastDay(period)), ratesOf(work, period)])
  const missing = new Set(
    balances.filter((each) => !decimal(each.amount).isZero() && !rates.has(each.currency)).map((each) => each.currency),
  )
  const revaluations = balances
    .filter((each) => !missing.has(each.currency))
    .map((each) => revaluationOf(each, rates.get(each.currency) ?? zero))
    .filter((each) => !each.difference.isZero())
  return { missing: [...missing], revaluations }
}

/** Money and what is owed have vouchers of their own: only the first is a flow of cash. */
const postRevaluations = async (
  work: Work,
  period: Period,
  revaluations: readonly Revaluation[],
): Promise<string[]> => {
  const documents: string[] = []
  for (const group of Map.groupBy(revaluations, (each) => each.balance.cash_account === null).values())
    documents.push(await postOne(work, period, group))
  return documents
}

const postOne = (work: Work, period: Period, revaluations: readonly Revaluation[]): Promise<string> =>
  makeDocument(work, exchangeRevaluation, {
    date: lastDay(period),
    period,
    lines: revaluations.map(({ balance, rate, difference }) => ({
      account: balance.account,
      cashAccount: balance.cash_account,
      party: balance.party,
      kind: balance.kind,
      openItem: balance.open_item,
      currency: balance.currency,
      currencyAmount: balance.amount,
      rate: rate.isZero() ? '1' : rate.toString(),
      bookAmount: balance.book,
      difference: difference.toString(),
    })),
  })

const missingText = (period: Period, currencies: readonly string[]) =>
  `请在币种资料里填写 ${currencies.join('、')} 在 ${period} 的期末汇率`

export const revalueCurrencyRun = defineProcessRun(revalueCurrencyProcess, (parameters, inWork) =>
  inWork(async (work) => {
    const period = periodIn(parameters.period)
    const { missing, revaluations } = await openIn(work, period)
    if (missing.length > 0) {
      throw new Problem('invalid', { zh: missingText(period, missing), en: `Rates of ${missing.join()} are missing` }, [
        fieldProblem('period', missingText(period, missing), `enter the rates of ${missing.join()} of ${period}`),
      ])
    }
    return { documents: await postRevaluations(work, period, revaluations) }
  }),
)

/** Closing revalues by itself what has a rate, and is refused while one is missing. */
export const revaluationClose: ClosePart = {
  name: 'exchangeRevaluation',
  label: '外币已调汇',
  blocking: true,
  report: 'currencyLedger',
  settle: async (work, period) => {
    const { revaluations } = await openIn(work, period)
    await postRevaluations(work, period, revaluations)
  },
  remains: async (work, period) => {
    const { missing, revaluations } = await openIn(work, period)
    if (missing.length > 0) return missingText(period, missing)
    return revaluations.length === 0
      ? null
      : { byClose: `${revaluations.length} 个外币余额未按期末汇率调整，结账时将自动调汇` }
  },
}
