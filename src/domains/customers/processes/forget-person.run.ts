import { decimal } from '../../../base/decimal.ts'
import { audit } from '../../../kernel/audit/audit.ts'
import { conflict, fieldProblem, invalid } from '../../../kernel/definition/problem.ts'
import type { AnyEntity } from '../../../kernel/definition/record.ts'
import { headerFields } from '../../../kernel/documents/draft.ts'
import { findEntity } from '../../../kernel/documents/entities.ts'
import { defineProcessRun } from '../../../kernel/documents/installed.ts'
import { forgetReferences } from '../../../kernel/documents/lookup.ts'
import { indexEntities } from '../../../kernel/documents/search-text.ts'
import { lineTableOf, tableOf, updateRow } from '../../../kernel/documents/storage.ts'
import { inCompany } from '../../../kernel/own/installed-in.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { employee } from '../../../ledgers/dimensions/people.ts'
import { forgetPersonProcess } from './forget-person.ts'

/** What tells who someone is, beside the fields that say so themselves. */
const tellingOf: Readonly<Record<string, readonly string[]>> = {
  party: ['shortName', 'contact', 'address', 'taxNumber', 'invoiceEmail', 'bankAccount', 'remark'],
  employee: ['username'],
}

/** Someone who still owes or is owed something has to be known by name until that is settled. */
const refuseUnsettled = async (work: Work, id: string): Promise<void> => {
  const [row] = await work.tx.rows<{ n: string; open: string }>(
    `select count(*)::text as n, coalesce(sum(open), 0)::text as open from party_item where company_id = $1 and party = $2 and open <> 0`,
    [work.company, id],
  )
  if (row === undefined || row.n === '0') return
  const open = decimal(row.open).toString()
  throw conflict(
    `还有 ${row.n} 笔往来没有结清（合计 ${open}），结清后才能匿名化`,
    `${row.n} items are still open (${open} in all); settle them first`,
  )
}

/** Takes away who a record is about. The trail notes that it was done, by whom and why, and none of what was there. */
const forget = async (
  work: Work,
  product: AnyEntity,
  id: string,
  reason: string | null | undefined,
): Promise<string> => {
  const definition = inCompany(work, product)
  const { header } = await findEntity(work, definition, id, { lock: true })
  forgetReferences(work, definition.name)
  const telling = Object.entries(headerFields(definition))
    .filter(([name, field]) => field.personal !== undefined || tellingOf[definition.name]?.includes(name))
    .map(([name]) => [name, null] as const)
  const name = `已匿名 ${String(header['code'])}`
  const after = {
    ...header,
    ...Object.fromEntries(telling),
    name,
    disabled: true,
    version: Number(header['version']) + 1,
    updatedAt: work.clock.now(),
    updatedBy: work.actor.name,
  }
  updateRow(work.tx, work.company, tableOf(definition), id, after)
  const people = Object.entries(definition.tables).filter(([, { fields }]) =>
    Object.values(fields).some((field) => field.personal !== undefined),
  )
  for (const [table] of people)
    work.tx.send(`delete from ${lineTableOf(definition, table).name} where company_id = $1 and owner_id = $2`, [
      work.company,
      id,
    ])
  indexEntities(work, definition, [{ header: after, tables: {} }])
  audit(work, { action: 'forget', type: definition.name, record: id, label: name, after: { reason: reason ?? '' } })
  return name
}

/** Leads from which a customer came say who that was too. */
const forgetLeadsOf = (work: Work, customer: string): void =>
  work.tx.send(`update lead set contact = null, phone = null, address = null where company_id = $1 and customer = $2`, [
    work.company,
    customer,
  ])

export const runForgetPerson = defineProcessRun(
  forgetPersonProcess,
  async ({ party: who, employee: colleague, reason }, inWork, progress) => {
    const given = who ?? colleague ?? ''
    if (given === '' || (who && colleague))
      throw invalid('请选择一个人', 'Choose one person', [
        fieldProblem('party', '往来单位与职员二选一', 'either this or the employee'),
      ])
    await progress.report(0, 1)
    const name = await inWork(async (work) => {
      if (given === colleague) return forget(work, employee, given, reason)
      await refuseUnsettled(work, given)
      forgetLeadsOf(work, given)
      return forget(work, party, given, reason)
    })
    await progress.report(1, 1)
    return { name }
  },
)
