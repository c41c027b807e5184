import { decimal } from '../../../base/decimal.ts'
import { defineProcessRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { BureauRefused, BureauSilent } from '../platform/invoice-platform.ts'
import type { InvoicePlatform, Verdict } from '../platform/invoice-platform.ts'
import { hasPlatform, platformOf } from '../platform/platform-settings.ts'
import { verifyInvoices } from './verify-invoices.ts'

interface OpenRow {
  readonly id: string
  readonly code: string | null
  readonly number: string
  readonly day: string
  readonly net: string
  readonly gross: string
  readonly seller: string | null
  readonly buyer: string | null
}

const openInvoices = (work: Work): Promise<OpenRow[]> =>
  work.tx.rows<OpenRow>(
    `select id, invoice_code as code, invoice_number as number, invoiced_on::text as day, total_net as net, total_gross as gross,
       seller_tax_number as seller, buyer_tax_number as buyer
     from incoming_invoice where company_id = $1 and state <> 'void' and reverses is null
       and coalesce(verification, 'open') = 'open' and buyer_name is not null order by invoiced_on, id limit 500`,
    [work.company],
  )

const note = async (work: Work, id: string, verdict: Verdict): Promise<void> => {
  await work.tx.query(
    `update incoming_invoice set verification = $3, verified_at = $4, version = version + 1, updated_at = $4, updated_by = $5
     where company_id = $1 and id = $2`,
    [work.company, id, verdict, work.clock.now(), work.actor.name],
  )
}

const verdictOn = async (platform: InvoicePlatform, row: OpenRow): Promise<Verdict | undefined> => {
  try {
    return await platform.verify({
      code: row.code,
      number: row.number,
      issuedOn: row.day,
      net: decimal(row.net),
      gross: decimal(row.gross),
      sellerTaxNumber: row.seller,
      buyerTaxNumber: row.buyer,
    })
  } catch (error) {
    // The bureau is asked again the next time; nothing is known of this one.
    if (error instanceof BureauSilent || error instanceof BureauRefused) return undefined
    throw error
  }
}

export const runVerifyInvoices = defineProcessRun(verifyInvoices, async (_parameters, inWork, progress) => {
  const { platform, rows } = await inWork(async (work) =>
    (await hasPlatform(work))
      ? { platform: await platformOf(work), rows: await openInvoices(work) }
      : { platform: undefined, rows: [] },
  )
  const counts = { genuine: 0, differs: 0, unknown: 0, reversed: 0, unanswered: 0 }
  for (const [index, row] of rows.entries()) {
    if (platform === undefined || (await progress.cancelled())) break
    const verdict = await verdictOn(platform, row)
    if (verdict !== undefined) await inWork((work) => note(work, row.id, verdict))
    counts[verdict ?? 'unanswered'] += 1
    await progress.report(index + 1, rows.length)
  }
  return counts
})
