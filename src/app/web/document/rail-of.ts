import { decimal } from '../../../base/decimal.ts'
import type { May } from '../../../kernel/access/rights.ts'
import type { AnyDocument } from '../../../kernel/definition/record.ts'
import { isReference, type FieldValue, type Reference } from '../../../ui/field/field.ts'
import type { Line } from '../../../ui/lines/line.ts'
import type { JsonRow } from '../../../ui/derive/values.ts'
import type { DocumentAnswer } from './document-answer.ts'
import type { DocumentRailProps, MarginLine, RailItem, RailParty } from './document-rail.tsx'
import type { DerivedLine, DraftLine } from './draft-state.ts'
import type { Values } from './draft-values.ts'
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

/** Documents that lower what is owed: money, and goods that go back. */
const lowering = new Set(['collection', 'payment', 'salesReturn', 'purchaseReturn'])

const negated = (amount: string): string => decimal(amount).neg().toString()

/** Whether the document earns a margin that is worth showing. */
export const earnsMargin = (traits: Traits): boolean =>
  traits.side === 'sale' && traits.party !== null && !traits.isReturn

export type RailAsked = {
  readonly definition: AnyDocument
  readonly traits: Traits
  readonly header: Values
  readonly party: Reference | null
  readonly partyRow: JsonRow | undefined
  /** The item highlighted in an open picker, or else the line under the cursor. */
  readonly looked: Reference | Line | null
  readonly margin: DocumentRailProps['margin']
  readonly answer: DocumentAnswer | null
  readonly may: May
}

/** The item that is looked at: a picker's row tells stock, so it is one of items. */
function itemLooked(looked: Reference | Line | null): RailItem | null {
  if (looked === null) return null
  if ('id' in looked) return looked.details?.['stock'] === undefined ? null : itemOf(looked)
  const { item } = looked.values
  return isReference(item) ? itemOf(item) : null
}

/** Where a price is from, in words, with the number of what says so. */
function sourceOf(definition: AnyDocument, values: Line['values']): string | null {
  const source = text(values['priceSource'])
  if (source === null) return null
  const label = definition.tables['lines']?.fields['priceSource']?.options?.[source] ?? source
  return [label, text(values['priceNumber'])].filter((part) => part !== null).join(' ')
}

/** Where the price of the line came from; nothing while a picker is open. */
function pricingOf(definition: AnyDocument, looked: Reference | Line | null): DocumentRailProps['pricing'] {
  if (looked === null || 'id' in looked) return { source: null, promotion: null, promise: null }
  return {
    source: sourceOf(definition, looked.values),
    promotion: text(looked.values['promotion']),
    promise: text(looked.values['promiseNote']),
  }
}

/** What the rail shows for where the cursor is. */
export function railOf(asked: RailAsked): Omit<DocumentRailProps, 'children'> {
  const { definition, traits, header, party, partyRow, looked, margin, answer, may } = asked
  const due = dueField(definition, may)
  const amount = (due === undefined ? null : text(header[due])) ?? '0'
  return {
    party: partyOf(party, partyRow),
    item: itemLooked(looked),
    pricing: pricingOf(definition, looked),
    side: traits.side,
    taking: lowering.has(definition.name) ? negated(amount) : amount,
    posted: answer !== null && answer.state !== 'draft' && answer.state !== 'submitted',
    margin,
  }
}
