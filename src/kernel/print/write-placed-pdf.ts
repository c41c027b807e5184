import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { makePdf } from './make-pdf.ts'
import { baselineOf, pointInMm } from './template/marks.ts'
import type { Mark, PlacedPage, SymbolMark, TextMark } from './template/marks.ts'

const points = (millimetres: number): number => millimetres / pointInMm
const red = '#c00000'

/** How far the font's letters reach above the baseline, as a part of the size: the writer counts from there. */
const ascender = 1.16

const textContent = (mark: TextMark): Content => ({
  absolutePosition: { x: points(mark.x), y: points(baselineOf(mark)) - ascender * mark.size },
  columns: [
    {
      width: points(mark.width),
      text: mark.text,
      fontSize: mark.size,
      alignment: mark.align,
      noWrap: true,
      preserveLeadingSpaces: true,
      ...(mark.bold ? { bold: true } : {}),
      ...(mark.red ? { color: red } : {}),
    },
  ],
})

const symbolContent = ({ x, y, width, height, drawn }: SymbolMark): Content => ({
  absolutePosition: { x: points(x), y: points(y) },
  canvas: drawn.dark.map((part) => ({
    type: 'rect' as const,
    x: (part.x / drawn.across) * points(width),
    y: (part.y / drawn.down) * points(height),
    w: (part.width / drawn.across) * points(width),
    h: (part.height / drawn.down) * points(height),
    color: 'black',
  })),
})

const contentOf = (mark: Mark): Content => {
  switch (mark.kind) {
    case 'text':
      return textContent(mark)
    case 'symbol':
      return symbolContent(mark)
    case 'image':
      return {
        absolutePosition: { x: points(mark.x), y: points(mark.y) },
        image: mark.source,
        width: points(mark.width),
        height: points(mark.height),
      }
    default:
      return {
        absolutePosition: { x: points(mark.x), y: points(mark.y) },
        canvas: [{ type: 'rect', x: 0, y: 0, w: points(mark.width), h: points(mark.height), color: 'black' }],
      }
  }
}

/** Placed pages as PDF, each mark where it stands; the sheet is as large as the largest of them. */
export const writePlacedPdf = (pages: readonly PlacedPage[], title: string, dataDir: string): Promise<Buffer> => {
  const width = Math.max(...pages.map((page) => page.width))
  const height = Math.max(...pages.map((page) => page.height))
  const definition: TDocumentDefinitions = {
    pageSize: { width: points(width), height: points(height) },
    pageMargins: [0, 0, 0, 0],
    info: { title },
    content: pages.map((page, at): Content => ({
      stack: [{ text: ' ', fontSize: 1 }, ...page.marks.map(contentOf)],
      ...(at === 0 ? {} : { pageBreak: 'before' }),
    })),
  }
  return makePdf(definition, dataDir)
}
