import type { StatementForms } from './forms.ts'
import type { StatementLine } from './statement-line.ts'

/** A row of a form's side: a line by number, a head, or nothing. */
export type Place = number | string | null

const placed = (forms: StatementForms, lines: readonly StatementLine[]): Place[] =>
  lines.flatMap(({ line }) => {
    const head = forms.heads[line]
    return head === undefined ? [line] : [head, line]
  })

const blanks = (count: number): null[] => Array.from({ length: Math.max(count, 0) }, () => null)

/**
 * The two sides of a balance sheet, row by row, ending on the same row: the assets' side is filled up above its total, the other
 * above the owners' equity.
 */
export const formPlaces = (forms: StatementForms): (readonly [asset: Place, claim: Place])[] => {
  const { balanceSheetLines: lines, ties } = forms
  const cut = lines.findIndex(({ line }) => line === ties.assets) + 1
  const [left, right] = [placed(forms, lines.slice(0, cut)), placed(forms, lines.slice(cut))]
  const equity = right.lastIndexOf(Object.values(forms.heads).at(-1) ?? '')
  const above = [...left.slice(0, -1), ...blanks(right.length - left.length), ...left.slice(-1)]
  const beside = [...right.slice(0, equity), ...blanks(left.length - right.length), ...right.slice(equity)]
  return above.map((asset, index) => [asset, beside[index] ?? null])
}
