import type { Json } from '../../src/base/json.ts'
import type { ReportResult } from '../../src/kernel/definition/report.ts'
import type { ReportRun } from '../../src/kernel/documents/installed.ts'
import { readParameters } from '../../src/kernel/http/parameters.ts'
import type { Books } from '../../src/ledgers/testing/books.ts'

/** Asks a report with parameters as they are typed. */
export const askReport = (
  books: Books,
  name: string,
  asked: Readonly<Record<string, Json>> = {},
): Promise<ReportResult> =>
  books.inWork(async (work) => {
    const run: ReportRun | undefined = work.installed.reports.get(name)
    if (run === undefined) throw new Error(`there is no report ${name}`)
    return run.run(await readParameters(work, run.report.parameters, asked), work)
  })
