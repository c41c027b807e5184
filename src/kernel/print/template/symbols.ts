import { datamatrix, gs1datamatrix, qrcode } from 'bwip-js/generic'
import type { DrawingContext, RenderOptions } from 'bwip-js/generic'
import {
  readBracketed,
  readElementString,
  writeBracketed,
  writeElementString,
} from '../../../base/gs1/element-strings.ts'
import type { Gs1Element } from '../../../base/gs1/element-strings.ts'
import { code128 } from '../../../base/symbols/code128.ts'
import { ean13 } from '../../../base/symbols/ean13.ts'
import type { SymbolKind } from './layout.ts'

/** A symbol as dark rectangles in modules, with the room they take: one module high where there are bars alone. */
export interface DrawnSymbol {
  readonly across: number
  readonly down: number
  readonly dark: readonly { readonly x: number; readonly y: number; readonly width: number; readonly height: number }[]
}

type Points = readonly (readonly [number, number])[]

/** Takes the outlines that the encoder draws and keeps where they turn from light to dark. */
const outlines = (): DrawingContext<{ readonly width: number; readonly shapes: readonly Points[] }> => {
  const shapes: Points[] = []
  let width = 0
  const nothing = () => undefined
  return {
    setopts: nothing,
    scale: () => null,
    measure: () => ({ width: 0, ascent: 0, descent: 0 }),
    init: (across) => void (width = across),
    line: nothing,
    polygon: (points) => void shapes.push(points),
    hexagon: nothing,
    ellipse: nothing,
    fill: nothing,
    text: nothing,
    end: () => ({ width, shapes }),
  }
}

/** Pixels a module at scale 1: the encoders draw matrices so. */
const pixels = 2

/** Every upright edge turns the colour of all that is right of it; what was turned an odd number of times is dark. */
const matrixOf = (shapes: readonly Points[], across: number): boolean[][] => {
  const turns = Array.from({ length: across }, () => Array.from({ length: across + 1 }, () => false))
  for (const points of shapes) {
    for (const [at, [x, y]] of points.entries()) {
      const [nextX, nextY] = points[(at + 1) % points.length] ?? [x, y]
      if (x !== nextX) continue
      for (let row = Math.min(y, nextY) / pixels; row < Math.max(y, nextY) / pixels; row += 1) {
        const cells = turns[row]
        if (cells !== undefined) cells[x / pixels] = cells[x / pixels] !== true
      }
    }
  }
  return turns.map((row) => {
    let isDark = false
    return row.slice(0, across).map((turn) => (isDark = isDark !== turn))
  })
}

const runsOf = (row: readonly boolean[], y: number) =>
  row.flatMap((isDark, x) => {
    if (!isDark || row[x - 1] === true) return []
    const end = row.indexOf(false, x)
    return [{ x, y, width: (end === -1 ? row.length : end) - x, height: 1 }]
  })

type Encoder = (
  options: RenderOptions,
  drawing: ReturnType<typeof outlines>,
) => ReturnType<ReturnType<typeof outlines>['end']>

const matrix = (encode: Encoder, bcid: string, text: string): DrawnSymbol => {
  const { width, shapes } = encode({ bcid, text, scale: 1 }, outlines())
  const across = width / pixels
  return { across, down: across, dark: matrixOf(shapes, across).flatMap(runsOf) }
}

const bars = (widths: readonly number[]): DrawnSymbol => {
  let x = 0
  const dark = widths.flatMap((width, at) => {
    const bar = { x, y: 0, width, height: 1 }
    x += width
    return at % 2 === 0 ? [bar] : []
  })
  return { across: x, down: 1, dark }
}

/** GS1 elements as `(01)…(10)…`, or as a scanner sends them. */
const elementsOf = (text: string): readonly Gs1Element[] | null => readBracketed(text) ?? readElementString(text)

/** What a GS1 symbol says, as its bars do; null for what is no GS1 text. */
export const gs1Text = (text: string): string | null => {
  const elements = elementsOf(text)
  return elements === null ? null : writeElementString(elements)
}

const encode = (kind: SymbolKind, text: string): DrawnSymbol | null => {
  const elements = kind === 'gs1128' || kind === 'gs1DataMatrix' ? elementsOf(text) : []
  if (elements === null) return null
  switch (kind) {
    case 'code128':
      return bars(code128(text))
    case 'ean13':
      return bars(ean13(text))
    case 'gs1128':
      return bars(code128(writeElementString(elements)))
    case 'qr':
      return matrix(qrcode, 'qrcode', text)
    case 'gs1DataMatrix':
      return matrix(gs1datamatrix, 'gs1datamatrix', writeBracketed(elements))
    default:
      return matrix(datamatrix, 'datamatrix', text)
  }
}

/** A text as a symbol; null for one that the symbol cannot say, which is then left out rather than printed wrong. */
export const drawSymbol = (kind: SymbolKind, text: string): DrawnSymbol | null => {
  if (text === '') return null
  try {
    return encode(kind, text)
  } catch {
    return null
  }
}
