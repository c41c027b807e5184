import { Problem } from '../../definition/problem.ts'
import type { TableRow } from './table-row.ts'

const separators = ['\t', ',', ';', '|'] as const

/** How often signs stand in a line outside quotes. */
const countOf = (line: string, sign: string): number => line.replace(/"[^"]*"/g, '').split(sign).length - 1

/** The sign that parts cells: it stands in most of the first lines, and as often in each of them. */
const separatorOf = (text: string): string => {
  const lines = text
    .slice(0, 20_000)
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 30)
  const weight = (sign: string): number => {
    const counts = lines.map((line) => countOf(line, sign)).filter((count) => count > 0)
    if (counts.length === 0) return 0
    const usual = counts.toSorted((one, other) => one - other)[Math.floor(counts.length / 2)] ?? 0
    const alike = counts.filter((count) => count === usual).length
    return (alike / lines.length) * Math.min(usual, 20)
  }
  return separators.toSorted((one, other) => weight(other) - weight(one))[0] ?? ','
}

const marks = [
  { encoding: 'utf-16le', mark: [0xff, 0xfe] },
  { encoding: 'utf-16be', mark: [0xfe, 0xff] },
] as const

/** UTF-16 without its mark: of plain letters every other byte is zero. */
const zerosAt = (bytes: Buffer, odd: 0 | 1): number => {
  let zeros = 0
  for (let at = odd; at < Math.min(bytes.length, 2000); at += 2) if (bytes[at] === 0) zeros += 1
  return zeros
}

const encodingsOf = (bytes: Buffer): readonly string[] => {
  const marked = marks.find(({ mark }) => bytes[0] === mark[0] && bytes[1] === mark[1])
  if (marked !== undefined) return [marked.encoding]
  const looked = Math.min(bytes.length, 2000) / 2
  if (zerosAt(bytes, 1) > looked * 0.2) return ['utf-16le']
  if (zerosAt(bytes, 0) > looked * 0.2) return ['utf-16be']
  return ['utf-8', 'gb18030']
}

/** Text in UTF-8, in UTF-16 (Excel's “Unicode 文本”), or in GB18030, as Excel in China saves it. Throws a Problem for others. */
export const decodeText = (bytes: Buffer): string => {
  for (const encoding of encodingsOf(bytes)) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes).replace(/^\uFEFF/, '')
    } catch {
      // The next one may fit.
    }
  }
  throw new Problem('invalid', {
    zh: '文件编码应为 UTF-8、UTF-16 或 GBK',
    en: 'The file must be in UTF-8, UTF-16 or GBK',
  })
}

/** A first line `sep=;` is Excel's own way to say the sign. */
const statedSeparator = /^sep=(.)\r?\n/i

/** Takes separated text apart, quotes and line breaks in cells included. Rows without anything are left out. */
export const separatedRows = (given: string, most: number): TableRow[] => {
  const stated = statedSeparator.exec(given)
  const text = stated === null ? given : given.slice(stated[0].length)
  const separator = stated?.[1] ?? separatorOf(text)
  const rows: TableRow[] = []
  let cells: string[] = []
  let cell = ''
  let quoted = false
  let number = stated === null ? 1 : 2
  const endCell = () => {
    // The apostrophe that kept text from being a formula goes again.
    cells.push(/^'[=+\-@]/.test(cell) ? cell.slice(1) : cell.trim())
    cell = ''
  }
  const endRow = () => {
    endCell()
    if (cells.some((one) => one !== '')) rows.push({ sheet: 'csv', row: number, cells })
    cells = []
    number += 1
  }
  for (let at = 0; at < text.length && rows.length <= most; at += 1) {
    const sign = text[at]
    if (quoted) {
      if (sign === '"' && text[at + 1] === '"') {
        cell += '"'
        at += 1
      } else if (sign === '"') quoted = false
      else cell += sign
    } else if (sign === '"' && cell === '') quoted = true
    else if (sign === separator) endCell()
    else if (sign === '\n') endRow()
    else if (sign === '\r') {
      if (text[at + 1] !== '\n') endRow()
    } else cell += sign
  }
  if (cell !== '' || cells.length > 0) endRow()
  return rows
}
