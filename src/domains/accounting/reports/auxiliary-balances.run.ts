import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { readAccounts } from '../../../ledgers/general/account-tree.ts'
import { accountsOf } from '../../../ledgers/general/accounts.ts'
import { lineTotals } from '../../../ledgers/general/line-totals.ts'
import { dimensionNames } from './account-balances.run.ts'
import { auxiliaryBalances } from './auxiliary-balances.ts'
import { headNotes, rangeOf, viewOf } from './book-view.ts'
import { balanceCells, sumCells, sumSides } from './trial-balance.run.ts'

/** Stands for a record that a line does not name. */
const untold = '（未指定）'

export const auxiliaryBalancesRun = defineReportRun(auxiliaryBalances, async (parameters, work) => {
  const range = rangeOf(work, parameters)
  const view = viewOf(parameters)
  const by = parameters.by ?? 'party'
  const thenBy = parameters.thenBy === by ? undefined : (parameters.thenBy ?? undefined)
  const tree = await readAccounts(work)
  const accounts = (parameters.account ? tree.within(parameters.account) : tree.nodes).map((node) => node.id)
  const mapped = await accountsOf(work)
  // What an account is told apart by and a line does not say is shown as such; other accounts have nothing to say.
  const untoldOf = accounts.filter((account) => mapped.missing(account, {}).includes(by))
  const totals = await lineTotals(work, {
    ...range,
    ...view,
    accounts,
    by,
    untoldOf,
    ...(thenBy === undefined ? {} : { thenBy }),
  })
  const [names, seconds] = await Promise.all([
    dimensionNames(
      work,
      by,
      totals.map((total) => total.key),
    ),
    dimensionNames(
      work,
      thenBy ?? by,
      totals.map((total) => total.second),
    ),
  ])
  const rows = totals.map((total) => {
    const node = tree.byId(total.account)
    return {
      key: total.key === null ? untold : (names.get(total.key) ?? ''),
      second: seconds.get(total.second ?? '') ?? null,
      code: node?.code ?? '',
      name: node?.path ?? '',
      account: total.account,
      ...range,
      [by]: total.key,
      ...(thenBy === undefined ? {} : { [thenBy]: total.second }),
      ...balanceCells(total),
    }
  })
  const order = (row: (typeof rows)[number]) => [row.key, row.second ?? '', row.code].join('\u0000')
  return {
    rows: rows.toSorted((a, b) => (order(a) < order(b) ? -1 : 1)),
    totals: { key: '合计', ...sumCells(sumSides(totals)), code: '' },
    notes: headNotes(work, range, view),
  }
})
