import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Id } from '../base/id.ts'
import { systemActor } from '../kernel/access/system-actor.ts'
import { exportTrail } from '../kernel/audit/audit-export.ts'
import type { Settings } from '../kernel/database/settings.ts'
import { inTransaction } from '../kernel/database/transaction.ts'
import { inWork } from '../kernel/http/work.ts'
import { openProduct } from './open-product.ts'

/** `suanpan audit export FILE [COMPANY]`: the trail of a company by its code; of the only one where none is named. */
export const exportAudit = async (
  settings: Settings,
  file: string,
  code: string | undefined,
  log: (line: string) => void,
): Promise<void> => {
  const product = await openProduct(settings, log)
  try {
    const companies = await inTransaction(product.database.pool, { readOnly: true }, (tx) =>
      tx.rows<{ id: Id<'company'>; code: string }>(
        'select company_id as id, code from company_directory order by code',
      ),
    )
    const found =
      code === undefined && companies.length === 1 ? companies[0] : companies.find((one) => one.code === code)
    if (found === undefined) throw new Error(`name a company: ${companies.map((one) => one.code).join(', ')}`)
    await product.context.followUps.settle(found.id)
    await inWork(
      product.context,
      { company: found.id, actor: systemActor },
      (work) => pipeline(Readable.from(exportTrail(work)), createWriteStream(file, { mode: 0o600, flush: true })),
      { readOnly: true, isolation: 'repeatable read' },
    )
    log(`the trail of ${found.code} is ${file}; node scripts/verify-audit.mjs ${file} verifies it anywhere`)
  } finally {
    await product.close()
  }
}
