import type { Content } from 'pdfmake/interfaces.js'
import { makePdf } from './make-pdf.ts'
import type { Tag } from './print-tags.ts'

/** How tags are laid out, in points (1/72 inch): a page of labels, or one label a page for a label printer. */
export const tagSheets = {
  /** A4 with three by eight labels of 70 × 37 mm. */
  a4: { width: 595.3, height: 841.9, across: 3, down: 8 },
  /** One label of 60 × 40 mm. */
  label: { width: 170.1, height: 113.4, across: 1, down: 1 },
} as const
export type TagSheet = (typeof tagSheets)[keyof typeof tagSheets]

export const isTagSheet = (name: string): name is keyof typeof tagSheets => Object.hasOwn(tagSheets, name)

const border = 8
const code = 58

const drawn = (tag: Tag, at: { readonly x: number; readonly y: number; readonly width: number }): Content[] => {
  const inner = at.width - 2 * border
  return [
    { qr: tag.code, fit: code, eccLevel: 'M', absolutePosition: { x: at.x + border, y: at.y + border + 14 } },
    {
      absolutePosition: { x: at.x + border, y: at.y + border },
      columns: [{ width: inner, text: tag.company, fontSize: 7, noWrap: true, color: '#333333' }],
    },
    {
      absolutePosition: { x: at.x + border + code + 8, y: at.y + border + 12 },
      columns: [
        {
          width: inner - code - 8,
          stack: [
            { text: tag.name, fontSize: 9 },
            { text: tag.code, fontSize: 9 },
            ...tag.lines.slice(0, 3).map((text) => ({ text, fontSize: 7, color: '#333333' })),
          ],
        },
      ],
    },
  ]
}

/** Tags side by side, page after page. */
export const writeTagsPdf = (tags: readonly Tag[], sheet: TagSheet, dataDir: string): Promise<Buffer> => {
  const [width, height] = [sheet.width / sheet.across, sheet.height / sheet.down]
  const each = sheet.across * sheet.down
  const pages = Array.from({ length: Math.ceil(tags.length / each) }, (_, page) =>
    tags.slice(page * each, (page + 1) * each),
  )
  const content = pages.map((own, page): Content => ({
    stack: [
      { text: ' ', fontSize: 1 },
      ...own.flatMap((tag, index) =>
        drawn(tag, { x: (index % sheet.across) * width, y: Math.floor(index / sheet.across) * height, width }),
      ),
    ],
    ...(page === 0 ? {} : { pageBreak: 'before' }),
  }))
  return makePdf(
    {
      pageSize: { width: sheet.width, height: sheet.height },
      pageMargins: [0, 0, 0, 0],
      info: { title: tags[0]?.company ?? '' },
      content,
    },
    dataDir,
  )
}
