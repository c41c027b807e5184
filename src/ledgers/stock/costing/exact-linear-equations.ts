/** A whole-number equation: Σ coefficient × unknown = constant. The unknowns are numbered from zero. */
export interface Equation {
  readonly coefficients: readonly bigint[]
  readonly constant: bigint
}

/** The unknowns as quotients with one positive denominator. */
export interface Solution {
  readonly numerators: readonly bigint[]
  readonly denominator: bigint
}

/**
 * Solves as many equations as unknowns, exactly, by fraction-free elimination (Bareiss 1968): every number on the way
 * is a determinant of the given ones, so that none grows beyond need. Undefined when the solution is not unique.
 */
export function solveExactly(equations: readonly Equation[]): Solution | undefined {
  const size = equations.length
  const rows = equations.map(({ coefficients, constant }) => [...coefficients, constant])
  let previous = 1n
  for (let column = 0; column < size; column += 1) {
    const pivotRow = rows.findIndex((row, index) => index >= column && at(row, column) !== 0n)
    const pivot = rows[pivotRow]
    const displaced = rows[column]
    if (pivot === undefined || displaced === undefined) return undefined
    rows[pivotRow] = displaced
    rows[column] = pivot
    const factor = at(pivot, column)
    for (const [index, row] of rows.entries()) {
      if (index !== column) eliminate(row, pivot, column, factor, previous)
    }
    previous = factor
  }
  return solutionOf(rows, size, previous)
}

function at(row: readonly bigint[], column: number): bigint {
  return row[column] ?? 0n
}

/** Gauss–Jordan with Bareiss's exact division, on the rows above the pivot as well. */
function eliminate(row: bigint[], pivot: readonly bigint[], column: number, factor: bigint, previous: bigint): void {
  const lead = at(row, column)
  for (let index = 0; index < row.length; index += 1) {
    row[index] = (factor * at(row, index) - lead * at(pivot, index)) / previous
  }
}

function solutionOf(rows: readonly (readonly bigint[])[], size: number, determinant: bigint): Solution {
  const sign = determinant < 0n ? -1n : 1n
  return { numerators: rows.map((row) => sign * at(row, size)), denominator: sign * determinant }
}
