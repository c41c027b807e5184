import type { CalendarDate } from '../../../base/calendar-date.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { accountCode } from '../../../ledgers/general/account-codes.ts'
import { accountTotals } from '../../../ledgers/general/account-totals.ts'
import type { AccountTotal, BooksView } from '../../../ledgers/general/account-totals.ts'
import { readAccounts } from '../../../ledgers/general/account-tree.ts'
import type { AccountNode, AccountTree } from '../../../ledgers/general/account-tree.ts'
import { lineTotals } from '../../../ledgers/general/line-totals.ts'
import type { LineTotal } from '../../../ledgers/general/line-totals.ts'
import { rolledUp } from '../../../ledgers/general/rolled-totals.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { parseFormula } from './formula.ts'
import type { FormulaTerm } from './formula.ts'

/** What the terms of a statement are filled from, read once: accounts, and the sub-ledgers of those told apart. */
export interface Figures {
  readonly tree: AccountTree
  /** The company's account of a code as the standard writes it. */
  readonly nodeOf: (code: string) => AccountNode | undefined
  readonly totals: ReadonlyMap<string, AccountTotal>
  readonly parties: readonly LineTotal[]
}

/** Which figure of a total is meant, debit positive. */
export type Pick = (total: Omit<AccountTotal, 'account'>) => bigint

export const atEnd: Pick = (total) => total.closing
export const atYearStart: Pick = (total) => total.yearOpening
export const inRange: Pick = (total) => total.debit - total.credit
export const inYear: Pick = (total) => total.yearDebit - total.yearCredit

/** Reads what the formulas need, as they need it. */
export const readFigures = async (
  work: Work,
  range: { readonly from: CalendarDate; readonly to: CalendarDate },
  view: BooksView,
  formulas: readonly string[],
): Promise<Figures> => {
  const [tree, totals] = await Promise.all([readAccounts(work), accountTotals(work, { ...range, ...view })])
  const { accountCodes } = settingsOf(work.settings)
  const nodeOf = (code: string) => tree.byCode(accountCode(code, accountCodes))
  const split = new Set(
    formulas
      .flatMap(parseFormula)
      .filter((term) => term.kind === 'debits' || term.kind === 'credits')
      .flatMap((term) => tree.within(nodeOf(term.of)?.id ?? ''))
      .map((node) => node.id),
  )
  const parties = await lineTotals(work, { ...range, ...view, accounts: [...split], by: 'party' })
  return { tree, nodeOf, totals: rolledUp(tree, totals), parties }
}

/** A part of what a term stands for, signed as the term adds it. */
export interface TermPart {
  readonly node: AccountNode
  readonly party: string | null
  readonly amount: bigint
}

const noTotal: Omit<AccountTotal, 'account'> = {
  opening: 0n,
  debit: 0n,
  credit: 0n,
  closing: 0n,
  yearOpening: 0n,
  yearDebit: 0n,
  yearCredit: 0n,
}

const normal = (node: AccountNode, balance: bigint) => (node.side === 'debit' ? balance : -balance)

const subLedgers = (figures: Figures, term: FormulaTerm, pick: Pick): TermPart[] => {
  const own = figures.tree.within(figures.nodeOf(term.of)?.id ?? '')
  const nodes = new Map(own.map((node) => [node.id, node]))
  return figures.parties.flatMap((total) => {
    const node = nodes.get(total.account)
    const balance = pick(total)
    if (node === undefined || balance === 0n || balance > 0n !== (term.kind === 'debits')) return []
    return [{ node, party: total.key, amount: term.kind === 'debits' ? balance : -balance }]
  })
}

/** What a branch and the others owe each other: no account holds it, it is what all accounts of the branch leave open. */
const betweenBranches = ({ tree, totals }: Figures, isOwed: boolean, pick: Pick): TermPart[] => {
  const parts = tree.nodes.flatMap((node) => {
    const balance = node.parent === null ? pick(totals.get(node.id) ?? noTotal) : 0n
    return balance === 0n ? [] : [{ node, party: null, amount: isOwed ? -balance : balance }]
  })
  return parts.reduce((sum, part) => sum + part.amount, 0n) > 0n ? parts : []
}

/** What a term is made of; nothing for other lines, which are not the ledger's. */
export const partsOfTerm = (figures: Figures, term: FormulaTerm, pick: Pick): TermPart[] => {
  const { tree, nodeOf, totals } = figures
  if (term.kind === 'line') return []
  if (term.kind === 'debits' || term.kind === 'credits') return subLedgers(figures, term, pick)
  if (term.kind === 'owedByBranches') return betweenBranches(figures, true, pick)
  if (term.kind === 'owedToBranches') return betweenBranches(figures, false, pick)
  if (term.kind === 'profit') {
    return tree.nodes.flatMap((node) => {
      const total = totals.get(node.id)
      // An account that has details may have entries of its own as well; its rolled total has them all.
      return node.category === 'profitLoss' && node.parent === null && total !== undefined
        ? [{ node, party: null, amount: -pick(total) }]
        : []
    })
  }
  const node = nodeOf(term.of)
  const total = node === undefined ? undefined : totals.get(node.id)
  if (node === undefined || total === undefined) return []
  const balance = pick(total)
  if (term.kind === 'ifDebit') return balance > 0n ? [{ node, party: null, amount: balance }] : []
  if (term.kind === 'ifCredit') return balance < 0n ? [{ node, party: null, amount: -balance }] : []
  return [{ node, party: null, amount: normal(node, balance) }]
}

/** The value of a term. */
export const valueOfTerm = (figures: Figures, term: FormulaTerm, pick: Pick): bigint =>
  partsOfTerm(figures, term, pick).reduce((sum, part) => sum + part.amount, 0n)
