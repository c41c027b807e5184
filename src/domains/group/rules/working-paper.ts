import { evaluateLines } from '../../accounting/index.ts'
import { groupFormLines, groupLines, growsWithDebit, isRepeated, isSum } from './consolidated-forms.ts'
import type { GroupStatement } from './consolidated-forms.ts'
import type { EliminationLine } from './elimination.ts'

/** A line of the 合并工作底稿, in cents. */
export interface PaperLine {
  readonly line: number
  readonly item: string
  readonly indent: number
  readonly strong: boolean
  readonly isSum: boolean
  /** By member, in order. */
  readonly members: readonly bigint[]
  readonly sum: bigint
  readonly debit: bigint
  readonly credit: bigint
  readonly consolidated: bigint
}

const whole = (statement: GroupStatement, parts: ReadonlyMap<number, bigint>) => {
  const lines = groupFormLines(statement)
  const given = lines.filter((line) => !isSum(line)).map((line) => [line.line, parts.get(line.line) ?? 0n] as const)
  return evaluateLines(lines, { value: () => 0n }, new Map(given))
}

const sidesOf = (statement: GroupStatement, eliminations: readonly EliminationLine[]) => {
  const sides = new Map<number, { debit: bigint; credit: bigint }>()
  const add = (line: number, each: EliminationLine) => {
    const side = sides.get(line) ?? { debit: 0n, credit: 0n }
    sides.set(line, { debit: side.debit + each.debit, credit: side.credit + each.credit })
  }
  for (const each of eliminations) {
    if (each.statement === statement) add(each.line, each)
    // What changes the profit changes what is left of it.
    else if (
      statement === 'balanceSheet' &&
      each.statement === 'incomeStatement' &&
      !isRepeated('incomeStatement', each.line)
    )
      add(groupLines.retained, each)
  }
  return sides
}

/** 合并工作底稿 of a statement: members, their sum, what is taken away, and what remains. */
export const workingPaper = (
  statement: GroupStatement,
  members: readonly ReadonlyMap<number, bigint>[],
  eliminations: readonly EliminationLine[],
): PaperLine[] => {
  const lines = groupFormLines(statement)
  const sides = sidesOf(statement, eliminations)
  const partsOf = (line: number) => members.map((member) => member.get(line) ?? 0n)
  const summed = new Map(lines.map((line) => [line.line, partsOf(line.line).reduce((sum, part) => sum + part, 0n)]))
  const left = new Map(
    lines.map((line) => {
      const { debit, credit } = sides.get(line.line) ?? { debit: 0n, credit: 0n }
      const change = growsWithDebit(statement, line) ? debit - credit : credit - debit
      return [line.line, (summed.get(line.line) ?? 0n) + change]
    }),
  )
  const wholes = members.map((member) => whole(statement, member))
  const [sums, consolidated] = [whole(statement, summed), whole(statement, left)]
  return lines.map((line) => ({
    line: line.line,
    item: line.item,
    indent: line.indent ?? 0,
    strong: line.strong === true,
    isSum: isSum(line),
    members: wholes.map((values) => values.get(line.line) ?? 0n),
    sum: sums.get(line.line) ?? 0n,
    debit: sides.get(line.line)?.debit ?? 0n,
    credit: sides.get(line.line)?.credit ?? 0n,
    consolidated: consolidated.get(line.line) ?? 0n,
  }))
}
