import type { Catalogue } from '../definition/domain.ts'
import type { FieldProblem } from '../definition/problem.ts'
import type { AnyDocument, AnyEntity } from '../definition/record.ts'
import type { AnyProcess, AnyReport, ReportDefinition, ReportResult } from '../definition/report.ts'
import type { Draft, Fields } from '../definition/field.ts'
import type { LedgerBook, ProjectingBook } from '../posting/book.ts'
import type { PostingInput, PostingRule } from '../posting/proposal.ts'
import type { Work } from '../posting/work.ts'
import type { ProcessDefinition } from '../definition/report.ts'
import type { Json } from '../../base/json.ts'

/** A check that only the database can make, run before a document posts: credit, duplicates, prices below the floor. */
export interface DocumentCheck<Def extends AnyDocument = AnyDocument> {
  readonly document: Def
  check(input: PostingInput<Def>, work: Work): Promise<readonly FieldProblem[]>
}

export const defineCheck = <const Def extends AnyDocument>(
  document: Def,
  check: (input: PostingInput<NoInfer<Def>>, work: Work) => Promise<readonly FieldProblem[]>,
): DocumentCheck<Def> => ({ document, check })

/** What must hold of an entity before it is saved, beside what its fields say. */
export interface EntityCheck {
  readonly entity: AnyEntity
  check(record: Readonly<Record<string, unknown>>, work: Work): Promise<readonly FieldProblem[]>
}

/** Runs a report's question. */
export interface ReportRun<Def extends AnyReport = AnyReport> {
  readonly report: Def
  run(parameters: Draft<Def['parameters']>, work: Work): Promise<ReportResult>
}

export const defineReportRun = <const Name extends string, const P extends Fields>(
  report: ReportDefinition<Name, P>,
  run: (parameters: Draft<NoInfer<P>>, work: Work) => Promise<ReportResult>,
): ReportRun<ReportDefinition<Name, P>> => ({ report, run })

/** How a process tells how far it is, and asks whether it should stop. */
export interface Progress {
  report(done: number, total: number, note?: string): Promise<void>
  cancelled(): Promise<boolean>
}

/** Runs a process; each `inWork` is a transaction of its own, so that long work never holds locks for long. */
export interface ProcessRun<Def extends AnyProcess = AnyProcess> {
  readonly process: Def
  run(
    parameters: Draft<Def['parameters']>,
    inWork: <T>(step: (work: Work) => Promise<T>) => Promise<T>,
    progress: Progress,
  ): Promise<Json>
}

export const defineProcessRun = <const Name extends string, const P extends Fields>(
  process: ProcessDefinition<Name, P>,
  run: ProcessRun<ProcessDefinition<Name, NoInfer<P>>>['run'],
): ProcessRun<ProcessDefinition<Name, P>> => ({ process, run })

/** An invariant of the books as a named question: no rows means that it holds. */
export interface BookCheck {
  readonly name: string
  readonly label: string
  /** Rows that break it, at most a few; each says what and where. */
  violations(work: Work): Promise<readonly string[]>
}

/** Door 2 of a domain: what runs on the server only. */
export interface ServerDomain {
  readonly name: string
  readonly postings?: readonly PostingRule[]
  readonly checks?: readonly DocumentCheck[]
  readonly entityChecks?: readonly EntityCheck[]
  readonly reports?: readonly ReportRun[]
  readonly processes?: readonly ProcessRun[]
  readonly books?: readonly LedgerBook[]
  readonly projecting?: ProjectingBook
  readonly bookChecks?: readonly BookCheck[]
  /** Work after the commit: numbering vouchers, folding day totals. Called with a batch, in order, by kind. */
  readonly followUps?: Readonly<Record<string, (work: Work, subjects: readonly string[]) => Promise<void>>>
}

/** The installed product: definitions and everything the server runs by them. */
export interface Installed {
  readonly catalogue: Catalogue
  readonly postings: ReadonlyMap<string, PostingRule>
  readonly checks: ReadonlyMap<string, readonly DocumentCheck[]>
  readonly entityChecks: ReadonlyMap<string, readonly EntityCheck[]>
  readonly reports: ReadonlyMap<string, ReportRun>
  readonly processes: ReadonlyMap<string, ProcessRun>
  readonly books: ReadonlyMap<string, LedgerBook>
  readonly projecting: ProjectingBook | undefined
  readonly bookChecks: readonly BookCheck[]
  readonly followUps: ReadonlyMap<string, (work: Work, subjects: readonly string[]) => Promise<void>>
}

const groupBy = <T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> => Map.groupBy(items, key)

/** Puts the domains' server doors together. */
export const install = (catalogue: Catalogue, servers: readonly ServerDomain[]): Installed => ({
  catalogue,
  postings: new Map(servers.flatMap((s) => s.postings ?? []).map((p) => [p.document.name, p])),
  checks: groupBy(
    servers.flatMap((s) => s.checks ?? []),
    (c) => c.document.name,
  ),
  entityChecks: groupBy(
    servers.flatMap((s) => s.entityChecks ?? []),
    (c) => c.entity.name,
  ),
  reports: new Map(servers.flatMap((s) => s.reports ?? []).map((r) => [r.report.name, r])),
  processes: new Map(servers.flatMap((s) => s.processes ?? []).map((p) => [p.process.name, p])),
  books: new Map(servers.flatMap((s) => s.books ?? []).map((b) => [b.ledger, b])),
  projecting: servers.find((s) => s.projecting !== undefined)?.projecting,
  bookChecks: servers.flatMap((s) => s.bookChecks ?? []),
  followUps: new Map(servers.flatMap((s) => Object.entries(s.followUps ?? {}))),
})
