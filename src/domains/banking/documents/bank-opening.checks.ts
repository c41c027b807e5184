import { decimal, sum } from '../../../base/decimal.ts'
import { fieldProblem } from '../../../kernel/definition/problem.ts'
import { defineCheck } from '../../../kernel/documents/installed.ts'
import { disabledReferences } from '../../../ledgers/disabled-references.ts'
import { bankOpening } from './bank-opening.ts'

/** An account begins once, with unreconciled items that lead from the bank's balance to that of the books. */
export const checkBankOpening = defineCheck(bankOpening, async (input, work) => {
  const { header, items } = input
  const [found] = await work.tx.rows<{ book: string; other: string | null }>(
    `select (select coalesce(sum(amount), 0) from cash_entry where company_id = $1 and cash_account = $2 and date <= $3) as book,
       (select min(number) from bank_opening where company_id = $1 and cash_account = $2 and state = 'posted' and id <> $4) as other`,
    [work.company, header.cashAccount, header.startsAfter, header.id],
  )
  const of = (side: 'bank' | 'book') => sum(items.filter((line) => line.side === side).map((line) => line.amount))
  const bank = header.balance.plus(of('book'))
  const book = decimal(found?.book ?? 0).plus(of('bank'))
  return [
    ...((found?.other ?? null) === null
      ? []
      : [
          fieldProblem(
            'cashAccount',
            `该账户已有银行期初 ${found?.other ?? ''}，请先反审核`,
            `the account has ${found?.other ?? ''} already`,
          ),
        ]),
    ...(bank.eq(book)
      ? []
      : [
          fieldProblem(
            'balance',
            `两边不平：银行余额加企业未达为 ${bank.toString()}，账面余额 ${found?.book ?? '0'} 加银行未达为 ${book.toString()}，相差 ${bank.minus(book).toString()}`,
            `the sides differ by ${bank.minus(book).toString()}: the bank comes to ${bank.toString()}, the books to ${book.toString()}`,
          ),
        ]),
    ...items.flatMap((line, index) =>
      line.date <= header.startsAfter
        ? []
        : [
            fieldProblem(
              `items.${index}.date`,
              `应不晚于 ${header.startsAfter}`,
              `must not be after ${header.startsAfter}`,
            ),
          ],
    ),
    ...disabledReferences(bankOpening, input),
  ]
})
