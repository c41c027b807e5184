import type { BookCheck } from '../../../kernel/documents/installed.ts'

interface Untied {
  readonly number: string
  readonly whole: string
  readonly gone: string
  readonly open: string
}

// What left of a bill: every event of it, but a discount with recourse, which leaves it until it is cleared.
const untiedSql = (side: 'received' | 'issued', sign: '' | '-') => `
  with gone as (
    select coalesce(f.source_line, e.source_line) as bill, sum(e.amount) as amount
    from note_event_line e join note_event h on h.company_id = $1 and h.id = e.owner_id and h.state in ('posted', 'closed')
      and h.reverses is null and not exists (select 1 from note_event r where r.company_id = $1 and r.reverses = h.id and r.state <> 'void')
    left join note_event_line f on f.company_id = $1 and e.source_type = 'noteEvent' and f.id = e.source_line
    left join note_event fh on fh.company_id = $1 and fh.id = f.owner_id
    where e.company_id = $1 and h.kind <> 'discountRecourse' and (f.id is null or fh.kind = 'discountRecourse') group by 1)
  select l.bill_number as number, l.amount as whole, coalesce(g.amount, 0) as gone, ${sign}i.open as open
  from note_${side}_line l join note_${side} h on h.company_id = $1 and h.id = l.owner_id and h.state in ('posted', 'closed')
    and h.reverses is null and not exists (select 1 from note_${side} r where r.company_id = $1 and r.reverses = h.id and r.state <> 'void')
  join party_item i on i.company_id = $1 and i.line_id = l.id left join gone g on g.bill = l.id
  where l.company_id = $1 and i.document_id = h.id and l.amount - coalesce(g.amount, 0) <> ${sign}i.open
    and i.id = (select j.id from party_item j where j.company_id = $1 and j.line_id = l.id order by j.id desc limit 1) limit 5`

/** Every bill in the register is worth what is open of it in the party ledger. */
export const billsTie: BookCheck = {
  name: 'billsTieToItems',
  label: '票据登记簿 = 往来账票据未清项',
  violations: async (work) => {
    const found = await Promise.all([
      work.tx.rows<Untied>(untiedSql('received', ''), [work.company]),
      work.tx.rows<Untied>(untiedSql('issued', '-'), [work.company]),
    ])
    return found.flat().map((row) => `${row.number}：票面 ${row.whole}，已处理 ${row.gone}，未清 ${row.open}`)
  },
}
