/**
 * Reads a block copied from a spreadsheet: tabs between cells, line breaks between rows, quotes around a cell that holds
 * a tab, a line break or a quote (written twice). The empty row after the last line break is not a row.
 */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let at = 0
  let quoted = false
  const endCell = (): void => {
    row.push(cell)
    cell = ''
  }
  const endRow = (): void => {
    endCell()
    rows.push(row)
    row = []
  }
  while (at < text.length) {
    const mark = text[at] ?? ''
    if (quoted) {
      if (mark === '"' && text[at + 1] === '"') {
        cell += '"'
        at += 1
      } else if (mark === '"') quoted = false
      else cell += mark
    } else if (mark === '"' && cell === '' && closesLater(text, at)) quoted = true
    else if (mark === '\t') endCell()
    else if (mark === '\n') endRow()
    else if (mark === '\r') {
      if (text[at + 1] !== '\n') endRow()
    } else cell += mark
    at += 1
  }
  if (cell !== '' || row.length > 0) endRow()
  return rows
}

/** A quote opens a quoted cell only if one closes it at the end of a cell; `12"` and `"A` alone are plain text. */
function closesLater(text: string, open: number): boolean {
  let at = open + 1
  while (at < text.length) {
    if (text[at] !== '"') {
      at += 1
      continue
    }
    if (text[at + 1] === '"') {
      at += 2
      continue
    }
    const next = text[at + 1]
    return next === undefined || next === '\t' || next === '\n' || next === '\r'
  }
  return false
}

/** Writes a block so that a spreadsheet, and parseTsv, read the same cells back. */
export function formatTsv(rows: readonly (readonly string[])[]): string {
  const quote = (cell: string): string => (/["\t\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  return rows.map((row) => row.map(quote).join('\t')).join('\n')
}
