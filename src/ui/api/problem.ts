import type { Issue } from '../field/field.ts'

/** One field at fault: `lines.2.quantity` and how to mend it. */
export type FieldProblem = { readonly path: string; readonly message: string }

let last: string | undefined

/** What went wrong last in this window, for whoever tells of it. */
export const lastProblem = (): string | undefined => last

/** A problem document (RFC 9457), or a connection that failed, which has status 0. */
export class ApiProblem extends Error {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly errors: readonly FieldProblem[]
  /** To copy into a question to support. */
  readonly reference: string | undefined

  constructor(problem: {
    type?: string
    title: string
    status: number
    detail?: string
    errors?: readonly FieldProblem[]
    reference?: string
  }) {
    super(problem.detail ?? problem.title)
    this.name = 'ApiProblem'
    this.type = problem.type ?? 'about:blank'
    this.title = problem.title
    this.status = problem.status
    this.detail = problem.detail ?? problem.title
    this.errors = problem.errors ?? []
    this.reference = problem.reference
    last = `${this.status} ${this.detail} ${this.reference ?? ''}`.trim()
  }

  get isOffline(): boolean {
    return this.status === 0
  }

  /** Someone else saved first. */
  get isStale(): boolean {
    return this.status === 409 || this.status === 412
  }
}

/** Problems sorted to where they show: header fields, cells by line index, and what belongs nowhere. */
export type PlacedProblems = {
  readonly fields: Readonly<Record<string, Issue>>
  readonly cells: ReadonlyMap<number, ReadonlyMap<string, Issue>>
  readonly rest: readonly string[]
}

/** Places each error on its field or cell. `lines` names the table of lines in paths; header paths may start with `header.`. */
export function placeProblems(errors: readonly FieldProblem[], lines = 'lines'): PlacedProblems {
  const fields: Record<string, Issue> = {}
  const cells = new Map<number, Map<string, Issue>>()
  const rest: string[] = []
  for (const { path, message } of errors) {
    const issue: Issue = { level: 'error', message }
    const parts = path.split('.')
    const [first = '', second = '', third] = parts
    if (first === lines && /^\d+$/.test(second)) {
      const at = Number(second)
      cells.set(at, new Map(cells.get(at)).set(third ?? '', issue))
    } else if (first === 'header' && second !== '') fields[second] = issue
    else if (parts.length === 1 && first !== '') fields[first] = issue
    else rest.push(message)
  }
  return { fields, cells, rest }
}
