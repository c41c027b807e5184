import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { accountTotals } from '../../../ledgers/general/account-totals.ts'
import { readAccounts } from '../../../ledgers/general/account-tree.ts'
import { numberProblems } from '../../../ledgers/general/number-problems.ts'
import { rolledUp } from '../../../ledgers/general/rolled-totals.ts'
import { amountCell, headNotes, rangeOf, viewOf } from './book-view.ts'
import { accountCells, sumCells, sumSides } from './trial-balance.run.ts'
import { voucherNumberCheck, voucherSummary } from './voucher-summary.ts'

export const voucherSummaryRun = defineReportRun(voucherSummary, async (parameters, work) => {
  const range = rangeOf(work, parameters)
  const view = viewOf(parameters)
  const level = parameters.level ?? 1
  const [tree, totals, counted] = await Promise.all([
    readAccounts(work),
    accountTotals(work, { ...range, ...view }),
    work.tx.rows<{ vouchers: number; attachments: number }>(
      `select count(*)::integer as vouchers, coalesce(sum(attachments), 0)::integer as attachments from general_voucher v
       where company_id = $1 and date between $2 and $3 and kind <> 'opening' and withdraws is null
         and not exists (select 1 from general_voucher w where w.company_id = $1 and w.withdraws = v.id)`,
      [work.company, range.from, range.to],
    ),
  ])
  const sums = rolledUp(tree, totals)
  const shown = tree.nodes.flatMap((node) => {
    const total = sums.get(node.id)
    const own = node.level === level || (node.level < level && node.isDetail)
    return total !== undefined && own && (total.debit !== 0n || total.credit !== 0n) ? [{ node, total }] : []
  })
  return {
    rows: shown.map(({ node, total }) => ({
      ...accountCells(node, range),
      debit: amountCell(total.debit),
      credit: amountCell(total.credit),
    })),
    totals: sumCells(sumSides(shown.map((each) => each.total))),
    notes: [
      ...headNotes(work, range, view),
      `共 ${counted[0]?.vouchers ?? 0} 张凭证，附单据 ${counted[0]?.attachments ?? 0} 张`,
    ],
  }
})

export const voucherNumberCheckRun = defineReportRun(voucherNumberCheck, async (parameters, work) => {
  const range = rangeOf(work, parameters)
  const problems = await numberProblems(work, range.from.slice(0, 7), range.to.slice(0, 7))
  const words = { gap: '断号', double: '重号', order: '日期逆序' } as const
  return {
    rows: problems.map((problem) => ({ ...problem, problem: words[problem.problem] })),
    notes: [
      problems.length === 0
        ? '没有断号、重号和日期逆序'
        : `共 ${problems.length} 处；未记账凭证的断号在记账或整理时消除`,
    ],
  }
})
