import { addMonths } from '../../../base/calendar-date.ts'
import { decimal } from '../../../base/decimal.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { rfmScores, segmentOf } from '../rules/rfm.ts'
import type { Rfm, Segment } from '../rules/rfm.ts'

export interface SegmentedCustomer extends Rfm {
  readonly id: string
  readonly customer: string
  readonly contact: string | null
  readonly phone: string | null
  readonly last: string
  readonly times: number
  readonly amount: string
  readonly segment: Segment
}

interface Row {
  readonly id: string
  readonly customer: string
  readonly contact: string | null
  readonly phone: string | null
  readonly last: string
  readonly days: number
  readonly times: number
  readonly amount: string
}

/** Every customer who bought in the last months, with the segment they belong to. */
export const segmentedCustomers = async (work: Work, months: number): Promise<readonly SegmentedCustomer[]> => {
  const today = work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai'))
  const rows = await work.tx.rows<Row>(
    `select c.id, c.code || ' ' || c.name as customer, c.contact, c.phone, max(h.date) as last, $2::date - max(h.date) as days,
       count(*)::int as times, sum(h.total_gross) as amount
     from sales_delivery h join party c on c.company_id = $1 and c.id = h.customer
     where h.company_id = $1 and h.state in ('posted', 'closed') and h.reverses is null and h.date between $3 and $2
       and not exists (select 1 from sales_delivery r where r.company_id = $1 and r.reverses = h.id)
     group by c.id, c.code, c.name, c.contact, c.phone order by sum(h.total_gross) desc, c.code`,
    [work.company, today, addMonths(today, -months)],
  )
  const scores = rfmScores(
    rows.map((row) => ({ days: row.days, times: row.times, amount: decimal(row.amount) })),
    (value) => decimal(value),
  )
  return rows.flatMap((row, index) => {
    const score = scores[index]
    return score === undefined ? [] : [{ ...row, ...score, segment: segmentOf(score) }]
  })
}
