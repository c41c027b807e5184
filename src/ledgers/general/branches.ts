import { isUnused, sharedReading } from '../../kernel/documents/shared-records.ts'
import type { EffectLine } from '../../kernel/posting/proposal.ts'
import type { Work } from '../../kernel/posting/work.ts'
import { branch } from '../dimensions/branch.ts'
import { cashAccount, warehouse } from '../dimensions/place.ts'

/** Whether a reader asks for the books of one branch, or is shown those of some alone: they need not balance by themselves. */
export const readsBranch = (work: Work, view: { readonly branch?: string | undefined }): boolean =>
  view.branch !== undefined || work.actor.scope?.chosen[branch.name] !== undefined

/** The branches of warehouses and cash accounts that have one, by their ids. */
export type Branches = ReadonlyMap<string, string>

const none: Branches = new Map()

const read = sharedReading([branch.name, warehouse.name, cashAccount.name], async (work): Promise<Branches> => {
  const rows = await work.tx.rowsIn<{ id: string; branch: string }>(
    'whole',
    `select id, branch from warehouse where company_id = $1 and branch is not null
     union all select id, branch from cash_account where company_id = $1 and branch is not null`,
    [work.company],
  )
  return new Map(rows.map((row) => [row.id, row.branch]))
})

/** Whose warehouses and cash accounts they are; nothing is asked where the company has no branch. */
export const branchesOf = (work: Work): Promise<Branches> =>
  isUnused(work, branch.name) ? Promise.resolve(none) : read(work)

/**
 * A line of what lies in a place: it is of the branch that the place is of, else of the head office, whoever's document moved it. Goods whose cost all
 * warehouses share are the head office's wherever they lie: only their quantities are known by warehouse.
 */
export const placedIn = (branches: Branches, line: EffectLine, place: string, isShared = false): EffectLine => {
  if (branches.size === 0) return line
  return { ...line, dimensions: { ...line.dimensions, branch: isShared ? null : (branches.get(place) ?? null) } }
}

/**
 * The branches of the documents that earlier postings were of, by document and role, as their vouchers say: what is found later of
 * a cost is of the branch that bore it.
 */
export const branchesBorne = async (work: Work, documents: readonly string[]): Promise<Branches> => {
  if (documents.length === 0 || isUnused(work, branch.name)) return none
  const rows = await work.tx.rowsIn<{ key: string; branch: string }>(
    'whole',
    `select distinct document_id || '/' || role as key, branch from general_entry
     where company_id = $1 and document_id = any($2::uuid[]) and branch is not null and voucher_kind <> 'difference'`,
    [work.company, [...new Set(documents)]],
  )
  return new Map(rows.map((row) => [row.key, row.branch]))
}
