import { zero } from '../../../base/decimal.ts'
import type { Json } from '../../../base/json.ts'
import type { DocumentRecord } from '../../../kernel/definition/record.ts'
import { convertDocument } from '../../../kernel/documents/convert.ts'
import { createDocument } from '../../../kernel/documents/documents.ts'
import type { JsonObject } from '../../../kernel/documents/draft.ts'
import { defineConsequence } from '../../../kernel/documents/installed.ts'
import { link } from '../../../kernel/documents/links.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { deliverySignOff } from './delivery-sign-off.ts'
import { salesDelivery } from './sales-delivery.ts'
import { salesReturn } from './sales-return.ts'

type SignOff = DocumentRecord<typeof deliverySignOff>

const toJson = (value: unknown): JsonObject => JSON.parse(JSON.stringify(value)) as JsonObject

const sourceLine = (line: Json): string | undefined => {
  const { source } = line as { readonly source?: { readonly line?: string } | null }
  return source?.line
}

/** A draft return of what was refused of one delivery, under the terms it was delivered under. */
const returnOf = async (work: Work, signed: SignOff, delivery: string): Promise<void> => {
  const { draft } = await convertDocument(work, salesDelivery, delivery, salesReturn.name)
  const begun = toJson(draft)
  const refused = new Map(
    signed.lines.map((line) => [line.source?.line as string | undefined, line.refusedQuantity ?? zero] as const),
  )
  const lines = (begun['lines'] as readonly JsonObject[]).flatMap((line) => {
    const quantity = refused.get(sourceLine(line)) ?? zero
    if (quantity.isZero()) return []
    // Amounts belong to the whole line; of a part they are derived again.
    const { net: _net, tax: _tax, gross: _gross, ...rest } = line
    return [{ ...rest, quantity: quantity.toString() }]
  })
  if (lines.length === 0) return
  const reasons = signed.lines.flatMap((line) => (line.refusedReason === null ? [] : [line.refusedReason]))
  const reason = [`${signed.header.number} 客户拒收`, ...new Set(reasons)].join('：').slice(0, 200)
  const made = await createDocument(work, salesReturn, { ...begun, reason, lines })
  const ends = [
    { type: deliverySignOff.name, id: signed.header.id },
    { type: salesReturn.name, id: String(made.header['id']) },
  ] as const
  link(work, ends[0], ends[1], 'caused')
}

const hasReturn = async (work: Work, signed: SignOff): Promise<boolean> => {
  const rows = await work.tx.rows(
    `select 1 from document_link where company_id = $1 and source_id = $2 and relation = 'caused' limit 1`,
    [work.company, signed.header.id],
  )
  return rows.length > 0
}

/** What the customer refused comes back: a draft return waits for the goods. */
export const returnRefused = defineConsequence(deliverySignOff, async (signed, work) => {
  const refusing = signed.lines.filter((line) => line.refusedQuantity !== null && !line.refusedQuantity.isZero())
  if (refusing.length === 0 || (await hasReturn(work, signed))) return
  const deliveries = new Set(refusing.flatMap((line) => (line.source === null ? [] : [line.source.document])))
  for (const delivery of deliveries) await returnOf(work, signed, delivery)
})
