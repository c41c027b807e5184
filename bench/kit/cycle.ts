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
  { definition: salesInvoice, path: '/api/sales-invoice', input: (n: number) => sold(goods(n, '2')) },
  { definition: purchaseOrder, path: '/api/purchase-order', input: (n: number) => bought(goods(n, '2')) },
  { definition: purchaseReceipt, path: '/api/purchase-receipt', input: (n: number) => bought(goods(n, '2')) },
] as const

/** A delivery as an invoice needs to know it. */
export interface Delivered {
  readonly id: string
  readonly lines: readonly string[]
}

type Write = (what: (typeof cycle)[number], body: JsonObject) => Promise<Delivered>

/** A client that writes the cycle's documents in turn; what it invoices is what it delivered last. */
export const openCycle = (write: Write) => {
  let delivered: Delivered | undefined
  return async (n: number): Promise<void> => {
    const kind = cycle[n % cycle.length] ?? cycle[0]
    const body = kind.input((n * 3) % 10)
    if (kind.definition !== salesInvoice) {
      const made = await write(kind, body)
      if (kind.definition === salesDelivery) delivered = made
      return
    }
    if (delivered === undefined) throw new Error('nothing was delivered that could be invoiced')
    const of = delivered
    const { warehouse: _none, ...head } = sold(goods(((n - 1) * 3) % 10, '2'))
    const lines = head.lines.map((line, at) => ({
      ...line,
      source: { type: salesDelivery.name, document: of.id, line: of.lines[at] ?? '' },
    }))
    await write(kind, { ...head, lines })
  }
}

/** What was delivered, from an answer over HTTP. */
export const deliveredOf = (answer: unknown): Delivered => {
  const { id, lines } = answer as { id: string; lines: readonly { id: string }[] }
  return { id, lines: lines.map((line) => line.id) }
}
