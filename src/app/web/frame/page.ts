import { createContext, use, useEffect } from 'react'

/** What a page knows of its place in the frame: its tab, and the parameters of its address. */
export type Page = {
  readonly path: string
  readonly search: URLSearchParams
  /** Whether this is the page in front; pages of other tabs stay as they were left. */
  readonly active: boolean
  /** Puts the parameters into the address, so that it can be shared and reloaded; no new step of the history. */
  readonly setSearch: (search: URLSearchParams) => void
  /** Names the tab and marks it unsaved. */
  readonly describe: (words: { title?: string; dirty?: boolean }) => void
  /** Takes the tab to another address: a draft that was saved gets its own. */
  readonly moveTo: (path: string) => void
  readonly close: () => void
}

export const PageContext = createContext<Page | null>(null)

export function usePage(): Page {
  const page = use(PageContext)
  if (page === null) throw new Error('there is no page here')
  return page
}

/** Names the tab of the page; `dirty` puts the dot of unsaved work on it. */
export function usePageTitle(title: string | undefined, dirty = false): void {
  const { describe } = usePage()
  useEffect(() => {
    describe(title === undefined ? { dirty } : { title, dirty })
  }, [describe, title, dirty])
}
