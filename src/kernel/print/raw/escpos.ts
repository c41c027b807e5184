import { encodeGb18030 } from '../../../base/gb18030.ts'
import { baselineOf } from '../template/marks.ts'
import type { PlacedPage, SymbolMark, TextMark } from '../template/marks.ts'
import { low, rawCut, rawLeft, rawWidth } from './raw-text.ts'

/*
 * ESC/POS for receipts. Commands by the EPSON ESC/POS Command Reference: ESC @ initialize; FS & Chinese mode; GS P motion units;
 * GS ! character size; ESC $ absolute position; ESC J print and feed; ESC a justification; GS v 0 raster image; GS h, GS w, GS k bar
 * codes (function B); GS ( k QR code (functions 165, 167, 169, 180, 181); ESC p pulse to the drawer; GS V 66 feed and cut.
 */
const ESC = 0x1b
const FS = 0x1c
const GS = 0x1d
const perInch = 203
const perMillimetre = perInch / 25.4
/** Dots of a narrow and a Chinese character, and their height. */
const narrow = 12
const wide = 24
const tall = 24

export interface ReceiptOptions {
  readonly cut: boolean
  /** Opens the cash drawer, before anything is printed. */
  readonly drawer: boolean
}

interface Row {
  readonly y: number
  readonly height: number
  readonly bytes: readonly number[]
}

/** What is printed of a paper: rolls of 58 mm have 384 dots, those of 80 mm 576. */
const dotsOf = (width: number): number => (width <= 60 ? 384 : 576)

const large = 11.5

const textRow = (mark: TextMark, margin: number): Row => {
  const by = mark.size >= large ? 2 : 1
  const at = { ...mark, x: Math.max(0, mark.x - margin) }
  const text = rawCut(mark.text, Math.max(mark.width * perMillimetre, wide * by), narrow * by, wide * by)
  const x = rawLeft(at, rawWidth(text, narrow * by, wide * by), perMillimetre)
  return {
    y: Math.round(baselineOf(mark) * perMillimetre - 0.88 * tall * by),
    height: tall * by,
    bytes: [ESC, 0x24, ...low(x), GS, 0x21, by === 2 ? 0x11 : 0, ...encodeGb18030(text)],
  }
}

/** A picture of dots, `rows` each of `across` dots. */
const raster = (rows: readonly (readonly boolean[])[], across: number): number[] => {
  const width = Math.ceil(across / 8)
  const bytes = rows.flatMap((row) =>
    Array.from({ length: width }, (_byte, at) =>
      Array.from({ length: 8 }, (_bit, bit) => (row[at * 8 + bit] === true ? 0x80 >> bit : 0)).reduce(
        (a, b) => a | b,
        0,
      ),
    ),
  )
  return [GS, 0x76, 0x30, 0, ...low(width), ...low(rows.length), ...bytes]
}

const qrBytes = ({ text, width, drawn }: SymbolMark): number[] => {
  const size = Math.max(2, Math.min(16, Math.floor((width * perMillimetre) / drawn.across)))
  const data = [...new TextEncoder().encode(text)]
  const call = (fn: number, ...rest: readonly number[]) => [GS, 0x28, 0x6b, ...low(rest.length + 2), 0x31, fn, ...rest]
  return [...call(65, 50, 0), ...call(67, size), ...call(69, 49), ...call(80, 48, ...data), ...call(81, 48)]
}

const matrixBytes = ({ width, drawn }: SymbolMark): number[] => {
  const size = Math.max(1, Math.floor((width * perMillimetre) / drawn.across))
  const rows = Array.from({ length: drawn.down * size }, (_row, y) =>
    Array.from({ length: drawn.across * size }, (_dot, x) =>
      drawn.dark.some(
        (part) =>
          Math.floor(y / size) === part.y &&
          Math.floor(x / size) >= part.x &&
          Math.floor(x / size) < part.x + part.width,
      ),
    ),
  )
  return raster(rows, drawn.across * size)
}

const barBytes = ({ symbol, text, width, height, drawn }: SymbolMark): number[] => {
  const module = Math.max(2, Math.min(6, Math.floor((width * perMillimetre) / drawn.across)))
  const tallness = Math.max(1, Math.min(255, Math.round(height * perMillimetre)))
  // Function B: the length, then the data; Code 128 begins in set B.
  const data = symbol === 'ean13' ? encodeGb18030(text) : [0x7b, 0x42, ...encodeGb18030(text.replaceAll('{', '{{'))]
  return [GS, 0x68, tallness, GS, 0x77, module, GS, 0x6b, symbol === 'ean13' ? 67 : 73, data.length, ...data]
}

const symbolRow = (mark: SymbolMark): Row => {
  const bytes =
    mark.symbol === 'qr'
      ? qrBytes(mark)
      : mark.symbol === 'code128' || mark.symbol === 'ean13'
        ? barBytes(mark)
        : matrixBytes(mark)
  return {
    y: Math.round(mark.y * perMillimetre),
    height: Math.round(mark.height * perMillimetre),
    bytes: [ESC, 0x61, 1, ...bytes, ESC, 0x61, 0],
  }
}

/** Rules across: those upright have no place on a roll that prints line by line. */
const isAcross = (mark: { readonly width: number; readonly height: number }): boolean => mark.width > mark.height

const ruleRow = (y: number, x: number, width: number, most: number): Row => {
  const [from, to] = [Math.round(x * perMillimetre), Math.min(most, Math.round((x + width) * perMillimetre))]
  const row = Array.from({ length: most }, (_dot, at) => at >= from && at < to)
  return { y: Math.round(y * perMillimetre), height: 2, bytes: raster([row, row], most) }
}

const rowsOf = ({ width, marks }: PlacedPage): Row[] => {
  const most = dotsOf(width)
  // The paper's edges are not printed on.
  const margin = (width - most / perMillimetre) / 2
  return marks
    .flatMap((mark): Row[] => {
      if (mark.kind === 'text') return [textRow(mark, margin)]
      if (mark.kind === 'symbol') return [symbolRow(mark)]
      return mark.kind === 'rule' && isAcross(mark)
        ? [ruleRow(mark.y, Math.max(0, mark.x - margin), mark.width, most)]
        : []
    })
    .toSorted((one, other) => one.y - other.y)
}

/** Text beside one another is one line: it begins less than half a character apart. */
const sameLine = 10

const isPicture = ({ bytes }: Row): boolean => bytes[0] !== ESC || bytes[1] !== 0x24

const pageBytes = (page: PlacedPage): number[] => {
  const lines: Row[][] = []
  for (const row of rowsOf(page)) {
    const line = lines.at(-1)
    const first = line?.[0]
    if (line !== undefined && first !== undefined && !isPicture(first) && !isPicture(row) && row.y - first.y < sameLine)
      line.push(row)
    else lines.push([row])
  }
  return lines.flatMap((line, at) => {
    const [first] = line
    if (first === undefined) return []
    const bytes = line.flatMap((row) => row.bytes)
    // A picture moves the paper itself; a line moves it by as much as is left to the next.
    if (isPicture(first)) return bytes
    const height = Math.max(...line.map((row) => row.height))
    const next = lines[at + 1]?.[0]?.y ?? first.y + height
    return [...bytes, ESC, 0x4a, Math.max(height, Math.min(255, next - first.y))]
  })
}

const start = [ESC, 0x40, FS, 0x26, GS, 0x50, perInch, perInch]

/** Placed pages for a receipt printer, each cut off where the printer has a knife. */
export const writeEscPos = (pages: readonly PlacedPage[], options: ReceiptOptions): Uint8Array<ArrayBuffer> =>
  Uint8Array.from([
    ...start,
    ...(options.drawer ? [ESC, 0x70, 0, 25, 250] : []),
    ...pages.flatMap((page) => [...pageBytes(page), ...(options.cut ? [GS, 0x56, 66, 24] : [ESC, 0x64, 4])]),
  ])
