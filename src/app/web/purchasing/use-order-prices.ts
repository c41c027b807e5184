import { useEffect, useRef } from 'react'
import type { AnyDocument } from '../../../kernel/definition/record.ts'
import { api } from '../../../ui/api/client.ts'
import { isReference, type FieldValue } from '../../../ui/field/field.ts'
import type { LineChange } from '../../../ui/lines/line.ts'
import type { DerivedLine, DraftLine } from '../document/draft-state.ts'
import type { DraftHandle } from '../document/use-draft.ts'

type Preview = { readonly lines: readonly { readonly price?: string | null }[] }
type Wanted = { readonly key: string; readonly line: Readonly<Record<string, string | null>> }

const text = (value: FieldValue | undefined): string | null =>
  typeof value === 'string' && value !== '' ? value : null
const id = (value: FieldValue | undefined): string | null => (isReference(value) ? value.id : null)

/** Lines of goods whose price nobody typed: without one, or with the one that was put there. */
function wantedOf(
  typed: readonly DraftLine[],
  shown: readonly DerivedLine[],
  put: ReadonlyMap<string, string>,
): readonly Wanted[] {
  const byKey = new Map(shown.map((line) => [line.key, line.values]))
  return typed.flatMap((line): Wanted[] => {
    const values = byKey.get(line.key) ?? {}
    const item = id(values['item'])
    const price = text(line.typed['price'])
    const isFree = price === null && text(line.typed['net']) === null && text(line.typed['gross']) === null
    const isPut = price !== null && put.get(line.key) === price
    if (item === null || line.typed['isGift'] === true || !(isFree || isPut)) return []
    return [{ key: line.key, line: { item, unit: id(values['unit']), quantity: text(values['quantity']) } }]
  })
}

/**
 * Fills the price of an order's lines as goods, quantity and supplier are chosen: the price the server chooses when the
 * order is saved. What someone typed stays.
 */
export function useOrderPrices(definition: AnyDocument, draft: DraftHandle, editing: boolean): void {
  const put = useRef(new Map<string, string>())
  const answered = useRef('')
  const { header } = draft.derived
  const [supplier, date, priceIncludesTax] = [id(header['supplier']), text(header['date']), header['priceIncludesTax']]
  const typed = draft.draft.tables['lines']
  const shown = draft.derived.tables['lines']
  const { changeTable } = draft
  useEffect(() => {
    if (definition.name !== 'purchaseOrder' || !editing || supplier === null || typed === undefined) return undefined
    const wanted = wantedOf(typed, shown ?? [], put.current)
    const head = { supplier, date, priceIncludesTax: priceIncludesTax !== false }
    const question = JSON.stringify([head, wanted])
    if (wanted.length === 0 || question === answered.current) return undefined
    const stop = new AbortController()
    const timer = setTimeout(() => {
      const asked = { ...head, lines: wanted.map((one) => one.line) }
      void api.preview<Preview>('purchase-order', asked, stop.signal).then(({ lines }) => {
        answered.current = question
        const changes = wanted.flatMap((one, index): LineChange[] => {
          const price = lines[index]?.price ?? null
          if (price === null || put.current.get(one.key) === price) return []
          put.current.set(one.key, price)
          return [{ type: 'set', key: one.key, field: 'price', value: price }]
        })
        if (changes.length > 0) changeTable('lines', changes)
      }, leaveBlank)
    }, 250)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [definition, editing, supplier, date, priceIncludesTax, typed, shown, changeTable])
}

/** Without an answer the price stays blank; saving fills it. */
const leaveBlank = (): void => undefined
