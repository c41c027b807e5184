import { centsText, toCents } from '../../../base/fixed-point.ts'
import type { ClosePart } from '../../../kernel/posting/work.ts'
import { reconciliationOn } from '../reports/bank-reconciliation.run.ts'

/**
 * What a close is told of banks: accounts whose statement does not reach the month's end, lines that the books lack, and balances
 * that do not agree once adjusted. What the bank has not seen yet is usual, and no fault.
 */
export const bankClose: ClosePart = {
  name: 'bankReconciled',
  label: '银行已对账',
  blocking: false,
  report: 'bankReconciliation',
  remains: async (work, _period, through) => {
    const accounts = await work.tx.rows<{ id: string; name: string; last_day: string }>(
      `select a.id, a.name, max(s.last_day)::text as last_day from cash_account a
       join bank_statement s on s.company_id = $1 and s.cash_account = a.id and s.state in ('posted', 'closed')
       where a.company_id = $1 group by a.id, a.code, a.name order by a.code`,
      [work.company],
    )
    const words: string[] = []
    for (const account of accounts) {
      const { items, adjustedBank, adjustedBook } = await reconciliationOn(work, account.id, through)
      const unbooked = items.filter((item) => item.side === 'bank').length
      if (unbooked > 0) words.push(`${account.name} 有 ${unbooked} 笔流水未入账`)
      const difference = adjustedBank.minus(adjustedBook)
      if (!difference.isZero()) words.push(`${account.name} 调节后相差 ${centsText(toCents(difference))}`)
      if (account.last_day.slice(0, 7) < through.slice(0, 7))
        words.push(`${account.name} 的流水只到 ${account.last_day}`)
    }
    return words.length === 0 ? null : words.join('；')
  },
}
