import type { Id } from '../../../base/id.ts'
import { ref } from '../../../kernel/definition/field.ts'
import type { DeriveContext } from '../../../kernel/definition/record.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { department, employee } from '../../../ledgers/dimensions/people.ts'

/** Whose money it is: the employee, the department that bears it, and the account under which it is owed. */
export const claimantHead = {
  employee: ref(employee, { label: '报销人', english: 'Claimant', required: true, indexed: true }),
  department: ref(department, { label: '部门', help: '空则取报销人的部门' }),
  party: ref(party, { label: '员工往来', english: 'Staff account', computed: true, hidden: true, indexed: true }),
} as const

/** The department of the employee, where none was said. */
export const departmentOf = (
  header: { readonly department?: Id<'department'> | null; readonly employee?: Id<'employee'> | null },
  { lookup }: Pick<DeriveContext, 'lookup'>,
) => header.department ?? lookup(employee, header.employee)?.department ?? null
