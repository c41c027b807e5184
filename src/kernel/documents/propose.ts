import { newId } from '../../base/id.ts'
import type { Fields } from '../definition/field.ts'
import { fieldProblem } from '../definition/problem.ts'
import type { FieldProblem } from '../definition/problem.ts'
import type { AnyDocument } from '../definition/record.ts'
import type { Proposed, Values, Work } from '../posting/work.ts'
import type { LoadedRecord } from './load.ts'
import { loadReferences, referringOf } from './lookup.ts'

/** A draft between reading and deriving. */
export interface Draftable {
  readonly header: Record<string, unknown>
  readonly tables: Readonly<Record<string, readonly Record<string, unknown>[]>>
  readonly problems: FieldProblem[]
}

const proposedNames = (fields: Fields): readonly string[] =>
  Object.entries(fields)
    .filter(([, field]) => field.proposed === true)
    .map(([name]) => name)

/** Without what only proposals may set, whoever sent it. */
const cleaned = (names: readonly string[], line: Record<string, unknown>): Record<string, unknown> => ({
  ...line,
  ...Object.fromEntries(names.map((name) => [name, null])),
})

const numbered = (lines: readonly Record<string, unknown>[]): Record<string, unknown>[] =>
  lines.map((line, index) => ({ ...line, lineNo: index + 1 }))

const withProposed = <D extends Draftable>(draft: D, proposed: Proposed): D => {
  const lines = (draft.tables['lines'] ?? []).flatMap((line, index) => {
    const values = proposed.lines[index]
    return values === null ? [] : [{ ...line, ...values }]
  })
  const more = (proposed.more ?? []).map((values) => ({ id: newId<'line'>(), source: null, custom: {}, ...values }))
  draft.problems.push(...(proposed.problems ?? []))
  return { ...draft, tables: { ...draft.tables, lines: numbered([...lines, ...more]) } }
}

const cleanedAll = <D extends Draftable>(definition: AnyDocument, drafts: readonly D[]) => {
  const names = proposedNames(definition.tables['lines']?.fields ?? {})
  return drafts.map((draft) => ({
    ...draft,
    tables: { ...draft.tables, lines: (draft.tables['lines'] ?? []).map((line) => cleaned(names, line)) },
  }))
}

/** What is proposed for drafts, line by line, and nothing for a type without a proposer. */
export const proposalsFor = async (
  work: Work,
  definition: AnyDocument,
  drafts: readonly Draftable[],
  before: readonly Values[] = [],
): Promise<readonly Proposed[]> => {
  const proposer = work.installed.proposers.get(definition.name)
  if (proposer === undefined) return []
  const lookup = await loadReferences(
    work,
    drafts.flatMap((draft) => referringOf(definition, draft)),
  )
  return proposer.propose(
    cleanedAll(definition, drafts).map(({ header, tables }) => ({
      definition,
      header,
      lines: tables.lines,
      before,
      lookup,
    })),
    work,
  )
}

/**
 * Fills drafts with what the document's proposer finds in the database, and takes out what clients may not set. A type
 * without such fields is passed over. References of added lines are loaded, so that rules can follow.
 */
export const proposeAll = async <D extends Draftable>(
  work: Work,
  definition: AnyDocument,
  drafts: readonly D[],
  before: readonly Values[] = [],
): Promise<readonly D[]> => {
  const fields = definition.tables['lines']?.fields ?? {}
  if (proposedNames(fields).length === 0 || drafts.length === 0) return drafts
  const clean = cleanedAll(definition, drafts)
  const proposed = await proposalsFor(work, definition, drafts, before)
  const more = proposed.flatMap((one) => (one.more ?? []).map((values) => ({ fields, values })))
  if (more.length > 0) await loadReferences(work, more)
  return clean.map((draft, index) => {
    const one = proposed[index]
    return one === undefined ? draft : withProposed(draft, one)
  })
}

/** Tells the proposer that drafts were written. */
export const remember = async (
  work: Work,
  definition: AnyDocument,
  records: readonly LoadedRecord[],
): Promise<void> => {
  const proposer = work.installed.proposers.get(definition.name)
  await proposer?.saved?.(
    records.map(({ header, tables }) => ({ header, lines: tables['lines'] ?? [] })),
    work,
  )
}

/** The lines of an amendment keep what was proposed for them when they were written; what is added gets nothing. */
export const keepProposed = <D extends Draftable>(definition: AnyDocument, draft: D, before: LoadedRecord): D => {
  const names = proposedNames(definition.tables['lines']?.fields ?? {})
  if (names.length === 0) return draft
  const stored = new Map((before.tables['lines'] ?? []).map((line) => [line['id'], line]))
  const lines = (draft.tables['lines'] ?? []).map((line) => ({
    ...line,
    ...Object.fromEntries(names.map((name) => [name, stored.get(line['id'])?.[name] ?? null])),
  }))
  return { ...draft, tables: { ...draft.tables, lines } }
}

/** A typed value that differs from what is proposed, by someone who may not decide it. */
export const mayNotChange = (index: number, field: string, label: string, right: string): FieldProblem =>
  fieldProblem(
    `lines.${index}.${field}`,
    `没有修改${label}的权限（${right}）`,
    `It needs the right ${right} to change the ${field}`,
  )
