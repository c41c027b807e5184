import { createHash } from 'node:crypto'

/** A table's rows, of one company where they belong to one: how many, and the hash of their text in the order of their key. */
export interface TableSum {
  readonly schema: string
  readonly name: string
  readonly company: string | null
  readonly bytes: number
  readonly sha256: string
}

/** What a backup holds, written at its end. */
export interface Manifest {
  readonly program: string
  readonly takenAt: string
  readonly migrations: readonly string[]
  readonly tables: readonly TableSum[]
  readonly files: number
  readonly fileBytes: number
}

/** One hash over the rows of some tables of all companies: of a ledger's entries, of the trail. */
export const sumOf = (tables: readonly TableSum[], wanted: readonly string[]): string => {
  const hash = createHash('sha256')
  for (const { schema, name, company, sha256 } of tables)
    if (schema === 'public' && wanted.includes(name)) hash.update(`${name} ${company ?? ''} ${sha256}\n`)
  return hash.digest('hex')
}

/** A ledger, or what is as dear as one, by the tables that hold it. */
export interface NamedTables {
  readonly name: string
  readonly label: string
  readonly tables: readonly string[]
}

/** The hash of every ledger. */
export const ledgerSums = (
  tables: readonly TableSum[],
  ledgers: readonly NamedTables[],
): { readonly [ledger: string]: string } =>
  Object.fromEntries(ledgers.map((ledger) => [ledger.name, sumOf(tables, ledger.tables)]))

/** The tables whose rows differ, the first few in words; none when both are the same. */
export const differences = (one: readonly TableSum[], other: readonly TableSum[]): string[] => {
  const keyOf = ({ schema, name, company }: TableSum) => `${schema}.${name}${company === null ? '' : ` (${company})`}`
  const left = new Map(one.map((sum) => [keyOf(sum), sum.sha256]))
  const right = new Map(other.map((sum) => [keyOf(sum), sum.sha256]))
  return [...new Set([...left.keys(), ...right.keys()])].filter((key) => left.get(key) !== right.get(key))
}
