import type { ReportRow } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { accountTotals } from '../../../ledgers/general/account-totals.ts'
import type { AccountTotal, BooksView } from '../../../ledgers/general/account-totals.ts'
import { readAccounts } from '../../../ledgers/general/account-tree.ts'
import type { AccountNode, AccountTree } from '../../../ledgers/general/account-tree.ts'
import { lineDimensions, lineTotals } from '../../../ledgers/general/line-totals.ts'
import type { LineDimension, LineTotal } from '../../../ledgers/general/line-totals.ts'
import { noTotal, rolledUp } from '../../../ledgers/general/rolled-totals.ts'
import { accountBalances } from './account-balances.ts'
import { headNotes, rangeOf, viewOf } from './book-view.ts'
import type { Range } from './book-view.ts'
import { accountCells, balanceCells, sumCells, sumSides } from './trial-balance.run.ts'

/** The names of the records that lines are told apart by. */
export const dimensionNames = async (
  work: Work,
  by: LineDimension,
  ids: readonly (string | null)[],
): Promise<Map<string, string>> => {
  const rows = await work.tx.rows<{ id: string; code: string; name: string }>(
    `select id, code, name from ${lineDimensions[by].table} where company_id = $1 and id = any($2::uuid[])`,
    [work.company, [...new Set(ids.filter((id) => id !== null))]],
  )
  return new Map(rows.map((row) => [row.id, `${row.code} ${row.name}`]))
}

const partsOf = async (
  work: Work,
  by: LineDimension | null | undefined,
  accounts: readonly AccountNode[],
  range: Range,
  view: BooksView,
) => {
  if (by === null || by === undefined)
    return { parts: new Map<string, LineTotal[]>(), names: new Map<string, string>() }
  const totals = (
    await lineTotals(work, { ...range, ...view, by, accounts: accounts.filter((a) => a.isDetail).map((a) => a.id) })
  ).filter((total) => total.key !== null)
  const names = await dimensionNames(
    work,
    by,
    totals.map((total) => total.key),
  )
  return { parts: Map.groupBy(totals, (total) => total.account), names }
}

const isIdle = (total: AccountTotal) =>
  total.opening === 0n &&
  total.debit === 0n &&
  total.credit === 0n &&
  total.closing === 0n &&
  total.yearDebit === 0n &&
  total.yearCredit === 0n

const chosen = (tree: AccountTree, account: string | null | undefined, level: number | null | undefined) =>
  (account === null || account === undefined
    ? tree.nodes
    : tree.within(account).toSorted((a, b) => (a.code < b.code ? -1 : 1))
  ).filter((node) => level === null || level === undefined || node.level <= level)

export const accountBalancesRun = defineReportRun(accountBalances, async (parameters, work) => {
  const range = rangeOf(work, parameters)
  const view = viewOf(parameters)
  const [tree, totals] = await Promise.all([readAccounts(work), accountTotals(work, { ...range, ...view })])
  const sums = rolledUp(tree, totals)
  const nodes = chosen(tree, parameters.account, parameters.level)
  const { parts, names } = await partsOf(work, parameters.by, nodes, range, view)
  const days = { ...range, branch: view.branch ?? null }
  const rows = nodes.flatMap((node): ReportRow[] => {
    const total = sums.get(node.id) ?? noTotal(node.id)
    if (parameters.idle !== true && isIdle(total)) return []
    const own = { ...accountCells(node, days), ...balanceCells(total) }
    const below = (parts.get(node.id) ?? []).map((part) => ({
      account: node.id,
      ...days,
      code: '',
      name: names.get(part.key ?? '') ?? '',
      level: node.level + 1,
      [parameters.by ?? 'key']: part.key,
      ...balanceCells(part),
    }))
    return [node.isDetail ? own : { ...own, rowKind: 'subtotal' as const }, ...below]
  })
  const top = nodes.filter((node) => !nodes.some((other) => other.id === node.parent))
  return {
    rows,
    totals: sumCells(sumSides(top.flatMap((node) => sums.get(node.id) ?? []))),
    notes: headNotes(work, range, view),
  }
})
