import { Problem } from '../../kernel/definition/problem.ts'
import { sharedReading } from '../../kernel/documents/shared-records.ts'
import type { Against, Dimensions, EffectLine } from '../../kernel/posting/proposal.ts'
import type { Work } from '../../kernel/posting/work.ts'
import type { Decimal } from '../../base/decimal.ts'
import { accountRoles, isAccountRole } from '../account-roles.ts'
import { branchesOf } from './branches.ts'
import type { Branches } from './branches.ts'
import { account as accountEntity, accountMapping } from '../dimensions/account.ts'

/** Resolves a role to an account: the mapping for the item's category first, then the general one. */
export interface Accounts {
  of(role: string, itemCategory?: string | null): string
  /** The dimensions that an account keeps; one that no role names (a hand voucher's) keeps all it is given. */
  kept(account: string, dimensions: Dimensions): Dimensions
  /** Of what the document carries, what the account is told apart by. */
  asked(account: string, carried: Dimensions): Dimensions
  /** What the account is told apart by and a line of it does not say. */
  missing(account: string, dimensions: Dimensions): readonly (keyof Dimensions)[]
  /** 560205 差旅费. */
  title(account: string): string
  /** Whether the account counts quantities beside money. */
  counts(account: string): boolean
  /** Whose warehouses and cash accounts they are. */
  readonly branches: Branches
}

interface MappingRow {
  readonly role: string
  readonly item_category: string | null
  readonly account: string
}

interface FlagsRow {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly by_party: boolean | null
  readonly by_department: boolean | null
  readonly by_employee: boolean | null
  readonly by_project: boolean | null
  readonly by_item: boolean | null
  readonly by_quantity: boolean | null
  readonly auxiliary_kind1: string | null
  readonly auxiliary_kind2: string | null
  readonly control: string | null
}

/** The names of the dimensions that an account is told apart by. */
const askedBy = (row: FlagsRow): readonly (keyof Dimensions)[] => [
  // Every line says whose part of the company it is of.
  'branch',
  ...(row.by_party === true || row.control === 'party' ? (['party'] as const) : []),
  ...(row.by_department === true ? (['department'] as const) : []),
  ...(row.by_employee === true ? (['employee'] as const) : []),
  ...(row.by_project === true ? (['project'] as const) : []),
  ...(row.by_item === true ? (['item'] as const) : []),
  ...(row.control === 'cash' ? (['cashAccount'] as const) : []),
  ...(row.auxiliary_kind1 === null ? [] : (['auxiliary1'] as const)),
  ...(row.auxiliary_kind2 === null ? [] : (['auxiliary2'] as const)),
]

const only = (names: readonly (keyof Dimensions)[], dimensions: Dimensions): Dimensions =>
  Object.fromEntries(names.map((name) => [name, dimensions[name] ?? null]))

const known = new WeakMap<Work, Promise<Accounts>>()

const read = sharedReading(
  [accountEntity.name, accountMapping.name],
  async (work): Promise<Omit<Accounts, 'branches'>> => {
    const [rows, flags] = await Promise.all([
      work.tx.rows<MappingRow>(
        `select role, item_category, account from account_mapping where company_id = $1 and not disabled`,
        [work.company],
      ),
      work.tx.rows<FlagsRow>(
        `select id, code, name, by_party, by_department, by_employee, by_project, by_item, by_quantity, auxiliary_kind1, auxiliary_kind2, control
       from account where company_id = $1`,
        [work.company],
      ),
    ])
    const named = new Set(rows.map((row) => row.account))
    const names = new Map(flags.map((row) => [row.id, askedBy(row)]))
    const titles = new Map(flags.map((row) => [row.id, `${row.code} ${row.name}`]))
    const counting = new Set(flags.filter((row) => row.by_quantity === true).map((row) => row.id))
    const accounts = new Map(rows.map((row) => [`${row.role}/${row.item_category ?? ''}`, row.account]))
    return {
      kept: (account, dimensions) => (named.has(account) ? only(names.get(account) ?? [], dimensions) : dimensions),
      asked: (account, carried) => only(names.get(account) ?? [], carried),
      missing: (account, dimensions) =>
        (names.get(account) ?? []).filter((name) => name !== 'branch' && (dimensions[name] ?? null) === null),
      title: (account) => titles.get(account) ?? '',
      counts: (account) => counting.has(account),
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
  },
)

/** The company's mapping, asked for once a unit of work. */
export const accountsOf = (work: Work): Promise<Accounts> => {
  const found = known.get(work)
  if (found !== undefined) return found
  const reading = Promise.all([read(work), branchesOf(work)]).then(([accounts, branches]) => ({
    ...accounts,
    branches,
  }))
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
