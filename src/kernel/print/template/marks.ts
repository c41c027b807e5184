import type { SymbolKind } from './layout.ts'
import type { DrawnSymbol } from './symbols.ts'

interface At {
  /** Millimetres from the upper left corner of the paper. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** One line of text. Its letters stand within `height`; the baseline is at 0.88 of it. */
export interface TextMark extends At {
  readonly kind: 'text'
  readonly text: string
  /** Points. */
  readonly size: number
  readonly align: 'left' | 'center' | 'right'
  readonly bold: boolean
  readonly red: boolean
}

/** A black rectangle: a line, a side of a box. */
export interface RuleMark extends At {
  readonly kind: 'rule'
}

export interface SymbolMark extends At {
  readonly kind: 'symbol'
  readonly symbol: SymbolKind
  readonly text: string
  readonly drawn: DrawnSymbol
}

export interface ImageMark extends At {
  readonly kind: 'image'
  readonly source: string
}

/** What stands on paper, by exact millimetres: every way of printing is a translation of these. */
export type Mark = TextMark | RuleMark | SymbolMark | ImageMark

export interface PlacedPage {
  readonly width: number
  readonly height: number
  readonly marks: readonly Mark[]
}

/** Millimetres of a point. */
export const pointInMm = 25.4 / 72
/** How far down its height a line of text stands. */
export const baselineOf = ({ y, height }: Pick<TextMark, 'y' | 'height'>): number => y + 0.88 * height
