import { Problem } from '../../../kernel/definition/problem.ts'
import { readTable } from '../../../kernel/transfer/read-table.ts'
import { alipay } from './alipay.ts'
import { boc } from './boc.ts'
import { isCamt053, readCamt053 } from './camt053.ts'
import { cmb } from './cmb.ts'
import { icbc } from './icbc.ts'
import { guessMapping, isSufficient } from './known-heads.ts'
import { isMt940, readMt940 } from './mt940.ts'
import { readMapped } from './read-mapped.ts'
import type { ColumnMapping } from './read-mapped.ts'
import type { ReadStatement } from './statement.ts'
import { fingerprintOf, plainHead, tableOfSheet, tableOfText } from './table.ts'
import type { StatementTable } from './table.ts'
import { wechat } from './wechat.ts'

/** The tables of banks and wallets that are known by their headings. */
export const tableFormats = [alipay, wechat, icbc, cmb, boc]

/** A file as it was read; where its columns are not known, without statements and with what a person must say. */
export interface ReadFile {
  readonly format: string
  readonly label: string
  readonly statements: readonly ReadStatement[]
  /** Of a table that is not a known bank's: its columns, and what each was taken for. */
  readonly columns: {
    readonly fingerprint: string
    readonly heading: readonly string[]
    readonly mapping: ColumnMapping
    readonly sample: readonly (readonly string[])[]
  } | null
}

/** Mappings that were said before, by the fingerprint of the heading. */
export type KnownMappings = (fingerprint: string) => ColumnMapping | undefined

const unreadable = () =>
  new Problem('invalid', {
    zh: '没有找到流水表头：请用网银或钱包导出的 csv、xlsx、camt.053、MT940 文件，表头须有日期和金额',
    en: 'No heading of a statement was found: use the csv, xlsx, camt.053 or MT940 file of the bank; the heading must name a date and an amount',
  })

/** Text in UTF-8, in UTF-16 with its mark, or in GB18030, as Alipay and many banks write it. */
export const textIn = (bytes: Uint8Array): string => {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes).replace(/^\uFEFF/, '')
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

const readStatementTable = (table: StatementTable, known: KnownMappings): ReadFile => {
  const fingerprint = fingerprintOf(table.heading)
  const said = known(fingerprint)
  const format = tableFormats.find((each) => each.heads.every((head) => table.heading.includes(plainHead(head))))
  if (format !== undefined && said === undefined) {
    return { format: format.name, label: format.label, statements: [format.read(table)], columns: null }
  }
  const mapping = said ?? guessMapping(table.heading)
  const columns = {
    fingerprint,
    heading: table.heading,
    mapping,
    sample: table.rows.slice(0, 5).map((row) => row.cells),
  }
  const statements = isSufficient(mapping) ? [readMapped(table, mapping)] : []
  return { format: 'table', label: '其他银行', statements, columns }
}

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b

/** Reads a file of a bank or wallet, whichever it is. Throws a Problem for one in which nothing looks like a statement. */
export const readStatementFile = async (bytes: Buffer, known: KnownMappings = () => undefined): Promise<ReadFile> => {
  if (isZip(bytes)) {
    const table = tableOfSheet(await readTable(bytes, true))
    if (table === null) throw unreadable()
    return readStatementTable(table, known)
  }
  const text = textIn(bytes)
  if (isCamt053(text)) return { format: 'camt053', label: 'camt.053', statements: readCamt053(text), columns: null }
  if (isMt940(text)) return { format: 'mt940', label: 'MT940', statements: readMt940(text), columns: null }
  const table = tableOfText(text)
  if (table === null) throw unreadable()
  return readStatementTable(table, known)
}
