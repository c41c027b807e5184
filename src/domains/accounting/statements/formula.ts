/**
 * A line's formula, as the 填列说明 of the statements write it in short:
 * `1405` the balance (or net movement) of an account on its normal side · `D(1122)` `C(1122)` the debit, the credit
 * balances of its sub-ledgers, party by party (重分类) · `T(222101)` `U(222106)` the account's balance as a whole if it is in
 * debit, in credit · `PL` profit and loss not yet carried forward · `BD`
 * `BC` what a branch is owed by the others and the head office, what it owes them · `L15` another line.
 */
export interface FormulaTerm {
  readonly sign: 1n | -1n
  readonly kind:
    | 'balance'
    | 'debits'
    | 'credits'
    | 'ifDebit'
    | 'ifCredit'
    | 'profit'
    | 'owedByBranches'
    | 'owedToBranches'
    | 'line'
  /** The account's code or the line's number; empty for profit and what is between branches. */
  readonly of: string
}

const kinds: Readonly<Record<string, FormulaTerm['kind']>> = {
  D: 'debits',
  C: 'credits',
  T: 'ifDebit',
  U: 'ifCredit',
}

/** Terms that are made of all accounts. */
const wholes: Readonly<Record<string, FormulaTerm['kind']>> = {
  PL: 'profit',
  BD: 'owedByBranches',
  BC: 'owedToBranches',
}

const pattern = /([+-]?)(?:([DCTU])\((\d+)\)|(PL|BD|BC)|L(\d+)|(\d+))/gy

/** Reads a formula. Throws a RangeError for text that is none. */
export const parseFormula = (formula: string): FormulaTerm[] => {
  const terms: FormulaTerm[] = []
  pattern.lastIndex = 0
  for (let at = 0; at < formula.length; at = pattern.lastIndex) {
    const found = pattern.exec(formula)
    if (found === null) throw new RangeError(`not a formula: ${formula}`)
    const [, sign, call, called, whole, line, account] = found
    const negative = sign === '-' ? -1n : 1n
    if (call !== undefined) terms.push({ sign: negative, kind: kinds[call] ?? 'balance', of: called ?? '' })
    else if (whole !== undefined) terms.push({ sign: negative, kind: wholes[whole] ?? 'profit', of: '' })
    else if (line !== undefined) terms.push({ sign: negative, kind: 'line', of: line })
    else terms.push({ sign: negative, kind: 'balance', of: account ?? '' })
  }
  return terms
}

/** What the terms stand for, in cents; lines are the evaluation's own. */
export interface FormulaSource {
  value(term: FormulaTerm): bigint
}

export interface FormulaLine {
  readonly line: number
  readonly formula: string
}

/** Evaluates all lines of a statement; a line may name lines before and after it, in no circle. Some may be known already. */
export const evaluateLines = (
  lines: readonly FormulaLine[],
  source: FormulaSource,
  given: ReadonlyMap<number, bigint> = new Map(),
): Map<number, bigint> => {
  const byLine = new Map(lines.map((line) => [line.line, line]))
  const values = new Map(given)
  const under = new Set<number>()
  const valueOf = (number: number): bigint => {
    const known = values.get(number)
    if (known !== undefined) return known
    const line = byLine.get(number)
    if (line === undefined) throw new RangeError(`there is no line ${number}`)
    if (under.has(number)) throw new RangeError(`line ${number} names itself`)
    under.add(number)
    const value = parseFormula(line.formula).reduce(
      (sum, term) => sum + term.sign * (term.kind === 'line' ? valueOf(Number(term.of)) : source.value(term)),
      0n,
    )
    values.set(number, value)
    return value
  }
  for (const line of lines) valueOf(line.line)
  return values
}
