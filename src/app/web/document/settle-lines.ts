import { decimal, sum, zero } from '../../../base/decimal.ts'
import type { AnyDocument } from '../../../kernel/definition/record.ts'
import type { FieldValue } from '../../../ui/field/field.ts'
import { emptyLine, isBlankLine, type Draft, type DraftLine } from './draft-state.ts'
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
): { readonly name: string; readonly kinds: Readonly<Record<string, string>> } | null {
  const found = Object.entries(definition.tables).find(([, table]) => table.fields['openItem'] !== undefined)
  if (found === undefined) return null
  const options = found[1].fields['kind']?.options ?? {}
  const kinds = Object.fromEntries(Object.entries(options).filter(([key]) => settledKinds[side].includes(key)))
  return { name: found[0], kinds }
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

/** The draft with the chosen items in place of what was settled before. Where no money stood, it becomes what they add up to. */
export function withSettled(
  draft: Draft,
  table: string,
  settled: readonly Settled[],
  kinds: Readonly<Record<string, string>>,
): Draft {
  const keyOf = new Map(Object.entries(kinds).map(([key, label]) => [label, key]))
  const lines = settled.map(({ item, amount }): DraftLine => {
    const typed: Record<string, FieldValue> = {
      openItem: { id: item.id, name: item.documentNumber },
      kind: keyOf.get(item.kind) ?? null,
      documentNumber: item.documentNumber,
      openAmount: item.open,
      amount,
    }
    return { ...emptyLine(), typed }
  })
  const tables = { ...draft.tables, [table]: lines }
  if (table === 'lines' || moneyIn(draft) !== null) return { ...draft, tables }
  const cash = draft.tables['lines'] ?? []
  const first = cash.find((line) => isBlankLine(line) || line.typed['amount'] === undefined) ?? emptyLine()
  const total = sum(settled.map((one) => one.amount)).toString()
  const filled = { ...first, typed: { ...first.typed, amount: total } }
  const others = cash.filter((line) => line.key !== first.key)
  return { ...draft, tables: { ...tables, lines: [filled, ...others] } }
}
