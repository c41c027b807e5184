import type { AccountTotal } from './account-totals.ts'
import type { AccountTree } from './account-tree.ts'

const empty = (account: string): AccountTotal => ({
  account,
  opening: 0n,
  debit: 0n,
  credit: 0n,
  closing: 0n,
  yearOpening: 0n,
  yearDebit: 0n,
  yearCredit: 0n,
})

const plus = (account: string, a: AccountTotal, b: AccountTotal): AccountTotal => ({
  account,
  opening: a.opening + b.opening,
  debit: a.debit + b.debit,
  credit: a.credit + b.credit,
  closing: a.closing + b.closing,
  yearOpening: a.yearOpening + b.yearOpening,
  yearDebit: a.yearDebit + b.yearDebit,
  yearCredit: a.yearCredit + b.yearCredit,
})

export const noTotal = (account: string): AccountTotal => empty(account)

/** The totals of detail accounts, added up through the accounts above them. */
export const rolledUp = (tree: AccountTree, totals: ReadonlyMap<string, AccountTotal>): Map<string, AccountTotal> => {
  const sums = new Map<string, AccountTotal>()
  for (const total of totals.values()) {
    for (const node of tree.upwards(total.account)) {
      sums.set(node.id, plus(node.id, sums.get(node.id) ?? empty(node.id), total))
    }
  }
  return sums
}

/** All of several totals together. */
export const totalled = (totals: Iterable<AccountTotal>): AccountTotal =>
  [...totals].reduce((sum, total) => plus('', sum, total), empty(''))
