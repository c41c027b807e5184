import type { Json } from '../../base/json.ts'
import { isJsonObject } from '../documents/draft.ts'
import type { Schema } from './open-api-parts.ts'

const pascal = (part: string): string =>
  part
    .replaceAll(/[{}]/g, '')
    .replaceAll(/(?:^|[^a-zA-Z0-9]+)([a-zA-Z0-9])/g, (_all, letter: string) => letter.toUpperCase())

const isParameter = (part: string): boolean => part.startsWith('{')

const ofList: Readonly<Record<string, string>> = { get: 'list', post: 'create', put: 'replace' }
const ofOne: Readonly<Record<string, string>> = { get: 'read', patch: 'update', delete: 'delete', put: 'replace' }

/**
 * The name that generated clients call an operation by: `createSalesOrder`, `readSalesOrder`, `postSalesOrder`,
 * `convertSalesOrderByTarget`. It follows from the address, so it stays while that does.
 */
export const operationId = (method: string, path: string): string => {
  const [first = '', ...rest] = path.replace(/^\/api\//, '').split('/')
  const type = pascal(first)
  const [second, third, ...more] = rest
  if (second === undefined) return `${ofList[method] ?? method}${type}`
  if (isParameter(second) && third === undefined) return `${ofOne[method] ?? method}${type}`
  const tail = (parts: readonly string[]) =>
    parts.map((part) => (isParameter(part) ? `By${pascal(part)}` : pascal(part))).join('')
  if (second === '{id}' && third !== undefined && method === 'post') {
    const verb = pascal(third)
    return `${verb.charAt(0).toLowerCase()}${verb.slice(1)}${type}${tail(more)}`
  }
  if (second === '{id}') return `${method === 'get' ? 'read' : method}${type}${tail(rest.slice(1))}`
  return `${method}${type}${tail(rest)}`
}

const refusal: Json = {
  description: 'Refused: a problem document that names each field at fault (RFC 9457)',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

/** Gives every operation what all have: the name that clients call it by, and how it refuses. */
export const finishPaths = (paths: Schema): Schema =>
  Object.fromEntries(
    Object.entries(paths).map(([path, methods]) => [
      path,
      Object.fromEntries(
        Object.entries(isJsonObject(methods) ? methods : {}).map(([method, operation]) => {
          if (!isJsonObject(operation)) return [method, operation]
          const responses = isJsonObject(operation['responses'] ?? null) ? operation['responses'] : {}
          return [
            method,
            {
              operationId: operationId(method, path),
              ...operation,
              responses: { ...Object(responses), '4XX': refusal } as Json,
            },
          ]
        }),
      ),
    ]),
  )
