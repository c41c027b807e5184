/** A row as it stands in a file: where it is, and the text of its cells. */
export interface TableRow {
  readonly sheet: string
  /** As the spreadsheet counts: the first row is 1. */
  readonly row: number
  readonly cells: readonly string[]
}
