import { textOf } from '../../../base/text.ts'
import { convertDocument } from '../../../kernel/documents/convert.ts'
import { createDocument } from '../../../kernel/documents/documents.ts'
import type { JsonObject } from '../../../kernel/documents/draft.ts'
import { defineConsequence } from '../../../kernel/documents/installed.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { salesContract } from './sales-contract.ts'
import { salesOrder } from './sales-order.ts'

const asJson = (value: unknown): JsonObject => JSON.parse(JSON.stringify(value)) as JsonObject

/** With the setting 订单审核生成合同, a posted order makes the draft of its contract, by the template that was used last. */
export const orderMakesContract = defineConsequence(salesOrder, async ({ header, lines }, work) => {
  if (settingsOf(work.settings).contractFromOrder !== true) return
  if (lines.some((line) => line.source?.type === salesContract.name)) return
  const [template] = await work.tx.rows<{ id: string }>(
    `select t.id from contract_template t left join sales_contract c on c.company_id = $1 and c.template = t.id
     where t.company_id = $1 and not t.disabled group by t.id, t.code order by max(c.created_at) desc nulls last, t.code limit 1`,
    [work.company],
  )
  const { draft } = await convertDocument(work, salesOrder, header.id, salesContract.name)
  await createDocument(work, salesContract, {
    ...asJson(draft),
    date: textOf(header.date),
    template: template?.id ?? null,
  })
})
