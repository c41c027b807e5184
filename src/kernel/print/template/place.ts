import { decimal, isDecimalString } from '../../../base/decimal.ts'
import { evaluateExpression } from '../../expression/evaluate.ts'
import type { Lookup } from '../../expression/evaluate.ts'
import { parseExpression } from '../../expression/parse.ts'
import { ExpressionError } from '../../expression/tokens.ts'
import { formatValue, isFigure } from './format-value.ts'
import type { BarcodeElement, FieldElement, Layout, LayoutElement, TableElement, TextElement } from './layout.ts'
import type { Mark, PlacedPage } from './marks.ts'
import { lineStep, placeText } from './place-text.ts'
import { pageTable } from './place-table.ts'
import type { PagedTable, TableWords } from './place-table.ts'
import type { PrintData, PrintValue, PrintValues } from './print-data.ts'
import { drawSymbol } from './symbols.ts'

export interface PlaceOptions {
  readonly words: TableWords
  /** 续打: so many lines stand on the paper already. */
  readonly printedLines?: number
}

/** The values by their name or their label, as conditions call them. */
const lookupIn = (values: PrintValues): Lookup => {
  const byLabel = new Map(Object.values(values).map((value) => [value.label, value]))
  return (name) => {
    const found = values[name] ?? byLabel.get(name)
    if (found === undefined) return null
    const { value, text } = found
    if (isFigure(found))
      return (typeof value === 'string' && isDecimalString(value)) || typeof value === 'number' ? decimal(value) : null
    return typeof value === 'boolean' ? value : text
  }
}

const holds = (when: string, values: PrintValues): boolean => {
  if (when === '') return true
  try {
    return evaluateExpression(parseExpression(when), lookupIn(values)) === true
  } catch (error) {
    // A condition that is being written holds of nothing yet.
    if (error instanceof ExpressionError) return false
    throw error
  }
}

const counted = (label: string, figure: number): PrintValue => ({
  label,
  kind: 'integer',
  text: String(figure),
  value: figure,
})

const braces = /\{([\p{L}\p{N}_.]+)\}/gu

/** The words with their values; null where they have some and none of them may be seen. */
export const filledText = (text: string, values: PrintValues): string | null => {
  const names = [...text.matchAll(braces)].map(([, name]) => name ?? '')
  if (names.length > 0 && names.every((name) => values[name] === undefined)) return null
  return text.replaceAll(braces, (_all, name: string) => values[name]?.text ?? '')
}

const textMarks = (element: TextElement, values: PrintValues): Mark[] =>
  placeText(filledText(element.text, values) ?? '', element, element)

const fieldMarks = (element: FieldElement, values: PrintValues): Mark[] => {
  const value = values[element.path]
  if (value === undefined) return []
  const text = formatValue(value, element.format)
  return placeText(`${element.label}${text}`, element, element, { red: isFigure(value) && text.startsWith('-') })
}

const readableSize = 8

const barcodeMarks = (element: BarcodeElement, values: PrintValues): Mark[] => {
  const text = filledText(element.text, values)
  const drawn = text === null ? null : drawSymbol(element.symbol, text)
  if (text === null || drawn === null) return []
  const words = element.readable ? lineStep(readableSize) : 0
  const room = { width: element.width, height: element.height - words }
  // Squares stay square, and stand in the middle of their frame.
  const side = Math.min(room.width, room.height)
  const [width, height] = drawn.down === 1 ? [room.width, room.height] : [side, side]
  const x = element.x + (room.width - width) / 2
  return [
    { kind: 'symbol', x, y: element.y, width, height, symbol: element.symbol, text, drawn },
    ...(element.readable
      ? placeText(
          text,
          { x: element.x, y: element.y + height, width: element.width, height: words },
          { size: readableSize, align: 'center', bold: false },
        )
      : []),
  ]
}

const boxMarks = ({ x, y, width, height }: LayoutElement, thickness: number): Mark[] => [
  { kind: 'rule', x, y, width, height: thickness },
  { kind: 'rule', x, y: y + height - thickness, width, height: thickness },
  { kind: 'rule', x, y, width: thickness, height },
  { kind: 'rule', x: x + width - thickness, y, width: thickness, height },
]

const marksOf = (element: Exclude<LayoutElement, TableElement>, values: PrintValues): Mark[] => {
  const { x, y, width, height } = element
  switch (element.kind) {
    case 'text':
      return textMarks(element, values)
    case 'field':
      return fieldMarks(element, values)
    case 'barcode':
      return barcodeMarks(element, values)
    case 'image':
      return element.source === '' ? [] : [{ kind: 'image', x, y, width, height, source: element.source }]
    case 'line':
      return [
        {
          kind: 'rule',
          x,
          y,
          width: Math.max(width, element.thickness),
          height: Math.max(height, element.thickness),
        },
      ]
    default:
      return boxMarks(element, element.thickness)
  }
}

const isOn = (element: LayoutElement, page: number, pages: number): boolean =>
  element.pages === 'every' || (element.pages === 'first' ? page === 0 : page === pages - 1)

const moved = (mark: Mark, by: number): Mark => (by === 0 ? mark : { ...mark, y: mark.y + by })

/** How far what stands at a height moves, because tables above it are longer or shorter than their frames. */
const shiftAt = (y: number, ends: readonly { readonly bottom: number; readonly over: number }[]): number =>
  ends.reduce((by, end) => (y >= end.bottom - 0.01 ? by + end.over : by), 0)

const bottomMargin = 4

/** Places one record on its pages: what stands where, in millimetres, whatever it is printed by. */
export const placeRecord = (layout: Layout, data: PrintData, options: PlaceOptions): PlacedPage[] => {
  const isRoll = layout.paper.height === 0
  const shown = layout.elements.filter((element) => holds(element.when, { ...data.values, page: counted('页码', 1) }))
  const tables = new Map<string, PagedTable>(
    shown.flatMap((element) =>
      element.kind === 'table'
        ? [
            [
              element.id,
              pageTable(element, data.tables[element.table] ?? [], { isRoll, words: options.words }),
            ] as const,
          ]
        : [],
    ),
  )
  const pages = Math.max(1, ...[...tables.values()].map((table) => table.pages))
  const from = options.printedLines ?? 0
  return Array.from({ length: pages }, (_page, page) => page).flatMap((page) => {
    const values: PrintValues = { ...data.values, page: counted('页码', page + 1), pages: counted('页数', pages) }
    const placed = new Map([...tables].map(([id, table]) => [id, table.place(page, from)]))
    const parts = [...placed.values()]
    if (from > 0 && parts.every((part) => part.isDone)) return []
    const isBegun = parts.some((part) => part.isBegun)
    const ends = shown.flatMap((element) => {
      const part = placed.get(element.id)
      return part === undefined ? [] : [{ bottom: element.y + element.height, over: part.over }]
    })
    const marks = shown
      .filter((element) => isOn(element, page, pages) && holds(element.when, values))
      // What stands beside lines that are on the paper already is there too.
      .filter((element) => element.kind === 'table' || !isBegun || element.pages === 'last')
      .flatMap((element) => {
        const by = shiftAt(element.y, ends)
        const own = element.kind === 'table' ? (placed.get(element.id)?.marks ?? []) : marksOf(element, values)
        return own.map((mark) => moved(mark, by))
      })
    const bottom = Math.max(0, ...marks.map((mark) => mark.y + mark.height))
    return [{ width: layout.paper.width, height: isRoll ? bottom + bottomMargin : layout.paper.height, marks }]
  })
}
