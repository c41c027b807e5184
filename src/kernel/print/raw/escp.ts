import { encodeGb18030 } from '../../../base/gb18030.ts'
import { baselineOf } from '../template/marks.ts'
import type { Mark, PlacedPage, TextMark } from '../template/marks.ts'
import { low, rawCut, rawLeft, rawWidth } from './raw-text.ts'

/*
 * ESC/P for 24-pin printers with a Chinese character set. Commands by the EPSON ESC/P Reference Manual (1997): ESC @ initialize;
 * ESC 2 line spacing of 1/6 inch; ESC C n page length in lines; ESC l n left margin; ESC P, ESC M, SI 10, 12 and 17 cpi; ESC W, ESC w
 * double width and height; ESC $ absolute horizontal position in 1/60 inch; ESC J n advance n/180 inch; ESC * 39 bit image of 24 dots
 * at 180 dpi. Chinese mode by the ESC/P-K supplement: FS & on, FS . off, FS S spacing, FS W quadruple size.
 */
const ESC = 0x1b
const FS = 0x1c
const dotsPerInch = 180
const perMillimetre = dotsPerInch / 25.4
/** Dots of a step of ESC $. */
const step = 3
/** A Chinese character is 24 dots wide and high. */
const square = 24
const needles = 24

interface Pitch {
  readonly command: readonly number[]
  /** Dots of a narrow character. */
  readonly narrow: number
}

const pitches = {
  10: { command: [0x12, ESC, 0x50], narrow: 18 },
  12: { command: [0x12, ESC, 0x4d], narrow: 15 },
  17: { command: [ESC, 0x50, 0x0f], narrow: dotsPerInch / 17.142_857 },
} as const satisfies Readonly<Record<number, Pitch>>

/** The widest pitch for the size of a text with which it fits its frame; a frame too narrow for all takes the narrowest. */
const pitchOf = (mark: TextMark, by: number): Pitch => {
  const wanted = mark.size >= 11 ? [pitches[10], pitches[12], pitches[17]] : [pitches[12], pitches[17]]
  const room = mark.width * perMillimetre
  return wanted.find(({ narrow }) => rawWidth(mark.text, narrow * by, square * by) <= room) ?? pitches[17]
}

interface Stroke {
  /** Dots from the top of the form. */
  readonly y: number
  readonly bytes: readonly number[]
}

const goTo = (dots: number): readonly number[] => [ESC, 0x24, ...low(Math.round(dots / step))]

/** From this size on text is printed twice as wide and high. */
const large = 13

const textStroke = (mark: TextMark): Stroke => {
  const by = mark.size >= large ? 2 : 1
  const pitch = pitchOf(mark, by)
  const [narrow, wide] = [pitch.narrow * by, square * by]
  const text = rawCut(mark.text, Math.max(mark.width * perMillimetre, wide), narrow, wide)
  const x = rawLeft(mark, rawWidth(text, narrow, wide), perMillimetre)
  const on = by === 2 ? [ESC, 0x57, 1, ESC, 0x77, 1, FS, 0x57, 1] : []
  const off = by === 2 ? [ESC, 0x57, 0, ESC, 0x77, 0, FS, 0x57, 0] : []
  return {
    y: Math.max(0, Math.round(baselineOf(mark) * perMillimetre - 0.88 * square * by)),
    bytes: [...goTo(x), ...pitch.command, ...on, ...encodeGb18030(text), ...off],
  }
}

type Band = Map<number, number>

/** Sets the dots of a rectangle in the bands of 24 that it crosses. */
const fill = (bands: Map<number, Band>, x: number, y: number, width: number, height: number): void => {
  const [left, top] = [Math.round(x * perMillimetre), Math.round(y * perMillimetre)]
  const right = Math.max(left + 1, Math.round((x + width) * perMillimetre))
  const bottom = Math.max(top + 1, Math.round((y + height) * perMillimetre))
  for (let row = Math.max(0, top); row < bottom; row += 1) {
    const at = Math.floor(row / needles)
    const band = bands.get(at) ?? new Map<number, number>()
    bands.set(at, band)
    for (let column = Math.max(0, left); column < right; column += 1)
      band.set(column, (band.get(column) ?? 0) | (1 << (needles - 1 - (row % needles))))
  }
}

const draw = (marks: readonly Mark[]): Map<number, Band> => {
  const bands = new Map<number, Band>()
  for (const mark of marks) {
    if (mark.kind === 'rule') fill(bands, mark.x, mark.y, mark.width, mark.height)
    if (mark.kind !== 'symbol') continue
    const [across, down] = [mark.width / mark.drawn.across, mark.height / mark.drawn.down]
    for (const part of mark.drawn.dark)
      fill(bands, mark.x + part.x * across, mark.y + part.y * down, part.width * across, part.height * down)
  }
  return bands
}

/** Empty columns that are cheaper to print than to jump over. */
const nearby = 12

/** Dots of a band, in runs: each begins where ESC $ can go. */
const bandStroke = (at: number, band: Band): Stroke => {
  const columns = [...band.keys()].toSorted((one, other) => one - other)
  const runs: number[][] = []
  for (const column of columns) {
    const run = runs.at(-1)
    if (run !== undefined && column - (run.at(-1) ?? 0) <= nearby) run.push(column)
    else runs.push([column])
  }
  const bytes = runs.flatMap((run) => {
    const first = Math.floor((run[0] ?? 0) / step) * step
    const length = (run.at(-1) ?? first) - first + 1
    const dots = Array.from({ length }, (_dot, place) => band.get(first + place) ?? 0)
    return [
      ...goTo(first),
      ESC,
      0x2a,
      39,
      ...low(length),
      ...dots.flatMap((mask) => [(mask >> 16) & 0xff, (mask >> 8) & 0xff, mask & 0xff]),
    ]
  })
  return { y: at * needles, bytes }
}

const advance = (dots: number): number[] => {
  const bytes: number[] = []
  for (let left = dots; left > 0; left -= 255) bytes.push(ESC, 0x4a, Math.min(255, left))
  return bytes
}

const pageBytes = ({ marks }: PlacedPage): number[] => {
  const strokes = [
    ...marks.flatMap((mark) => (mark.kind === 'text' ? [textStroke(mark)] : [])),
    ...[...draw(marks)].map(([at, band]) => bandStroke(at, band)),
  ].toSorted((one, other) => one.y - other.y)
  const bytes: number[] = []
  let y = 0
  for (const stroke of strokes) {
    // The head returns before the paper moves, so that what stands beside one another is one pass.
    if (stroke.y > y) bytes.push(0x0d, ...advance(stroke.y - y))
    y = Math.max(y, stroke.y)
    bytes.push(...stroke.bytes)
  }
  return [...bytes, 0x0d, 0x0c]
}

/** Lines of 1/6 inch of a form: 139.7 mm has 33. */
const formLines = (height: number): number => Math.max(1, Math.min(127, Math.round((height / 25.4) * 6)))

/** The printer as it was switched on, the length of its form, no margin, Chinese characters side by side. */
const start = ({ height }: PlacedPage): readonly number[] => [
  ESC,
  0x40,
  ESC,
  0x32,
  ESC,
  0x43,
  formLines(height),
  ESC,
  0x6c,
  0,
  FS,
  0x26,
  FS,
  0x53,
  0,
  0,
]

/** Placed pages for a dot-matrix printer: text in its own fonts, rules and bar codes as dots. */
export const writeEscp = (pages: readonly PlacedPage[]): Uint8Array<ArrayBuffer> => {
  const [first] = pages
  if (first === undefined) return Uint8Array.of()
  return Uint8Array.from([...start(first), ...pages.flatMap(pageBytes), FS, 0x2e])
}
