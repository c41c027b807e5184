import { tableOf } from '../documents/storage.ts'
import type { Work } from './work.ts'

/**
 * Documents that are posted and whose effect stands nowhere: what another system would keep in a queue between its modules.
 * Here a document posts with all it means in one transaction, so there are none, at any moment.
 */
export const pendingTransfers = async (work: Work): Promise<readonly string[]> => {
  const types = [...work.installed.postings.values()].map(({ document }) => document)
  if (types.length === 0) return []
  const each = types.map(
    (type) =>
      `select d.number from ${tableOf(type).name} d where d.company_id = $1 and d.state in ('posted', 'closed')
         and not exists (select 1 from posting p where p.company_id = $1 and p.document_id = d.id)`,
  )
  const rows = await work.tx.rows<{ number: string }>(`${each.join(' union all ')} limit 5`, [work.company])
  return rows.map((row) => row.number)
}
