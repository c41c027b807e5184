import { Problem } from '../../kernel/definition/problem.ts'
import { sharedReading } from '../../kernel/documents/shared-records.ts'
import type { Against, Dimensions, EffectLine } from '../../kernel/posting/proposal.ts'
import type { Work } from '../../kernel/posting/work.ts'
import type { Decimal } from '../../base/decimal.ts'
import { accountRoles, isAccountRole } from '../account-roles.ts'
import { account as accountEntity, accountMapping } from '../dimensions/account.ts'

/** Resolves a role to an account: the mapping for the item's category first, then the general one. */
export interface Accounts {
  of(role: string, itemCategory?: string | null): string
  /** The dimensions that an account keeps; one that no role names (a hand voucher's) keeps all it is given. */
  kept(account: string, dimensions: Dimensions): Dimensions
}

interface MappingRow {
  readonly role: string
  readonly item_category: string | null
  readonly account: string
  readonly by_party: boolean | null
  readonly by_department: boolean | null
  readonly by_employee: boolean | null
  readonly by_project: boolean | null
  readonly by_item: boolean | null
  readonly control: string | null
}

const known = new WeakMap<Work, Promise<Accounts>>()

const read = sharedReading([accountEntity.name, accountMapping.name], async (work): Promise<Accounts> => {
  const rows = await work.tx.rows<MappingRow>(
    `select m.role, m.item_category, m.account, a.by_party, a.by_department, a.by_employee, a.by_project, a.by_item, a.control
     from account_mapping m join account a on a.company_id = $1 and a.id = m.account where m.company_id = $1 and not m.disabled`,
    [work.company],
  )
  const flags = new Map(rows.map((row) => [row.account, row]))
  const accounts = new Map(rows.map((row) => [`${row.role}/${row.item_category ?? ''}`, row.account]))
  return {
    kept: (account, dimensions) => {
      const by = flags.get(account)
      if (by === undefined) return dimensions
      return {
        ...(by.by_party || by.control === 'party' ? { party: dimensions.party ?? null } : {}),
        ...(by.by_department ? { department: dimensions.department ?? null } : {}),
        ...(by.by_employee ? { employee: dimensions.employee ?? null } : {}),
        ...(by.by_project ? { project: dimensions.project ?? null } : {}),
        ...(by.by_item ? { item: dimensions.item ?? null } : {}),
        ...(by.control === 'cash' ? { cashAccount: dimensions.cashAccount ?? null } : {}),
      }
    },
    of: (role, itemCategory) => {
      const account = accounts.get(`${role}/${itemCategory ?? ''}`) ?? accounts.get(`${role}/`)
      if (account !== undefined) return account
      const label = isAccountRole(role) ? accountRoles[role].label : role
      throw new Problem('invalid', {
        zh: `“${label}”没有对应的会计科目，请在“科目映射”中指定`,
        en: `No account is mapped to ${role}; set it under account mapping`,
      })
    },
  }
})

/** The company's mapping, asked for once a unit of work. */
export const accountsOf = (work: Work): Promise<Accounts> => {
  const found = known.get(work)
  if (found !== undefined) return found
  const reading = read(work)
  known.set(work, reading)
  return reading
}

/** What an entry stands against, as it is stored with the entry: enough to correct it later by the ledger alone. */
export interface StoredAgainst {
  readonly role: string
  readonly account: string
  /** The role's part of the whole, as text; the sign is that of the voucher line. */
  readonly amount: string
  readonly dimensions: Dimensions
}

/** The lines opposite an entry of `amount`; one role takes it all, several their shares, which carry the entry's sign. */
export const againstLines = (
  against: Against,
  amount: Decimal,
  resolve: (role: string) => string,
  dimensions: Dimensions,
): EffectLine[] => {
  if (typeof against === 'symbol') return []
  const parts: readonly (readonly [string, Decimal])[] =
    typeof against === 'string'
      ? [[against, amount.neg()]]
      : Object.entries(against).map(([role, part]) => [role, part.neg()])
  return parts
    .filter(([, part]) => !part.isZero())
    .map(([role, part]) => ({ role, account: resolve(role), amount: part, dimensions }))
}

export const storedAgainst = (lines: readonly EffectLine[]): StoredAgainst[] =>
  lines.map((line) => ({ ...line, amount: line.amount.toString() }))
