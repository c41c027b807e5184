import type { GroupStatement } from './consolidated-forms.ts'

/** Where the lines of 小企业会计准则's forms go in the consolidated ones; sums are added up anew. */
const usual: Readonly<Record<GroupStatement, Readonly<Record<number, number>>>> = {
  balanceSheet: {
    1: 1,
    2: 2,
    3: 4,
    4: 5,
    5: 7,
    6: 8,
    7: 8,
    8: 8,
    9: 9,
    14: 13,
    16: 15,
    17: 18,
    20: 22,
    21: 23,
    22: 23,
    23: 22,
    24: 24,
    25: 27,
    26: 28,
    27: 30,
    28: 32,
    31: 35,
    32: 38,
    33: 39,
    34: 40,
    35: 42,
    36: 43,
    37: 44,
    38: 44,
    39: 44,
    40: 47,
    42: 49,
    43: 54,
    44: 56,
    45: 58,
    48: 61,
    49: 65,
    50: 69,
    51: 70,
  },
  incomeStatement: { 1: 1, 2: 2, 3: 3, 11: 4, 14: 5, 18: 7, 19: 8, 20: 11, 22: 20, 24: 21, 31: 23 },
  cashFlow: {
    1: 1,
    2: 3,
    3: 5,
    4: 6,
    5: 7,
    6: 8,
    8: 11,
    9: 12,
    10: 13,
    11: 18,
    12: 17,
    14: 24,
    15: 23,
    16: 27,
    17: 28,
    18: 28,
    21: 34,
  },
}

/** 研究费用 stands within 管理费用 in the small form, beside it as 研发费用 in the other. */
const research = { within: 14, own: 17, to: 5, ownTo: 6 } as const

export interface LineMapping {
  readonly statement: string
  readonly line: number
  readonly goesTo: number
}

/** The lines that a line of the consolidated form is made of, of a small form: number and sign. */
export const smallLinesOf = (
  statement: GroupStatement,
  line: number,
  mappings: readonly LineMapping[] = [],
): readonly (readonly [line: number, sign: 1n | -1n])[] => {
  const own = new Map(
    mappings.filter((mapping) => mapping.statement === statement).map((mapping) => [mapping.line, mapping.goesTo]),
  )
  const plain = Object.entries(usual[statement]).flatMap(([from, to]) =>
    (own.get(Number(from)) ?? to) === line ? [[Number(from), 1n] as const] : [],
  )
  if (statement !== 'incomeStatement') return plain
  const apart = (own.get(research.within) ?? research.to) === line ? [[research.own, -1n] as const] : []
  return line === research.ownTo ? [...plain, [research.own, 1n]] : [...plain, ...apart]
}

/** What a small form says, on the lines of the consolidated one. */
export const fromSmallForm = (
  statement: GroupStatement,
  values: ReadonlyMap<number, bigint>,
  lines: readonly number[],
  mappings: readonly LineMapping[] = [],
): Map<number, bigint> =>
  new Map(
    lines.map((line) => [
      line,
      smallLinesOf(statement, line, mappings).reduce((sum, [from, sign]) => sum + sign * (values.get(from) ?? 0n), 0n),
    ]),
  )
