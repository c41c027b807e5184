import type { StatementLine } from '../formats/statement.ts'

/**
 * What a line is known by when it comes again: the bank's own number with day and amount where it has one, else all that it
 * says. Equal lines of a file are told apart by how many there are.
 */
export const identityOf = (line: StatementLine): string =>
  line.reference === ''
    ? [
        'C',
        line.date,
        line.time,
        line.amount,
        line.balance ?? '',
        line.counterparty,
        line.counterpartyAccount,
        line.memo,
      ].join('\u001F')
    : ['R', line.date, line.amount, line.reference].join('\u001F')

/** The lines that are not there yet: of each identity as many as the file has beyond those that came before. */
export const newLines = <T extends { readonly identity: string }>(
  lines: readonly T[],
  known: ReadonlyMap<string, number>,
): T[] => {
  const seen = new Map<string, number>()
  return lines.filter(({ identity }) => {
    const nth = (seen.get(identity) ?? 0) + 1
    seen.set(identity, nth)
    return nth > (known.get(identity) ?? 0)
  })
}
