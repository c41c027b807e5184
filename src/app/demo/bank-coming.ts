import { addDays, addMonths, firstOfMonth, lastOfMonth } from '../../base/calendar-date.ts'
import type { CalendarDate } from '../../base/calendar-date.ts'
import { decimal } from '../../base/decimal.ts'
import { cashExpectation } from '../../domains/banking/index.ts'
import { importStatementFile } from '../../domains/banking/server.ts'
import { createEntity } from '../../kernel/documents/entities.ts'
import type { Work } from '../../kernel/posting/work.ts'
import type { Scene } from './stage.ts'

interface MovedRow {
  readonly date: CalendarDate
  readonly amount: string
  readonly party: string | null
}

const movedIn = (work: Work, account: string, from: CalendarDate, to: CalendarDate) =>
  work.tx.rows<MovedRow>(
    `select e.date, sum(e.amount)::text as amount, (
       select min(y.name) from party_entry p join party y on y.company_id = $1 and y.id = p.party where p.company_id = $1 and p.document_id = e.document_id) as party
     from cash_entry e where e.company_id = $1 and e.cash_account = $2 and e.date between $3 and $4
     group by e.document_id, e.line_id, e.date having sum(e.amount) <> 0 order by e.date, min(e.recorded_at)`,
    [work.company, account, from, to],
  )

const row = (date: CalendarDate, amount: string, balance: string, other: string, memo: string, number: number) =>
  [date, amount, balance, other, '', memo, `3901${String(number).padStart(16, '0')}`].join(',')

/** One month's statement of the company's bank: what the books have, the last days' payments not yet there, and what only the bank knows. */
export const bringStatement = async ({ work, day }: Scene, account: string): Promise<void> => {
  const month = firstOfMonth(addMonths(day, -1))
  const last = lastOfMonth(month)
  const [opening] = await work.tx.rows<{ amount: string }>(
    `select coalesce(sum(amount), 0)::text as amount from cash_entry where company_id = $1 and cash_account = $2 and date < $3`,
    [work.company, account, month],
  )
  const booked = await movedIn(work, account, month, addDays(last, -1))
  const known = booked.map((each) => ({
    date: each.date,
    amount: each.amount,
    other: each.party ?? '',
    memo: each.party === null ? '转账' : '货款',
  }))
  const own = [
    { date: addDays(month, 9), amount: '-35.00', other: '', memo: '汇划费' },
    { date: addDays(month, 20), amount: '86.43', other: '', memo: '结息' },
    { date: addDays(month, 24), amount: '-1280.00', other: '国网浙江省电力有限公司宁波供电公司', memo: '电费' },
    { date: addDays(month, 26), amount: '5600.00', other: '周建平', memo: '货款' },
  ]
  let balance = decimal(opening?.amount ?? 0)
  const rows = [...known, ...own]
    .toSorted((one, other) => one.date.localeCompare(other.date))
    .map((each, index) => {
      balance = balance.plus(each.amount)
      return row(each.date, each.amount, balance.toString(), each.other, each.memo, index)
    })
  const text = ['交易日期,金额,余额,对方户名,对方账号,摘要,流水号', ...rows].join('\n')
  await importStatementFile(
    work,
    { name: '农行流水.csv', bytes: Buffer.from(text) },
    { cashAccount: account, mapping: null },
  )
  const rent = { direction: 'out', amount: '32000', startsOn: firstOfMonth(addMonths(day, 1)), repeats: 'monthly' }
  await createEntity(work, cashExpectation, { name: '仓库及门店房租', ...rent })
  const loan = { direction: 'in', amount: '300000', startsOn: addDays(day, 45), repeats: 'once', supposed: true }
  await createEntity(work, cashExpectation, { name: '流动资金贷款', ...loan })
}
