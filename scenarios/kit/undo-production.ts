import { openingStock } from '../../src/domains/inventory/index.ts'
import {
  bom,
  materialIssue,
  materialReturn,
  productionReceipt,
  workOrder,
  workshop,
} from '../../src/domains/production/index.ts'
import type { LoadedRecord } from '../../src/kernel/documents/load.ts'
import { item } from '../../src/ledgers/dimensions/item.ts'
import type { Books } from '../../src/ledgers/testing/books.ts'
import type { UndoCase } from './undo-case.ts'

/** An order under way, and what was issued for it. */
export interface MakingStage {
  readonly order: LoadedRecord
  readonly issue: LoadedRecord
}

export const setMaking = async (books: Books): Promise<MakingStage> => {
  for (const code of ['RAW', 'MADE']) await books.entity(item, { code, name: code, unit: 'PCS', taxRate: 'VAT13' })
  await books.post(openingStock, {
    date: '2026-01-01',
    warehouse: 'MAIN',
    lines: [{ item: 'RAW', quantity: '100', amount: '333.33' }],
  })
  await books.entity(workshop, {
    code: 'W1',
    name: '车间',
    warehouse: 'MAIN',
    finishedWarehouse: 'MAIN',
    labourRate: '10',
  })
  await books.entity(bom, {
    code: 'M1',
    name: 'MADE',
    item: 'MADE',
    validFrom: '2026-01-01',
    labourHours: '1',
    components: [{ component: 'RAW', quantity: '2' }],
  })
  const order = await books.post(workOrder, { date: '2026-01-05', item: 'MADE', quantity: '10', workshop: 'W1' })
  return {
    order,
    issue: await books.push(workOrder, order, materialIssue, { date: '2026-01-06', lines: someOf(order) }),
  }
}

const someOf = (order: LoadedRecord) => [
  {
    item: 'RAW',
    quantity: '12',
    source: {
      type: 'workOrder',
      document: String(order.header['id']),
      line: String(order.tables['components']?.[0]?.['id']),
    },
  },
]

export const makingCases: readonly UndoCase[] = [
  {
    definition: workOrder,
    input: () => ({ date: '2026-01-10', item: 'MADE', quantity: '5', workshop: 'W1' }),
  },
  {
    definition: materialIssue,
    from: ({ making }) => ({ definition: workOrder, record: making.order }),
    input: () => ({ date: '2026-01-10' }),
    change: { quantity: '5' },
  },
  {
    definition: materialReturn,
    from: ({ making }) => ({ definition: materialIssue, record: making.issue }),
    input: () => ({ date: '2026-01-10' }),
    change: { quantity: '3' },
  },
  {
    definition: productionReceipt,
    from: ({ making }) => ({ definition: workOrder, record: making.order }),
    input: () => ({ date: '2026-01-10' }),
    change: { quantity: '4' },
  },
]
