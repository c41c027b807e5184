import { isJsonObject } from '../documents/draft.ts'
import { json, operation, parameter } from './open-api-parts.ts'
import type { Schema } from './open-api-parts.ts'

/** An address that the server answers, as it was declared: `/api/jobs/:id`. */
export interface DeclaredRoute {
  readonly method: string
  readonly url: string
}

/** What is the same for every type is said once: imports. */
const shapeOf = (url: string): string =>
  url.replaceAll(/:\w+|\{\w+\}/g, '{}').replace(/^\/api\/imports\/[\w{}-]+/, '/api/imports/{}')

/** What the server answers and nobody has described yet: its address and parameters at least, so that none is missing. */
export const undescribed = (paths: Schema, routes: readonly DeclaredRoute[]): Schema => {
  const told = new Set(
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(isJsonObject(methods) ? methods : {}).map((method) => `${method} ${shapeOf(path)}`),
    ),
  )
  const missing: Record<string, Record<string, Schema>> = {}
  // The address of a company's own types stands for those that it has, each of which is described by itself.
  for (const { method, url } of routes.filter((route) => !route.url.includes('(^'))) {
    const verb = method.toLowerCase()
    if (!url.startsWith('/api/') || ['head', 'options'].includes(verb) || told.has(`${verb} ${shapeOf(url)}`)) continue
    const path = url.replaceAll(/:(\w+)/g, '{$1}')
    const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => parameter(name, 'path', name))
    const said = operation(path, '其他', { 200: json({ type: 'object' }, 'The answer') }, { parameters })
    missing[path] = { ...missing[path], [verb]: said }
  }
  return Object.fromEntries(
    Object.entries(missing).map(([path, methods]) => {
      const known = paths[path]
      return [path, { ...(known !== undefined && isJsonObject(known) ? known : {}), ...methods }]
    }),
  )
}
