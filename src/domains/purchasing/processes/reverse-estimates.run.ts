import { addDays } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { decimal, zero } from '../../../base/decimal.ts'
import { isPeriod, lastDay } from '../../../base/period.ts'
import { fieldProblem, invalid } from '../../../kernel/definition/problem.ts'
import { postDocument } from '../../../kernel/documents/actions.ts'
import { createDocument } from '../../../kernel/documents/documents.ts'
import { defineProcessRun } from '../../../kernel/documents/installed.ts'
import type { ClosePart, Work } from '../../../kernel/posting/work.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { estimateReversal } from '../documents/estimate-reversal.ts'
import { openEstimates } from '../reports/open-estimates.ts'
import { reverseEstimatesProcess } from './reverse-estimates.ts'

/** What of each estimate was reversed on a day already. */
const reversedOn = async (work: Work, day: CalendarDate): Promise<ReadonlyMap<string, string>> => {
  const rows = await work.tx.rows<{ open_item: string; amount: string }>(
    `select l.open_item, sum(l.amount) as amount from estimate_reversal r
     join estimate_reversal_line l on l.company_id = $1 and l.owner_id = r.id
     where r.company_id = $1 and r.date = $2 and r.state = 'posted' and r.reverses is null
       and not exists (select 1 from estimate_reversal b where b.company_id = $1 and b.reverses = r.id)
     group by 1`,
    [work.company, day],
  )
  return new Map(rows.map((row) => [row.open_item, row.amount]))
}

/** What is left to reverse on the day after `through`. */
const unreversed = async (work: Work, through: CalendarDate) => {
  const [estimates, reversed] = await Promise.all([openEstimates(work, through), reversedOn(work, addDays(through, 1))])
  return estimates.flatMap((row) => {
    const left = decimal(row.amount).minus(reversed.get(row.open_item) ?? zero)
    return row.item === null || left.isZero()
      ? []
      : [
          {
            supplier: row.supplier,
            item: row.item,
            receiptNumber: row.number,
            openItem: row.open_item,
            amount: left.toString(),
          },
        ]
  })
}

/** Reverses the estimates that are open at the end of a day on the day after. Answers the document's number, null where there is nothing. */
const reverseEstimates = async (work: Work, through: CalendarDate): Promise<string | null> => {
  const lines = await unreversed(work, through)
  if (lines.length === 0) return null
  const draft = await createDocument(work, estimateReversal, { date: addDays(through, 1), estimatedOn: through, lines })
  const posted = await postDocument(work, estimateReversal, draft)
  return String(posted.header['number'])
}

const isMonthly = (work: Work) => settingsOf(work.settings).estimateMethod === 'monthStart'

/** 月初回冲: the close of a month reverses its estimates on the first of the next. */
export const estimatesClose: ClosePart = {
  name: 'estimatesReversed',
  label: '暂估已生成回冲',
  blocking: false,
  report: 'purchaseEstimates',
  settle: async (work, _period, through) => {
    if (isMonthly(work)) await reverseEstimates(work, through)
  },
  remains: async (work, _period, through) => {
    const left = isMonthly(work) ? (await unreversed(work, through)).length : 0
    return left === 0 ? null : { byClose: `${left} 笔暂估将在结账时于下月 1 日回冲` }
  },
}

export const runReverseEstimates = defineProcessRun(reverseEstimatesProcess, async ({ period }, inWork, progress) => {
  if (typeof period !== 'string' || !isPeriod(period))
    throw invalid('请填写月份', 'Say which month', [fieldProblem('period', '如 2026-01', 'as 2026-01')])
  await progress.report(0, 1)
  const document = await inWork((work) => reverseEstimates(work, lastDay(period)))
  await progress.report(1, 1)
  return { document }
})
