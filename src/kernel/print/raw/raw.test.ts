import { describe, expect, test } from 'vitest'
import { encodeGb18030 } from '../../../base/gb18030.ts'
import { drawSymbol } from '../template/symbols.ts'
import type { Mark, PlacedPage, SymbolMark, TextMark } from '../template/marks.ts'
import type { SymbolKind } from '../template/layout.ts'
import { writeEscPos } from './escpos.ts'
import { writeEscp } from './escp.ts'
import { writeTspl } from './tspl.ts'
import { writeZpl } from './zpl.ts'

const text = (words: string, more: Partial<TextMark> = {}): TextMark => ({
  kind: 'text',
  text: words,
  x: 25.4,
  y: 10,
  width: 60,
  height: 3.53,
  size: 10,
  align: 'left',
  bold: false,
  red: false,
  ...more,
})
const symbol = (kind: SymbolKind, words: string): SymbolMark => {
  const drawn = drawSymbol(kind, words)
  if (drawn === null) throw new Error(`${words} cannot be drawn`)
  return { kind: 'symbol', symbol: kind, text: words, x: 5, y: 5, width: 20, height: 20, drawn }
}
const page = (width: number, height: number, ...marks: Mark[]): PlacedPage => ({ width, height, marks })

const hex = (bytes: Iterable<number>): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(' ')
const gb = (words: string): string => hex(encodeGb18030(words))

describe('ESC/P for dot-matrix printers', () => {
  const start = (lines: number) => `1b 40 1b 32 1b 43 ${hex([lines])} 1b 6c 00 1c 26 1c 53 00 00`

  test('says the length of each form of 241 mm in lines of a sixth of an inch', () => {
    for (const [height, lines] of [
      [279.4, 66],
      [139.7, 33],
      [93.1, 22],
    ] as const)
      expect(hex(writeEscp([page(241, height)]))).toBe(`${start(lines)} 0d 0c 1c 2e`)
  })

  test('puts text where it stands: down by n/180, across by n/60 inch, in GB 18030', () => {
    // The baseline is at 10 + 0.88 × 3.53 = 13.11 mm, 93 dots; a character of 24 dots reaches 21 above it: 72 dots down. 25.4 mm are 60/60.
    expect(hex(writeEscp([page(241, 139.7, text('送货单 A1'))]))).toBe(
      `${start(33)} 0d 1b 4a 48 1b 24 3c 00 12 1b 4d ${gb('送货单 A1')} 0d 0c 1c 2e`,
    )
  })

  test('goes from 10 to 12 to 17 characters an inch until a text fits its frame', () => {
    const pitch = (words: string, size: number, width: number) =>
      hex(writeEscp([page(241, 139.7, text(words, { size, width }))])).match(
        /24 3c 00 (12 1b 50|12 1b 4d|1b 50 0f)/,
      )?.[1]
    expect(pitch('ABCDEFGHIJ', 12, 25.4)).toBe('12 1b 50')
    expect(pitch('ABCDEFGHIJ', 12, 22)).toBe('12 1b 4d')
    expect(pitch('ABCDEFGHIJ', 12, 15)).toBe('1b 50 0f')
    expect(pitch('ABCDEFGHIJ', 8, 25.4)).toBe('12 1b 4d')
  })

  test('prints titles twice as wide and high, and ends at the right of a frame', () => {
    const large = hex(writeEscp([page(241, 139.7, text('送货单', { size: 16 }))]))
    expect(large).toContain(`1b 57 01 1b 77 01 1c 57 01 ${gb('送货单')} 1b 57 00 1b 77 00 1c 57 00`)
    // Three characters of 24 dots end at 85.4 mm, 605 dots: they begin at 533, 178 sixtieths.
    expect(hex(writeEscp([page(241, 139.7, text('送货单', { align: 'right' }))]))).toContain('1b 24 b2 00')
  })

  test('draws rules as dots: one of 1.41 mm by a needle is ten columns', () => {
    const rule: Mark = { kind: 'rule', x: 0, y: 0, width: 1.41, height: 0.14 }
    const columns = Array.from({ length: 10 }, () => '80 00 00').join(' ')
    expect(hex(writeEscp([page(241, 93.1, rule)]))).toBe(
      `${start(22)} 1b 24 00 00 1b 2a 27 0a 00 ${columns} 0d 0c 1c 2e`,
    )
  })

  test('feeds further than 255 in several steps, and every form ends with its form feed', () => {
    const low = hex(writeEscp([page(241, 279.4, text('合计', { y: 100 })), page(241, 279.4)]))
    expect(low).toContain('0d 1b 4a ff 1b 4a ff 1b 4a c8 1b 24')
    expect(low.endsWith('0d 0c 0d 0c 1c 2e')).toBe(true)
  })
})

describe('ESC/POS for receipts', () => {
  const start = '1b 40 1c 26 1d 50 cb cb'
  const plain = { cut: false, drawer: false }

  test('prints what stands beside one another as one line, ends aligned', () => {
    const line = page(
      80,
      20,
      text('汤锅', { x: 4, y: 2, width: 40 }),
      text('99.00', { x: 44, y: 2, width: 32, align: 'right' }),
    )
    // 576 dots are 72.07 mm: 3.96 mm at either side are not printed on. 99.00 has 60 dots and ends at 72.04 mm, 576 dots.
    expect(hex(writeEscPos([line], plain))).toBe(
      `${start} 1b 24 00 00 1d 21 00 ${gb('汤锅')} 1b 24 04 02 1d 21 00 ${gb('99.00')} 1b 4a 18 1b 64 04`,
    )
  })

  test('opens the drawer first and cuts at last', () => {
    expect(hex(writeEscPos([page(58, 10)], { cut: true, drawer: true }))).toBe(`${start} 1b 70 00 19 fa 1d 56 42 18`)
  })

  test('prints a total twice as large', () => {
    const total = text('合计 99', { x: 5, y: 2, size: 12 })
    expect(hex(writeEscPos([page(58, 10, total)], plain))).toContain(`1d 21 11 ${gb('合计 99')} 1b 4a 30`)
  })

  test('leaves QR codes and bars to the printer', () => {
    // Functions 165 model 2, 167 size, 169 level M, 180 store, 181 print.
    const qr = hex(writeEscPos([page(58, 30, symbol('qr', 'hello'))], plain))
    expect(qr).toContain(
      `1b 61 01 1d 28 6b 04 00 31 41 32 00 1d 28 6b 03 00 31 43 07 1d 28 6b 03 00 31 45 31 1d 28 6b 08 00 31 50 30 ${hex(new TextEncoder().encode('hello'))} 1d 28 6b 03 00 31 51 30 1b 61 00`,
    )
    const bars = hex(writeEscPos([page(58, 30, symbol('code128', 'A1'))], plain))
    expect(bars).toContain('1d 68 a0 1d 77 02 1d 6b 49 04 7b 42 41 31')
    expect(hex(writeEscPos([page(58, 30, symbol('ean13', '4006381333931'))], plain))).toContain(
      `1d 6b 43 0d ${gb('4006381333931')}`,
    )
  })

  test('draws a rule as a picture two dots high', () => {
    const rule: Mark = { kind: 'rule', x: 4.93, y: 2, width: 48.1, height: 0.2 }
    const row = Array.from({ length: 48 }, () => 'ff').join(' ')
    expect(hex(writeEscPos([page(58, 10, rule)], plain))).toContain(`1d 76 30 00 30 00 02 00 ${row} ${row} 1b 64 04`)
  })
})

describe('labels', () => {
  const zpl = (...marks: Mark[]) => new TextDecoder().decode(writeZpl([page(60, 40, ...marks)]))
  const tspl = (...marks: Mark[]) => new TextDecoder('gb18030').decode(writeTspl([page(60, 40, ...marks)]))

  test('in ZPL: size, text by the printer’s Chinese font, boxes, codes', () => {
    expect(zpl(text('汤锅^1', { x: 2, y: 5, width: 56, align: 'center' }))).toBe(
      '^XA^CI28\n^PW480^LL320\n^FO16,40^A@N,28,28,E:SIMSUN.FNT^FB448,1,0,C^FH^FD汤锅_5E1^FS\n^PQ1^XZ\n',
    )
    expect(zpl({ kind: 'rule', x: 2, y: 10, width: 56, height: 0.25 })).toContain('^FO16,80^GB448,2,2^FS')
    expect(zpl(symbol('qr', 'P1'))).toContain('^FO40,40^BQN,2,7^FH^FDMA,P1^FS')
    expect(zpl(symbol('code128', 'P1'))).toContain('^FO40,40^BY2^BCN,160,N,N,N,A^FH^FDP1^FS')
    expect(zpl(symbol('gs1128', '(01)06901234567892'))).toContain('^BCN,160,N,N,N,D^FH^FD(01)06901234567892^FS')
    expect(zpl(symbol('ean13', '4006381333931'))).toContain('^BEN,160,N,N^FD400638133393^FS')
    expect(zpl(symbol('gs1DataMatrix', '(01)06901234567892(10)A1'))).toContain(
      '^BXN,10,200,,,,~^FD~1010690123456789210A1^FS',
    )
  })

  test('in TSPL: the same in its words, in GB 18030', () => {
    expect(tspl(text('汤锅"1"', { x: 2, y: 5, width: 56 }))).toBe(
      'SIZE 60 mm,40 mm\r\nGAP 2 mm,0 mm\r\nDIRECTION 1\r\nCLS\r\nTEXT 16,44,"TSS24.BF2",0,1,1,"汤锅\\["]1\\["]"\r\nPRINT 1,1\r\n',
    )
    expect(tspl({ kind: 'rule', x: 2, y: 10, width: 56, height: 0.25 })).toContain('BAR 16,80,448,2')
    expect(tspl(symbol('qr', 'P1'))).toContain('QRCODE 40,40,M,7,A,0,"P1"')
    expect(tspl(symbol('code128', 'P1'))).toContain('BARCODE 40,40,"128",160,0,0,2,4,"P1"')
    expect(tspl(symbol('ean13', '4006381333931'))).toContain('BARCODE 40,40,"EAN13",160,0,0,1,2,"4006381333931"')
    expect(tspl(symbol('gs1DataMatrix', '(01)06901234567892(10)A1'))).toContain(
      'DMATRIX 40,40,160,160,c126,x10,"~1010690123456789210A1"',
    )
  })
})
