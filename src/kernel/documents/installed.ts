import type { ReadyRole } from '../access/ready-role.ts'
import type { CallDefinition } from '../definition/call.ts'
import type { Catalogue } from '../definition/domain.ts'
import type { FieldProblem } from '../definition/problem.ts'
import type { AnyDocument, DocumentRecord } from '../definition/record.ts'
import type { Draft, Fields } from '../definition/field.ts'
import type { PublicLinkDefinition } from '../definition/public-link.ts'
import type { ProcessDefinition, ReportDefinition, ReportResult } from '../definition/report.ts'
import { ownNoticeKinds } from '../notices/notice-kinds.ts'
import type { PostingInput } from '../posting/proposal.ts'
import type {
  CallRun,
  DocumentCheck,
  DocumentCompletion,
  DocumentConsequence,
  DocumentGuard,
  Installed,
  ProcessRun,
  PublicLinkRun,
  ReportFileWriter,
  ReportRun,
  ServerDomain,
  Work,
  WrittenDraft,
} from '../posting/work.ts'

export type { BookCheck, DocumentCheck, Installed, Progress, ReportRun, ServerDomain } from '../posting/work.ts'

export const defineCheck = <const Def extends AnyDocument>(
  document: Def,
  check: (input: PostingInput<NoInfer<Def>>, work: Work) => Promise<readonly FieldProblem[]>,
): DocumentCheck<Def> => ({ document, check })

export const defineConsequence = <const Def extends AnyDocument>(
  document: Def,
  bring: (record: DocumentRecord<NoInfer<Def>>, work: Work) => Promise<void>,
  takeBack?: DocumentConsequence<NoInfer<Def>>['takeBack'],
): DocumentConsequence<Def> => ({ document, bring, ...(takeBack === undefined ? {} : { takeBack }) })

export const defineGuard = <const Def extends AnyDocument>(
  document: Def,
  guard: DocumentGuard<NoInfer<Def>>['guard'],
): DocumentGuard<Def> => ({ document, guard })

export const defineCompletion = <const Def extends AnyDocument>(
  document: Def,
  complete: (
    drafts: readonly WrittenDraft<NoInfer<Def>>[],
    work: Work,
  ) => Promise<readonly WrittenDraft<NoInfer<Def>>[]>,
): DocumentCompletion<Def> => ({ document, complete })

export const defineReportRun = <const Name extends string, const P extends Fields>(
  report: ReportDefinition<Name, P>,
  run: (parameters: Draft<NoInfer<P>>, work: Work) => Promise<ReportResult>,
  files?: Readonly<Record<string, ReportFileWriter<ReportDefinition<Name, NoInfer<P>>>>>,
): ReportRun<ReportDefinition<Name, P>> => ({ report, run, ...(files === undefined ? {} : { files }) })

export const defineProcessRun = <const Name extends string, const P extends Fields>(
  process: ProcessDefinition<Name, P>,
  run: ProcessRun<ProcessDefinition<Name, NoInfer<P>>>['run'],
): ProcessRun<ProcessDefinition<Name, P>> => ({ process, run })

export const defineCallRun = <const Name extends string, const P extends Fields>(
  call: CallDefinition<Name, P>,
  run: CallRun<CallDefinition<Name, NoInfer<P>>>['run'],
): CallRun<CallDefinition<Name, P>> => ({ call, run })

export const definePublicLinkRun = <const Name extends string, const P extends Fields>(
  link: PublicLinkDefinition<Name, P>,
  run: Omit<PublicLinkRun<PublicLinkDefinition<Name, NoInfer<P>>>, 'link'>,
): PublicLinkRun<PublicLinkDefinition<Name, P>> => ({ link, ...run })

const groupBy = <T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> => Map.groupBy(items, key)

/** Puts the domains' server doors together, with the roles that a new company begins with beside its administrator. */
export const install = (
  catalogue: Catalogue,
  servers: readonly ServerDomain[],
  readyRoles: readonly ReadyRole[] = [],
): Installed => ({
  catalogue,
  readyRoles,
  phrases: servers.flatMap((s) => s.phrases ?? []),
  terms: servers.flatMap((s) => s.terms ?? []),
  postings: new Map(servers.flatMap((s) => s.postings ?? []).map((p) => [p.document.name, p])),
  checks: groupBy(
    servers.flatMap((s) => s.checks ?? []),
    (c) => c.document.name,
  ),
  consequences: groupBy(
    servers.flatMap((s) => s.consequences ?? []),
    (c) => c.document.name,
  ),
  guards: groupBy(
    servers.flatMap((s) => s.guards ?? []),
    (g) => g.document.name,
  ),
  bars: servers.flatMap((s) => s.bars ?? []),
  approvalFacts: new Map(servers.flatMap((s) => s.approvalFacts ?? []).map((facts) => [facts.document.name, facts])),
  proposers: new Map(servers.flatMap((s) => s.proposers ?? []).map((proposer) => [proposer.document.name, proposer])),
  completions: groupBy(
    servers.flatMap((s) => s.completions ?? []),
    (c) => c.document.name,
  ),
  entityChecks: groupBy(
    servers.flatMap((s) => s.entityChecks ?? []),
    (c) => c.entity.name,
  ),
  reports: new Map(servers.flatMap((s) => s.reports ?? []).map((r) => [r.report.name, r])),
  processes: new Map(servers.flatMap((s) => s.processes ?? []).map((p) => [p.process.name, p])),
  publicLinks: new Map(servers.flatMap((s) => s.publicLinks ?? []).map((p) => [p.link.name, p])),
  templates: servers.flatMap((s) => s.templates ?? []),
  noticeKinds: [...ownNoticeKinds, ...servers.flatMap((s) => s.noticeKinds ?? [])],
  calls: new Map(servers.flatMap((s) => s.calls ?? []).map((c) => [c.call.name, c])),
  books: new Map(servers.flatMap((s) => s.books ?? []).map((b) => [b.ledger, b])),
  projecting: servers.find((s) => s.projecting !== undefined)?.projecting,
  bookChecks: servers.flatMap((s) => s.bookChecks ?? []),
  closeParts: servers.flatMap((s) => s.closeParts ?? []),
  followUps: new Map(servers.flatMap((s) => Object.entries(s.followUps ?? {}))),
})
