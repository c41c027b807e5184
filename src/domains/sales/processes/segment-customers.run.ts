import { updateEntity } from '../../../kernel/documents/entities.ts'
import { defineProcessRun } from '../../../kernel/documents/installed.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { segmentedCustomers } from '../reports/segmented-customers.run.ts'
import { segments } from '../rules/rfm.ts'
import { segmentCustomers } from './segment-customers.ts'

export const runSegmentCustomers = defineProcessRun(segmentCustomers, async ({ months }, inWork, progress) => {
  const found = await inWork((work) => segmentedCustomers(work, months ?? 12))
  let changed = 0
  for (const [index, { id, segment }] of found.entries()) {
    if (await progress.cancelled()) break
    const label = segments[segment]
    await inWork(async (work) => {
      const [same] = await work.tx.rows(`select 1 from party where company_id = $1 and id = $2 and segment = $3`, [
        work.company,
        id,
        label,
      ])
      if (same !== undefined) return
      changed += 1
      await updateEntity(work, party, id, { segment: label })
    })
    await progress.report(index + 1, found.length)
  }
  return { customers: found.length, changed }
})
