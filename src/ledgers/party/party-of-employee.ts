import type { Id } from '../../base/id.ts'
import { createEntity } from '../../kernel/documents/entities.ts'
import type { Work } from '../../kernel/posting/work.ts'
import { party } from '../dimensions/party.ts'

interface Person {
  readonly id: string
  readonly name: string
  readonly phone: string | null
  readonly bank_account: string | null
  readonly party: string | null
}

/**
 * 员工往来: the party under which what an employee owes and is owed stands, by employee. Who borrows or claims for the
 * first time gets one; it carries the employee's name, telephone and bank account.
 */
export const partiesOfEmployees = async (
  work: Work,
  employees: readonly string[],
): Promise<ReadonlyMap<string, Id<'party'>>> => {
  const wanted = [...new Set(employees)]
  if (wanted.length === 0) return new Map()
  const people = await work.tx.rows<Person>(
    `select e.id, e.name, e.phone, e.bank_account, p.id as party from employee e
     left join party p on p.company_id = $1 and p.employee = e.id
     where e.company_id = $1 and e.id = any($2::uuid[]) order by e.code`,
    [work.company, wanted],
  )
  const found = new Map<string, Id<'party'>>()
  for (const { id, name, phone, bank_account: bankAccount, party: known } of people) {
    const made =
      known ??
      String(
        (await createEntity(work, party, { name, phone, bankAccount, isEmployee: true, employee: id })).header['id'],
      )
    found.set(id, made as Id<'party'>)
  }
  return found
}
