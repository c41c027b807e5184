import type { FastifyRequest } from 'fastify'
import type { Json } from '../../base/json.ts'
import { Problem } from '../definition/problem.ts'
import { isJsonObject } from '../documents/draft.ts'
import type { JsonObject } from '../documents/draft.ts'

const deepest = 20

const depthOver = (value: unknown, left: number): boolean => {
  if (typeof value !== 'object' || value === null) return false
  if (left === 0) return true
  return Object.values(value).some((inner) => depthOver(inner, left - 1))
}

/** Whether JSON is nested deeper than anything that makes sense here. */
export const isTooDeep = (value: unknown): boolean => depthOver(value, deepest)

/** The body as an object; no body is an empty one. */
export const bodyOf = (request: FastifyRequest): JsonObject => {
  const body = (request.body === undefined ? {} : request.body) as Json
  if (isJsonObject(body)) return body
  throw new Problem('malformed', { zh: '请求内容应为 JSON 对象', en: 'The body must be a JSON object' })
}

/** The query of an address, each parameter once. */
export const queryOf = (request: FastifyRequest): Readonly<Record<string, string | undefined>> => {
  const query = request.query as Readonly<Record<string, string | readonly string[]>>
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name, typeof value === 'string' ? value : value[0]]),
  )
}

/** A part of the address. */
export const pathPart = (request: FastifyRequest, name: string): string => {
  const value = (request.params as Readonly<Record<string, string>>)[name] ?? ''
  if (value.includes('\u0000')) throw new Problem('malformed', { zh: '地址无法读取', en: 'The address cannot be read' })
  return value
}

/** A whole number in the query. */
export const wholeNumber = (text: string | undefined, name: string): number | undefined => {
  if (text === undefined || text === '') return undefined
  if (!/^\d{1,9}$/.test(text))
    throw new Problem('malformed', { zh: `${name} 应为整数`, en: `${name} must be a whole number` })
  return Number(text)
}
