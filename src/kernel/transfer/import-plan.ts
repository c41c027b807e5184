import type { JsonObject } from '../documents/draft.ts'
import type { LayoutChoices } from './layout/find-layout.ts'
import type { DateOrder } from './values/read-date.ts'

/** What a person says of a file beyond what it says itself: where its columns go, what its words mean, how its cells are mended. */
export interface ImportPlan {
  readonly sheet?: string
  /** The row of the head, as the spreadsheet counts. */
  readonly head?: number
  /** By index of the column: where it goes, `''` for nowhere. */
  readonly columns?: Readonly<Record<string, string>>
  /** By what a column holds (`unit`, `item.costMethod`): what words of the file mean. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** By row and index of the column, `12:3`: what stands there instead. */
  readonly fixes?: Readonly<Record<string, string>>
  /** Of the head of all documents of the file, what it does not say itself: by name of the field. */
  readonly header?: Readonly<Record<string, string>>
  /** Rows that are left out. */
  readonly drop?: readonly number[]
  readonly dateOrder?: DateOrder
  /** Records that are to be made because the file names them. */
  readonly create?: readonly { readonly type: string; readonly name: string }[]
  /** Rows with mistakes are left out, the others kept. */
  readonly skipBad?: boolean
  /** Of cells that others have changed since the export, by row and index: whose stands. */
  readonly conflicts?: Readonly<Record<string, 'ours' | 'theirs'>>
}

/** How an import is to be done. */
export interface ImportOptions {
  readonly fileName: string
  readonly mapping: Readonly<Record<string, string>>
  /** Records whose code exists are changed; without it they are refused. */
  readonly update: boolean
  /** Documents are posted as they are created. */
  readonly post: boolean
  /** Values of fields that the file does not say. */
  readonly defaults: JsonObject
  readonly plan?: ImportPlan
  /** What was said of files with the same head before. */
  readonly remembered?: Remembered
  /** Nothing is kept: what can be said without writing is said without. */
  readonly trial?: boolean
}

/** What is known from earlier imports of a type: columns by the fingerprint of the head, words by what they stand for. */
export interface Remembered {
  readonly columns: ReadonlyMap<string, Readonly<Record<string, string>>>
  readonly values: NonNullable<ImportPlan['values']>
}

export const cellKey = (row: number, at: number): string => `${row}:${at}`

export const layoutChoices = (options: Pick<ImportOptions, 'mapping' | 'plan'>): LayoutChoices => ({
  head: options.plan?.head,
  columns: new Map(Object.entries(options.plan?.columns ?? {}).map(([at, target]) => [Number(at), target])),
  mapping: options.mapping,
})
