import type { Field, Fields } from './field.ts'

/**
 * A question or a deed of a domain's own page that is neither a record nor a report: 接口. Answered at once, in one
 * transaction, at `/api/calls/<name>`.
 */
export interface CallDefinition<Name extends string = string, P extends Fields = Fields> {
  readonly sort: 'call'
  readonly name: Name
  readonly label: string
  readonly english?: string
  /** The right it needs, one of several, or `session` for whoever is signed in. */
  readonly right: string | readonly string[]
  /** Only asks: it is read with GET and promises to write nothing. Else it is told with POST, once an `Idempotency-Key`. */
  readonly asks?: boolean
  readonly parameters: P
}

export type AnyCall = CallDefinition

export const defineCall = <const Name extends string, const P extends Readonly<Record<string, Field>>>(
  definition: Omit<CallDefinition<Name, P>, 'sort'>,
): CallDefinition<Name, P> => ({ ...definition, sort: 'call' })
