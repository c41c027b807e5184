import {
  bom,
  materialIssue,
  operationReport,
  productionReceipt,
  settleProductionCost,
  workOrder,
  workshop,
} from '../../src/domains/production/index.ts'
import { purchaseReceipt } from '../../src/domains/purchasing/index.ts'
import type { JsonObject } from '../../src/kernel/documents/draft.ts'
import type { LoadedRecord } from '../../src/kernel/documents/load.ts'
import { department } from '../../src/ledgers/dimensions/people.ts'
import { item } from '../../src/ledgers/dimensions/item.ts'
import { runProcess } from './run.ts'
import { openTrade } from './trade.ts'
import type { Trade } from './trade.ts'

/** A company that makes things: its workshops, materials and bills of materials. */
export interface Factory extends Trade {
  readonly buy: (of: string, quantity: string, price: string, date?: string) => Promise<LoadedRecord>
  readonly order: (of: string, quantity: string, date: string, more?: JsonObject) => Promise<LoadedRecord>
  /** Everything that is still to be issued leaves for the order. */
  readonly issue: (order: LoadedRecord, date: string) => Promise<LoadedRecord>
  /** So many are finished; what the order says comes out beside them is left out. */
  readonly finish: (order: LoadedRecord, date: string, quantity: string, more?: JsonObject) => Promise<LoadedRecord>
  readonly work: (
    date: string,
    ...hours: readonly (readonly [order: LoadedRecord, hours: string, machine?: string])[]
  ) => Promise<LoadedRecord>
  readonly settle: (period: string) => Promise<void>
  readonly bill: (
    code: string,
    of: string,
    parts: Readonly<Record<string, string>>,
    more?: JsonObject,
  ) => Promise<LoadedRecord>
}

export const openFactory = async (
  settings: JsonObject = {},
  shop: JsonObject = {},
  goods: readonly string[] = ['LEG', 'SEAT', 'CHAIR', 'TABLE'],
): Promise<Factory> => {
  const trade = await openTrade(settings)
  const { books } = trade
  await books.entity(department, { code: 'D1', name: '一车间' })
  for (const code of goods) await books.entity(item, { code, name: `商品${code}`, unit: 'PCS', taxRate: 'VAT13' })
  await books.entity(workshop, {
    code: 'W1',
    name: '一车间',
    department: 'D1',
    warehouse: 'MAIN',
    finishedWarehouse: 'MAIN',
    ...shop,
  })
  return {
    ...trade,
    buy: (of, quantity, price, date = '2026-01-02') =>
      books.post(purchaseReceipt, {
        date,
        supplier: 'S1',
        warehouse: 'MAIN',
        priceIncludesTax: false,
        lines: [{ item: of, quantity, price }],
      }),
    order: (of, quantity, date, more = {}) =>
      books.post(workOrder, { date, item: of, quantity, workshop: 'W1', ...more }),
    issue: (order, date) => books.push(workOrder, order, materialIssue, { date }),
    finish: (order, date, quantity, more = {}) => {
      const [line] = order.tables['lines'] ?? []
      return books.post(productionReceipt, {
        date,
        workOrder: String(order.header['number']),
        warehouse: 'MAIN',
        lines: [
          {
            item: String(order.header['item']),
            kind: 'product',
            quantity,
            unitCost: String(line?.['unitCost']),
            source: { type: 'workOrder', document: String(order.header['id']), line: String(line?.['id']) },
            ...more,
          },
        ],
      })
    },
    work: (date, ...hours) =>
      books.post(operationReport, {
        date,
        workshop: 'W1',
        lines: hours.map(([order, worked, machineHours = null]) => ({
          workOrder: String(order.header['number']),
          hours: worked,
          machineHours,
        })),
      }),
    settle: async (period) => {
      await runProcess(books, settleProductionCost, { period })
    },
    bill: (code, of, parts, more = {}) =>
      books.entity(bom, {
        code,
        name: `${of} 的物料清单`,
        item: of,
        validFrom: '2026-01-01',
        components: Object.entries(parts).map(([component, quantity]) => ({ component, quantity })),
        ...more,
      }),
  }
}
