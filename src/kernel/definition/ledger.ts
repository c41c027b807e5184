import type { Fields } from './field.ts'

/** The columns of an index, and which entries it holds where it does not hold all. */
export type LedgerIndex = readonly string[] | { readonly columns: readonly string[]; readonly where: string }

/** Append-only entries with dimensions and measures, and the balances over them: 账. */
export interface LedgerDefinition<Name extends string = string, F extends Fields = Fields> {
  readonly sort: 'ledger'
  readonly name: Name
  readonly label: string
  readonly english?: string
  /** Columns of an entry beside those every entry has: posting, document, line, date, moment, account, what it stands against. */
  readonly entry: F
  /** The columns that key a balance, and those that it sums. */
  readonly balance?: {
    readonly key: readonly string[]
    readonly sums: readonly string[]
    /** Columns of the entry that made it, kept beside the sums. */
    readonly keeps?: readonly string[]
  }
  /** Other indexes that questions of the trade need, by column. */
  readonly indexes?: readonly LedgerIndex[]
}

export type AnyLedger = LedgerDefinition

export const defineLedger = <const Name extends string, const F extends Fields>(
  definition: Omit<LedgerDefinition<Name, F>, 'sort' | 'balance'> & {
    readonly balance?: {
      readonly key: readonly Extract<keyof NoInfer<F>, string>[]
      readonly sums: readonly Extract<keyof NoInfer<F>, string>[]
      readonly keeps?: readonly Extract<keyof NoInfer<F>, string>[]
    }
  },
): LedgerDefinition<Name, F> => ({ ...definition, sort: 'ledger' })

/** What an amount is for, resolved to an account by company, item category, party, place, tax: 科目映射. */
export interface AccountRole<Name extends string = string> {
  readonly name: Name
  readonly label: string
}

export const defineAccountRole = <const Name extends string>(name: Name, label: string): AccountRole<Name> => ({
  name,
  label,
})
