import { addDecimalTexts } from '../../../ui/number/decimal-text.ts'
import { t } from '../../../ui/language.ts'

/** What a line may mean, as the desk answers it. */
export type Deed =
  | {
      readonly do: 'match'
      readonly lines: readonly string[]
      readonly movements: readonly string[]
      readonly words: string
    }
  | {
      readonly do: 'party'
      readonly party: string
      readonly name: string
      readonly settles: readonly { readonly item: string; readonly number: string; readonly amount: string }[]
      readonly advance: string
    }
  | { readonly do: 'expense'; readonly expenseItem: string; readonly name: string }
  | { readonly do: 'income'; readonly incomeItem: string; readonly name: string }
  | { readonly do: 'usual'; readonly kind: string; readonly name: string }
  | { readonly do: 'transfer'; readonly account: string; readonly name: string }
  | { readonly do: 'suspense' }

export type Candidate = { readonly reason: string; readonly deed: Deed }

/** Something of either side that is not reconciled. */
export type DeskItem = {
  readonly key: string
  readonly type: string
  readonly label: string
  readonly document: string
  readonly number: string
  readonly date: string
  readonly time: string
  readonly amount: string
  readonly counterparty: string
  readonly counterpartyAccount: string
  readonly memo: string
  readonly reference: string
}

export type DeskLine = DeskItem & {
  readonly confidence: 'certain' | 'likely' | 'unclear'
  readonly party: string | null
  readonly partyName: string
  readonly candidates: readonly Candidate[]
}

export type Desk = {
  readonly accounts: readonly {
    readonly id: string
    readonly name: string
    readonly kind: string
    readonly lines: number
  }[]
  readonly account: string | null
  readonly counts?: { readonly lines: number; readonly movements: number }
  readonly balances: {
    readonly bank: string | null
    readonly book: string
    readonly openingGap: string
    readonly lastLine: string | null
  } | null
  readonly lines: readonly DeskLine[]
  readonly movements: readonly DeskItem[]
}

export type Side = 'lines' | 'movements'

/** What is ticked on either side. */
export type Ticked = { readonly lines: ReadonlySet<string>; readonly movements: ReadonlySet<string> }

export const nothingTicked: Ticked = { lines: new Set(), movements: new Set() }

export function toggled(ticked: Ticked, side: Side, key: string): Ticked {
  const next = new Set(ticked[side])
  if (!next.delete(key)) next.add(key)
  return { ...ticked, [side]: next }
}

/** The first less the second. */
export function lessText(from: string, less: string): string {
  return addDecimalTexts([from, less.startsWith('-') ? less.slice(1) : `-${less}`])
}

/** What is ticked of a side comes to. */
export function sumOf(items: readonly DeskItem[], ticked: ReadonlySet<string>): string {
  return addDecimalTexts(items.filter((item) => ticked.has(item.key)).map((item) => item.amount))
}

/** A deed in words. */
export function deedWords(deed: Deed, money: (text: string) => string): string {
  switch (deed.do) {
    case 'match':
      return t(deed.movements.length > 0 ? 'bank.matchWith' : 'bank.pairWith', { words: deed.words })
    case 'party': {
      const items = deed.settles.map((each) => `${each.number} ${money(each.amount)}`).join('、')
      const advance =
        Number(deed.advance) > 0
          ? t('bank.advanceOf', { name: deed.settles.length === 0 ? deed.name : '', amount: money(deed.advance) })
          : ''
      return [deed.settles.length === 0 ? '' : t('bank.settleWith', { name: deed.name, items }), advance]
        .filter((text) => text !== '')
        .join('；')
    }
    case 'expense':
      return t('bank.expenseAs', { name: deed.name })
    case 'income':
      return t('bank.incomeAs', { name: deed.name })
    case 'usual':
      return t(deed.kind === 'interest' ? 'bank.incomeAs' : 'bank.expenseAs', { name: deed.name })
    case 'suspense':
      return t('bank.deedSuspense')
    default:
      return t('bank.transferWith', { name: deed.name })
  }
}

/** One match with what it holds. */
export type Match = {
  readonly id: string
  readonly way: 'hand' | 'machine' | 'made'
  readonly reason: string | null
  readonly at: string
  readonly by: string
  readonly members: readonly {
    readonly side: 'bank' | 'book'
    readonly date: string
    readonly amount: string
    readonly document: string
    readonly number: string | null
    readonly type: string
    readonly words: string | null
  }[]
}
