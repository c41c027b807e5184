import type { Json } from '../../../base/json.ts'
import type { JsonRow } from '../../../ui/derive/values.ts'
import { rowText } from '../catalogue/row-text.ts'

/** A card on a count, as the page works with it. */
export type CountLine = {
  readonly id: string
  readonly asset: string
  readonly code: string
  readonly name: string
  readonly location: string
  readonly bookQuantity: string
  /** Null while nobody has looked for it. */
  readonly countedQuantity: string | null
  readonly foundLocation: string
  readonly remark: string
}

const isRow = (value: Json | undefined): value is JsonRow =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const rowsIn = (value: Json | undefined): readonly JsonRow[] => (Array.isArray(value) ? value.filter(isRow) : [])

const within = (value: Json | undefined, name: string): Json | undefined => (isRow(value) ? value[name] : undefined)

/** The lines of a count as the server answers it, with the codes and names of their cards. */
export function linesOf(record: JsonRow): readonly CountLine[] {
  const cards = within(record['references'], 'assetCard')
  return rowsIn(record['lines']).map((line) => {
    const card = within(cards, rowText(line, 'asset'))
    const counted = rowText(line, 'countedQuantity')
    return {
      id: rowText(line, 'id'),
      asset: rowText(line, 'asset'),
      code: isRow(card) ? rowText(card, 'code') : '',
      name: isRow(card) ? rowText(card, 'name') : '',
      location: rowText(line, 'location'),
      bookQuantity: rowText(line, 'bookQuantity'),
      countedQuantity: counted === '' ? null : counted,
      foundLocation: rowText(line, 'foundLocation'),
      remark: rowText(line, 'remark'),
    }
  })
}

/** What is sent of the lines: what was typed, and not what follows from it. */
export function sentLines(lines: readonly CountLine[]): readonly Json[] {
  return lines.map(({ id, asset, location, bookQuantity, countedQuantity, foundLocation, remark }) => ({
    id,
    asset,
    location,
    bookQuantity,
    countedQuantity,
    foundLocation,
    remark,
  }))
}

/** The card that a tag names; a scanner may add spaces or change the case. */
export function lineOfCode(lines: readonly CountLine[], code: string): CountLine | undefined {
  const wanted = code.trim().toLowerCase()
  return lines.find((line) => line.code.toLowerCase() === wanted)
}

/** The lines with one of them found, missing, or open again. */
export function marked(
  lines: readonly CountLine[],
  id: string,
  mark: 'found' | 'missing' | 'open',
  foundLocation?: string,
): readonly CountLine[] {
  return lines.map((line) => {
    if (line.id !== id) return line
    if (mark === 'open') return { ...line, countedQuantity: null, foundLocation: '' }
    const place = foundLocation ?? line.foundLocation
    return { ...line, countedQuantity: mark === 'found' ? line.bookQuantity : '0', foundLocation: place }
  })
}

/** Those that nobody has looked for come first, in the order of the sheet. */
export function openFirst(lines: readonly CountLine[]): readonly CountLine[] {
  return lines.toSorted((one, other) => Number(one.countedQuantity !== null) - Number(other.countedQuantity !== null))
}
