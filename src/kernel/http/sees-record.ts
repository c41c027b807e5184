import { actorOf, callerInCompany } from '../access/caller.ts'
import { isInScope } from '../documents/in-scope.ts'
import { rightsAt } from './record-answers.ts'
import type { Address } from './record-answers.ts'
import { inWork } from './work.ts'
import type { WorkSource } from './work.ts'
import type { Id } from '../../base/id.ts'

/** A record by the address it is reached at. */
export interface RecordPlace {
  readonly address: Address
  readonly id: string
}

const sees = async (source: WorkSource, company: Id<'company'>, person: string, { address, id }: RecordPlace) => {
  const caller = await callerInCompany(source.pool, person, company)
  if (caller?.company !== company || !rightsAt(address, 'read').some((right) => caller.may(right))) return false
  const acting = { company, actor: actorOf(caller) }
  return inWork(source, acting, (work) => isInScope(work, address.definition, id), { readOnly: true })
}

/** Who of some people may not see a record: who may not read its type, or to whom it is outside the rows they are shown. */
export const unseeing = async <Person extends { readonly id: string }>(
  source: WorkSource,
  company: Id<'company'>,
  people: readonly Person[],
  place: RecordPlace,
): Promise<readonly Person[]> => {
  const found: Person[] = []
  for (const person of people) if (!(await sees(source, company, person.id, place))) found.push(person)
  return found
}
