import type { TableSpec } from '../database/table-spec.ts'
import type { AnyCall } from '../definition/call.ts'
import type { OwnTemplate } from '../own/own-template.ts'
import type { CompanyFiles } from '../files/company-files.ts'
import type { NoticeKind } from '../notices/notice-kinds.ts'
import type { CalendarDate, Period } from '../../base/calendar-date.ts'
import type { Clock } from '../../base/clock.ts'
import type { Id } from '../../base/id.ts'
import type { Json } from '../../base/json.ts'
import type { ReadyRole } from '../access/ready-role.ts'
import type { RowScope } from '../access/row-scope.ts'
import type { Transaction } from '../database/transaction.ts'
import type { Catalogue } from '../definition/domain.ts'
import type { Draft, Fields } from '../definition/field.ts'
import type { PhraseBook, TermBook } from '../definition/phrases.ts'
import type { FieldProblem, Problem } from '../definition/problem.ts'
import type { AnyPublicLink, PublicPage } from '../definition/public-link.ts'
import type { AnyDocument, AnyEntity, DeriveContext, DocumentRecord, LineDraft } from '../definition/record.ts'
import type { AnyProcess, AnyReport, ReportResult } from '../definition/report.ts'
import type { SecretBox } from '../secrets/secret-box.ts'
import type { CounterMode, PostingRecord } from './book.ts'
import type { Draw, Effect, PostingInput, PostingRule, Proposal, Settings } from './proposal.ts'

/** Who acts: a person or a key, and what they may do. */
export interface Actor {
  readonly id: string
  readonly name: string
  /** What they sign in by, and the names of their roles in the company: approvals are asked of these. */
  readonly username?: string
  readonly roles?: readonly string[]
  /** The rows they are shown; all where nothing is said. */
  readonly scope?: RowScope | undefined
  /** For whom they stand in now (代理): approvals asked of these are asked of them too. */
  readonly standsFor?: readonly Identity[]
  /** A machine's key stays in its company, whoever owns it. */
  readonly staysHere?: boolean
  may(right: string): boolean
}

/** Someone by whom approvals are asked for. */
export interface Identity {
  readonly id: string
  readonly name: string
  readonly username: string
  readonly roles: readonly string[]
}

/** What is asked of another company: the rights that it takes there, and what for, as the trail there will say. */
export interface Elsewhere {
  readonly company: Id<'company'>
  readonly rights: readonly string[]
  readonly purpose: string
  /** Leaves something there; else it promises to write nothing but the trail. */
  readonly writes?: boolean
}

/** One unit of work: a transaction in one company, by one actor, with the product's definitions at hand. */
export interface Work {
  readonly tx: Transaction
  readonly company: Id<'company'>
  readonly actor: Actor
  readonly clock: Clock
  readonly settings: Settings
  /** The stamps of the company's entities as the work began: what others have read under them still stands. */
  readonly stamps: ReadonlyMap<string, string>
  readonly installed: Installed
  /** The company's files, by the hash of their content. */
  readonly files: CompanyFiles
  /** Seals what must not be readable in the database: passwords of other systems, secrets that messages are signed by. */
  readonly secrets: SecretBox
  /** Runs a short transaction of its own beside this one: numbers are taken there, so that no one waits for them. */
  apart<T>(step: (tx: Transaction) => Promise<T>): Promise<T>
  /**
   * The one door to another company: a unit of work there, beside this one, by the same person with the rights that they
   * have *there*, noted in that company's trail. Refused to who lacks one of them, to keys, and from within another such
   * unit of work. What it writes is committed before it answers, whatever becomes of this work.
   */
  elsewhere<T>(question: Elsewhere, step: (work: Work) => Promise<T>): Promise<T>
}

/**
 * A ledger's keeper: locks what entries touch, appends them, moves the balances. Called in one transaction; `prepare`
 * of all books goes down the wire together, and so does what `append` writes.
 */
export interface LedgerBook<P extends Proposal = Proposal> {
  readonly ledger: string
  /** The same entry with its sign turned. */
  negate(proposal: P): P
  /** Reads and locks, in ascending order, what the proposals will touch. */
  prepare(work: Work, posting: PostingRecord, proposals: readonly P[]): Promise<void>
  /** Values and appends; answers what the general ledger must know. */
  append(work: Work, posting: PostingRecord, proposals: readonly P[]): Promise<readonly Effect[]>
  /** Entries that follow from what a document draws of its sources: promises fulfilled. */
  fulfil?(draws: readonly Draw[]): readonly P[]
  /** Appends the negation of everything these postings appended and that still stands. */
  counter(
    work: Work,
    posting: PostingRecord,
    earlier: readonly Id<'posting'>[],
    mode: CounterMode,
  ): Promise<readonly Effect[]>
}

/** A voucher as it is found from its document. */
export interface VoucherReference {
  readonly id: string
  readonly document: string
  readonly date: CalendarDate
  readonly number: string
}

/** The book that projects vouchers from what the others appended. */
export interface ProjectingBook {
  prepare(work: Work, posting: PostingRecord): Promise<void>
  /** `earlier` are the postings that this one takes back or changes. */
  project(
    work: Work,
    posting: PostingRecord,
    effects: readonly Effect[],
    earlier?: readonly Id<'posting'>[],
  ): Promise<void>
  withdraw(work: Work, posting: PostingRecord, earlier: readonly Id<'posting'>[]): Promise<void>
  /** The vouchers that documents made and that stand, for tracing. */
  vouchersOf(work: Work, documents: readonly string[]): Promise<readonly VoucherReference[]>
}

/** A check that only the database can make, run before a document posts: credit, duplicates, prices below the floor. */
export interface DocumentCheck<Def extends AnyDocument = AnyDocument> {
  readonly document: Def
  check(input: PostingInput<Def>, work: Work): Promise<readonly FieldProblem[]>
}

export type Values = Readonly<Record<string, unknown>>

/** A draft as it was written, before rules derive the rest, for proposals to look at. */
export interface DraftToPropose {
  readonly definition: AnyDocument
  readonly header: Values
  readonly lines: readonly Values[]
  /** The lines as they are stored, of a draft that is changed. */
  readonly before: readonly Values[]
  readonly lookup: DeriveContext['lookup']
}

/** What the database proposes for a draft: values for its lines, line by line, further lines, and what it refuses. */
export interface Proposed {
  /** In the order of the draft's lines; null drops a line. */
  readonly lines: readonly (Values | null)[]
  readonly more?: readonly Values[]
  readonly problems?: readonly FieldProblem[]
}

/** Fills drafts with what only the database knows, such as prices by list and promotions: before they are derived and saved. */
export interface Proposer {
  readonly document: AnyDocument
  propose(drafts: readonly DraftToPropose[], work: Work): Promise<readonly Proposed[]>
  /** After drafts were written: what is remembered of them. */
  saved?(drafts: readonly { readonly header: Values; readonly lines: readonly Values[] }[], work: Work): Promise<void>
}

/** What a document brings about when it posts, in the same transaction: a draft return of what was refused. */
export interface DocumentConsequence<Def extends AnyDocument = AnyDocument> {
  readonly document: Def
  bring(record: DocumentRecord<Def>, work: Work): Promise<void>
  /** Takes that back before the document itself is: with it or, where it is reversed, on the day of the reversal. */
  takeBack?(record: DocumentRecord<Def>, work: Work, reversedOn: CalendarDate | null): Promise<void>
}

/**
 * What stands in the way of taking back or changing a posted document beside what the kernel knows: an invoice that the tax
 * bureau has, a return that was filed. Refuses by throwing a Problem with the way out.
 */
export interface DocumentGuard<Def extends AnyDocument = AnyDocument> {
  readonly document: Def
  guard(record: DocumentRecord<Def>, action: 'unpost' | 'amend' | 'reverse', work: Work): Promise<void>
}

/** What approval rules may ask of a document before it posts: labelled, typed facts, and how they are found. */
export interface ApprovalFacts<Def extends AnyDocument = AnyDocument, F extends Fields = Fields> {
  readonly document: Def
  readonly facts: F
  find(input: PostingInput<Def>, work: Work): Promise<Draft<F>>
}

/** A document being written, with what its own rules made of what was typed. */
export interface WrittenDraft<Def extends AnyDocument = AnyDocument> {
  readonly header: Draft<Def['header']> & { readonly id?: string; readonly date?: CalendarDate }
  readonly tables: { readonly [K in keyof Def['tables']]: readonly LineDraft<Def['tables'][K]['fields']>[] }
}

/**
 * Fills in what only the database knows of documents that are being written: a price agreed with the supplier, a budget
 * used up. Asked when they are saved or begun; rules derive again from what is answered. Answers each draft in its place,
 * the same object where there is nothing to fill.
 */
export interface DocumentCompletion<Def extends AnyDocument = AnyDocument> {
  readonly document: Def
  complete(drafts: readonly WrittenDraft<Def>[], work: Work): Promise<readonly WrittenDraft<Def>[]>
}

/** What must hold of an entity before it is saved, beside what its fields say. */
export interface EntityCheck {
  readonly entity: AnyEntity
  /** Of a new record the database knows nothing yet: what stands against a change need not be asked. */
  check(record: Readonly<Record<string, unknown>>, work: Work, isNew: boolean): Promise<readonly FieldProblem[]>
}

/** Runs a report's question. */
export interface ReportRun<Def extends AnyReport = AnyReport> {
  readonly report: Def
  run(parameters: Draft<Def['parameters']>, work: Work): Promise<ReportResult>
  /** Writes the files that the definition names. */
  readonly files?: Readonly<Record<string, ReportFileWriter<Def>>>
}

export type ReportFileWriter<Def extends AnyReport> = (
  parameters: Draft<Def['parameters']>,
  work: Work,
  /** Where the fonts of paper are; what is not paper does not ask. */
  place?: { readonly dataDir: string },
) => Promise<string | Uint8Array>

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

/** Runs a call: answers JSON, and where it writes, all of it or nothing. */
export interface CallRun<Def extends AnyCall = AnyCall> {
  readonly call: Def
  run(parameters: Draft<Def['parameters']>, work: Work): Promise<Json>
}

/** What the holder of a link sees and may answer; it acts for no person of the company, and only on this record. */
export interface PublicLinkRun<Def extends AnyPublicLink = AnyPublicLink> {
  readonly link: Def
  show(opened: PublicLinkOpening<Def>, work: Work): Promise<PublicPage>
  /** By the answer's name. What is refused is refused as everywhere, with the field named. */
  readonly answers: Readonly<
    Record<
      string,
      (opened: PublicLinkOpening<Def>, input: { readonly [key: string]: Json }, work: Work) => Promise<void>
    >
  >
  /** A file that the page names; undefined where it names none of that name. */
  file?(opened: PublicLinkOpening<Def>, name: string, work: Work): Promise<PublicLinkFile | undefined>
}

/** A file that the holder of a link downloads. */
export interface PublicLinkFile {
  readonly name: string
  readonly contentType: string
  readonly bytes: Buffer
}

export interface PublicLinkOpening<Def extends AnyPublicLink = AnyPublicLink> {
  /** The record that the link leads to. */
  readonly record: string
  readonly parameters: Draft<Def['parameters']>
  say(this: void, zh: string, en: string): string
}

/** An invariant of the books as a named question: no rows means that it holds. */
export interface BookCheck {
  readonly name: string
  readonly label: string
  /** Rows that break it, at most a few; each says what and where. */
  violations(work: Work): Promise<readonly string[]>
}

/** What remains before a close and is done by it: no one needs to do anything. */
export interface DoneByClose {
  readonly byClose: string
}

/** What an area of the business does before a month is closed, and what it looks at. */
export interface ClosePart {
  readonly name: string
  readonly label: string
  /** A close is refused while something remains; else it is told only. */
  readonly blocking: boolean
  /** Where to see more of it: a report, or the list of a type of records. */
  readonly report: string | null
  readonly list?: string
  /** Settled after the month's costs are final: what goes by the profit. */
  readonly late?: boolean
  /** Does what is due by the month's last day; may be run again. */
  settle?(work: Work, period: Period, through: CalendarDate): Promise<void>
  /** The documents that settling makes for the month: they follow from what was booked, and are booked with the close. */
  made?(work: Work, period: Period): Promise<readonly string[]>
  /** What is left undone, in words, and whether the close does it by itself; null when nothing is. */
  remains(work: Work, period: Period, through: CalendarDate): Promise<string | DoneByClose | null>
}

/** What stands in the way of posting anything in a company, a trial that is over: why, with the way out. Asked for every document. */
export type PostingBar = (work: Work) => Promise<Problem | undefined>

/** Door 2 of a domain: what runs on the server only. */
export interface ServerDomain {
  readonly name: string
  /** English for the sentences that its rules and reports put together. */
  readonly phrases?: PhraseBook
  /** What labels of fields mean, for whoever asks at a form. */
  readonly terms?: TermBook
  /** Tables of its own that no definition derives: registers and caches. */
  readonly tables?: readonly TableSpec[]
  readonly postings?: readonly PostingRule[]
  readonly checks?: readonly DocumentCheck[]
  readonly consequences?: readonly DocumentConsequence[]
  readonly guards?: readonly DocumentGuard[]
  readonly bars?: readonly PostingBar[]
  readonly approvalFacts?: readonly ApprovalFacts[]
  readonly proposers?: readonly Proposer[]
  readonly completions?: readonly DocumentCompletion[]
  readonly entityChecks?: readonly EntityCheck[]
  readonly reports?: readonly ReportRun[]
  readonly processes?: readonly ProcessRun[]
  readonly publicLinks?: readonly PublicLinkRun[]
  readonly calls?: readonly CallRun[]
  /** Templates of documents that a company may install as its own. */
  readonly templates?: readonly OwnTemplate[]
  /** What it leaves notices of, for people to choose how they are told. */
  readonly noticeKinds?: readonly NoticeKind[]
  readonly books?: readonly LedgerBook[]
  readonly projecting?: ProjectingBook
  readonly bookChecks?: readonly BookCheck[]
  readonly closeParts?: readonly ClosePart[]
  /**
   * Work after the commit: numbering vouchers, folding day totals. Called with a batch, in order, by kind. `posting` follows
   * every posting, `stock/…` those that touch the ledger so called; each kind goes on whatever becomes of the others.
   */
  readonly followUps?: Readonly<Record<string, (work: Work, subjects: readonly string[]) => Promise<void>>>
}

/** The installed product: definitions and everything the server runs by them. */
export interface Installed {
  /** The definitions; in a unit of work as its company has shaped them. */
  readonly catalogue: Catalogue
  /** The definitions as the product brings them, where a company has shaped its own. */
  readonly product?: Catalogue
  /** English for what the product says in Chinese. */
  readonly phrases: PhraseBook
  /** What labels of fields mean. */
  readonly terms: TermBook
  /** Roles that a new company begins with, beside its administrator. */
  readonly readyRoles: readonly ReadyRole[]
  readonly postings: ReadonlyMap<string, PostingRule>
  readonly checks: ReadonlyMap<string, readonly DocumentCheck[]>
  readonly consequences: ReadonlyMap<string, readonly DocumentConsequence[]>
  readonly guards: ReadonlyMap<string, readonly DocumentGuard[]>
  readonly bars: readonly PostingBar[]
  readonly approvalFacts: ReadonlyMap<string, ApprovalFacts>
  readonly proposers: ReadonlyMap<string, Proposer>
  readonly completions: ReadonlyMap<string, readonly DocumentCompletion[]>
  readonly entityChecks: ReadonlyMap<string, readonly EntityCheck[]>
  readonly reports: ReadonlyMap<string, ReportRun>
  readonly processes: ReadonlyMap<string, ProcessRun>
  readonly publicLinks: ReadonlyMap<string, PublicLinkRun>
  readonly calls: ReadonlyMap<string, CallRun>
  readonly templates: readonly OwnTemplate[]
  readonly noticeKinds: readonly NoticeKind[]
  readonly books: ReadonlyMap<string, LedgerBook>
  readonly projecting: ProjectingBook | undefined
  readonly bookChecks: readonly BookCheck[]
  readonly closeParts: readonly ClosePart[]
  readonly followUps: ReadonlyMap<string, (work: Work, subjects: readonly string[]) => Promise<void>>
}
