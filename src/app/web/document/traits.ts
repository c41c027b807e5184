import type { Fields } from '../../../kernel/definition/field.ts'
import type { AnyDocument } from '../../../kernel/definition/record.ts'
import type { Side } from './rail-data.ts'

/** What the page knows of a trade document beyond its fields. */
export type Traits = {
  /** Which header field names the party, and on which side it stands. */
  readonly party: string | null
  readonly side: Side
  /** Which header field names the warehouse whose stock counts. */
  readonly warehouse: string | null
  /** Whether posting takes goods out of that warehouse, so that too much is worth a warning. */
  readonly takesStock: boolean
  readonly isReturn: boolean
}

const taking = new Set(['salesDelivery', 'otherIssue', 'stockTransfer', 'purchaseReturn'])
const returning = new Set(['salesReturn', 'purchaseReturn'])

const refTo = (fields: Fields, target: string): string | null =>
  Object.entries(fields).find(([, field]) => field.kind === 'ref' && field.target?.name === target)?.[0] ?? null

/** Read from the definition: a customer means a sale, the first warehouse is the one goods are in. */
export function traitsOf(definition: AnyDocument): Traits {
  const { header, name } = definition
  const party = refTo(header, 'party')
  const facet = party === null ? undefined : header[party]?.facet
  return {
    party,
    side: facet === 'customer' || name === 'otherIncome' ? 'sale' : 'purchase',
    warehouse: refTo(header, 'warehouse'),
    takesStock: taking.has(name),
    isReturn: returning.has(name),
  }
}
