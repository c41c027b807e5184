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
export const flowLines = (record: LoadedRecord): StoredLine[] => (record.tables['lines'] ?? []).map(asStoredLine)

const loadSources = async (work: Work, lines: readonly StoredLine[]) => {
  const wanted = new Map<string, Set<string>>()
  for (const { source } of lines) {
    if (source !== null) wanted.set(source.type, (wanted.get(source.type) ?? new Set()).add(source.document))
  }
  const loaded = await Promise.all(
    [...wanted].map(async ([type, ids]) => {
      const definition = work.installed.catalogue.documents.get(type)
      return [
        type,
        definition === undefined ? new Map() : await loadRecords(work.tx, work.company, definition, [...ids]),
      ] as const
    }),
  )
  return new Map<string, Map<string, LoadedRecord>>(loaded)
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

/** Any document's input: its tables go by names that only its own definition knows. */
const asInput = (parts: object) => parts as PostingInput<AnyDocument>

const inputOf = (
  work: Work,
  document: DocumentRecord<AnyDocument>,
  lookup: Lookup,
  draws: readonly Draw[],
  sources: ReadonlyMap<string, ReadonlyMap<string, LoadedRecord>>,
): PostingInput<AnyDocument> => {
  const shares = new Map<string, DrawnShare>(
    draws.filter((draw) => draw.isBeside !== true).map((draw) => [draw.line.id, draw.share]),
  )
  return asInput({
    ...document,
    settings: work.settings,
    lookup,
    drawn: (line: { readonly id: string }) => shares.get(line.id),
    source: <D extends AnyDocument>(definition: D, line: { readonly source: StoredLine['source'] }) => {
      if (line.source === null || line.source.type !== definition.name) return undefined
      const loaded = sources.get(definition.name)?.get(line.source.document)
      if (loaded === undefined) return undefined
      const typed = asDocument(definition, loaded)
      const found = flowLines(loaded).find((other) => other.id === line.source?.line)
      return found === undefined ? undefined : ({ header: typed.header, line: found } as SourceLine<D>)
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
  const [lookup, sources, drawing] = await Promise.all([
    loadReferences(work, referringOf(definition, record)),
    loadSources(work, lines),
    lockDraws(work, definition, lines),
  ])
  refuseIfAny(work, definition, drawing.problems)
  const input = inputOf(work, asDocument(definition, record), lookup, drawing.draws, sources)
  const checks = work.installed.checks.get(definition.name) ?? []
  const found = await Promise.all(checks.map((check) => check.check(input, work)))
  refuseIfAny(work, definition, found.flat())
  const rule = work.installed.postings.get(definition.name)
  return {
    input,
    draws: drawing.draws,
    proposals: proposalsOf(work, rule, input, drawing.draws),
    remainder: rule?.remainder?.(input),
    red: rule?.negated(input) === true,
  }
}
