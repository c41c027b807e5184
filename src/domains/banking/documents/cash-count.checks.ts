import type { CalendarDate } from '../../../base/calendar-date.ts'
import { decimal, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { fieldProblem } from '../../../kernel/definition/problem.ts'
import { defineCheck, defineCompletion } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { disabledReferences } from '../../../ledgers/disabled-references.ts'
import { cashAccount } from '../../../ledgers/dimensions/place.ts'
import { todayOf } from '../../../ledgers/today.ts'
import { cashCount } from './cash-count.ts'

const bookBalance = async (work: Work, account: string, day: CalendarDate): Promise<Decimal> => {
  const [row] = await work.tx.rows<{ amount: string }>(
    `select coalesce(sum(amount), 0) as amount from cash_entry where company_id = $1 and cash_account = $2 and date <= $3`,
    [work.company, account, day],
  )
  return decimal(row?.amount ?? 0)
}

/** What the books say there should be at the end of the day. */
export const completeCashCount = defineCompletion(cashCount, (drafts, work) =>
  Promise.all(
    drafts.map(async (draft) => {
      const { cashAccount: account, date } = draft.header
      if (!account) return draft
      const day = date ?? todayOf(work)
      const book = await bookBalance(work, account, day)
      return draft.header.book?.eq(book) === true ? draft : { ...draft, header: { ...draft.header, book } }
    }),
  ),
)

/** Only cash is counted, in whole notes, against what the books say as it is posted. */
export const checkCashCount = defineCheck(cashCount, async (input, work) => {
  const { header, lines, lookup } = input
  const isCash = lookup(cashAccount, header.cashAccount)?.kind === 'cash'
  const now = await bookBalance(work, header.cashAccount, header.date)
  return [
    ...(isCash ? [] : [fieldProblem('cashAccount', '只有现金账户可以盘点', 'only a till is counted')]),
    ...((header.book ?? zero).eq(now)
      ? []
      : [
          fieldProblem(
            'book',
            `账面余额现为 ${now.toString()}，请重新保存后再审核`,
            `the books now say ${now.toString()}; save it again`,
          ),
        ]),
    ...lines.flatMap((line, index) =>
      line.pieces >= 0 ? [] : [fieldProblem(`lines.${index}.pieces`, '张数不能为负', 'must not be negative')],
    ),
    ...disabledReferences(cashCount, input),
  ]
})
