import type { Id } from '../../../base/id.ts'
import { defineCompletion } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { partiesOfEmployees } from '../../../ledgers/party/party-of-employee.ts'
import { advanceReturn } from './advance-return.ts'
import { claimPayment } from './claim-payment.ts'
import { employeeAdvance } from './employee-advance.ts'

interface Claiming {
  readonly header: { readonly employee?: Id<'employee'> | null; readonly party?: Id<'party'> | null }
}

/** Drafts with the account of their employee. */
export const withStaffAccount = async <Draft extends Claiming>(
  drafts: readonly Draft[],
  work: Work,
): Promise<readonly Draft[]> => {
  const parties = await partiesOfEmployees(
    work,
    drafts.flatMap((draft) => draft.header.employee ?? []),
  )
  return drafts.map((draft) => {
    const party = parties.get(draft.header.employee ?? '') ?? null
    return party === (draft.header.party ?? null) ? draft : { ...draft, header: { ...draft.header, party } }
  })
}

export const completeEmployeeAdvance = defineCompletion(employeeAdvance, withStaffAccount)

export const completeAdvanceReturn = defineCompletion(advanceReturn, withStaffAccount)

/** Each advance that is paid stands on the account of who borrowed it. */
export const completeClaimPayment = defineCompletion(claimPayment, async (drafts, work) => {
  const parties = await partiesOfEmployees(
    work,
    drafts.flatMap((draft) => draft.tables.lines.flatMap((line) => line.employee ?? [])),
  )
  return drafts.map((draft) => ({
    ...draft,
    tables: {
      ...draft.tables,
      lines: draft.tables.lines.map((line) => ({ ...line, party: parties.get(line.employee ?? '') ?? null })),
    },
  }))
})
