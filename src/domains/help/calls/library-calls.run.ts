import type { Json } from '../../../base/json.ts'
import { notFound } from '../../../kernel/definition/problem.ts'
import { defineCallRun } from '../../../kernel/documents/installed.ts'
import { library } from '../library/read-library.ts'
import { indexLibrary, searchLibrary } from '../library/search-library.ts'
import { findHelp, readHelp } from './library-calls.ts'

let index: ReturnType<typeof indexLibrary> | undefined

export const runFindHelp = defineCallRun(findHelp, async ({ query }): Promise<Json> => {
  index ??= indexLibrary(library())
  return { pages: searchLibrary(index, query ?? '').map((hit) => ({ ...hit })) }
})

export const runReadHelp = defineCallRun(readHelp, async ({ name }): Promise<Json> => {
  const page = library().find((each) => each.name === name)
  if (page === undefined) throw notFound(`帮助里没有“${name ?? ''}”`, `There is no page ${name ?? ''} in the help`)
  const { sort, title, english, text } = page
  return { name: page.name, sort, title, english, text }
})
