import { Decimal, decimal, zero } from '../../../base/decimal.ts'
import { documentStates } from '../../../kernel/definition/record.ts'
import type { AnyDocument, DocumentState } from '../../../kernel/definition/record.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import { findDocument, idIn, stateOf } from '../../../kernel/documents/documents.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { tableOf } from '../../../kernel/documents/storage.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { availabilityOf } from '../../../ledgers/plan/availability.ts'
import { availableToPromise } from '../../../ledgers/plan/promise.ts'
import { salesOrder } from '../documents/sales-order.ts'
import { orderImpact } from './order-impact.ts'

interface LineRow {
  readonly item: string
  readonly name: string
  readonly quantity: string
  readonly gross: string | null
  readonly open: string
  readonly promised_on: string | null
  readonly note: string | null
  readonly is_service: boolean | null
}

const linesOf = (work: Work, order: string) =>
  work.tx.rows<LineRow>(
    `select l.item, i.code || ' ' || i.name as name, l.base_quantity as quantity, l.gross, l.promise_note as note,
       coalesce(l.promised_on, h.promised_on) as promised_on, i.is_service,
       coalesce((select b.quantity from plan_balance b where b.company_id = $1 and b.promise = l.id and b.kind = 'demand'), 0) as open
     from sales_order_line l join sales_order h on h.company_id = $1 and h.id = l.owner_id join item i on i.company_id = $1 and i.id = l.item
     where l.company_id = $1 and l.owner_id = $2 order by l.line_no`,
    [work.company, order],
  )

/** What an order's line lacks: what is open of it beyond what is on hand and not promised to others. */
const stockRows = async (work: Work, lines: readonly LineRow[], isPromised: boolean): Promise<ReportRow[]> => {
  const today = work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai'))
  const goods = lines.filter((line) => line.is_service !== true)
  const { all: known } = await availabilityOf(work, [...new Set(goods.map((line) => line.item))])
  return goods.map((line) => {
    const of = known.get(line.item) ?? { onHand: zero, supply: [], demand: [] }
    const [now] = availableToPromise({ ...of, supply: [] }, today)
    const open = decimal(isPromised ? line.open : line.quantity)
    // The order's own demand stands among the promises once it is posted: what is left without it is what it may take.
    const promised = of.demand.reduce((sum, row) => sum.plus(row.quantity), zero)
    const others = isPromised ? promised.minus(open) : promised
    const free: Decimal = of.onHand.minus(others)
    const short = open.minus(free.isNegative() ? zero : free)
    const lacks = short.gt(0) ? short : zero
    return {
      section: '库存检查',
      item: line.name,
      date: line.promised_on,
      quantity: line.quantity,
      available: (free.isNegative() ? zero : free).toString(),
      shortage: lacks.isZero() ? null : lacks.toString(),
      amount: line.gross,
      state: open.isZero()
        ? '已交付'
        : lacks.isZero()
          ? '库存充足'
          : now === undefined
            ? '缺货'
            : `缺货 ${line.note ?? ''}`.trim(),
    }
  })
}

interface LinkRow {
  readonly type: string
  readonly id: string
  readonly depth: number
}

/** Every document that grew out of the order, or out of what grew out of it. */
const grownFrom = (work: Work, order: string) =>
  work.tx.rows<LinkRow>(
    `with recursive grown as (
       select target_type as type, target_id as id, 1 as depth from document_link where company_id = $1 and source_id = $2 and relation <> 'reversal'
       union select l.target_type, l.target_id, g.depth + 1 from document_link l join grown g on l.source_id = g.id
       where l.company_id = $1 and l.relation <> 'reversal' and g.depth < 6)
     select type, id, min(depth) as depth from grown group by type, id order by depth, id`,
    [work.company, order],
  )

interface GrownRow {
  readonly id: string
  readonly number: string
  readonly date: string
  readonly state: DocumentState
  readonly amount: string | null
}

const sections: Readonly<Record<string, string>> = {
  salesContract: '合同',
  purchaseRequest: '采购申请',
  purchaseOrder: '采购订单',
  purchaseReceipt: '采购入库',
  workOrder: '生产订单',
  deliveryNotice: '发货通知',
  salesDelivery: '出库',
  deliverySignOff: '签收',
  salesReturn: '退货',
  salesInvoice: '开票',
  collection: '收款',
}

const amountColumn = ({ header }: AnyDocument): string => {
  if (Object.hasOwn(header, 'totalGross')) return 'total_gross'
  return Object.hasOwn(header, 'totalAmount') ? 'total_amount' : 'null::numeric'
}

const grownRows = async (work: Work, order: string): Promise<ReportRow[]> => {
  const links = await grownFrom(work, order)
  const byType = [...Map.groupBy(links, (link) => link.type)]
  const found = await Promise.all(
    byType.map(async ([type, own]): Promise<ReportRow[]> => {
      const definition = work.installed.catalogue.documents.get(type)
      if (definition === undefined || definition.internal === true || !work.actor.may(`${type}.read`)) return []
      const amount = amountColumn(definition)
      const rows = await work.tx.rows<GrownRow>(
        `select id, number, date, state, ${amount} as amount from ${tableOf(definition).name}
         where company_id = $1 and id = any($2::uuid[]) and state <> 'void' order by date, number`,
        [work.company, own.map((link) => link.id)],
      )
      return rows.map((row) => ({
        section: sections[type] ?? definition.label,
        document: row.number,
        documentType: type,
        documentId: row.id,
        date: row.date,
        amount: row.amount,
        state: documentStates[row.state],
      }))
    }),
  )
  return found.flat()
}

interface MoneyRow {
  readonly document_number: string
  readonly document_type: string
  readonly document_id: string
  readonly due_on: string | null
  readonly amount: string
  readonly open: string
}

/** What the order's deliveries and invoices are owed, what of it was paid, and what deliveries to come will add. */
const moneyRows = async (work: Work, order: string, lines: readonly LineRow[]): Promise<ReportRow[]> => {
  const ids = (await grownFrom(work, order)).map((link) => link.id)
  const rows = await work.tx.rows<MoneyRow>(
    `select document_number, document_type, document_id, due_on,
       case when open = 0 or open = open_book then amount else round(amount * open_book / open, 2) end as amount, open_book as open from party_item
     where company_id = $1 and document_id = any($2::uuid[]) and kind = 'receivable' order by date, document_number`,
    [work.company, ids],
  )
  const ahead = lines.reduce((sum, line) => {
    const whole = decimal(line.quantity)
    return whole.isZero()
      ? sum
      : sum.plus(
          decimal(line.gross ?? '0')
            .times(line.open)
            .div(whole),
        )
  }, zero)
  return [
    ...(ahead.isZero()
      ? []
      : [{ section: '预计应收', item: '未出库部分', amount: ahead.toDecimalPlaces(2).toString(), state: '待出库' }]),
    ...rows.map((row) => ({
      section: '应收',
      document: row.document_number,
      documentType: row.document_type,
      documentId: row.document_id,
      date: row.due_on,
      amount: row.amount,
      state: decimal(row.open).isZero() ? '已收清' : `未收 ${decimal(row.open).toString()}`,
    })),
  ]
}

/** What was agreed to be paid ahead, and how much of it came. */
const depositRows = (deposit: unknown, grown: readonly ReportRow[]): ReportRow[] => {
  if (!Decimal.isDecimal(deposit) || deposit.isZero()) return []
  const paid = grown
    .filter((row) => row['documentType'] === 'collection')
    .reduce((sum, row) => sum.plus(decimal(String(row['amount'] ?? '0'))), zero)
  const state = paid.gte(deposit) ? '已收' : `已收 ${paid.toString()}`
  return [{ section: '订金', item: '约定订金', amount: deposit.toString(), state }]
}

export const runOrderImpact = defineReportRun(orderImpact, async ({ order: number }, work) => {
  if (!work.actor.may('salesOrder.read')) return { rows: [] }
  const order = await findDocument(work, salesOrder, number ?? '')
  const lines = await linesOf(work, idIn(order))
  const [stock, grown, money] = await Promise.all([
    stockRows(work, lines, stateOf(order) === 'posted' || stateOf(order) === 'closed'),
    grownRows(work, idIn(order)),
    moneyRows(work, idIn(order), lines),
  ])
  return {
    rows: [...stock, ...grown, ...depositRows(order.header['deposit'], grown), ...money],
    notes: [`销售订单 ${String(order.header['number'])}`],
  }
})
