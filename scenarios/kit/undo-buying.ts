import {
  incomingInspection,
  inputVatCertification,
  landedCost,
  purchaseAllowance,
  purchaseExchange,
  purchaseInvoice,
  purchaseOrder,
  purchaseReceipt,
  purchaseReturn,
} from '../../src/domains/purchasing/index.ts'
import type { UndoCase } from './undo-case.ts'
import { goods, line, dearer } from './undo-stage.ts'

export const buyingCases: readonly UndoCase[] = [
  {
    definition: purchaseOrder,
    input: () => ({ date: '2026-01-10', supplier: 'S1', ...goods, lines: line('11', '11.3') }),
    change: dearer,
  },
  {
    definition: purchaseReceipt,
    input: () => ({ date: '2026-01-02', supplier: 'S1', ...goods, lines: line('11', '11.3') }),
    change: dearer,
  },
  {
    definition: purchaseReturn,
    from: ({ receipt }) => ({ definition: purchaseReceipt, record: receipt }),
    input: () => ({ date: '2026-01-10' }),
    change: { quantity: '7' },
  },
  {
    definition: purchaseInvoice,
    from: ({ receipt }) => ({ definition: purchaseReceipt, record: receipt }),
    input: () => ({ date: '2026-01-10' }),
    change: { quantity: '17', price: '14.04' },
  },
  {
    definition: incomingInspection,
    from: ({ unchecked }) => ({ definition: purchaseReceipt, record: unchecked }),
    input: () => ({ date: '2026-01-10' }),
    change: { accepted: '7' },
  },
  {
    definition: purchaseExchange,
    from: ({ receipt }) => ({ definition: purchaseReceipt, record: receipt }),
    input: () => ({ date: '2026-01-10' }),
    change: { quantity: '7' },
  },
  {
    definition: purchaseAllowance,
    input: ({ bill }) => ({
      date: '2026-01-10',
      supplier: 'S1',
      lines: [
        {
          item: 'A',
          gross: '22.6',
          source: {
            type: 'purchaseInvoice',
            document: String(bill.header['id']),
            line: String(bill.tables['lines']?.[0]?.['id']),
          },
        },
      ],
    }),
    change: { gross: '33.33' },
  },
  {
    definition: landedCost,
    from: ({ receipt }) => ({ definition: purchaseReceipt, record: receipt }),
    input: () => ({ date: '2026-01-10', supplier: 'S1', charges: [{ summary: '运费', gross: '10.9', taxRate: '9' }] }),
    table: 'charges',
    change: { gross: '33.33' },
  },
  {
    definition: inputVatCertification,
    from: ({ bill }) => ({ definition: purchaseInvoice, record: bill }),
    input: () => ({ date: '2026-01-31' }),
    change: { pendingTax: '3.33' },
  },
]
