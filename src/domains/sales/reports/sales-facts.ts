/**
 * SQL for everything that was sold, line by line, less what came back or was allowed: what of it is from the documents'
 * lines, what it cost from the stock ledger by the same lines, so that a cost corrected later is corrected here too.
 * `$1` is the company, `$2` and `$3` the first and last day.
 */
interface Sold {
  readonly type: string
  readonly table: string
  readonly channel: string
  readonly customer: string
  readonly salesperson: string
  readonly department: string
  readonly warehouse: string
  readonly sign: string
  readonly where?: string
  /** Where the cost is when it is not in stock. */
  readonly ownCost?: string
}

const head = { customer: 'h.customer', salesperson: 'h.salesperson', department: 'h.department', sign: '1' }

const soldBy: readonly Sold[] = [
  { ...head, type: 'salesDelivery', table: 'sales_delivery', channel: '批发', warehouse: 'h.warehouse' },
  { ...head, type: 'salesReturn', table: 'sales_return', channel: '批发', warehouse: 'h.warehouse', sign: '-1' },
  {
    ...head,
    type: 'salesExchange',
    table: 'sales_exchange',
    channel: '批发',
    warehouse: 'h.warehouse',
    sign: '-1',
    where: `l.direction = 'back'`,
  },
  {
    ...head,
    type: 'consignmentSettlement',
    table: 'consignment_settlement',
    channel: '代销',
    warehouse: 'h.warehouse',
  },
  {
    ...head,
    type: 'dropshipOrder',
    table: 'dropship_order',
    channel: '直运',
    warehouse: 'null::uuid',
    ownCost: 'coalesce(l.cost, 0)',
  },
  { ...head, type: 'salesAllowance', table: 'sales_allowance', channel: '批发', warehouse: 'null::uuid', sign: '-1' },
  {
    ...head,
    type: 'retailSale',
    table: 'retail_sale',
    channel: '零售',
    warehouse: 'h.warehouse',
    salesperson: 'h.cashier',
    department: 'null::uuid',
  },
  {
    ...head,
    type: 'retailRefund',
    table: 'retail_refund',
    channel: '零售',
    warehouse: 'h.warehouse',
    salesperson: 'h.cashier',
    department: 'null::uuid',
    sign: '-1',
  },
]

const ofLines = (sold: Sold): string => `
  select h.date, ${sold.customer} as customer, ${sold.salesperson} as salesperson, ${sold.department} as department,
    ${sold.warehouse} as warehouse, h.branch, l.item, '${sold.channel}' as channel, '${sold.type}' as document_type, h.id as document_id, h.number,
    ${sold.sign} * case when h.reverses is null then 1 else -1 end * ${sold.type === 'salesAllowance' ? '0' : 'l.base_quantity'} as quantity,
    ${sold.sign} * case when h.reverses is null then 1 else -1 end * coalesce(l.net, 0) as net,
    ${sold.sign} * case when h.reverses is null then 1 else -1 end * coalesce(l.gross, 0) as gross,
    ${sold.sign} * case when h.reverses is null then 1 else -1 end * ${sold.ownCost ?? '0'} as cost
  from ${sold.table} h join ${sold.table}_line l on l.company_id = $1 and l.owner_id = h.id
  where h.company_id = $1 and h.state in ('posted', 'closed') and h.date between $2 and $3 ${sold.where === undefined ? '' : `and ${sold.where}`}`

/** What goods cost that left for good: entries against cost of sales and its like, not moves to other places. */
const ofStock = (sold: Sold): string => `
  select e.date, ${sold.customer}, ${sold.salesperson}, ${sold.department}, ${sold.warehouse}, h.branch, coalesce(l.item, e.item), '${sold.channel}',
    '${sold.type}', h.id, h.number, 0, 0, 0, -e.amount
  from stock_entry e join ${sold.table} h on h.company_id = $1 and h.id = e.document_id
  left join ${sold.table}_line l on l.company_id = $1 and l.id = e.line_id
  where e.company_id = $1 and e.document_type = '${sold.type}' and e.place in ('onHand', 'lent', 'consigned')
    and e.date between $2 and $3`

const withStock = soldBy.filter((sold) => sold.ownCost === undefined && sold.type !== 'salesAllowance')

export const salesFacts = [...soldBy.map(ofLines), ...withStock.map(ofStock)].join('\n  union all\n')
