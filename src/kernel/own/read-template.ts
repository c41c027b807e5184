import { newId } from '../../base/id.ts'
import type { Json } from '../../base/json.ts'
import { Problem, fieldProblem } from '../definition/problem.ts'
import { isJsonObject } from '../documents/draft.ts'
import type { JsonObject } from '../documents/draft.ts'
import type { OwnTemplate } from './own-template.ts'

const refuse = (zh: string, en: string): never => {
  throw new Problem('invalid', { zh: '模板文件有误，未安装', en: 'The template was not installed' }, [
    fieldProblem('content', zh, en),
  ])
}

const textIn = (value: JsonObject, name: string): string => {
  const found = value[name]
  return typeof found === 'string' ? found : ''
}

const wordsIn = (value: Json | undefined): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string').slice(0, 50) : []

const rowsIn = (value: JsonObject, name: string): JsonObject[] => {
  const found = value[name] ?? []
  if (!Array.isArray(found) || found.length > 50 || !found.every(isJsonObject))
    return refuse(`“${name}”应为列表（最多 50 项）`, `${name} must be a list of 50 at most`)
  return found.filter(isJsonObject)
}

/** A template as it was read from a file. What its records say is judged where they are made. */
export const readTemplate = (content: Json): OwnTemplate => {
  if (!isJsonObject(content)) return refuse('不是模板文件', 'is no template')
  const template = textIn(content, 'template')
  if (!/^[a-zA-Z0-9-]{1,60}$/.test(template))
    return refuse(
      '模板要有名称（template），由字母、数字和连字符组成',
      'a template needs a name of letters, digits and hyphens',
    )
  return {
    template,
    label: textIn(content, 'label') || template,
    english: textIn(content, 'english') || template,
    purpose: textIn(content, 'purpose'),
    documents: rowsIn(content, 'documents'),
    forms: rowsIn(content, 'forms'),
    flows: rowsIn(content, 'flows').map((flow) => ({
      documentType: textIn(flow, 'documentType'),
      name: textIn(flow, 'name'),
      nodes: flow['nodes'] ?? [],
    })),
    roles: wordsIn(content['roles']),
    views: rowsIn(content, 'views').map((view) => ({
      type: textIn(view, 'type'),
      name: textIn(view, 'name').slice(0, 60),
      search: textIn(view, 'search').slice(0, 8000),
    })),
  }
}

/** Nodes of a flow with ids of their own: a template may be installed more than once. */
export const withNewIds = (nodes: Json): Json => {
  if (Array.isArray(nodes)) return nodes.map(withNewIds)
  if (!isJsonObject(nodes)) return nodes
  return Object.fromEntries(
    Object.entries(nodes).map(([name, value]) => [name, name === 'id' ? newId<'node'>() : withNewIds(value)]),
  )
}
