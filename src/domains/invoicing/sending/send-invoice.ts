import { newId } from '../../../base/id.ts'
import { systemActor } from '../../../kernel/access/system-actor.ts'
import { enqueue } from '../../../kernel/jobs/job-runner.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { sendInvoicesProcess } from './send-invoices.ts'

/** Puts an invoice on its way to an address, the document's own unless told. Nothing happens where there is none. */
export const sendInvoice = async (work: Work, invoice: string, to?: string): Promise<boolean> => {
  const [row] = await work.tx.rows<{ email: string | null }>(
    `select nullif(trim(email), '') as email from digital_invoice where company_id = $1 and id = $2`,
    [work.company, invoice],
  )
  const address = to ?? row?.email ?? null
  if (address === null) return false
  await work.tx.query(
    `insert into invoice_sending (company_id, id, invoice, address, state, attempts, at, by) values ($1, $2, $3, $4, 'waiting', 0, $5, $6)`,
    [work.company, newId<'invoiceSending'>(), invoice, address, work.clock.now(), work.actor.name],
  )
  await work.tx.query(`update digital_invoice set sending = 'waiting' where company_id = $1 and id = $2`, [
    work.company,
    invoice,
  ])
  await enqueue(work.tx, { company: work.company, actor: systemActor }, sendInvoicesProcess.name, {})
  return true
}
