import { XMLParser } from 'fast-xml-parser'
import type { Json } from '../../base/json.ts'
import { Problem } from '../definition/problem.ts'
import { readSeparated } from '../transfer/read-table.ts'

/** How another system writes what it sends. */
export const messageFormats = ['json', 'csv', 'xml'] as const
export type MessageFormat = (typeof messageFormats)[number]

const unreadable = (detail: string) =>
  new Problem('malformed', { zh: `内容无法读取：${detail}`, en: `The message cannot be read: ${detail}` })

type AsWritten = (key: string, value: unknown, context?: { readonly source?: string }) => unknown

/** Numbers stay as they are written: the order numbers of shops have more digits than a number keeps. */
const asWritten: AsWritten = (_key, value, context) =>
  typeof value === 'number' ? (context?.source ?? String(value)) : value

const readJson = (text: string): Json => {
  try {
    return JSON.parse(text, asWritten) as Json
  } catch (error) {
    throw unreadable(error instanceof Error ? error.message : 'JSON')
  }
}

/** Rows under their heads. */
const readCsv = (text: string): Json => {
  const [head, ...rows] = readSeparated(text)
  if (head === undefined) throw unreadable('CSV 没有表头')
  return {
    rows: rows.map(({ cells }) => Object.fromEntries(head.cells.map((name, at) => [name.trim(), cells[at] ?? '']))),
  }
}

const xml = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: true,
})

/** One that defines entities of its own is refused: messages have none, attacks do. */
const readXml = (text: string): Json => {
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw unreadable('XML 含有文档类型声明')
  try {
    return xml.parse(text, true) as Json
  } catch (error) {
    throw unreadable(error instanceof Error ? error.message : 'XML')
  }
}

/** What another system sent, as a tree. Throws a Problem where it cannot be read. */
export const readMessage = (text: string, format: MessageFormat): Json => {
  if (format === 'json') return readJson(text)
  return format === 'csv' ? readCsv(text) : readXml(text)
}
