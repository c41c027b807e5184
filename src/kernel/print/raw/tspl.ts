import { encodeGb18030 } from '../../../base/gb18030.ts'
import { baselineOf } from '../template/marks.ts'
import type { Mark, PlacedPage, SymbolMark, TextMark } from '../template/marks.ts'
import { gs1Text } from '../template/symbols.ts'
import { rawCut, rawLeft, rawWidth } from './raw-text.ts'

/*
 * TSPL by the TSC TSPL/TSPL2 Programming Language manual: SIZE, GAP, DIRECTION, CLS; TEXT in the resident font TSS24.BF2 (simplified
 * Chinese, 24 dots); BARCODE 128, EAN13, EAN128; QRCODE; DMATRIX; BAR; PRINT. Strings are GB 18030; a quote inside is \["].
 */
const perMillimetre = 8
const dots = (millimetres: number): number => Math.max(0, Math.round(millimetres * perMillimetre))
const gap = 2
const narrow = 12
const wide = 24

const quoted = (text: string): string => `"${text.replaceAll('"', '\\["]')}"`

const textOf = (mark: TextMark): string => {
  const by = mark.size >= 13 ? 2 : 1
  const text = rawCut(mark.text, Math.max(mark.width * perMillimetre, wide * by), narrow * by, wide * by)
  const x = rawLeft(mark, rawWidth(text, narrow * by, wide * by), perMillimetre)
  const y = Math.max(0, Math.round(baselineOf(mark) * perMillimetre - 0.88 * wide * by))
  return `TEXT ${x},${y},"TSS24.BF2",0,${by},${by},${quoted(text)}`
}

const symbolOf = (mark: SymbolMark): string => {
  const at = `${dots(mark.x)},${dots(mark.y)}`
  const module = Math.max(1, Math.floor(dots(mark.width) / mark.drawn.across))
  const bars = (type: string, text: string) =>
    `BARCODE ${at},"${type}",${dots(mark.height)},0,0,${module},${module * 2},${quoted(text)}`
  switch (mark.symbol) {
    case 'qr':
      return `QRCODE ${at},M,${Math.min(10, module)},A,0,${quoted(mark.text)}`
    case 'dataMatrix':
      return `DMATRIX ${at},${dots(mark.width)},${dots(mark.height)},x${module},${quoted(mark.text)}`
    case 'gs1DataMatrix':
      // c126 makes the tilde the escape: ~1 is FNC1.
      return `DMATRIX ${at},${dots(mark.width)},${dots(mark.height)},c126,x${module},${quoted((gs1Text(mark.text) ?? '').replaceAll('\u001d', '~1'))}`
    case 'ean13':
      return bars('EAN13', mark.text)
    case 'gs1128':
      return bars('EAN128', mark.text)
    default:
      return bars('128', mark.text)
  }
}

const markOf = (mark: Mark): readonly string[] => {
  if (mark.kind === 'text') return [textOf(mark)]
  if (mark.kind === 'symbol') return [symbolOf(mark)]
  if (mark.kind === 'image') return []
  return [`BAR ${dots(mark.x)},${dots(mark.y)},${Math.max(1, dots(mark.width))},${Math.max(1, dots(mark.height))}`]
}

/** Placed labels for a TSC printer of 203 dpi; pictures are left out. */
export const writeTspl = (pages: readonly PlacedPage[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(
    encodeGb18030(
      pages
        .flatMap((page) => [
          `SIZE ${page.width} mm,${page.height} mm`,
          `GAP ${gap} mm,0 mm`,
          'DIRECTION 1',
          'CLS',
          ...page.marks.flatMap(markOf),
          'PRINT 1,1',
        ])
        .map((line) => `${line}\r\n`)
        .join(''),
    ),
  )
