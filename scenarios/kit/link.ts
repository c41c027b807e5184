import type { PublicPage } from '../../src/kernel/definition/public-link.ts'
import type { JsonObject } from '../../src/kernel/documents/draft.ts'
import type { LoadedRecord } from '../../src/kernel/documents/load.ts'
import type { Books } from '../../src/ledgers/testing/books.ts'

/** Opens a record by a link as its holder does, after an answer if one is given, and says what it shows. */
export const visit = (
  books: Books,
  purpose: string,
  record: LoadedRecord,
  options: { readonly parameters?: JsonObject; readonly answer?: readonly [name: string, input: JsonObject] } = {},
): Promise<PublicPage> =>
  books.inWork(async (work) => {
    const run = books.installed.publicLinks.get(purpose)
    if (run === undefined) throw new Error(`no link is for ${purpose}`)
    const visitor = { ...work, actor: { id: 'link', name: '公开链接', may: () => false } }
    const opened = {
      record: String(record.header['id']),
      parameters: options.parameters ?? {},
      say: (zh: string) => zh,
    }
    if (options.answer !== undefined) {
      const [name, input] = options.answer
      await run.answers[name]?.(opened, input, visitor)
    }
    return run.show(opened, visitor)
  })

/** The steps of a page, as `审核 done`. */
export const stepsOf = (page: PublicPage): string[] => (page.steps ?? []).map((step) => `${step.label} ${step.state}`)
