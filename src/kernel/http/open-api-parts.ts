import type { Json } from '../../base/json.ts'

/** A piece of OpenAPI. */
export type Schema = { readonly [key: string]: Json }

const problem = {
  description: 'A problem document (RFC 9457)',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}
export const json = (schema: Json, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})
export const parameter = (
  name: string,
  place: string,
  description: string,
  schema: Schema = { type: 'string' },
): Schema => ({
  name,
  in: place,
  description,
  schema,
  ...(place === 'path' ? { required: true } : {}),
})

export const operation = (summary: string, tag: string, answers: Schema, more: Schema = {}): Schema => ({
  summary,
  tags: [tag],
  responses: { ...answers, default: problem },
  ...more,
})

export const id = parameter('id', 'path', 'The id, or the number or code')
export const repeat = parameter('Idempotency-Key', 'header', 'Makes the request safe to repeat')
export const ifMatch = parameter('If-Match', 'header', 'The version that was read; a stale one is refused with 409')
