import { fieldProblem, invalid } from '../../../kernel/definition/problem.ts'
import { updateDocument } from '../../../kernel/documents/documents.ts'
import { updateEntity } from '../../../kernel/documents/entities.ts'
import { defineProcessRun } from '../../../kernel/documents/installed.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { quotation } from '../documents/quotation.ts'
import { salesDelivery } from '../documents/sales-delivery.ts'
import { salesOrder } from '../documents/sales-order.ts'
import { handOverCustomers } from './hand-over-customers.ts'

const drafted = [
  { definition: quotation, table: 'quotation' },
  { definition: salesOrder, table: 'sales_order' },
  { definition: salesDelivery, table: 'sales_delivery' },
] as const

/** One customer and one draft a transaction: what is in somebody's hands meanwhile fails alone. */
export const runHandOverCustomers = defineProcessRun(handOverCustomers, async (parameters, inWork, progress) => {
  const { from, to } = parameters
  if (!from || !to || from === to) {
    throw invalid('请选择两位不同的业务员', 'Choose two salespeople', [
      fieldProblem('to', '不能与原业务员相同', 'must be another than the first'),
    ])
  }
  const customers = await inWork((work) =>
    work.tx.rows<{ id: string }>(`select id from party where company_id = $1 and salesperson = $2 order by code`, [
      work.company,
      from,
    ]),
  )
  for (const [index, { id }] of customers.entries()) {
    if (await progress.cancelled()) break
    await inWork((work) => updateEntity(work, party, id, { salesperson: to }))
    await progress.report(index + 1, customers.length)
  }
  let documents = 0
  for (const { definition, table } of parameters.drafts === false ? [] : drafted) {
    const rows = await inWork((work) =>
      work.tx.rows<{ id: string }>(
        `select id from ${table} where company_id = $1 and salesperson = $2 and state = 'draft'`,
        [work.company, from],
      ),
    )
    for (const { id } of rows)
      await inWork((work) => updateDocument(work, definition, id, { salesperson: to, department: null }))
    documents += rows.length
  }
  return { customers: customers.length, documents }
})
