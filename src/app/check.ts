import type { Id } from '../base/id.ts'
import type { Settings } from '../kernel/database/settings.ts'
import { inTransaction } from '../kernel/database/transaction.ts'
import { verifyAuditChain } from '../kernel/audit/audit-chain.ts'
import { inWork } from '../kernel/http/work.ts'
import type { Work } from '../kernel/posting/work.ts'
import { openProduct } from './open-product.ts'

const checkCompany = async (work: Work, log: (line: string) => void): Promise<number> => {
  let broken = 0
  for (const check of work.installed.bookChecks) {
    const violations = await check.violations(work)
    if (violations.length > 0) broken += 1
    log(`${violations.length === 0 ? 'ok    ' : 'BROKEN'} ${check.label} ${check.name} ${violations.join('; ')}`)
  }
  const trail = await verifyAuditChain(work.tx, work.company)
  log(`${trail === undefined ? 'ok    ' : 'BROKEN'} 操作记录完整 auditChain ${trail ?? ''}`)
  return broken + (trail === undefined ? 0 : 1)
}

/** Runs every invariant of every company's books. Answers how many are broken. */
export const check = async (settings: Settings, log: (line: string) => void): Promise<number> => {
  const product = await openProduct(settings, log)
  try {
    const companies = await inTransaction(product.database.pool, { readOnly: true }, (tx) =>
      tx.rows<{ id: Id<'company'>; name: string }>(
        'select company_id as id, name from company_directory order by code',
      ),
    )
    let broken = 0
    for (const { id, name } of companies) {
      log(name)
      await product.context.followUps.settle(id)
      const actor = { id: 'system', name: 'system', may: () => true }
      broken += await inWork(product.context, { company: id, actor }, (work) => checkCompany(work, log), {
        readOnly: true,
        isolation: 'repeatable read',
      })
    }
    return broken
  } finally {
    await product.close()
  }
}
