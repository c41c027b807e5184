import type { Json } from '../../src/base/json.ts'
import { newId } from '../../src/base/id.ts'
import { otherReceipt, recordCounts, startStockCount, stockReason } from '../../src/domains/inventory/index.ts'
import { purchaseReceipt } from '../../src/domains/purchasing/index.ts'
import { salesDelivery } from '../../src/domains/sales/index.ts'
import { item, itemCategory } from '../../src/ledgers/dimensions/item.ts'
import { employee } from '../../src/ledgers/dimensions/people.ts'
import { makeCall } from './call.ts'
import type { Person } from './call.ts'
import { runProcess } from './run.ts'
import { openTrade } from './trade.ts'
import type { Trade } from './trade.ts'

export const minute = 60_000
export const zhang: Person = { name: '张三' }
export const li: Person = { name: '李四' }

export interface Shelf {
  readonly trade: Trade
  readonly ids: Readonly<Record<string, string>>
}

/** 100 pens at 10, 50 cups at 4 and 20 books at 25 on the shelves; books are bought from another supplier. */
export const shelves = async (): Promise<Shelf> => {
  const trade = await openTrade()
  const { books } = trade
  await books.entity(itemCategory, { code: 'OFFICE', name: '办公' })
  await books.entity(itemCategory, { code: 'PAPER', name: '纸品', parent: 'OFFICE' })
  await books.entity(employee, { code: 'E1', name: '张三' })
  await books.entity(employee, { code: 'E2', name: '李四' })
  const made = [
    await books.entity(item, { code: 'PEN', name: '笔', unit: 'PCS', category: 'OFFICE', barcode: '6901' }),
    await books.entity(item, { code: 'CUP', name: '杯', unit: 'PCS' }),
    await books.entity(item, { code: 'BOOK', name: '本', unit: 'PCS', category: 'PAPER' }),
  ]
  await books.entity(stockReason, { code: 'FOUND', name: '其他入库', direction: 'in', role: 'nonOperatingIncome' })
  const receive = (lines: readonly Json[]) =>
    books.post(otherReceipt, { date: '2026-01-02', warehouse: 'MAIN', reason: 'FOUND', lines: [...lines] })
  await receive([
    { item: 'PEN', quantity: '100', unitCost: '10' },
    { item: 'CUP', quantity: '50', unitCost: '4' },
  ])
  await books.post(purchaseReceipt, {
    date: '2026-01-03',
    supplier: 'S1',
    warehouse: 'MAIN',
    lines: [{ item: 'BOOK', quantity: '20', price: '25', taxRate: null }],
  })
  books.clock.moveTo(new Date('2026-01-05T01:00:00Z'))
  return { trade, ids: Object.fromEntries(made.map(({ header }) => [String(header['code']), String(header['id'])])) }
}

export const start = async ({ trade }: Shelf, asked: Readonly<Record<string, Json>> = {}): Promise<string> => {
  const answer = await runProcess(trade.books, startStockCount, { warehouse: 'MAIN', ...asked })
  return String(Object(answer).number)
}

export const scan = (
  { trade, ids }: Shelf,
  count: string,
  goods: Readonly<Record<string, string>>,
  person: Person,
  more: Readonly<Record<string, Json>> = {},
) =>
  makeCall(
    trade.books,
    recordCounts,
    {
      count,
      entries: Object.entries(goods).map(([code, quantity]) => ({
        id: newId(),
        item: ids[code] ?? '',
        quantity,
        ...more,
      })),
    },
    person,
  )

export const deliver = (trade: Trade, code: string, quantity: string) =>
  trade.books.post(salesDelivery, {
    date: '2026-01-05',
    customer: 'C1',
    warehouse: 'MAIN',
    lines: [{ item: code, quantity, price: '50' }],
  })

/** The lines of the sheet as `code book moved counted difference`. */
export const told = async ({ trade: { books } }: Shelf, count: string): Promise<string[]> => {
  const rows = await books.rows<Record<string, string | null>>(
    `select i.code, l.book_quantity::float as book, l.moved_quantity::float as moved, l.counted_quantity::float as counted,
       l.difference::float as difference from stock_count_line l join stock_count c on c.company_id = $1 and c.id = l.owner_id
     join item i on i.company_id = $1 and i.id = l.item where l.company_id = $1 and c.number = $2 order by l.line_no`,
    count,
  )
  return rows.map((row) => [row['code'], row['book'], row['moved'], row['counted'], row['difference']].join(' '))
}

export const linesOf = (sheet: Json): string[] => {
  const lines: readonly Json[] = Object(sheet).lines
  return lines.map((line) => `${Object(line).code} ${String(Object(line).book)} ${String(Object(line).counted)}`)
}
