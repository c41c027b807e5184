/** A sentence to a person, in each language the kernel speaks. */
export interface Message {
  readonly zh: string
  readonly en: string
}

export const message = (zh: string, en: string): Message => ({ zh, en })

/** What is wrong with one field: `lines.2.quantity`, counted from 0. */
export interface FieldProblem {
  readonly path: string
  readonly message: Message
  /** A warning can be waved through by saying so; an error cannot. */
  readonly warning?: boolean
}

/** Kinds of refusal, and the HTTP status each travels as. */
export const problemStatus = {
  invalid: 422,
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
  stale: 409,
  /** Rules ask for approvals that are not there: the way out is to submit it. */
  unapproved: 409,
  locked: 423,
  tooLarge: 413,
  tooMany: 429,
  unavailable: 503,
} as const
export type ProblemKind = keyof typeof problemStatus

/** A refusal with its reason and the way out, in Chinese and English, naming each field at fault (RFC 9457 when it travels). */
export class Problem extends Error {
  readonly kind: ProblemKind
  readonly text: Message
  readonly errors: readonly FieldProblem[]

  constructor(kind: ProblemKind, text: Message, errors: readonly FieldProblem[] = []) {
    super([text.en, ...errors.map((e) => `${e.path}: ${e.message.en}`)].join('; '))
    this.name = 'Problem'
    this.kind = kind
    this.text = text
    this.errors = errors
  }
}

export const invalid = (zh: string, en: string, errors: readonly FieldProblem[] = []) =>
  new Problem('invalid', { zh, en }, errors)
export const notFound = (zh: string, en: string) => new Problem('notFound', { zh, en })
export const conflict = (zh: string, en: string) => new Problem('conflict', { zh, en })
export const forbidden = (zh: string, en: string) => new Problem('forbidden', { zh, en })

/** One field at fault: the document as a whole is refused with the field named. */
export const fieldProblem = (path: string, zh: string, en: string): FieldProblem => ({ path, message: { zh, en } })

/** Thrown by a derivation that cannot accept what was typed in one of the fields of its line or header. */
export class FieldRefusal extends Error {
  readonly field: string
  readonly text: Message

  constructor(field: string, zh: string, en: string) {
    super(`${field}: ${en}`)
    this.name = 'FieldRefusal'
    this.field = field
    this.text = { zh, en }
  }
}
