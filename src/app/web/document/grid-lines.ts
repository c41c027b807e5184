import { useMemo, useState } from 'react'
import { isReference, type FieldValue } from '../../../ui/field/field.ts'
import type { Line } from '../../../ui/lines/line.ts'
import { t } from '../../../ui/language.ts'
import type { DerivedLine, DraftLine } from './draft-state.ts'
import type { StockRow } from './rail-data.ts'

type Made = { readonly stock: string | null; readonly line: Line }

/** A name alone says which unit; its code would only take room. Items and accounts keep theirs. */
const coded = new Set(['item', 'account', 'expenseItem', 'incomeItem', 'party'])

function shown(values: Readonly<Record<string, FieldValue>>): Record<string, FieldValue> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      isReference(value) && !coded.has(name) ? { id: value.id, name: value.name } : value,
    ]),
  )
}

function stockOf(
  values: Readonly<Record<string, FieldValue>>,
  stock: ReadonlyMap<string, StockRow> | null,
): string | null {
  const { item } = values
  if (stock === null || !isReference(item)) return null
  return stock.get(item.id)?.quantity ?? null
}

/** Makes the lines of a grid again and again; what did not change stays the same object. */
class LineMaker {
  readonly #made = new WeakMap<DerivedLine | DraftLine, Made>()

  line(from: DerivedLine | DraftLine, stock: ReadonlyMap<string, StockRow> | null): Line {
    const values = 'values' in from ? from.values : from.typed
    const quantity = stockOf(values, stock)
    const known = this.#made.get(from)
    if (known !== undefined && known.stock === quantity) return known.line
    const line = {
      key: from.key,
      values: { ...shown(values), ...(quantity === null ? {} : { stock: quantity }) },
      ...(values['isGift'] === true ? { tags: [t('lines.gift')] } : {}),
    }
    this.#made.set(from, { stock: quantity, line })
    return line
  }
}

/** The lines as the grid draws them; a line that did not change stays the same object, so its row is not drawn again. */
export function useGridLines(
  drafts: readonly DraftLine[],
  derived: readonly DerivedLine[],
  editing: boolean,
  stock: ReadonlyMap<string, StockRow> | null,
): readonly Line[] {
  const [maker] = useState(() => new LineMaker())
  return useMemo(
    () => drafts.map((draft, index) => maker.line(editing ? (derived[index] ?? draft) : draft, stock)),
    [maker, drafts, derived, editing, stock],
  )
}
