import { snake } from '../../kernel/definition/define.ts'
import { lineTableOf } from '../../kernel/documents/storage.ts'
import { fieldProblem } from '../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../kernel/definition/problem.ts'
import type { AnyDocument } from '../../kernel/definition/record.ts'
import type { Work } from '../../kernel/posting/work.ts'

/** An invoice that a document is about to book: its number, the code of old paper ones, and the field it stands in. */
export interface ReceivedInvoice {
  readonly code?: string | null | undefined
  readonly number: string | null | undefined
  readonly path: string
}

/** An invoice by which a document owes or expenses something was sent to us; those that name a customer are our own. */
const receives = (document: AnyDocument, work: Work): boolean =>
  work.installed.postings.has(document.name) &&
  !Object.values(document.header).some((field) => field.facet === 'customer')

interface Place {
  readonly label: string
  /** The documents, or the lines of them, that hold the number. */
  readonly sql: string
}

const posted = `h.state in ('submitted', 'posted', 'closed') and h.reverses is null and not exists (
  select 1 from TABLE r where r.company_id = $1 and r.reverses = h.id and r.state <> 'void')`

const placesOf = (document: AnyDocument): Place[] => {
  const table = snake(document.name)
  const stands = posted.replace('TABLE', table)
  const codeOf = (fields: object, alias: string) =>
    'invoiceCode' in fields ? `coalesce(${alias}.invoice_code, '')` : `''`
  const place = (from: string, fields: object, alias: string): Place => ({
    label: document.label,
    sql: `select h.id, h.number as document, ${alias}.invoice_number as number, ${codeOf(fields, alias)} as code from ${from}
      where h.company_id = $1 and ${stands} and ${alias}.invoice_number = any($2::text[]) and h.id <> $3`,
  })
  return [
    ...('invoiceNumber' in document.header ? [place(`${table} h`, document.header, 'h')] : []),
    ...Object.entries(document.tables).flatMap(([name, { fields }]) =>
      'invoiceNumber' in fields && 'invoiceKind' in fields
        ? [
            place(
              `${table} h join ${lineTableOf(document, name).name} l on l.company_id = $1 and l.owner_id = h.id`,
              fields,
              'l',
            ),
          ]
        : [],
    ),
  ]
}

const plain = (text: string) => text.replaceAll(/\s/g, '')
const keyOf = (code: string | null | undefined, number: string) => `${plain(code ?? '')}/${plain(number)}`

/**
 * 发票重复报销、重复入账: numbers that a posted or submitted document has booked already, or that the same document names
 * twice, each refused on its field. A number of 20 digits (数电票) is one alone; an old one is told apart by its code.
 * Looks wherever a posting document keeps `invoiceNumber` (lines: beside `invoiceKind`), so that whatever books an invoice
 * joins by the name of its field. Two that book one at the same time wait for each other.
 */
export const usedInvoices = async (
  work: Work,
  document: string,
  invoices: readonly ReceivedInvoice[],
): Promise<FieldProblem[]> => {
  const named = invoices.flatMap(({ code, number, path }) =>
    number === null || number === undefined || plain(number) === '' ? [] : [{ code, number, path }],
  )
  if (named.length === 0) return []
  const seen = new Set<string>()
  const twice = named.flatMap(({ code, number, path }) => {
    const key = keyOf(code, number)
    if (!seen.has(key)) {
      seen.add(key)
      return []
    }
    return [fieldProblem(path, `发票 ${plain(number)} 在本单重复`, `invoice ${plain(number)} stands here twice`)]
  })
  const numbers = [...new Set(named.map(({ number }) => plain(number)))].toSorted()
  for (const number of numbers) {
    await work.tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`${work.company}/invoice/${number}`])
  }
  const places = [...work.installed.catalogue.documents.values()]
    .filter((each) => receives(each, work))
    .flatMap(placesOf)
  const found = await Promise.all(
    places.map(async ({ label, sql }) => {
      const rows = await work.tx.rows<{ document: string; number: string; code: string }>(sql, [
        work.company,
        [...new Set([...numbers, ...named.map(({ number }) => number)])],
        document,
      ])
      return rows.map((row) => ({ ...row, label }))
    }),
  )
  const used = found.flat()
  const booked = named.flatMap(({ code, number, path }) => {
    const other = used.find(
      (row) =>
        plain(row.number) === plain(number) &&
        (row.code === '' || plain(code ?? '') === '' || plain(row.code) === plain(code ?? '')),
    )
    if (other === undefined) return []
    const problem = fieldProblem(
      path,
      `发票 ${plain(number)} 已在${other.label} ${other.document} 入账，不能重复报销`,
      `invoice ${plain(number)} was booked already by ${other.document}`,
    )
    // An old number without its code may be another invoice's: that is told, not refused.
    const isSure = plain(number).length === 20 || (plain(other.code) !== '' && plain(code ?? '') !== '')
    return [isSure ? problem : { ...problem, warning: true }]
  })
  return [...twice, ...booked]
}
