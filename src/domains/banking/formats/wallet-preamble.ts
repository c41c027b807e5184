import { amountIn } from './cells.ts'
import type { Message } from '../../../kernel/definition/problem.ts'
import { tallyOf } from './statement.ts'
import type { StatementLine } from './statement.ts'

const sides = [
  ['in', /^收入[：:](\d+)笔\s*([\d.,]+)元/],
  ['out', /^支出[：:](\d+)笔\s*([\d.,]+)元/],
  ['neutral', /^(?:不计收支|中性交易)[：:](\d+)笔\s*([\d.,]+)元/],
] as const

/** What a wallet's preamble counts and the rows do not have: rows were cut, or left out by a filter. */
export const preambleWarnings = (preamble: readonly string[], lines: readonly StatementLine[]): Message[] => {
  const heads = preamble.map((line) => line.replace(/[,\s]+$/, '').trim())
  const all = heads.map((line) => /^共(\d+)笔记录/.exec(line)?.[1]).find((count) => count !== undefined)
  const counts =
    all === undefined || Number(all) === lines.length
      ? []
      : [
          {
            zh: `文件头说共 ${all} 笔，实际 ${lines.length} 笔：文件可能被删减`,
            en: `The file says ${all} rows and has ${lines.length}; some may have been cut`,
          },
        ]
  const sums = sides.flatMap(([side, pattern]): Message[] => {
    const found = heads.map((line) => pattern.exec(line)).find((match) => match !== null)
    if (found === undefined || found === null) return []
    const [, count = '', written = ''] = found
    const tally = tallyOf(lines, side)
    if (Number(count) === tally.count && amountIn(written)?.eq(tally.amount) === true) return []
    const word = { in: '收入', out: '支出', neutral: '不计收支' }[side]
    return [
      {
        zh: `文件头${word} ${count} 笔 ${written} 元，实际 ${tally.count} 笔 ${tally.amount.toString()} 元`,
        en: `The file says ${count} rows ${written} (${side}), and has ${tally.count} rows ${tally.amount.toString()}`,
      },
    ]
  })
  return [...counts, ...sums]
}
