import type { StatementForms } from './forms.ts'

/** A row of a form's side: a line by number, a head, or nothing. */
export type Place = number | string | null

const placed = (forms: StatementForms, from: number, to: number): Place[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index).flatMap((line) => {
    const head = forms.heads[line]
    return head === undefined ? [line] : [head, line]
  })

const blanks = (count: number): null[] => Array.from({ length: Math.max(count, 0) }, () => null)

/**
 * The two sides of a balance sheet, row by row, ending on the same row: the assets' side is filled up above its total, the other
 * above the owners' equity.
 */
export const formPlaces = (forms: StatementForms): (readonly [asset: Place, claim: Place])[] => {
  const { assets, claims } = forms.ties
  const left = placed(forms, 1, assets)
  const right = placed(forms, assets + 1, claims)
  const equity = right.lastIndexOf(Object.values(forms.heads).at(-1) ?? '')
  const above = [...left.slice(0, -1), ...blanks(right.length - left.length), ...left.slice(-1)]
  const beside = [...right.slice(0, equity), ...blanks(left.length - right.length), ...right.slice(equity)]
  return above.map((asset, index) => [asset, beside[index] ?? null])
}
