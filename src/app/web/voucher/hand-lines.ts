import { addDecimalTexts, isZeroText } from '../../../ui/number/decimal-text.ts'
import type { FieldValue } from '../../../ui/field/field.ts'

type Values = Readonly<Record<string, FieldValue>>
export type Side = 'debit' | 'credit'

const otherSide = (side: Side): Side => (side === 'debit' ? 'credit' : 'debit')

const amountIn = (line: Values, side: Side): string => {
  const value = line[side]
  return typeof value === 'string' && value !== '' ? value : '0'
}

const negated = (amount: string): string => (amount.startsWith('-') ? amount.slice(1) : `-${amount}`)

/** What an amount on one side of one line must be for the voucher to balance (`=`). */
export function balancingAmount(lines: readonly Values[], index: number, side: Side): string {
  const others = lines.filter((_line, at) => at !== index)
  const sum = (of: Side): string => addDecimalTexts(others.map((line) => amountIn(line, of)))
  const difference = addDecimalTexts([sum(otherSide(side)), negated(sum(side))])
  return isZeroText(difference) ? '' : difference
}

/** What a typed summary means: `//` is the one above, `..` the first of the voucher. */
export function typedSummary(typed: string, lines: readonly Values[], index: number): string {
  const summaryOf = (line: Values | undefined): string => {
    const value = line?.['summary']
    return typeof value === 'string' ? value : ''
  }
  if (typed.trim() === '//') return summaryOf(lines[index - 1])
  return typed.trim() === '..' ? summaryOf(lines[0]) : typed
}

/** The flags of an account, as its record has them. */
export type AccountFlags = Readonly<Record<string, unknown>>

const flags = {
  party: 'byParty',
  department: 'byDepartment',
  employee: 'byEmployee',
  project: 'byProject',
  item: 'byItem',
} as const

/** What a line of this account has to name and measure, in the order it is asked: 辅助核算, quantity, foreign currency. */
export function dimensionsOf(account: AccountFlags | undefined): readonly string[] {
  if (account === undefined) return []
  const asked = Object.entries(flags)
    .filter(([name, flag]) => account[flag] === true || (name === 'party' && account['control'] === 'party'))
    .map(([name]) => name)
  const own = [
    ...(account['auxiliaryKind1'] ? ['auxiliary1'] : []),
    ...(account['auxiliaryKind2'] ? ['auxiliary2'] : []),
    ...(account['control'] === 'cash' ? ['cashAccount'] : []),
    ...(account['byQuantity'] === true ? ['quantity'] : []),
    ...(account['byCurrency'] === true ? ['currency', 'rate', 'currencyAmount'] : []),
  ]
  return [...asked, ...own]
}
