import { writeFileSync } from 'node:fs'
import type { Id } from '../base/id.ts'
import { systemActor } from '../kernel/access/system-actor.ts'
import { diagnosticsBundle } from '../kernel/diagnostics/bundle.ts'
import type { Settings } from '../kernel/database/settings.ts'
import { inTransaction } from '../kernel/database/transaction.ts'
import { inWork } from '../kernel/http/work.ts'
import { openProduct } from './open-product.ts'

/** `suanpan diagnostics FILE`: the bundle for whoever helps, with the checks of the first company. */
export const writeDiagnostics = async (
  settings: Settings,
  file: string,
  log: (line: string) => void,
): Promise<void> => {
  const product = await openProduct(settings, log)
  try {
    const [company] = await inTransaction(product.database.pool, { readOnly: true }, (tx) =>
      tx.rows<{ id: Id<'company'> }>('select company_id as id from company_directory order by code limit 1'),
    )
    if (company === undefined) throw new Error('there is no company yet')
    const content = await inWork(
      product.context,
      { company: company.id, actor: systemActor },
      (work) => diagnosticsBundle(product.context, work),
      { readOnly: true },
    )
    writeFileSync(file, content, { mode: 0o600 })
    log(`${file} holds no secrets, no figures of the books, and no personal data`)
  } finally {
    await product.close()
  }
}
