import { newId } from '../../base/id.ts'
import type { Id } from '../../base/id.ts'
import { forgetReferences } from '../../kernel/documents/lookup.ts'
import { indexEntities } from '../../kernel/documents/search-text.ts'
import { insertRows, tableOf } from '../../kernel/documents/storage.ts'
import type { Work } from '../../kernel/posting/work.ts'
import { accountRoles, isAccountRole, roleAccount } from '../account-roles.ts'
import { account, accountMapping } from '../dimensions/account.ts'
import { accountCode } from '../general/account-codes.ts'
import type { AccountingStandard, ChartAccount } from './chart.ts'
import { enterpriseChart } from './enterprise-chart.ts'
import { smallBusinessChart } from './small-business-chart.ts'

/** The standard's chart of accounts. */
export const chartFor = (standard: AccountingStandard): readonly ChartAccount[] =>
  standard === 'enterprise' ? enterpriseChart : smallBusinessChart

const stamped = (work: Work) => ({
  disabled: false,
  custom: {},
  version: 1,
  createdAt: work.clock.now(),
  createdBy: work.actor.name,
  updatedAt: work.clock.now(),
  updatedBy: work.actor.name,
})

/** Prepayments and advances of both standards. */
const notMonetary = new Set(['1123', '2203', '2204'])

interface Written {
  readonly codeLengths: string
  readonly ids: ReadonlyMap<string, Id<'account'>>
  readonly parents: ReadonlySet<string>
}

const accountRow = (work: Work, { codeLengths, ids, parents }: Written, a: ChartAccount) => ({
  ...stamped(work),
  id: ids.get(a.code),
  code: accountCode(a.code, codeLengths),
  name: a.name,
  parent: a.parent === undefined ? null : ids.get(a.parent),
  category: a.category,
  side: a.side,
  control: a.control ?? null,
  byParty: a.control === 'party',
  byDepartment: false,
  byEmployee: false,
  byProject: false,
  byItem: false,
  auxiliaryKind1: null,
  auxiliaryKind2: null,
  byQuantity: false,
  unit: null,
  byCurrency: false,
  // Prepayments and advances are settled in goods, not in money, and keep their rate (rule 20).
  revalued: !notMonetary.has(a.code),
  cashFlowIn: a.cashFlow?.[0] ?? null,
  cashFlowOut: a.cashFlow?.[1] ?? null,
  detail: !parents.has(a.code),
})

const mappingRows = (work: Work, standard: AccountingStandard, { ids }: Written) =>
  Object.keys(accountRoles)
    .filter(isAccountRole)
    .flatMap((role) => {
      const code = roleAccount(role, standard)
      if (code === null) return []
      const id = ids.get(code)
      if (id === undefined) throw new Error(`The chart of ${standard} has no account ${code} for the role ${role}`)
      const { label } = accountRoles[role]
      const named = { code: role, name: label, role, itemCategory: null, account: id }
      return [{ ...stamped(work), id: newId<'accountMapping'>(), ...named }]
    })

/** Writes the chart of accounts of a standard, in the company's own lengths of codes, and the mapping of every role to it. */
export const createChart = async (
  work: Work,
  chosen: { readonly standard: AccountingStandard; readonly codeLengths: string },
): Promise<void> => {
  const { standard, codeLengths } = chosen
  const chart = chartFor(standard)
  const written = {
    codeLengths,
    ids: new Map(chart.map((a) => [a.code, newId<'account'>()])),
    parents: new Set(chart.flatMap((a) => a.parent ?? [])),
  }
  for (const { name } of [account, accountMapping]) forgetReferences(work, name)
  const rowsOf = [
    [account, chart.map((a) => accountRow(work, written, a))],
    [accountMapping, mappingRows(work, standard, written)],
  ] as const
  for (const [definition, rows] of rowsOf) {
    insertRows(work.tx, work.company, tableOf(definition), rows)
    indexEntities(
      work,
      definition,
      rows.map((header) => ({ header, tables: {} })),
    )
  }
}
