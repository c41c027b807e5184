import type { AnyDocument, DocumentRecord } from '../definition/record.ts'
import { Problem } from '../definition/problem.ts'
import type { FieldProblem } from '../definition/problem.ts'
import type {
  Draw,
  DrawnShare,
  PostingInput,
  PostingRule,
  Proposal,
  SourceLine,
  StoredLine,
} from '../posting/proposal.ts'
import type { Work } from '../posting/work.ts'
import { completeness } from '../definition/derive.ts'
import { lockDraws } from './draw.ts'
import { asDocument, loadRecords } from './load.ts'
import type { LoadedRecord } from './load.ts'
import { loadReferences, referringOf } from './lookup.ts'
import type { Lookup } from './lookup.ts'

/** A document ready to post: what its rule sees, and what it draws. */
export interface Prepared {
  readonly input: PostingInput<AnyDocument>
  readonly draws: readonly Draw[]
  readonly proposals: readonly Proposal[]
  readonly remainder: string | undefined
  readonly red: boolean
}

/** Every stored line has an id, a number and a source; the store wrote them. */
const asStoredLine = (line: Readonly<Record<string, unknown>>) => line as StoredLine

/** The lines that flows lead to; a document without a table called `lines` draws nothing. */
export const flowLines = (record: LoadedRecord, table = 'lines'): StoredLine[] =>
  (record.tables[table] ?? []).map(asStoredLine)

type Sources = ReadonlyMap<string, ReadonlyMap<string, LoadedRecord>>

const linesIn = (record: LoadedRecord): StoredLine[] => Object.values(record.tables).flat().map(asStoredLine)

/** The documents that lines come from; all the way back, where the posting asks for it. */
const loadSources = async (work: Work, lines: readonly StoredLine[], looksBack: boolean): Promise<Sources> => {
  const loaded = new Map<string, Map<string, LoadedRecord>>()
  let asking = lines
  while (asking.length > 0) {
    const wanted = new Map<string, Set<string>>()
    for (const { source } of asking) {
      if (source === null || loaded.get(source.type)?.has(source.document) === true) continue
      wanted.set(source.type, (wanted.get(source.type) ?? new Set()).add(source.document))
    }
    const found = await Promise.all(
      [...wanted].map(async ([type, ids]) => {
        const definition = work.installed.catalogue.documents.get(type)
        const records =
          definition === undefined ? new Map() : await loadRecords(work.tx, work.company, definition, [...ids])
        return [type, records as Map<string, LoadedRecord>] as const
      }),
    )
    const fresh: LoadedRecord[] = []
    for (const [type, records] of found) {
      loaded.set(type, new Map([...(loaded.get(type) ?? []), ...records]))
      fresh.push(...records.values())
    }
    asking = looksBack ? fresh.flatMap(linesIn).filter((line) => line.source !== null) : []
  }
  return loaded
}

const proposalsOf = (
  work: Work,
  rule: PostingRule | undefined,
  input: PostingInput<AnyDocument>,
  draws: readonly Draw[],
): Proposal[] => {
  const proposed = rule === undefined ? [] : [...rule.propose(input)]
  const turned = rule?.negated(input)
    ? proposed.map((proposal) => {
        const book = work.installed.books.get(proposal.ledger)
        if (book === undefined) throw new Error(`No ledger is called ${proposal.ledger}`)
        return book.negate(proposal)
      })
    : proposed
  const fulfilled = [...work.installed.books.values()].flatMap((book) => book.fulfil?.(draws) ?? [])
  return [...turned, ...fulfilled]
}

type Sourced = Pick<StoredLine, 'source'>

const lineIn = (sources: Sources, source: NonNullable<StoredLine['source']>): StoredLine | undefined => {
  const loaded = sources.get(source.type)?.get(source.document)
  return loaded === undefined ? undefined : linesIn(loaded).find((line) => line.id === source.line)
}

const sourceIn = <D extends AnyDocument>(sources: Sources, definition: D, { source }: Sourced) => {
  const loaded = source === null ? undefined : sources.get(definition.name)?.get(source.document)
  const line = source === null ? undefined : lineIn(sources, source)
  if (loaded === undefined || line === undefined) return undefined
  return { header: asDocument(definition, loaded).header, line } as SourceLine<D>
}

/** Any document's input: its tables go by names that only its own definition knows. */
const asInput = (parts: object) => parts as PostingInput<AnyDocument>

const inputOf = (
  work: Work,
  document: DocumentRecord<AnyDocument>,
  lookup: Lookup,
  draws: readonly Draw[],
  sources: Sources,
): PostingInput<AnyDocument> => {
  const shares = new Map<string, DrawnShare>(
    draws.filter((draw) => draw.isBeside !== true).map((draw) => [draw.line.id, draw.share]),
  )
  return asInput({
    ...document,
    settings: work.settings,
    lookup,
    drawn: (line: { readonly id: string }) => shares.get(line.id),
    source: <D extends AnyDocument>(definition: D, line: Sourced) =>
      line.source?.type === definition.name ? sourceIn(sources, definition, line) : undefined,
    origin: <D extends AnyDocument>(definition: D, line: Sourced) => {
      let at: Sourced | undefined = line
      while (at !== undefined && at.source !== null && at.source.type !== definition.name) {
        at = lineIn(sources, at.source)
      }
      return at === undefined ? undefined : sourceIn(sources, definition, at)
    },
  })
}

const refuseIfAny = (work: Work, definition: AnyDocument, problems: readonly FieldProblem[]) => {
  if (problems.some((problem) => problem.warning !== true)) {
    throw new Problem(
      'invalid',
      { zh: `${definition.label}不能审核，请先更正`, en: `The ${definition.name} cannot be posted yet` },
      problems,
    )
  }
}

/**
 * Everything between a saved document and its entries: completeness, references, sources and what is open of them
 * (locked), the checks that only the database can make, and the pure posting.
 */
export const prepareToPost = async (work: Work, definition: AnyDocument, record: LoadedRecord): Promise<Prepared> => {
  refuseIfAny(work, definition, completeness(definition, record))
  const lines = flowLines(record)
  const rule = work.installed.postings.get(definition.name)
  const [lookup, sources, drawing] = await Promise.all([
    loadReferences(work, referringOf(definition, record)),
    loadSources(work, lines, rule?.looksBack === true),
    lockDraws(work, definition, lines),
  ])
  refuseIfAny(work, definition, drawing.problems)
  const input = inputOf(work, asDocument(definition, record), lookup, drawing.draws, sources)
  const checks = work.installed.checks.get(definition.name) ?? []
  const found = await Promise.all(checks.map((check) => check.check(input, work)))
  refuseIfAny(work, definition, found.flat())
  return {
    input,
    draws: drawing.draws,
    proposals: proposalsOf(work, rule, input, drawing.draws),
    remainder: rule?.remainder?.(input),
    red: rule?.negated(input) === true,
  }
}
