import { decimal } from '../../base/decimal.ts'
import { cents } from '../../base/money.ts'
import { incomingInvoice, landedCost, purchaseReceipt } from '../../domains/purchasing/index.ts'
import { findDocument } from '../../kernel/documents/documents.ts'
import { asDocument } from '../../kernel/documents/load.ts'
import type { LoadedRecord } from '../../kernel/documents/load.ts'
import { hands } from './shop-floor.ts'
import type { Scene, Task } from './stage.ts'

interface Waiting {
  readonly id: string
  readonly seller: string
  readonly tax_number: string | null
}

interface Named {
  readonly id: string
  readonly name: string
  readonly spec: string | null
}

/** Every fifth delivery came with a carrier's bill: it is shared out over the goods the day after. */
export const freightOf =
  (carrier: string, receipt: LoadedRecord): Task =>
  async (scene) => {
    const { header } = asDocument(purchaseReceipt, receipt)
    if (!header.number.endsWith('5')) return
    const gross = cents((header.totalNet ?? decimal(0)).times('0.02')).toString()
    const charges = [{ summary: '运费', gross, taxRate: '9' }]
    const more = { date: scene.day, supplier: carrier, charges }
    await scene.grow(hands.accountant, purchaseReceipt, receipt, landedCost, more)
  }

/** What suppliers have sent in the last days and nobody has looked at: most of it fits, a price and a quantity do not. */
export const letInvoicesCome = async (scene: Scene): Promise<void> => {
  const { work, day } = scene
  const rows = await work.tx.rows<Waiting>(
    `select r.id, p.name as seller, p.tax_number from purchase_receipt r join party p on p.company_id = $1 and p.id = r.supplier
     where r.company_id = $1 and r.state = 'posted' and exists (
       select 1 from flow_open o where o.company_id = $1 and o.source_document = r.id and o.pool = 'purchaseReceiptToInvoice' and o.drawn = 0)
     order by r.date desc, r.number desc limit 9`,
    [work.company],
  )
  for (const [index, row] of rows.entries()) {
    const { lines } = asDocument(purchaseReceipt, await findDocument(work, purchaseReceipt, row.id))
    const names = await work.tx.rows<Named>(
      `select id, name, spec from item where company_id = $1 and id = any($2::uuid[])`,
      [work.company, lines.map((line) => line.item)],
    )
    const byId = new Map(names.map((one) => [one.id, one]))
    await scene.write(hands.accountant, incomingInvoice, {
      date: day,
      sellerName: row.seller,
      sellerTaxNumber: row.tax_number,
      invoiceNumber: `26332000000${String(90_000_000 + index)}`,
      invoicedOn: day,
      lines: lines.map((line, at) => ({
        goodsName: `*日用杂品*${byId.get(line.item)?.name ?? ''}`,
        spec: byId.get(line.item)?.spec ?? null,
        quantity: (index === 3 && at === 0 ? line.quantity.plus(12) : line.quantity).toString(),
        net: cents((line.net ?? decimal(0)).times(index === 1 && at === 0 ? '1.04' : 1)).toString(),
        taxRate: (line.taxRate ?? decimal(13)).toString(),
      })),
    })
  }
}
