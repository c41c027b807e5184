import { addDays, calendarDate } from '../../base/calendar-date.ts'
import type { CalendarDate } from '../../base/calendar-date.ts'
import { decimal, round, sum } from '../../base/decimal.ts'
import { movableClock } from '../../base/clock.ts'
import type { Id } from '../../base/id.ts'
import type { Json } from '../../base/json.ts'
import { collection } from '../../domains/money/index.ts'
import { purchaseInvoice, purchaseReceipt } from '../../domains/purchasing/index.ts'
import { salesDelivery, salesInvoice, salesOrder } from '../../domains/sales/index.ts'
import type { AnyDocument, AnyEntity } from '../../kernel/definition/record.ts'
import { actOn } from '../../kernel/documents/actions.ts'
import { convertDocument } from '../../kernel/documents/convert.ts'
import { createDocument } from '../../kernel/documents/documents.ts'
import type { JsonObject } from '../../kernel/documents/draft.ts'
import type { LoadedRecord } from '../../kernel/documents/load.ts'
import { inWork } from '../../kernel/http/work.ts'
import type { WorkSource } from '../../kernel/http/work.ts'
import type { Work } from '../../kernel/posting/work.ts'
import { runImport } from '../../kernel/transfer/run-import.ts'
import type { TableRow } from '../../kernel/transfer/read-table.ts'
import { item, itemCategory } from '../../ledgers/dimensions/item.ts'
import { party } from '../../ledgers/dimensions/party.ts'
import { employee } from '../../ledgers/dimensions/people.ts'
import { createCompany } from '../../ledgers/setup/create-company.ts'
import type { Northwind, NorthwindOrder } from './read-northwind.ts'

/** A table as a person would have it in a sheet: the names of the fields, then the rows. */
type Table = readonly (readonly (string | boolean)[])[]

const tableRows = (table: Table): TableRow[] =>
  table.map((cells, index) => ({ sheet: 'northwind', row: index + 1, cells: cells.map((cell) => String(cell)) }))

const importTable = async (work: Work, definition: AnyEntity | AnyDocument, table: Table, post = false) => {
  const options = { fileName: 'northwind.sql', mapping: {}, update: true, post, defaults: {} }
  const outcome = await runImport(work, definition, tableRows(table), options)
  const [first] = outcome.errors
  if (first !== undefined)
    throw new Error(`${definition.name}, row ${first.row}, ${first.column ?? ''}: ${first.message.en}`)
  if (outcome.unknownColumns.length > 0)
    throw new Error(`${definition.name} has no ${outcome.unknownColumns.join(', ')}`)
  return outcome
}

const itemTable = ({ products }: Northwind, disabled: boolean): Table => [
  ['code', 'name', 'spec', 'category', 'unit', 'taxRate', 'salePrice', 'purchasePrice', 'disabled'],
  ...products.map((one) => [
    one.id,
    one.name,
    one.spec,
    `C${one.category}`,
    'PCS',
    'VAT0',
    one.price,
    costOf(one.price),
    disabled && one.discontinued,
  ]),
]

const importMasterData = async (work: Work, data: Northwind): Promise<void> => {
  await importTable(work, itemCategory, [['code', 'name'], ...data.categories.map((one) => [`C${one.id}`, one.name])])
  await importTable(work, employee, [
    ['code', 'name', 'position'],
    ...data.employees.map((one) => [one.code, one.name, one.position]),
  ])
  await importTable(work, party, [
    ['code', 'name', 'contact', 'phone', 'address', 'region', 'isCustomer', 'isSupplier', 'paymentDays'],
    ...data.parties.map((one) => [
      one.code,
      one.name,
      one.contact,
      one.phone,
      one.address,
      one.region,
      !one.isSupplier,
      one.isSupplier,
      '30',
    ]),
  ])
  await importTable(work, item, itemTable(data, false))
}

/** The file says nothing of costs; goods are taken to have cost seven tenths of the list price. */
const costOf = (price: string) => round(decimal(price).times('0.7'), 4).toString()

/** The day goods left; what was not shipped within the file's time leaves on the day it was required. */
const deliveredOn = (order: NorthwindOrder): CalendarDate => calendarDate(order.shippedOn ?? order.requiredOn)

const quarterOf = (day: string) => `${day.slice(0, 4)}-${Math.ceil(Number(day.slice(5, 7)) / 3)}`
const firstDayOf = (quarter: string): CalendarDate =>
  calendarDate(`${quarter.slice(0, 4)}-${String(Number(quarter.slice(5)) * 3 - 2).padStart(2, '0')}-01`)

/** One receipt a supplier and quarter: what will be delivered in that quarter, on its first day. */
const receiptTable = (data: Northwind): Table => {
  const products = new Map(data.products.map((one) => [one.id, one]))
  const wanted = new Map<string, number>()
  for (const order of data.orders) {
    for (const line of order.lines) {
      const key = `${quarterOf(deliveredOn(order))}/${products.get(line.product)?.supplier ?? ''}/${line.product}`
      wanted.set(key, (wanted.get(key) ?? 0) + Number(line.quantity))
    }
  }
  const rows = [...wanted]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, quantity]) => {
      const [quarter = '', supplier = '', product = ''] = key.split('/')
      const cost = costOf(products.get(product)?.price ?? '0')
      return [`${quarter}/${supplier}`, firstDayOf(quarter), supplier, 'MAIN', product, String(quantity), cost]
    })
  return [['key', 'date', 'supplier', 'warehouse', 'item', 'quantity', 'price'], ...rows]
}

const orderTable = (data: Northwind): Table => [
  [
    'key',
    'date',
    'customer',
    'warehouse',
    'salesperson',
    'customerOrder',
    'promisedOn',
    'item',
    'quantity',
    'price',
    'discount',
  ],
  ...data.orders.flatMap((order) =>
    order.lines.map((line) => [
      order.id,
      order.orderedOn,
      order.customer,
      'MAIN',
      order.employee,
      order.id,
      order.requiredOn,
      line.product,
      line.quantity,
      line.price,
      line.discount,
    ]),
  ),
]

const json = (value: unknown) => JSON.parse(JSON.stringify(value)) as JsonObject

const grow = async (
  work: Work,
  from: AnyDocument,
  id: string,
  to: AnyDocument,
  more: JsonObject,
): Promise<LoadedRecord> => {
  const { draft } = await convertDocument(work, from, id, to.name)
  return actOn(work, to, await createDocument(work, to, { ...json(draft), ...more }), 'post', {})
}

const openOf = (work: Work, document: string) =>
  work.tx.rows<{ id: string; kind: string; open: string }>(
    `select id, kind, open from party_item where company_id = $1 and document_id = $2 and open <> 0 order by id`,
    [work.company, document],
  )

/** One thing that happens to an order or a receipt, on its day. */
interface Happening {
  readonly day: CalendarDate
  readonly run: (work: Work) => Promise<void>
}

const collect = async (work: Work, customer: Json, document: string, date: CalendarDate): Promise<void> => {
  const items = await openOf(work, document)
  if (items.length === 0) return
  const amount = sum(items.map((one) => one.open)).toString()
  const settlements = items.map((one) => ({ openItem: one.id, kind: one.kind, amount: one.open }))
  const input = { date, customer, lines: [{ cashAccount: 'BANK', amount }], settlements }
  await actOn(work, collection, await createDocument(work, collection, input), 'post', {})
}

interface OrderRow {
  readonly id: string
  readonly customer: string
  readonly customer_order: string
}

const ordersToHappen = async (work: Work, data: Northwind): Promise<Happening[]> => {
  const rows = await work.tx.rows<OrderRow>(
    `select id, customer, customer_order from sales_order where company_id = $1 and state = 'posted'`,
    [work.company],
  )
  const byNumber = new Map(rows.map((row) => [row.customer_order, row]))
  return data.orders.flatMap((order) => {
    const row = byNumber.get(order.id)
    if (row === undefined) throw new Error(`order ${order.id} was not posted`)
    const day = deliveredOn(order)
    const delivered: { id?: string } = {}
    return [
      {
        day,
        run: async (again) => {
          const delivery = await grow(again, salesOrder, row.id, salesDelivery, { date: day })
          delivered.id = String(delivery.header['id'])
          await grow(again, salesDelivery, delivered.id, salesInvoice, { date: day, invoiceNumber: order.id })
        },
      },
      {
        day: addDays(day, 30),
        run: (again) => collect(again, row.customer, delivered.id ?? '', addDays(day, 30)),
      },
    ]
  })
}

const invoicesToHappen = async (work: Work): Promise<Happening[]> => {
  const rows = await work.tx.rows<{ id: string; date: CalendarDate }>(
    `select id, date from purchase_receipt where company_id = $1 and state = 'posted' order by date, id`,
    [work.company],
  )
  return rows.map(({ id, date }) => ({
    day: date,
    run: async (again) => {
      await grow(again, purchaseReceipt, id, purchaseInvoice, { date })
    },
  }))
}

/** What came in, and what became of it. */
export interface NorthwindOutcome {
  readonly orders: number
  readonly lines: number
  readonly documents: number
}

export interface NorthwindOptions {
  readonly log?: (line: string) => void
  /** Done in the transaction that creates the company: entering it into the directory. */
  readonly entered?: (work: Work) => Promise<void>
  /** Lets the database look at what has come; a fresh one plans badly until it has. */
  readonly analyze?: () => Promise<unknown>
}

/**
 * Makes a company of the Northwind data: master data, receipts and orders by the product's import; each order delivered,
 * invoiced and collected by posting through the product, in the order of the days.
 */
export const importNorthwind = async (
  source: Omit<WorkSource, 'clock' | 'committed'>,
  company: Id<'company'>,
  data: Northwind,
  options: NorthwindOptions = {},
): Promise<NorthwindOutcome> => {
  const { log = () => {}, analyze = async () => {} } = options
  const clock = movableClock(calendarDate('1996-07-01'))
  const acting = { company, actor: { id: 'northwind', name: 'Northwind', may: () => true } }
  const inIt = <T>(step: (work: Work) => Promise<T>) => inWork({ ...source, clock, committed: () => {} }, acting, step)
  await inIt(async (work) => {
    const settings = { currency: 'USD', priceIncludesTax: false, startMonth: '1996-07' }
    await createCompany(work, { code: `NW${company.slice(-4)}`, name: 'Northwind Traders', settings })
    await options.entered?.(work)
  })
  await inIt((work) => importMasterData(work, data))
  log(
    `${data.products.length} items, ${data.parties.length} customers and suppliers, ${data.employees.length} employees`,
  )
  const receipts = await inIt((work) => importTable(work, purchaseReceipt, receiptTable(data), true))
  const orders = await inIt((work) => importTable(work, salesOrder, orderTable(data), true))
  log(`${receipts.created} receipts and ${orders.created} orders of ${orders.rows} lines imported and posted`)
  const happenings = await inIt(async (work) => [
    ...(await invoicesToHappen(work)),
    ...(await ordersToHappen(work, data)),
  ])
  const inTurn = happenings.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  const together = 60
  for (let at = 0; at < inTurn.length; at += together) {
    if (at === 0 || at === together * 4) await analyze()
    await inIt(async (work) => {
      for (const { day, run } of inTurn.slice(at, at + together)) {
        clock.moveTo(day)
        await run(work)
      }
    })
  }
  await inIt((work) => importTable(work, item, itemTable(data, true)))
  return {
    orders: orders.created,
    lines: orders.rows,
    documents: receipts.created * 2 + orders.created * 4,
  }
}
