import { decimal } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import type { Id } from '../../../base/id.ts'
import { fieldProblem } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import type { PostingInput } from '../../../kernel/posting/proposal.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { salesOrder } from './sales-order.ts'
import type { salesDelivery } from './sales-delivery.ts'

interface ReservedRow {
  readonly item: string
  readonly quantity: string
  readonly on_hand: string
}

type Input = Pick<PostingInput<typeof salesDelivery>, 'header' | 'lines' | 'lookup' | 'source'>

interface Asked {
  readonly items: readonly Id<'item'>[]
  /** Null: wherever it is. */
  readonly warehouse: Id<'warehouse'> | null
  /** Orders that may take what they reserved themselves, or notices of such. */
  readonly except: readonly string[]
  /** Reservations for after this day stand back; all count where it is null. */
  readonly through: CalendarDate | null
}

/** What other orders hold of these goods in this warehouse, as far as it is not delivered (占用), and what is on hand there. */
const reservedByOthers = (work: Work, { items, warehouse, except, through }: Asked) =>
  work.tx.rows<ReservedRow>(
    `select i.item,
       coalesce((select sum(b.quantity) from plan_balance b join sales_order_line l on l.company_id = $1 and l.id = b.promise
         join sales_order h on h.company_id = $1 and h.id = l.owner_id
         where b.company_id = $1 and b.kind = 'demand' and b.quantity > 0 and b.item = i.item and h.is_reserved
           and h.state = 'posted' and (h.warehouse is null or $3::uuid is null or h.warehouse = $3) and h.id <> all($4::uuid[])
           and ($5::date is null or coalesce(l.promised_on, h.promised_on, h.date) <= $5)
           and not exists (select 1 from delivery_notice_line n where n.company_id = $1 and n.owner_id = any($4::uuid[]) and n.source_document = h.id)
           and not exists (select 1 from sales_invoice_line v where v.company_id = $1 and v.owner_id = any($4::uuid[]) and v.source_document = h.id)), 0) as quantity,
       coalesce((select sum(s.quantity) from stock_balance s where s.company_id = $1 and s.item = i.item
         and ($3::uuid is null or s.warehouse = $3) and s.place = 'onHand'), 0) as on_hand
     from unnest($2::uuid[]) as i(item)`,
    [work.company, [...new Set(items)], warehouse, except, through],
  )

/** What is wanted of an item in all, by the lines that want it. */
const wantedOf = (lines: readonly Goods[], item: Id<'item'>): Decimal =>
  lines
    .filter((line) => line.item === item)
    .reduce((sum, line) => sum.plus(line.baseQuantity ?? line.quantity), decimal(0))

interface Goods {
  readonly item: Id<'item'>
  readonly quantity: Decimal
  readonly baseQuantity: Decimal | null
}

/** Goods that are reserved for other orders stay for them. */
export const reservedProblems = async (input: Input, work: Work): Promise<FieldProblem[]> => {
  const rows = await reservedByOthers(work, {
    items: input.lines.map((line) => line.item),
    warehouse: input.header.warehouse,
    except: input.lines.flatMap((line) => (line.source === null ? [] : [line.source.document])),
    // What reserved its goods itself yields to no reservation for a later day.
    through: input.lines.every((line) => input.source(salesOrder, line)?.header.isReserved === true)
      ? input.header.date
      : null,
  })
  const reserved = new Map(rows.filter((row) => !decimal(row.quantity).isZero()).map((row) => [row.item, row]))
  return input.lines.flatMap((line, index) => {
    const row = reserved.get(line.item)
    if (row === undefined) return []
    const free = decimal(row.on_hand).minus(row.quantity)
    if (wantedOf(input.lines, line.item).lte(free)) return []
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

/** An order that reserves goods for now reserves what is there and nobody else's; what is promised for later may still come. */
export const reservationProblems = async (
  { header, lines, lookup }: PostingInput<typeof salesOrder>,
  work: Work,
): Promise<FieldProblem[]> => {
  if (header.isReserved !== true) return []
  const isNow = (line: (typeof lines)[number]) => {
    const on = line.promisedOn ?? header.promisedOn
    return lookup(item, line.item)?.isService !== true && (on === null || on <= header.date)
  }
  const now = lines.filter(isNow)
  const asked = { items: now.map((line) => line.item), warehouse: header.warehouse, except: [header.id], through: null }
  const rows = new Map((await reservedByOthers(work, asked)).map((row) => [row.item, row]))
  return lines.flatMap((line, index) => {
    const row = rows.get(line.item)
    if (row === undefined || !isNow(line)) return []
    const free = decimal(row.on_hand).minus(row.quantity)
    if (wantedOf(now, line.item).lte(free)) return []
    const left = (free.isNegative() ? decimal(0) : free).toString()
    return [
      fieldProblem(
        `lines.${index}.quantity`,
        `“${lookup(item, line.item)?.name ?? ''}”可占用 ${left}：现存 ${decimal(row.on_hand).toString()}，其他订单占用 ${decimal(row.quantity).toString()}；要等到货请填承诺发货日`,
        `only ${left} can be reserved; set the promised day where goods are to come`,
      ),
    ]
  })
}
