import { purchaseOrder, purchaseReceipt } from '../../src/domains/purchasing/index.ts'
import { salesDelivery, salesInvoice, salesOrder } from '../../src/domains/sales/index.ts'
import type { JsonObject } from '../../src/kernel/documents/draft.ts'

const today = new Date().toISOString().slice(0, 10)

const goods = (first: number, quantity: string) => ({
  date: today,
  warehouse: 'MAIN',
  lines: [0, 1, 2, 3, 4].map((n) => ({ item: `I${(first + n) % 10}`, quantity, price: '11.30' })),
})

/** So much of every item that deliveries never wait for receipts. */
export const plenty: JsonObject = {
  supplier: 'S1',
  date: today,
  warehouse: 'MAIN',
  lines: Array.from({ length: 10 }, (_, n) => ({ item: `I${n}`, quantity: '10000000', price: '8.00' })),
}

const sold = ({ lines, ...head }: ReturnType<typeof goods>) => ({ ...head, customer: 'C1', lines })
const bought = ({ lines, ...head }: ReturnType<typeof goods>) => ({ ...head, supplier: 'S1', lines })

/** The five documents of a cycle, five lines each, over shared items. */
export const cycle = [
  { definition: salesOrder, path: '/api/sales-order', input: (n: number) => sold(goods(n, '2')) },
  { definition: salesDelivery, path: '/api/sales-delivery', input: (n: number) => sold(goods(n, '2')) },
  {
    definition: salesInvoice,
    path: '/api/sales-invoice',
    input: (n: number) => {
      const { warehouse: _none, ...invoice } = sold(goods(n, '2'))
      return invoice
    },
  },
  { definition: purchaseOrder, path: '/api/purchase-order', input: (n: number) => bought(goods(n, '2')) },
  { definition: purchaseReceipt, path: '/api/purchase-receipt', input: (n: number) => bought(goods(n, '2')) },
] as const

/** The document that a client writes as its nth; clients begin at different ones. */
export const turn = (client: number, n: number) => {
  const kind = cycle[(client + n) % cycle.length] ?? cycle[0]
  return { ...kind, body: kind.input((client * 3 + n) % 10) }
}
