import { said } from './said.ts'

let terms: ReadonlyMap<string, string> = new Map()

/** What labels of fields mean, once the product has told it. */
export function learnTerms(book: readonly (readonly [label: string, chinese: string])[]): void {
  terms = new Map(book)
}

/** What a field is, for whoever asks: the meaning of its label, and what its own definition adds. */
export function aboutField(label: string, help: string | undefined): string | undefined {
  const parts = [terms.get(label), help].filter((part) => part !== undefined && part !== '')
  if (parts.length === 0) return undefined
  return parts.map((part) => said(part ?? '')).join('\n')
}
