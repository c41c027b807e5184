import type { Layout, LabelSheet, Offset } from './layout.ts'
import type { Mark, PlacedPage } from './marks.ts'

const movedBy = (mark: Mark, { x, y }: Offset): Mark => ({ ...mark, x: mark.x + x, y: mark.y + y })

/** Moves all that is printed by how far the printer is off. */
export const offsetPages = (pages: readonly PlacedPage[], offset: Offset | undefined): readonly PlacedPage[] =>
  offset === undefined || (offset.x === 0 && offset.y === 0)
    ? pages
    : pages.map((page) => ({ ...page, marks: page.marks.map((mark) => movedBy(mark, offset)) }))

/** Labels side by side on sheets of their own. */
const ontoSheets = (labels: readonly PlacedPage[], sheet: LabelSheet): PlacedPage[] => {
  const each = sheet.across * sheet.down
  return Array.from({ length: Math.ceil(labels.length / each) }, (_page, at) => ({
    width: sheet.width,
    height: sheet.height,
    marks: labels.slice(at * each, (at + 1) * each).flatMap((label, place) =>
      label.marks.map((mark) =>
        movedBy(mark, {
          x: sheet.left + (place % sheet.across) * (label.width + sheet.gapX),
          y: sheet.top + Math.floor(place / sheet.across) * (label.height + sheet.gapY),
        }),
      ),
    ),
  }))
}

/** The pages as they go to a sheet of labels, where the layout has one. */
export const sheetsOf = (layout: Layout, pages: readonly PlacedPage[]): readonly PlacedPage[] =>
  layout.sheet === null ? pages : ontoSheets(pages, layout.sheet)
