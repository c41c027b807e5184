import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A run of text on a page: where it begins and its baseline, in millimetres from the upper left corner. */
export interface PlacedText {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
}

const millimetres = (points: number): number => Math.round((points / 72) * 2540) / 100

/** Where the text of each page of a PDF stands. */
export const pdfPlaces = async (pdf: Buffer): Promise<PlacedText[][]> => {
  const file = await getDocument({ data: new Uint8Array(pdf), useSystemFonts: false, verbosity: 0 }).promise
  const pages = Array.from({ length: file.numPages }, async (_page, at) => {
    const page = await file.getPage(at + 1)
    const height = page.view[3] ?? 0
    const { items } = await page.getTextContent()
    return items.flatMap((item) => {
      if (!('str' in item) || item.str.trim() === '') return []
      const [, , , , x = 0, y = 0] = item.transform as readonly number[]
      return [{ text: item.str, x: millimetres(x), y: millimetres(height - y), width: millimetres(item.width) }]
    })
  })
  return Promise.all(pages)
}
