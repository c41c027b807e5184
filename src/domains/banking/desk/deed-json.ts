import { toCents } from '../../../base/fixed-point.ts'
import { isDecimalString } from '../../../base/decimal.ts'
import type { Json } from '../../../base/json.ts'
import { fieldProblem, invalid } from '../../../kernel/definition/problem.ts'
import { isJsonObject } from '../../../kernel/documents/draft.ts'
import { usualKinds } from '../rules/match-question.ts'
import type { Deed, SettledItem, UsualKind } from '../rules/match-question.ts'
import { amountText, movementKey } from './ask-question.ts'
import type { Item } from './both-sides.ts'

/** Names of parties, items, accounts and numbers of open items, by id. */
export type Names = ReadonlyMap<string, string>

/** A deed as it travels: with names beside the ids, so that it reads by itself. */
export const deedJson = (deed: Deed, names: Names, items: readonly Item[]): Json => {
  switch (deed.do) {
    case 'match': {
      const documents = items.filter((item) => item.side === 'book' && deed.movements.includes(movementKey(item)))
      const lines = items.filter((item) => item.side === 'bank' && deed.lines.includes(item.line))
      return {
        do: deed.do,
        lines: [...deed.lines],
        movements: [...deed.movements],
        words:
          documents.length > 0
            ? documents.map((item) => `${item.number} ${item.date}`).join('、')
            : lines.map((item) => `${item.date} ${item.amount}`).join('、'),
      }
    }
    case 'party':
      return {
        do: deed.do,
        party: deed.party,
        name: names.get(deed.party) ?? '',
        settles: deed.settles.map(({ item, amount }) => ({
          item,
          number: names.get(item) ?? '',
          amount: amountText(amount),
        })),
        advance: amountText(deed.advance),
      }
    case 'expense':
      return { do: deed.do, expenseItem: deed.expenseItem, name: names.get(deed.expenseItem) ?? '' }
    case 'income':
      return { do: deed.do, incomeItem: deed.incomeItem, name: names.get(deed.incomeItem) ?? '' }
    case 'usual':
      return { do: deed.do, kind: deed.kind, name: usualKinds[deed.kind] }
    case 'suspense':
      return { do: deed.do }
    default:
      return { do: deed.do, account: deed.account, name: names.get(deed.account) ?? '' }
  }
}

const refuse = (path: string, zh: string, en: string) =>
  invalid('处理方式有误', 'The deed is not valid', [fieldProblem(path, zh, en)])

const idIn = (given: { readonly [key: string]: Json }, name: string): string => {
  const value = given[name]
  if (typeof value === 'string' && value !== '') return value
  throw refuse(`deed.${name}`, '请选择', 'is required')
}

const settlesIn = (given: Json): SettledItem[] => {
  if (!Array.isArray(given)) throw refuse('deed.settles', '应为列表', 'must be a list')
  return given.map((each, index) => {
    const amount = isJsonObject(each) ? each['amount'] : undefined
    const item = isJsonObject(each) ? each['item'] : undefined
    if (typeof item !== 'string') throw refuse(`deed.settles.${index}.item`, '请选择未清款项', 'names an open item')
    if (typeof amount !== 'string' || !isDecimalString(amount) || toCents(amount) <= 0n)
      throw refuse(`deed.settles.${index}.amount`, '金额应大于零', 'must be more than zero')
    return { item, amount: toCents(amount) }
  })
}

const isUsual = (kind: string): kind is UsualKind => Object.hasOwn(usualKinds, kind)

/** What a person decided: of a party, without items where the rules are to say which. */
export type Decided =
  | Exclude<Deed, { readonly do: 'match' | 'party' }>
  | { readonly do: 'party'; readonly party: string; readonly settles: readonly SettledItem[] | null }

/** Reads what a person decided of a line. */
export const deedIn = (given: Json | null | undefined): Decided => {
  if (given === null || given === undefined || !isJsonObject(given))
    throw refuse('deed', '请选择处理方式', 'say what the line means')
  switch (given['do']) {
    case 'party': {
      const settles = given['settles']
      const party = idIn(given, 'party')
      return { do: 'party', party, settles: settles === undefined || settles === null ? null : settlesIn(settles) }
    }
    case 'expense':
      return { do: 'expense', expenseItem: idIn(given, 'expenseItem') }
    case 'income':
      return { do: 'income', incomeItem: idIn(given, 'incomeItem') }
    case 'transfer':
      return { do: 'transfer', account: idIn(given, 'account') }
    case 'suspense':
      return { do: 'suspense' }
    case 'usual': {
      const kind = idIn(given, 'kind')
      if (isUsual(kind)) return { do: 'usual', kind }
      throw refuse('deed.kind', '没有这种常见收支', 'is no known kind')
    }
    default:
      throw refuse(
        'deed.do',
        '应为 party、expense、income、transfer、usual、suspense 之一',
        'must be party, expense, income, transfer, usual or suspense',
      )
  }
}
