import { fieldProblem } from '../../../kernel/definition/problem.ts'
import { audit } from '../../../kernel/audit/audit.ts'
import { createEntity } from '../../../kernel/documents/entities.ts'
import { defineCheck, defineConsequence } from '../../../kernel/documents/installed.ts'
import { disabledReferences } from '../../../ledgers/disabled-references.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { lead } from './lead.ts'

/** What one is interested in is an item, or said in words. */
export const checkLead = defineCheck(lead, async (input) => [
  ...input.lines.flatMap((line, index) =>
    line.item === null && line.interest === null
      ? [fieldProblem(`lines.${index}.interest`, '请选择商品或填写意向说明', 'name an item, or say what is wanted')]
      : [],
  ),
  ...disabledReferences(lead, input),
])

/** A confirmed lead of a company we did not know is a new customer, with what was written down about them. */
export const leadBecomesCustomer = defineConsequence(lead, async ({ header }, work) => {
  if (header.customer !== null) return
  const [known] = await work.tx.rows<{ id: string }>(
    `select id from party where company_id = $1 and name = $2 and is_customer and not disabled order by code limit 1`,
    [work.company, header.company],
  )
  const customer =
    known?.id ??
    (
      await createEntity(work, party, {
        name: header.company,
        isCustomer: true,
        contact: header.contact,
        phone: header.phone,
        address: header.address,
        region: header.region,
        salesperson: header.salesperson,
      })
    ).header['id']
  await work.tx.query(`update lead set customer = $3 where company_id = $1 and id = $2`, [
    work.company,
    header.id,
    customer,
  ])
  audit(work, {
    action: 'customer',
    type: lead.name,
    record: header.id,
    label: header.number,
    after: { customer },
  })
})
