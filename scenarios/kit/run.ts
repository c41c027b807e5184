import type { Json } from '../../src/base/json.ts'
import type { AnyDocument } from '../../src/kernel/definition/record.ts'
import type { AnyProcess, AnyReport, ReportRow } from '../../src/kernel/definition/report.ts'
import { findDocument } from '../../src/kernel/documents/documents.ts'
import type { LoadedRecord } from '../../src/kernel/documents/load.ts'
import { readParameters } from '../../src/kernel/http/parameters.ts'
import type { Books } from '../../src/ledgers/testing/books.ts'

type Asked = Readonly<Record<string, Json>>

const silent = { report: async () => {}, cancelled: async () => false }

/** Runs a process as a person does, with parameters by code; answers what it tells. */
export const runProcess = async (books: Books, process: AnyProcess, asked: Asked = {}): Promise<Json> => {
  const run = books.installed.processes.get(process.name)
  if (run === undefined) throw new Error(`${process.name} is not installed`)
  const parameters = await books.inWork((work) => readParameters(work, process.parameters, asked))
  return run.run(parameters, (step) => books.inWork(step), silent)
}

/** The rows of a report, with parameters by code. */
export const readReport = (books: Books, report: AnyReport, asked: Asked = {}): Promise<readonly ReportRow[]> => {
  const run = books.installed.reports.get(report.name)
  if (run === undefined) throw new Error(`${report.name} is not installed`)
  return books.inWork(async (work) => (await run.run(await readParameters(work, report.parameters, asked), work)).rows)
}

/** A document as it is stored now, by number. */
export const documentNumbered = (books: Books, definition: AnyDocument, number: string): Promise<LoadedRecord> =>
  books.inWork((work) => findDocument(work, definition, number))

/** The numbers of the documents that a process says it wrote. */
export const numbersIn = (answer: Json): string[] => {
  const documents: unknown = typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'documents') : []
  return Array.isArray(documents)
    ? documents.map((one: unknown) => String(typeof one === 'object' && one !== null ? Reflect.get(one, 'number') : ''))
    : []
}

/** The definition of a name among some. */
export const named = <T extends { readonly name: string }>(all: readonly T[] | undefined, name: string): T => {
  const found = all?.find((one) => one.name === name)
  if (found === undefined) throw new Error(`nothing is called ${name}`)
  return found
}
