import { decimal, sum, zero } from '../../../base/decimal.ts'
import type { AnyDocument } from '../../../kernel/definition/record.ts'
import { isReference, type FieldValue, type Reference } from '../../../ui/field/field.ts'
import { emptyLine, isBlankLine, type Draft, type DraftLine } from './draft-state.ts'
import type { Values } from './draft-values.ts'
import type { Settled } from './open-items.ts'
import type { Side } from './rail-data.ts'

const settledKinds: Readonly<Record<Side, readonly string[]>> = {
  sale: ['receivable', 'otherReceivable'],
  purchase: ['payable', 'otherPayable'],
}

/** The table of a document that settles open items, with the kinds that it settles. */
export function settleTable(
  definition: AnyDocument,
  side: Side,
): { readonly name: string; readonly kinds: Readonly<Record<string, string>>; readonly side: Side | 'both' } | null {
  const found = Object.entries(definition.tables).find(([, table]) => table.fields['openItem'] !== undefined)
  if (found === undefined) return null
  const options = found[1].fields['kind']?.options ?? {}
  // Where each line names its party, items of both sides are set off one against another.
  if (found[1].fields['party'] !== undefined) return { name: found[0], kinds: options, side: 'both' }
  const kinds = Object.fromEntries(Object.entries(options).filter(([key]) => settledKinds[side].includes(key)))
  return { name: found[0], kinds, side }
}

const amountIn = (line: DraftLine): string => {
  const { amount } = line.typed
  return typeof amount === 'string' && amount !== '' ? amount : '0'
}

/** The money on the document that can settle: its cash lines and what is rounded off; null while there is none. */
export function moneyIn(draft: Draft): string | null {
  const { roundedOff } = draft.header
  const cash = sum((draft.tables['lines'] ?? []).map(amountIn))
  const whole = typeof roundedOff === 'string' && roundedOff !== '' ? cash.plus(decimal(roundedOff)) : cash
  return whole.gt(zero) ? whole.toString() : null
}

/** The currency of the money on the document; undefined while no account says which. */
export function paidIn(draft: Draft, header: Values): string | undefined {
  const isChosen = (draft.tables['lines'] ?? []).some((line) => isReference(line.typed['cashAccount']))
  const { currency } = header
  return isChosen && typeof currency === 'string' && currency !== '' ? currency : undefined
}

/** Whether a line settles an item of another party; those stay when one party's items are chosen again. */
const isOfOther = (line: DraftLine, party: Reference): boolean => {
  const { party: named, openItem } = line.typed
  return isReference(named) && named.id !== party.id && isReference(openItem)
}

/** The draft with the chosen items in place of what was settled before. Where no money stood, it becomes what they add up to. */
export function withSettled(
  draft: Draft,
  table: string,
  settled: readonly Settled[],
  kinds: Readonly<Record<string, string>>,
  party?: Reference,
): Draft {
  const keyOf = new Map(Object.entries(kinds).map(([key, label]) => [label, key]))
  const lines = settled.map(({ item, amount }): DraftLine => {
    const typed: Record<string, FieldValue> = {
      openItem: { id: item.id, name: item.documentNumber },
      ...(party === undefined ? {} : { party }),
      kind: keyOf.get(item.kind) ?? null,
      documentNumber: item.documentNumber,
      openAmount: item.open,
      amount,
    }
    return { ...emptyLine(), typed }
  })
  const kept = party === undefined ? [] : (draft.tables[table] ?? []).filter((line) => isOfOther(line, party))
  const tables = { ...draft.tables, [table]: [...kept, ...lines] }
  if (table === 'lines' || moneyIn(draft) !== null) return { ...draft, tables }
  const cash = draft.tables['lines'] ?? []
  const first = cash.find((line) => isBlankLine(line) || line.typed['amount'] === undefined) ?? emptyLine()
  const total = sum(settled.map((one) => one.amount)).toString()
  const filled = { ...first, typed: { ...first.typed, amount: total } }
  const others = cash.filter((line) => line.key !== first.key)
  return { ...draft, tables: { ...tables, lines: [filled, ...others] } }
}
