import bwip from 'bwip-js/node'
import { jbig2Of } from './testing-jbig2.ts'

/** How the picture stands in the file: bits, bytes of grey, a stencil, or bits packed as JBIG2. */
export type ScanKind = 'bits' | 'grey' | 'stencil' | 'jbig2'

const dictionaries: Readonly<Record<ScanKind, string>> = {
  bits: '/ColorSpace/DeviceGray/BitsPerComponent 1',
  grey: '/ColorSpace/DeviceGray/BitsPerComponent 8',
  stencil: '/ImageMask true/BitsPerComponent 1',
  jbig2: '/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/JBIG2Decode',
}

const symbolOf = (text: string) => {
  const [symbol] = bwip.raw({ bcid: 'qrcode', text })
  if (symbol === undefined || !('pixs' in symbol)) throw new Error('no symbol')
  return symbol
}

/** A PDF as scanners make them: a page that is a picture, with a square code on it and not a word of text. */
export const scannedPdf = (text: string, kind: ScanKind): Uint8Array => {
  const { pixs, pixx, pixy } = symbolOf(text)
  const [scale, margin] = [6, 20]
  const [width, height] = [(pixx + 2 * margin) * scale, (pixy + 2 * margin) * scale]
  const row = kind === 'grey' ? width : Math.ceil(width / 8)
  const picture = Buffer.alloc(row * height, kind === 'grey' ? 0xf8 : 0xff)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [i, j] = [Math.floor(x / scale) - margin, Math.floor(y / scale) - margin]
      if (i < 0 || j < 0 || i >= pixx || j >= pixy || pixs[j * pixx + i] !== 1) continue
      if (kind === 'grey') picture[y * row + x] = 0x10
      else picture.writeUInt8(picture.readUInt8(y * row + (x >> 3)) & ~(0x80 >> (x & 7)), y * row + (x >> 3))
    }
  }
  const isBlack = (x: number, y: number) => ((picture[y * row + (x >> 3)] ?? 0xff) & (0x80 >> (x & 7))) === 0
  const kept = kind === 'jbig2' ? jbig2Of(width, height, isBlack) : picture
  const content = 'q 300 0 0 300 100 400 cm /I Do Q'
  const parts = ['%PDF-1.4\n']
  const offsets: number[] = []
  const add = (body: string) => {
    offsets.push(parts.join('').length)
    parts.push(`${offsets.length} 0 obj\n${body}\nendobj\n`)
  }
  add('<</Type/Catalog/Pages 2 0 R>>')
  add('<</Type/Pages/Kids[3 0 R]/Count 1>>')
  add('<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</I 4 0 R>>>>/Contents 5 0 R>>')
  add(
    `<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}${dictionaries[kind]}/Length ${kept.length}>>\nstream\n${kept.toString('latin1')}\nendstream`,
  )
  add(`<</Length ${content.length}>>\nstream\n${content}\nendstream`)
  const start = parts.join('').length
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  parts.push(`xref\n0 6\n0000000000 65535 f \n${table}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${start}\n%%EOF`)
  return Buffer.from(parts.join(''), 'latin1')
}
