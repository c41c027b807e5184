/** A kind of paper, in points (1/72 inch). */
export interface PaperSize {
  readonly width: number
  readonly height: number
  readonly marginX: number
  readonly marginY: number
  /** Lines of text a row may take on a page that has a fixed number of them; absent where rows flow. */
  readonly slots?: number
  /** Lines of the head on such a page. */
  readonly headLines?: number
}

/**
 * A4; A5 laid wide; continuous paper of 241 mm, torn at 140 mm (二等分) or 93 mm (三等分), where each form holds the same
 * number of rows and the printer's tractor takes 13 mm at either side.
 */
export const paperSizes = {
  a4: { width: 595.3, height: 841.9, marginX: 28, marginY: 28 },
  a5: { width: 595.3, height: 419.5, marginX: 28, marginY: 22 },
  '241': { width: 683.1, height: 396, marginX: 37, marginY: 14, slots: 12, headLines: 3 },
  '241-93': { width: 683.1, height: 264, marginX: 37, marginY: 8, slots: 6, headLines: 2 },
} as const satisfies Readonly<Record<string, PaperSize>>

export type PaperName = keyof typeof paperSizes

export const isPaperName = (text: string): text is PaperName => Object.hasOwn(paperSizes, text)
