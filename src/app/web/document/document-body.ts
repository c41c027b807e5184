import type { Json } from '../../../base/json.ts'
import type { AnyDocument } from '../../../kernel/definition/record.ts'
import type { FieldProblem as SentProblem } from '../../../ui/api/problem.ts'
import { jsonOf } from '../../../ui/derive/values.ts'
import { currentLanguage } from '../../../ui/language.ts'
import type { Issue } from '../../../ui/field/field.ts'
import { headerFieldsOf, isBlankLine, type Derived, type Draft } from './draft-state.ts'

/** What is sent to be saved: what the page shows, without blank lines and without what the server computes. */
export type DocumentBody = {
  readonly body: Readonly<Record<string, Json>>
  /** The keys of the lines that were sent, by table, in order: problems come back by their place. */
  readonly sent: Readonly<Record<string, readonly string[]>>
}

export function bodyOf(definition: AnyDocument, draft: Draft, derived: Derived): DocumentBody {
  const sent: Record<string, readonly string[]> = {}
  const body: Record<string, Json> = jsonOf(headerFieldsOf(definition), derived.header)
  for (const [name, table] of Object.entries(definition.tables)) {
    const shown = new Map((derived.tables[name] ?? []).map((line) => [line.key, line.values]))
    const lines = (draft.tables[name] ?? []).filter((line) => !isBlankLine(line))
    sent[name] = lines.map((line) => line.key)
    body[name] = lines.map((line) => ({
      ...jsonOf(table.fields, shown.get(line.key) ?? line.typed),
      ...(line.id === undefined ? {} : { id: line.id }),
      ...(line.source === undefined ? {} : { source: line.source }),
    }))
  }
  return { body, sent }
}

/** Problems where they stand: on header fields, on cells by table and line key, and what belongs to the whole. */
export type Placed = {
  readonly fields: Readonly<Record<string, Issue>>
  readonly cells: Readonly<Record<string, ReadonlyMap<string, ReadonlyMap<string, Issue>>>>
  readonly rest: readonly string[]
}

export const nothingPlaced: Placed = { fields: {}, cells: {}, rest: [] }

/** Places the problems of an answer by the lines that were sent. */
export function placeByLine(errors: readonly SentProblem[], sent: DocumentBody['sent']): Placed {
  const fields: Record<string, Issue> = {}
  const cells: Record<string, Map<string, Map<string, Issue>>> = {}
  const rest: string[] = []
  for (const { path, message } of errors) {
    const issue: Issue = { level: 'error', message }
    const [first = '', second = '', third = ''] = path.split('.')
    const key = sent[first]?.[Number(second)]
    if (key !== undefined && third !== '') {
      const table = (cells[first] ??= new Map())
      table.set(key, new Map(table.get(key)).set(third, issue))
    } else if (sent[first] !== undefined || first === '') rest.push(message)
    else fields[first] = issue
  }
  return { fields, cells, rest }
}

/** What rules refuse while the document is typed, placed likewise. */
export function placeDerived(derived: Derived): Placed {
  const words = (text: { zh: string; en: string }): Issue => ({
    level: 'error',
    message: currentLanguage() === 'zh-CN' ? text.zh : text.en,
  })
  return {
    fields: Object.fromEntries(derived.headerProblems.map((one) => [one.path, words(one.message)])),
    cells: Object.fromEntries(
      Object.entries(derived.tables).map(([name, lines]) => [
        name,
        new Map(
          lines
            .filter((line) => line.problems.length > 0)
            .map((line) => [line.key, new Map(line.problems.map((one) => [one.path, words(one.message)]))]),
        ),
      ]),
    ),
    rest: [],
  }
}
