import type { Fields } from '../../../kernel/definition/field.ts'
import { requestJson } from '../../../ui/api/client.ts'
import type { FieldValue } from '../../../ui/field/field.ts'
import type { Scanned, ScanTarget } from '../../../ui/lines/scan-line.ts'

type Identified = {
  readonly item: string
  readonly code: string
  readonly name: string
  readonly unit: string | null
  readonly unitName: string | null
  readonly lot: string | null
  readonly serial: string | null
  readonly tracksSerials: boolean
  readonly producedOn: string | null
  readonly expiresOn: string | null
  readonly quantity: string
}

/** Codes that fit into one question. */
const block = 150

const withFields = (fields: Fields, values: Readonly<Record<string, FieldValue>>) =>
  Object.fromEntries(Object.entries(values).filter(([name]) => fields[name] !== undefined))

const scannedOf = (fields: Fields, one: Identified): Scanned => ({
  reference: { id: one.item, code: one.code, name: one.name },
  same: withFields(fields, {
    unit: one.unit === null ? null : { id: one.unit, name: one.unitName ?? '' },
    lot: one.lot,
  }),
  fills: withFields(fields, { producedOn: one.producedOn, expiresOn: one.expiresOn }),
  quantity: one.quantity,
  serial: one.tracksSerials ? one.serial : null,
})

async function identifyCodes(fields: Fields, codes: readonly string[]): Promise<readonly (Scanned | null)[]> {
  const found: (Scanned | null)[] = []
  for (let from = 0; from < codes.length; from += block) {
    const answer = await requestJson<{ readonly scanned: readonly (Identified | null)[] }>('calls/identify', {
      query: { codes: codes.slice(from, from + block).join('\n') },
    })
    found.push(...answer.scanned.map((one) => (one === null ? null : scannedOf(fields, one))))
  }
  return found
}

/** How a scan fills the lines of a document: item, unit, lot, units and days, as far as its table has them. */
export const scanTargetOf = (fields: Fields): ScanTarget => ({
  reference: 'item',
  quantity: 'quantity',
  ...(fields['serials'] === undefined ? {} : { serials: 'serials' }),
  identify: (codes) => identifyCodes(fields, codes),
})
