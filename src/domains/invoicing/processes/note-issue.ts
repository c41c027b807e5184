import { snake } from '../../../kernel/definition/define.ts'
import { indexDocuments } from '../../../kernel/documents/search-text.ts'
import { findDocument } from '../../../kernel/documents/documents.ts'
import { notify, withdrawNotices } from '../../../kernel/notices/notify.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import type { issueStates } from '../documents/digital-invoice.ts'
import { digitalInvoice } from '../documents/digital-invoice.ts'

/** Fields of an issued invoice that only the bureau's answers change. */
export interface IssueNotes {
  readonly issueState?: keyof typeof issueStates
  readonly invoiceNumber?: string
  readonly issuedAt?: string
  readonly failure?: string | null
  readonly confirmation?: string | null
  readonly confirmationId?: string | null
  readonly confirmationState?: string | null
  readonly receipt?: string | null
  readonly bureau?: string
  readonly takenBack?: string
  readonly sending?: string
}

/** Notes what the bureau said; what was typed stays as it is. */
export const noteIssue = async (work: Work, id: string, notes: IssueNotes): Promise<void> => {
  const names = Object.keys(notes)
  const sets = names.map((name, index) => `${snake(name)} = $${index + 5}`).join(', ')
  await work.tx.query(
    `update digital_invoice set ${sets}, version = version + 1, updated_at = $3, updated_by = $4 where company_id = $1 and id = $2`,
    [work.company, id, work.clock.now(), work.actor.name, ...Object.values(notes)],
  )
}

const keyOf = (id: string): string => `digitalInvoice/${id}`

/** An invoice that was refused is told to whoever issues invoices, with the bureau's reasons. */
export const noteFailure = async (work: Work, id: string, words: string): Promise<void> => {
  await noteIssue(work, id, { issueState: 'failed', failure: words.slice(0, 400), receipt: null })
  const { header } = await findDocument(work, digitalInvoice, id)
  notify(work, {
    to: { right: 'digitalInvoice.post' },
    key: keyOf(id),
    subject: { type: digitalInvoice.name, id },
    text: {
      zh: `数电票 ${String(header['number'])} 未开成：${words}`.slice(0, 300),
      en: `Digital invoice ${String(header['number'])} was not issued: ${words}`.slice(0, 300),
    },
  })
}

/** The bill carries the number of the invoice that was issued for it, unless it has one. */
export const numberBills = async (work: Work, id: string, number: string): Promise<void> => {
  withdrawNotices(work, keyOf(id))
  for (const [table, type] of [
    ['sales_invoice', 'salesInvoice'],
    ['sales_allowance', 'salesAllowance'],
  ] as const) {
    await work.tx.query(
      `update ${table} set invoice_number = $3, version = version + 1, updated_at = $4, updated_by = $5
       where company_id = $1 and coalesce(invoice_number, '') = '' and id in (
         select source_document from digital_invoice_line where company_id = $1 and owner_id = $2 and source_type = $6)`,
      [work.company, id, number, work.clock.now(), work.actor.name, type],
    )
  }
  indexDocuments(work, digitalInvoice, [await findDocument(work, digitalInvoice, id)])
}
