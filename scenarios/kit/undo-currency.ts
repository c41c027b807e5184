import { collection } from '../../src/domains/money/index.ts'
import { purchaseInvoice, purchaseReceipt } from '../../src/domains/purchasing/index.ts'
import { salesDelivery, salesInvoice, salesReturn } from '../../src/domains/sales/index.ts'
import type { LoadedRecord } from '../../src/kernel/documents/load.ts'
import { currency } from '../../src/ledgers/dimensions/currency.ts'
import { party } from '../../src/ledgers/dimensions/party.ts'
import { cashAccount } from '../../src/ledgers/dimensions/place.ts'
import type { UndoCase } from './undo-case.ts'
import type { Trade } from './trade.ts'

/** What documents in dollars go on from. */
export interface CurrencyStage {
  readonly received: LoadedRecord
  readonly delivered: LoadedRecord
  /** What another delivery is owed. */
  readonly due: string
}

const dollars = (quantity: string, currencyPrice: string) => [{ item: 'A', quantity, currencyPrice }]

/** Sets up trade in dollars, at a rate that turns no amount evenly. */
export const setCurrency = async ({ books, itemsOf }: Trade): Promise<CurrencyStage> => {
  await books.entity(currency, { code: 'USD', name: '美元', rates: [{ date: '2026-01-01', rate: '7.1337' }] })
  await books.entity(cashAccount, { code: 'USD', name: '美元户', kind: 'bank', currency: 'USD' })
  await books.entity(party, { code: 'US', name: 'Acme Inc.', isCustomer: true, isSupplier: true, currency: 'USD' })
  const received = await books.post(purchaseReceipt, {
    date: '2026-01-03',
    supplier: 'US',
    warehouse: 'MAIN',
    lines: dollars('7', '2.37'),
  })
  const sold = { date: '2026-01-06', customer: 'US', warehouse: 'MAIN' }
  const delivered = await books.post(salesDelivery, { ...sold, lines: dollars('3', '11.11') })
  const [due = ''] = await itemsOf(await books.post(salesDelivery, { ...sold, lines: dollars('2', '9.99') }))
  return { received, delivered, due }
}

/** Trade documents in dollars. */
export const currencyCases: readonly UndoCase[] = [
  {
    definition: salesDelivery,
    input: () => ({
      date: '2026-01-10',
      customer: 'US',
      warehouse: 'MAIN',
      lines: [...dollars('2', '10.01'), ...dollars('1', '3.33')],
    }),
    change: { currencyPrice: '8.07' },
  },
  {
    definition: salesInvoice,
    from: ({ foreign }) => ({ definition: salesDelivery, record: foreign.delivered }),
    input: () => ({ date: '2026-01-11', rate: '7.2' }),
    change: { currencyPrice: '12.34' },
  },
  {
    definition: salesReturn,
    from: ({ foreign }) => ({ definition: salesDelivery, record: foreign.delivered }),
    input: () => ({ date: '2026-01-11' }),
    change: { quantity: '1' },
  },
  {
    definition: purchaseInvoice,
    from: ({ foreign }) => ({ definition: purchaseReceipt, record: foreign.received }),
    input: () => ({ date: '2026-01-11', rate: '7.2' }),
    change: { currencyPrice: '2.5' },
  },
  {
    definition: collection,
    input: ({ foreign }) => ({
      date: '2026-01-12',
      customer: 'US',
      rate: '7.2',
      lines: [{ cashAccount: 'USD', amount: '15' }],
      settlements: [{ openItem: foreign.due, amount: '10' }],
    }),
    change: { amount: '18' },
  },
]
