import { baselineOf } from '../template/marks.ts'
import type { Mark, PlacedPage, SymbolMark, TextMark } from '../template/marks.ts'
import { gs1Text } from '../template/symbols.ts'

/*
 * ZPL II by the Zebra Programming Guide: ^XA ^XZ a label; ^CI28 UTF-8; ^PW, ^LL width and length; ^FO place; ^A@ a font of the printer;
 * ^FB block with alignment; ^FH hexadecimal escapes; ^GB box; ^BY module; ^BC Code 128; ^BE EAN-13; ^BQ QR; ^BX DataMatrix; ^PQ copies.
 */
const dots = (millimetres: number): number => Math.max(0, Math.round(millimetres * 8))

/** The Chinese font that Zebra sells on its printers. */
const font = 'E:SIMSUN.FNT'

/** Signs that begin commands are written by their numbers. */
const escaped = (text: string): string =>
  text.replaceAll(/[\^~_\\]/g, (sign) => `_${sign.charCodeAt(0).toString(16).toUpperCase()}`)

const justified = { left: 'L', center: 'C', right: 'R' } as const

const textOf = (mark: TextMark): string => {
  const height = dots(mark.height)
  return `^FO${dots(mark.x)},${dots(baselineOf(mark) - 0.88 * mark.height)}^A@N,${height},${height},${font}^FB${Math.max(1, dots(mark.width))},1,0,${justified[mark.align]}^FH^FD${escaped(mark.text)}^FS`
}

const module = ({ width, drawn }: SymbolMark): number => Math.max(1, Math.floor(dots(width) / drawn.across))

const symbolOf = (mark: SymbolMark): string => {
  const at = `^FO${dots(mark.x)},${dots(mark.y)}`
  const [size, height] = [module(mark), dots(mark.height)]
  const data = `^FH^FD${escaped(mark.text)}^FS`
  switch (mark.symbol) {
    case 'qr':
      return `${at}^BQN,2,${Math.min(10, size)}^FH^FDMA,${escaped(mark.text)}^FS`
    case 'dataMatrix':
      return `${at}^BXN,${size},200${data}`
    case 'gs1DataMatrix':
      // `~1` is FNC1 where the tilde is said to be the escape.
      return `${at}^BXN,${size},200,,,,~^FD${(gs1Text(mark.text) ?? '').replaceAll('\u001d', '~1')}^FS`
    case 'ean13':
      return `${at}^BY${size}^BEN,${height},N,N^FD${mark.text.slice(0, 12)}^FS`
    case 'gs1128':
      return `${at}^BY${size}^BCN,${height},N,N,N,D${data}`
    default:
      return `${at}^BY${size}^BCN,${height},N,N,N,A${data}`
  }
}

const markOf = (mark: Mark): string => {
  if (mark.kind === 'text') return textOf(mark)
  if (mark.kind === 'symbol') return symbolOf(mark)
  if (mark.kind === 'image') return ''
  const [width, height] = [Math.max(1, dots(mark.width)), Math.max(1, dots(mark.height))]
  return `^FO${dots(mark.x)},${dots(mark.y)}^GB${width},${height},${Math.min(width, height)}^FS`
}

/** Placed labels for a Zebra printer of 203 dpi; pictures are left out. */
export const writeZpl = (pages: readonly PlacedPage[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(
    new TextEncoder().encode(
      pages
        .map((page) =>
          ['^XA^CI28', `^PW${dots(page.width)}^LL${dots(page.height)}`, ...page.marks.map(markOf), '^PQ1^XZ', '']
            .filter((line, at, all) => line !== '' || at === all.length - 1)
            .join('\n'),
        )
        .join(''),
    ),
  )
