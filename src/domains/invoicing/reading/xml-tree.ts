import { XMLParser } from 'fast-xml-parser'
import { unreadable } from './read-invoice.ts'

/** An element: its text, or its children by name without prefix; those that repeat as a list. */
export type XmlNode = string | { readonly [name: string]: XmlNode | readonly XmlNode[] }

const parser = new XMLParser({
  ignoreAttributes: true,
  removeNSPrefix: true,
  parseTagValue: false,
  trimValues: true,
  processEntities: true,
})

/** Reads an XML document. One that defines entities of its own is refused: invoices have none, attacks do. */
export const parseXml = (bytes: Uint8Array): XmlNode => {
  const text = new TextDecoder().decode(bytes)
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw unreadable('XML 含有文档类型声明', 'The XML declares a document type')
  try {
    return parser.parse(text) as XmlNode
  } catch {
    throw unreadable('XML 不完整', 'The XML is not well formed')
  }
}

/** The elements of a name among the children, however often it stands. */
export const nodesOf = (node: XmlNode | undefined, name: string): readonly XmlNode[] => {
  if (node === undefined || typeof node === 'string') return []
  const found = node[name]
  if (found === undefined) return []
  return Array.isArray(found) ? (found as readonly XmlNode[]) : [found as XmlNode]
}

/** The first element at the end of a path. */
export const nodeAt = (node: XmlNode | undefined, ...path: readonly string[]): XmlNode | undefined =>
  path.reduce<XmlNode | undefined>((at, name) => nodesOf(at, name)[0], node)

/** The text at the end of a path; empty where there is none. */
export const textAt = (node: XmlNode | undefined, ...path: readonly string[]): string => {
  const found = nodeAt(node, ...path)
  return typeof found === 'string' ? found : ''
}
