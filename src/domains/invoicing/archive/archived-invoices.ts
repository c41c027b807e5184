import { createHash } from 'node:crypto'
import type { Work } from '../../../kernel/posting/work.ts'

export interface VoucherLine {
  readonly account: string
  readonly name: string
  readonly summary: string
  readonly debit: string
  readonly credit: string
}

/** A voucher that an invoice stands behind. */
export interface BehindVoucher {
  readonly id: string
  readonly number: string
  readonly date: string
  readonly period: string
  readonly lines: readonly VoucherLine[]
}

/** An original in the archive with the invoice it is of. */
export interface ArchivedFile {
  readonly key: string
  readonly number: string
  readonly direction: 'received' | 'issued'
  readonly type: string
  readonly record: string
  readonly document: string
  readonly issuedOn: string
  readonly otherSide: string
  readonly otherTaxNumber: string | null
  readonly net: string
  readonly tax: string
  readonly gross: string
  readonly isRed: boolean
  readonly isVerified: boolean
  readonly isPaid: boolean
  readonly name: string
  readonly sha256: string
  readonly keptAt: string
  readonly vouchers: readonly BehindVoucher[]
}

interface FileRow extends Omit<ArchivedFile, 'vouchers'> {
  /** The document whose posting books the invoice. */
  readonly booked: readonly string[]
}

const rowsOf = (work: Work, from: string, through: string): Promise<FileRow[]> =>
  work.tx.rows<FileRow>(
    `with invoice as (
       select n.id, n.number as document, n.invoiced_on::text as day, n.seller_name as other, n.seller_tax_number as other_tax,
         n.total_net as net, n.total_tax as tax, n.total_gross as gross, coalesce(n.is_red, false) as red,
         n.verification = 'genuine' as verified,
         array(select l.target_id from document_link l where l.company_id = $1 and l.source_id = n.id and l.relation = 'caused') as booked
       from incoming_invoice n where n.company_id = $1 and to_char(n.invoiced_on, 'YYYY-MM') between $2 and $3
       union all
       select d.id, d.number, left(d.issued_at, 10), d.buyer_name, d.buyer_tax_number, d.total_net, d.total_tax, d.total_gross,
         coalesce(d.is_red, false), true,
         array(with bill as (select distinct l.source_document as id from digital_invoice_line l
             where l.company_id = $1 and l.owner_id = d.id and l.source_document is not null)
           select id from bill union
           select k.source_id from document_link k join bill on k.target_id = bill.id where k.company_id = $1 and k.relation = 'flow')
       from digital_invoice d where d.company_id = $1 and left(d.issued_at, 7) between $2 and $3)
     select f.invoice_key as key, f.invoice_number as number, f.direction, f.type, f.record_id as record, i.document, i.day as "issuedOn",
       i.other as "otherSide", i.other_tax as "otherTaxNumber", i.net, i.tax, i.gross, i.red as "isRed",
       coalesce(i.verified, false) as "isVerified", i.booked,
       exists (select 1 from party_item p where p.company_id = $1 and p.document_id = any(i.booked)) and
         not exists (select 1 from party_item p where p.company_id = $1 and p.document_id = any(i.booked) and p.open <> 0) as "isPaid",
       f.name, f.sha256, to_char(f.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI:SS') as "keptAt"
     from invoice_file f join invoice i on i.id = f.record_id
     where f.company_id = $1 order by i.day, f.invoice_number, f.name`,
    [work.company, from, through],
  )

const voucherLines = async (work: Work, ids: readonly string[]): Promise<ReadonlyMap<string, VoucherLine[]>> => {
  const rows = await work.tx.rows<VoucherLine & { voucher: string }>(
    `select e.voucher, a.code as account, a.name, coalesce(e.summary, v.summary) as summary, coalesce(e.debit, 0)::text as debit,
       coalesce(e.credit, 0)::text as credit
     from general_entry e join account a on a.company_id = $1 and a.id = e.account_id
     join general_voucher v on v.company_id = $1 and v.id = e.voucher
     where e.company_id = $1 and e.voucher = any($2::uuid[]) order by e.id`,
    [work.company, ids],
  )
  return Map.groupBy(rows, (row) => row.voucher)
}

/** The vouchers of documents, by document; withdrawn ones are not among them. */
const vouchersBehind = async (
  work: Work,
  documents: readonly string[],
): Promise<ReadonlyMap<string, BehindVoucher[]>> => {
  const found = documents.length === 0 ? [] : await work.installed.projecting?.vouchersOf(work, documents)
  const vouchers = found ?? []
  const lines = await voucherLines(
    work,
    vouchers.map((voucher) => voucher.id),
  )
  return Map.groupBy(
    vouchers.map((voucher) => ({
      owner: voucher.document,
      id: voucher.id,
      number: voucher.number,
      date: voucher.date,
      period: voucher.date.slice(0, 7),
      lines: lines.get(voucher.id) ?? [],
    })),
    (voucher) => voucher.owner,
  )
}

/** The originals of invoices that were issued in some months, with the vouchers they stand behind. */
export const archivedFiles = async (work: Work, from: string, through: string): Promise<ArchivedFile[]> => {
  const rows = await rowsOf(work, from, through)
  const behind = await vouchersBehind(work, [...new Set(rows.flatMap((row) => row.booked))])
  return rows.map(({ booked, ...row }) => ({ ...row, vouchers: booked.flatMap((id) => behind.get(id) ?? []) }))
}

export type Integrity = 'whole' | 'changed' | 'missing'

/** Whether what lies in the archive is still what was kept: its hash is computed anew. */
export const integrityOf = async (work: Work, sha256: string): Promise<Integrity> => {
  try {
    const bytes = await work.files.read(sha256)
    return createHash('sha256').update(bytes).digest('hex') === sha256 ? 'whole' : 'changed'
  } catch {
    return 'missing'
  }
}
