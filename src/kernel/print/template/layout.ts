/** What a template is for: a document's paper, a label that is stuck on something, a receipt of a roll. */
export const templateKinds = { document: '单据', label: '标签', receipt: '小票' } as const
export type TemplateKind = keyof typeof templateKinds

/** The sheet a template is laid out on, in millimetres. */
export interface Paper {
  readonly width: number
  /** 0 is a roll: the paper is as long as what stands on it. */
  readonly height: number
}

/** Labels side by side on a sheet of their own, in millimetres; a label printer has one on each. */
export interface LabelSheet {
  readonly width: number
  readonly height: number
  readonly across: number
  readonly down: number
  readonly left: number
  readonly top: number
  readonly gapX: number
  readonly gapY: number
}

/** How far a printer is off its mark, in millimetres. */
export interface Offset {
  readonly x: number
  readonly y: number
}

interface Placed {
  readonly id: string
  /** The upper left corner and the size, in millimetres. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** Printed only where this holds of the record; empty is always. */
  readonly when: string
  /** On which pages it stands. */
  readonly pages: 'every' | 'first' | 'last'
}

/** How text is written; the size is in points. */
export interface TextStyle {
  readonly size: number
  readonly align: 'left' | 'center' | 'right'
  readonly bold: boolean
}

/** How a value is written: as it is, a date as 2026年1月15日, an amount in words (大写), figures without separators or with ¥. */
export const valueFormats = {
  plain: '原样',
  longDate: '2026年1月15日',
  words: '大写金额',
  bare: '无千分位',
  yuan: '¥1,234.50',
  blankZero: '零不打印',
} as const
export type ValueFormat = keyof typeof valueFormats

/** Words that stay, with values between braces: `第 {page} 页`. */
export interface TextElement extends Placed, TextStyle {
  readonly kind: 'text'
  readonly text: string
}

/** One value of the record. */
export interface FieldElement extends Placed, TextStyle {
  readonly kind: 'field'
  readonly path: string
  /** Stands before the value, as `客户：`. */
  readonly label: string
  readonly format: ValueFormat
}

export interface TableColumn {
  readonly path: string
  readonly label: string
  /** Millimetres; what is over or missing is spread. */
  readonly width: number
  readonly align: TextStyle['align']
  readonly format: ValueFormat
  /** Summed on every page and at the end. */
  readonly total: boolean
}

/** The lines of one of the record's tables. Heights are in millimetres. */
export interface TableElement extends Placed {
  readonly kind: 'table'
  readonly table: string
  readonly columns: readonly TableColumn[]
  readonly size: number
  /** 0 leaves the head out: a form has it printed already. */
  readonly headHeight: number
  readonly rowHeight: number
  /** Rows of a page; 0 is as many as fit the height. */
  readonly rows: number
  /** What lines do not fill stays as empty rows. */
  readonly fill: boolean
  /** A long text takes several rows; else it is cut. */
  readonly grow: boolean
  readonly pageTotals: boolean
  readonly totals: boolean
  readonly ruled: boolean
}

export const symbolKinds = {
  code128: 'Code 128',
  ean13: 'EAN-13',
  gs1128: 'GS1-128',
  qr: '二维码',
  dataMatrix: 'DataMatrix',
  gs1DataMatrix: 'GS1 DataMatrix',
} as const
export type SymbolKind = keyof typeof symbolKinds

export interface BarcodeElement extends Placed {
  readonly kind: 'barcode'
  readonly symbol: SymbolKind
  /** What it says, with values between braces. */
  readonly text: string
  /** Written under it for people. */
  readonly readable: boolean
}

/** A picture, kept in the template itself. */
export interface ImageElement extends Placed {
  readonly kind: 'image'
  readonly source: string
}

/** A straight line: its width or its height is 0. */
export interface LineElement extends Placed {
  readonly kind: 'line'
  readonly thickness: number
}

export interface BoxElement extends Placed {
  readonly kind: 'box'
  readonly thickness: number
}

export type LayoutElement =
  | TextElement
  | FieldElement
  | TableElement
  | BarcodeElement
  | ImageElement
  | LineElement
  | BoxElement

/** How a template stands on its paper: elements by exact millimetres, from back to front. */
export interface Layout {
  readonly paper: Paper
  readonly elements: readonly LayoutElement[]
  /** A scan of the form that is printed on (套打): seen while designing, never printed. */
  readonly background: string
  readonly sheet: LabelSheet | null
  /** By the code of a printer. */
  readonly offsets: Readonly<Record<string, Offset>>
}

export const emptyLayout = (paper: Paper): Layout => ({
  paper,
  elements: [],
  background: '',
  sheet: null,
  offsets: {},
})
