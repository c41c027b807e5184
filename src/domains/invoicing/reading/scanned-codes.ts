import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { OPS, getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import type { ContentType } from '../../../kernel/files/content-type.ts'
import { readInvoiceCode } from './read-invoice-code.ts'
import type { InvoiceCode } from './read-invoice-code.ts'

/** A scan has its invoice on the first pages; a picture beyond this size is no scan of a page. */
const [mostPages, mostPixels] = [5, 50_000_000]

let prepared: Promise<void> | undefined

/** The reader's program comes from our own installation: nothing is fetched from elsewhere. */
const prepare = (): Promise<void> => {
  prepared ??= readFile(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'))).then((program) =>
    prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(program).buffer } }),
  )
  return prepared
}

type Picture = Pick<ImageData, 'width' | 'height'> & { readonly data: Uint8ClampedArray<ArrayBuffer> }

/** What PDF.js answers for a picture: its bytes by kind, 1 bit, 3 bytes or 4 bytes a pixel. */
interface DrawnPicture {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array | Uint8ClampedArray
  readonly kind?: number
}

const isDrawn = (value: unknown): value is DrawnPicture =>
  typeof value === 'object' &&
  value !== null &&
  'data' in value &&
  'width' in value &&
  'height' in value &&
  (value.data instanceof Uint8Array || value.data instanceof Uint8ClampedArray)

const pixelOf = (drawn: DrawnPicture, at: number): readonly [number, number, number] => {
  const { data, kind, width, height } = drawn
  if (kind === 3 || kind === 2) {
    const step = kind === 3 ? 4 : 3
    return [data[at * step] ?? 255, data[at * step + 1] ?? 255, data[at * step + 2] ?? 255]
  }
  // One bit a pixel, rows begin on a byte.
  const row = Math.floor(at / width)
  const column = at % width
  const bytes = Math.ceil(data.length / Math.max(height, 1))
  const bit = ((data[row * bytes + (column >> 3)] ?? 0) >> (7 - (column & 7))) & 1
  return bit === 1 ? [255, 255, 255] : [0, 0, 0]
}

/** A picture as the reader of codes wants it: four bytes a pixel. */
const pictureOf = (drawn: DrawnPicture): Picture => {
  const { width, height } = drawn
  const data = new Uint8ClampedArray(width * height * 4)
  for (let at = 0; at < width * height; at += 1) {
    const [red, green, blue] = pixelOf(drawn, at)
    const to = at * 4
    data[to] = red
    data[to + 1] = green
    data[to + 2] = blue
    data[to + 3] = 255
  }
  return { width, height, data }
}

/** The invoice's code among the codes of a picture, if it has one. */
const codeOn = async (picture: Uint8Array | Picture): Promise<InvoiceCode | undefined> => {
  await prepare()
  const seen = picture instanceof Uint8Array ? picture : { ...picture, colorSpace: 'srgb' as const }
  const codes = await readBarcodes(seen, { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 8 })
  return codes.map((code) => readInvoiceCode(code.text)).find((code) => code !== undefined)
}

const drawing = new Set([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject])

interface PdfPage {
  readonly objs: { get(id: string, callback: (found: unknown) => void): unknown }
  readonly commonObjs: { get(id: string, callback: (found: unknown) => void): unknown }
}

/** What a drawing operation draws: its picture, or one that the page or the file keeps under a name. */
const drawnBy = async (page: PdfPage, argument: unknown): Promise<DrawnPicture | undefined> => {
  const named: unknown =
    typeof argument === 'object' && argument !== null && 'data' in argument && typeof argument.data === 'string'
      ? argument.data
      : argument
  const found: unknown =
    typeof named === 'string'
      ? await new Promise((resolve) => (named.startsWith('g_') ? page.commonObjs : page.objs).get(named, resolve))
      : named
  return isDrawn(found) && found.width * found.height <= mostPixels ? found : undefined
}

// What scanners pack pictures with (JBIG2, JPEG 2000) is read by programs of our own installation as well.
const decoders = fileURLToPath(new URL('wasm/', import.meta.resolve('pdfjs-dist/package.json')))

const codeInPdf = async (bytes: Uint8Array): Promise<InvoiceCode | undefined> => {
  const task = getDocument({ data: new Uint8Array(bytes), wasmUrl: decoders, verbosity: 0 })
  try {
    const pdf = await task.promise
    for (let number = 1; number <= Math.min(pdf.numPages, mostPages); number += 1) {
      const page = await pdf.getPage(number)
      const { fnArray, argsArray } = await page.getOperatorList()
      for (const [index, operation] of fnArray.entries()) {
        const given: unknown = argsArray[index]
        if (!drawing.has(operation) || !Array.isArray(given)) continue
        const drawn = await drawnBy(page, given[0])
        const code = drawn === undefined ? undefined : await codeOn(pictureOf(drawn))
        if (code !== undefined) return code
      }
    }
    return undefined
  } finally {
    await task.destroy()
  }
}

/**
 * The square code of an invoice on a scan: of a PDF that holds pictures of pages, or a photograph (PNG, JPEG). Undefined where there
 * is none that can be read, or the file cannot be opened.
 */
export const readScannedCode = async (
  bytes: Uint8Array,
  contentType: ContentType | undefined,
): Promise<InvoiceCode | undefined> => {
  try {
    if (contentType === 'application/pdf') return await codeInPdf(bytes)
    return contentType === 'image/png' || contentType === 'image/jpeg' ? await codeOn(bytes) : undefined
  } catch {
    return undefined
  }
}
