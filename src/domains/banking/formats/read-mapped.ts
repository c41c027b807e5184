import { sum } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { Message } from '../../../kernel/definition/problem.ts'
import { amountIn, dayIn, timeIn, wordIn } from './cells.ts'
import { movedLines } from './statement.ts'
import type { ReadStatement, StatementLine } from './statement.ts'
import { cellsOf } from './table.ts'
import type { StatementTable } from './table.ts'

/** What a column of a bank's table may be. */
export const columnUses = {
  date: '交易日期',
  time: '交易时间',
  amount: '金额（收入为正，支出为负）',
  received: '收入（贷方）',
  paid: '支出（借方）',
  direction: '收支方向',
  balance: '余额',
  counterparty: '对方户名',
  counterpartyAccount: '对方账号',
  memo: '摘要、用途',
  reference: '流水号',
  currency: '币种',
  fee: '手续费',
} as const
export type ColumnUse = keyof typeof columnUses

/** Which column is what, by heading; several may be the memo. */
export type ColumnMapping = Readonly<Record<string, ColumnUse>>

type Row = ReadonlyMap<string, string>

/** The texts of a row by what they are. */
export const usedCells = (row: Row, mapping: ColumnMapping): ReadonlyMap<ColumnUse, readonly string[]> => {
  const used = new Map<ColumnUse, string[]>()
  for (const [head, text] of row) {
    const use = mapping[head]
    if (use !== undefined) used.set(use, [...(used.get(use) ?? []), text])
  }
  return used
}

const outWords = /支|借|付|出|^d|debit|^-/i

const signed = (cells: ReadonlyMap<ColumnUse, readonly string[]>): Decimal | null => {
  const of = (use: ColumnUse) => amountIn(cells.get(use)?.[0])
  const [received, paid] = [of('received'), of('paid')]
  // Some banks write a zero on the other side, and a bank's own correction as a negative amount on its side.
  if (received !== null && !received.isZero()) return received
  if (paid !== null && !paid.isZero()) return paid.neg()
  const amount = of('amount')
  if (amount === null) return null
  const direction = wordIn(cells.get('direction')?.[0])
  return direction !== '' && outWords.test(direction) && amount.isPositive() ? amount.neg() : amount
}

const joined = (texts: readonly string[] | undefined): string =>
  [...new Set((texts ?? []).map(wordIn))].filter((word) => word !== '').join(' ')

const lineOf = (row: Row, number: number, mapping: ColumnMapping): StatementLine | null => {
  const cells = usedCells(row, mapping)
  const date = dayIn(cells.get('date')?.[0])
  const amount = signed(cells)
  if (date === null || amount === null) return null
  return {
    row: number,
    date,
    time: timeIn(cells.get('time')?.[0]) || timeIn(cells.get('date')?.[0]?.replace(/^\d{8}$/, '')),
    amount,
    balance: amountIn(cells.get('balance')?.[0]),
    counterparty: joined(cells.get('counterparty')),
    counterpartyAccount: wordIn(cells.get('counterpartyAccount')?.[0]).replace(/\s/g, ''),
    memo: joined(cells.get('memo')),
    reference: joined(cells.get('reference')),
    fee: amountIn(cells.get('fee')?.[0]),
    side: amount.isNegative() ? 'out' : 'in',
    leftOut: null,
  }
}

/** The balances that do not follow from the one before; the file's own order tells which is newer. */
export const brokenBalances = (lines: readonly StatementLine[]): readonly StatementLine[] =>
  movedLines(lines).filter((line, index, all) => {
    const before = all[index - 1]?.balance
    return (
      before !== null && before !== undefined && line.balance !== null && !before.plus(line.amount).eq(line.balance)
    )
  })

const balanceWarnings = (lines: readonly StatementLine[]): Message[] => {
  const broken = brokenBalances(lines)
  const [first] = broken
  return first === undefined
    ? []
    : [
        {
          zh: `余额不连续：${broken.length} 处，第一处在第 ${first.row} 行（${first.date}），流水可能不全`,
          en: `The balance does not follow in ${broken.length} places, first in row ${first.row} (${first.date}); rows may be missing`,
        },
      ]
}

const currencies: Readonly<Record<string, string>> = {
  人民币: 'CNY',
  RMB: 'CNY',
  美元: 'USD',
  欧元: 'EUR',
  港币: 'HKD',
  日元: 'JPY',
}

const accountIn = (preamble: readonly string[]): string =>
  preamble
    .map((line) => /(?:账号|帐号|卡号|账户|账户号)[：:,\s"]*([\d*]{6,}|[^\s,：:]+@[^\s,]+)/.exec(line)?.[1])
    .find((found) => found !== undefined) ?? ''

const openingOf = (lines: readonly StatementLine[]): { opening: Decimal | null; closing: Decimal | null } => {
  const moved = movedLines(lines)
  const [first, last] = [moved[0], moved.at(-1)]
  if (!first?.balance || !last?.balance) return { opening: null, closing: null }
  const opening = first.balance.minus(first.amount)
  return { opening, closing: opening.plus(sum(moved.map((line) => line.amount))) }
}

/** Reads a table by which column is what: rows without a day or an amount, as headings repeated and footers, are passed over. */
export const readMapped = (
  table: StatementTable,
  mapping: ColumnMapping,
  interpret: (line: StatementLine, row: Row) => StatementLine = (line) => line,
): ReadStatement => {
  const lines = table.rows.flatMap((row): StatementLine[] => {
    const cells = cellsOf(table, row)
    const line = lineOf(cells, row.row, mapping)
    return line === null ? [] : [interpret(line, cells)]
  })
  const currencyHead = table.heading.find((head) => mapping[head] === 'currency')
  const written = wordIn(
    table.rows.map((row) => cellsOf(table, row).get(currencyHead ?? '')).find((text) => text !== undefined),
  )
  return {
    account: accountIn(table.preamble),
    currency: currencies[written] ?? (/^[A-Z]{3}$/.test(written) ? written : 'CNY'),
    ...openingOf(lines),
    lines,
    warnings: balanceWarnings(lines),
  }
}
