import { expect } from 'vitest'
import type { ReportResult, ReportRow } from '../../src/kernel/definition/report.ts'
import type { JsonObject } from '../../src/kernel/documents/draft.ts'
import type { Books } from '../../src/ledgers/testing/books.ts'

/** What runs after each commit in the product: vouchers take numbers, day totals are folded, alerts are judged. */
export const followUp = (books: Books): Promise<void> =>
  books.inWork(async (work) => {
    for (const [kind, follow] of books.installed.followUps) {
      const rows = await work.tx.rows<{ id: string; subject: string }>(
        `delete from follow_up where company_id = $1 and kind = $2 returning id, subject`,
        [work.company, kind],
      )
      await follow(
        work,
        rows.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((row) => row.subject),
      )
    }
  })

/** Asks a report as the product does. */
export const ask = (books: Books, name: string, parameters: JsonObject = {}): Promise<ReportResult> =>
  books.inWork(async (work) => {
    const run = books.installed.reports.get(name)
    if (run === undefined) throw new Error(`no report ${name}`)
    return run.run(parameters, work)
  })

/** Runs a process to its end. */
export const run = async (books: Books, name: string, parameters: JsonObject): Promise<unknown> => {
  const process = books.installed.processes.get(name)
  if (process === undefined) throw new Error(`no process ${name}`)
  const progress = { report: async () => {}, cancelled: async () => false }
  return process.run(parameters, (step) => books.inWork(step), progress)
}

/** Every invariant of the books holds. */
export const expectSoundBooks = async (books: Books): Promise<void> => {
  const broken = await books.inWork(async (work) => {
    const found: string[] = []
    for (const check of books.installed.bookChecks) {
      for (const violation of await check.violations(work)) found.push(`${check.name}: ${violation}`)
    }
    return found
  })
  expect(broken).toEqual([])
}

/** Some columns of a report's rows, as text. */
export const columnsOf = (rows: readonly ReportRow[], ...names: readonly string[]): string[] =>
  rows.map((row) => names.map((name) => String(row[name] ?? '')).join(' | '))

/** The figures of a statement's lines that are not empty. */
export const figuresOf = (rows: readonly ReportRow[], line: string, figure: string): Record<string, string> =>
  Object.fromEntries(
    rows.flatMap((row) =>
      row[figure] === null || row[figure] === undefined ? [] : [[String(row[line]), String(row[figure])]],
    ),
  )
