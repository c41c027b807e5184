import { t } from '../../../ui/language.ts'

/** The papers that documents are printed on; `default` is the company's template for the type, and A4 where it has none. */
const papers = ['default', 'a4', 'a5', '241', '241-93'] as const

export type Paper = (typeof papers)[number]

const keptUnder = (type: string): string => `suanpan.paper.${type}`

const isPaper = (text: string | null): text is Paper => papers.some((one) => one === text)

/** The paper that this device printed a type of document on last. */
const keptPaper = (type: string): Paper => {
  const kept = localStorage.getItem(keptUnder(type))
  return isPaper(kept) ? kept : 'default'
}

/** The server's paper in a tab of its own, where the browser shows and prints it. */
const open = (path: string, query: Readonly<Record<string, string>>): void => {
  globalThis.open(`/api/${path}?${new URLSearchParams(query).toString()}`, '_blank')
}

const paperQuery = (paper: Paper): Readonly<Record<string, string>> => (paper === 'default' ? {} : { paper })

/** Opens a document as paper; another paper than before is kept for its type. */
export function openPaper(address: string, id: string, paper: Paper = keptPaper(address)): void {
  localStorage.setItem(keptUnder(address), paper)
  open(`${address}/${id}/print`, paperQuery(paper))
}

/** Opens several documents as one file, on the paper of their type. */
export function openPapers(address: string, ids: readonly string[]): void {
  open(`${address}/print`, { ids: ids.join(','), ...paperQuery(keptPaper(address)) })
}

/** Opens the tags of records, on label sheets. */
export function openTags(address: string, ids: readonly string[]): void {
  open(`${address}/tags`, { ids: ids.join(',') })
}

/** The papers to choose from, the kept one marked by coming first. */
export function paperChoices(address: string): readonly { readonly paper: Paper; readonly label: string }[] {
  const kept = keptPaper(address)
  return papers
    .toSorted((one, other) => Number(other === kept) - Number(one === kept))
    .map((paper) => ({ paper, label: t(`paper.${paper}`) }))
}
