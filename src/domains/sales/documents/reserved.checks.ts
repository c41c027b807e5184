import { decimal } from '../../../base/decimal.ts'
import { fieldProblem } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import type { PostingInput } from '../../../kernel/posting/proposal.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import type { salesDelivery } from './sales-delivery.ts'

interface ReservedRow {
  readonly item: string
  readonly quantity: string
  readonly on_hand: string
}

type Input = Pick<PostingInput<typeof salesDelivery>, 'header' | 'lines' | 'lookup'>

/** What other orders hold of these goods in this warehouse, as far as it is not delivered (占用), and what is on hand there. */
const reservedByOthers = (work: Work, { header, lines }: Input) =>
  work.tx.rows<ReservedRow>(
    `select b.item, sum(b.quantity) as quantity,
       coalesce((select s.quantity from stock_balance s where s.company_id = $1 and s.item = b.item and s.warehouse = $3 and s.place = 'onHand' limit 1), 0) as on_hand
     from plan_balance b join sales_order_line l on l.company_id = $1 and l.id = b.promise
     join sales_order h on h.company_id = $1 and h.id = l.owner_id
     where b.company_id = $1 and b.kind = 'demand' and b.quantity > 0 and b.item = any($2::uuid[]) and h.is_reserved
       and h.state = 'posted' and (h.warehouse is null or h.warehouse = $3) and h.id <> all($4::uuid[])
       and not exists (select 1 from delivery_notice_line n where n.company_id = $1 and n.owner_id = any($4::uuid[]) and n.source_document = h.id)
     group by b.item`,
    [
      work.company,
      lines.map((line) => line.item),
      header.warehouse,
      lines.flatMap((line) => (line.source === null ? [] : [line.source.document])),
    ],
  )

/** Goods that are reserved for other orders stay for them. */
export const reservedProblems = async (input: Input, work: Work): Promise<FieldProblem[]> => {
  const reserved = new Map((await reservedByOthers(work, input)).map((row) => [row.item, row]))
  return input.lines.flatMap((line, index) => {
    const row = reserved.get(line.item)
    if (row === undefined) return []
    const wanted = input.lines
      .filter((other) => other.item === line.item)
      .reduce((sum, other) => sum.plus(other.baseQuantity ?? other.quantity), decimal(0))
    const free = decimal(row.on_hand).minus(row.quantity)
    if (wanted.lte(free)) return []
    const name = input.lookup(item, line.item)?.name ?? ''
    const left = (free.isNegative() ? decimal(0) : free).toString()
    return [
      fieldProblem(
        `lines.${index}.quantity`,
        `“${name}”有 ${decimal(row.quantity).toString()} 被其他订单占用，可出 ${left}`,
        `${decimal(row.quantity).toString()} of it are reserved for other orders; ${left} can go`,
      ),
    ]
  })
}
