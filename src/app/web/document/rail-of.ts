import type { AnyDocument } from '../../../kernel/definition/record.ts'
import { isReference, type FieldValue, type Reference } from '../../../ui/field/field.ts'
import type { Line } from '../../../ui/lines/line.ts'
import type { JsonRow } from '../../../ui/derive/values.ts'
import type { DocumentAnswer } from './document-answer.ts'
import { marginOf, type DocumentRailProps, type MarginLine, type RailItem, type RailParty } from './document-rail.tsx'
import type { DerivedLine, DraftLine } from './draft-state.ts'
import type { Values } from './draft-values.ts'
import type { StockRow } from './rail-data.ts'
import { dueField } from './sheet-foot.tsx'
import type { Traits } from './traits.ts'

const text = (value: FieldValue | undefined): string | null =>
  typeof value === 'string' && value !== '' ? value : null

function partyOf(reference: Reference | null, row: JsonRow | undefined): RailParty | null {
  if (reference === null) return null
  const limit = row?.['creditLimit']
  const days = row?.['paymentDays']
  return {
    id: reference.id,
    creditLimit: typeof limit === 'string' ? limit : null,
    paymentDays: typeof days === 'number' ? days : null,
  }
}

const itemOf = (reference: Reference): RailItem => ({
  id: reference.id,
  code: reference.code ?? '',
  name: reference.name,
})

/** The lines whose margin is looked at. */
export function marginLines(lines: readonly (DerivedLine | DraftLine)[]): readonly MarginLine[] {
  return lines.flatMap((line) => {
    const values = 'values' in line ? line.values : line.typed
    const { item } = values
    return isReference(item) ? [{ item: item.id, net: text(values['net']), base: text(values['baseQuantity']) }] : []
  })
}

export type RailAsked = {
  readonly definition: AnyDocument
  readonly traits: Traits
  readonly header: Values
  readonly party: Reference | null
  readonly lines: readonly (DerivedLine | DraftLine)[]
  readonly stock: ReadonlyMap<string, StockRow>
  readonly partyRow: JsonRow | undefined
  /** The item highlighted in an open picker, before that of the line under the cursor. */
  readonly highlight: Reference | null
  readonly cursor: Line | null
  readonly seesCost: boolean
  readonly answer: DocumentAnswer | null
}

/** What the rail shows for where the cursor is. */
export function railOf(asked: RailAsked): Omit<DocumentRailProps, 'children'> {
  const { definition, traits, header, party, cursor, highlight } = asked
  const ofCursor = cursor?.values['item']
  const item = highlight?.code !== undefined && highlight.details?.['stock'] !== undefined ? highlight : ofCursor
  const due = dueField(definition)
  const posted = asked.answer !== null && asked.answer.state !== 'draft' && asked.answer.state !== 'submitted'
  const earns = traits.side === 'sale' && traits.party !== null && asked.seesCost && !traits.isReturn
  return {
    party: partyOf(party, asked.partyRow),
    item: isReference(item) ? itemOf(item) : null,
    side: traits.side,
    taking: (due === undefined ? null : text(header[due])) ?? '0',
    posted,
    margin: earns ? marginOf(asked.lines.length === 0 ? [] : marginLines(asked.lines), asked.stock) : undefined,
  }
}
